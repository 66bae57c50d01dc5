"""The one way from a protected table to a data set: nothing else goes to the public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from answerable.disclosure.policy import PUBLIC
from answerable.disclosure.table import ALL, Labels
from answerable.measures.groups import all_in_words
from answerable.opendata.dataset import (
    DataSet,
    Definition,
    Protection,
    Row,
    Share,
    Shown,
)

if TYPE_CHECKING:
    from answerable.disclosure import gate
    from answerable.release import Figure, Manifest

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_FORMULA: Final = ("=", "+", "-", "@")
"""What a spreadsheet would take for the beginning of a formula."""
_BASES: Final = {
    "cohort": "By the day on which it began, whatever became of it since.",
    "period": "By the day on which it happened, whenever it began.",
}


class NotForThePublic(ValueError):
    """The figure is not one that the public may read; the message says why."""


def as_data_set(figure: Figure, manifest: Manifest) -> DataSet:
    """What the public reads of a figure.

    Raises:
        NotForThePublic: it holds no protected table; the audit of that did not pass; it was
            protected for somebody else than the public; or a name or label in it cannot stand in
            open files.
    """
    # Its numbers are worked out with extras that whoever reads a data set does without.
    from answerable.disclosure.protected import ProtectedTable

    table, meaning = figure.table, figure.meaning
    if not isinstance(table, ProtectedTable):
        raise NotForThePublic("Only a table that disclosure control protected can be published.")
    if not table.proof.audit.passed:
        raise NotForThePublic(f"The audit of “{meaning.title}” did not pass.")
    policy = table.proof.policy
    if policy["profile"] != PUBLIC or policy["marking"]:
        raise NotForThePublic(
            f"“{meaning.title}” was protected for “{policy['profile']}”, not for the public."
        )
    return DataSet(
        title=_title(figure),
        definition=Definition(
            measure=figure.measure,
            version=figure.version,
            title=meaning.title,
            asks=meaning.asks,
            population=meaning.population,
            numerator=meaning.numerator,
            not_applicable=meaning.not_applicable,
            unknown_means=meaning.unknown_means,
            basis=_BASES[figure.basis],
            recommendations=meaning.recommendations,
            owner=meaning.owner,
            source=meaning.source,
        ),
        by=figure.by,
        columns=_checked_names(table.release.by, table.release.value),
        value=table.release.value,
        rows=tuple(_rows(figure)),
        shares=tuple(_shares(figure)),
        sentence=figure.sentence,
        notes=figure.notes,
        as_of=figure.as_of,
        cut=figure.cut,
        is_synthetic=manifest.is_synthetic,
        protection=Protection(
            policy=policy["name"],
            version=policy["version"],
            threshold=policy["threshold"],
            rounded_to=policy["rounded_to"],
        ),
        chart=figure.picture.description if figure.picture else "",
    )


def _title(figure: Figure) -> str:
    by = all_in_words(figure.by)
    return f"{figure.meaning.title}, by {by}" if by else figure.meaning.title


def _rows(figure: Figure) -> Iterator[Row]:
    seen: set[Labels] = set()
    for labels, shown in figure.table.shown.items():
        words = _in_words(figure, figure.columns, labels)
        if words in seen:
            raise NotForThePublic(f"Two values are called alike: {', '.join(words)}. Rename one.")
        seen.add(words)
        yield Row(words, shown)


def _shares(figure: Figure) -> Iterator[Share]:
    for share in figure.shares:
        yield Share(
            _in_words(figure, figure.by, share.group),
            _plain(share.met),
            _plain(share.asked),
            _plain(share.percent),
        )


def _plain(shown: gate.Shown) -> Shown:
    return shown.symbol.value if shown.symbol else shown.value or 0


def _in_words(figure: Figure, columns: tuple[str, ...], labels: Labels) -> Labels:
    return tuple(
        ALL if label == ALL else _checked_label(figure.called(column, label))
        for column, label in zip(columns, labels, strict=True)
    )


def _checked_names(columns: tuple[str, ...], value: str) -> tuple[str, ...]:
    for name in (*columns, value):
        if not _NAME.fullmatch(name):
            raise NotForThePublic(
                f"The column “{name}” needs a name of small letters, digits and underscores."
            )
    if value in columns:
        raise NotForThePublic(f"Two columns are called “{value}”.")
    return columns


def _checked_label(label: str) -> str:
    if label.startswith(_FORMULA) or label == ALL:
        raise NotForThePublic(f"A program would misread the label “{label}”. Reword it.")
    if not label.isprintable():
        raise NotForThePublic(f"The label {label!r} has characters that nobody can see.")
    return label
