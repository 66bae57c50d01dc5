"""A data set as the public reads it: what is shown, and the words that it takes to read it.

It holds nothing that is hidden, so it may be kept and sent anywhere. The only way to one leads
through a protected table (`from_figure`).
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from typing import Any, Final, TypeAlias

import msgspec
from msgspec.json import format as indented

from answerable.disclosure.release import Symbol
from answerable.disclosure.table import ALL, Labels
from answerable.languages import message
from answerable.measures.wording import time_in_words

_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
LICENCE: Final = "Open Government Licence v3.0"
LICENCE_ADDRESS: Final = (
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
)
SYMBOLS: Final = {
    Symbol.CONFIDENTIAL.value: message(
        "Confidential: few people are behind the figure, or another figure that is hidden could "
        "be worked out from it. It does not mean nought."
    ),
    Symbol.NOT_AVAILABLE.value: message("Not available."),
    Symbol.NOT_APPLICABLE.value: message("Not applicable."),
}
"""What stands in place of a number, and what it means."""

Shown: TypeAlias = int | float | str
"""A number, or the symbol in its place."""


class Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is counted, in words that a resident may read."""

    measure: str
    """Its name, the same in every release."""
    version: int
    title: str
    asks: str
    """The question, in one sentence."""
    population: str
    """Which are asked."""
    numerator: str
    """Which of them count as met."""
    not_applicable: str
    """Which are not asked; empty where all are."""
    unknown_means: str
    """Of which nobody can tell; empty where there are none."""
    basis: str
    """By which day they are put into a month."""
    recommendations: tuple[str, ...]
    """Those that it serves, by number as printed."""
    owner: str
    source: str
    """What asks for it."""


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One count."""

    labels: Labels
    """The value of each column, in words; `*` stands for all."""
    shown: int | str


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What part of a group met what was asked."""

    group: Labels
    """By each breakdown, in words; `*` stands for all."""
    met: Shown
    asked: Shown
    percent: Shown


class Protection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which rules counts are hidden and rounded.

    How many are hidden because they are small is not told, nor where the ledger stood: its digest
    is made of hidden counts too, and those are so few that somebody could try them out.
    """

    policy: str
    version: int
    threshold: int
    """Counts below it are hidden."""
    rounded_to: int


class DataSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table with everything that is needed to understand it."""

    title: str
    definition: Definition
    by: tuple[str, ...]
    """The breakdowns of the shares."""
    columns: tuple[str, ...]
    """The names of the columns of labels of the counts."""
    value: str
    """The name of the column of counts."""
    rows: tuple[Row, ...]
    shares: tuple[Share, ...]
    """In the order in which they are read, all together last."""
    sentence: str
    """What the figures say. It names no number that is not shown."""
    notes: tuple[str, ...]
    """What a reader must know to read them rightly, in sentences."""
    as_of: date
    """The last day of which the data knows, inclusive."""
    cut: str
    """The digest of the data cut that they were made of."""
    is_synthetic: bool
    """Whether the people in it are invented."""
    protection: Protection
    chart: str
    """What its chart shows, for whoever does not see it; empty without a chart."""

    @property
    def symbols(self) -> list[tuple[str, str]]:
        """The symbols that stand in it, each with its meaning."""
        found: set[Shown] = {row.shown for row in self.rows}
        for share in self.shares:
            found |= {share.met, share.asked, share.percent}
        return [(one, means) for one, means in SYMBOLS.items() if one in found]

    def as_json(self) -> dict[str, Any]:
        """The data set as plain data; `from_json` is its inverse."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> DataSet:
        """The data set from the plain data of `as_json`."""
        return msgspec.convert(data, cls)

    def to_json(self) -> bytes:
        """The data set as a file; the same data set always gives the same bytes."""
        return indented(msgspec.json.encode(self, order="sorted"), indent=2)

    def content_hash(self) -> str:
        """The SHA-256 of that file."""
        return sha256(self.to_json()).hexdigest()


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when a data set was published, as its own files say it."""

    number: int
    """From 1 on, at one address."""
    name: str
    """What its files are called, without what comes after the last dot."""
    address: str
    """Of its page, whole."""
    publisher: str
    published_on: date
    because: str = ""
    """Why it corrects the one before; empty where it does not."""


def label_in_words(label: str) -> str:
    """A label as people read it, such as "March 2026" for "2026-03"."""
    if label == ALL:
        return "All"
    return time_in_words(label) if _MONTH.fullmatch(label) else label


def notes_on(data: DataSet) -> list[tuple[str, str]]:
    """Everything that a reader has to know, as a heading and a text each."""
    definition, rules = data.definition, data.protection
    return [
        ("Question", definition.asks),
        *(("Note", note) for note in data.notes),
        *data.symbols,
        ("What is counted", definition.population),
        ("What counts as met", definition.numerator),
        ("Basis", definition.basis),
        ("Asked for by", definition.source),
        ("Whose measure it is", definition.owner),
        ("Definition", f"{definition.measure}, version {definition.version}"),
        ("Rules of hiding", f"{rules.policy}, version {rules.version}"),
        ("Data cut", data.cut),
    ]
