"""How a tracker is read: said once, kept under a name, used again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, TypeAlias

from answerable.documents.tables import Value
from answerable_site.followup.rules.states import Whose
from answerable_site.followup.rules.tracker.columns import EITHER, NAMES, Column
from answerable_site.followup.rules.tracker.words import MEANINGS
from answerable_site.register.rules import lists
from answerable_site.register.rules.lists import LEAVE_OUT, Reading, header_key, headers_in

Columns: TypeAlias = lists.Columns[Column]


class Blank(StrEnum):
    """What an empty cell of a column means."""

    NOT_TOLD = "not_told"
    AS_ABOVE = "as_above"
    MISTAKE = "mistake"

    @property
    def label(self) -> str:
        return _BLANKS[self]


_BLANKS: Final = {
    Blank.NOT_TOLD: "Nothing is told: what is held stays",
    Blank.AS_ABOVE: "The same as in the row above",
    Blank.MISTAKE: "A mistake: every row needs it",
}


class MappingRefused(ValueError):
    """What was kept cannot be read as a mapping; the message says why."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a body reads a tracker."""

    columns: Pairs[str, str] = field(default_factory=dict)
    """By `keys_of` a heading, the value of a `Column` or `LEAVE_OUT`; others by their heading."""
    reading: Reading = field(default_factory=Reading)
    blanks: Pairs[Column, Blank] = field(default_factory=dict)
    """`Blank.NOT_TOLD` where nothing is said."""
    words: Pairs[Column, Pairs[str, str]] = field(default_factory=dict)
    """What words of a column stand for, by `word_key`."""
    organisation_id: int | None = None
    """Which has to act where a row names none."""
    inspection_id: int | None = None
    """What rows are about that name no inspection."""
    whose: Whose = Whose.INTERNAL
    """Whose dates these are where neither a column nor the recommendation itself says so."""
    enters_missing: bool = False
    """A recommendation that the register does not hold is entered there as the tracker words it."""

    def as_json(self) -> dict[str, Any]:
        """Plain data; `from_json` is its inverse."""
        return {
            "columns": dict(self.columns),
            "month_first": self.reading.month_first,
            "short_years": self.reading.short_years,
            "blanks": {column.value: blank.value for column, blank in self.blanks.items()},
            "words": {column.value: dict(said) for column, said in self.words.items()},
            "organisation_id": self.organisation_id,
            "inspection_id": self.inspection_id,
            "whose": self.whose.value,
            "enters_missing": self.enters_missing,
        }

    @classmethod
    def from_json(cls, data: Pairs[str, Any]) -> Mapping:
        """The mapping of plain data.

        Raises:
            MappingRefused: it names a column or a meaning that there is not.
        """
        try:
            return cls(
                columns={key: _column(told) for key, told in data["columns"].items()},
                reading=Reading(data["month_first"], data["short_years"]),
                blanks={Column(one): Blank(blank) for one, blank in data["blanks"].items()},
                words={Column(one): _said(Column(one), w) for one, w in data["words"].items()},
                organisation_id=data["organisation_id"],
                inspection_id=data["inspection_id"],
                whose=Whose(data["whose"]),
                enters_missing=data["enters_missing"],
            )
        except (KeyError, ValueError, TypeError, AttributeError) as wrong:
            raise MappingRefused(f"These choices cannot be read: {wrong}.") from wrong


def keys_of(headers: Sequence[str]) -> list[str]:
    """A name for each column that stays when columns move: its heading, and which of several."""
    seen: Counter[str] = Counter()
    keys = []
    for header in headers:
        key = header_key(header)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} ({seen[key]})")
    return keys


def columns_of(rows: Sequence[Sequence[Value]], mapping: Mapping) -> Columns:
    """What each column of a tracker tells: as a person said, else by its heading."""
    headers = headers_in(rows)
    found = lists.told_columns(rows, _told(headers, mapping), list(Column))
    return found if found.problems else _checked(found, mapping)


def _told(headers: Sequence[str], mapping: Mapping) -> list[Column | None]:
    said = [mapping.columns.get(key, "") for key in keys_of(headers)]
    told = [_one(choice, header) for choice, header in zip(said, headers, strict=True)]
    taken = {column for column in told if column}
    for position, (choice, header) in enumerate(zip(said, headers, strict=True)):
        pair = _PAIRS.get(header_key(header))
        if choice or pair is None:
            continue
        of_commitment, of_action = pair
        lists_actions = Column.ACTION in taken and of_action not in taken
        told[position] = of_action if lists_actions else of_commitment
    return told


def _one(choice: str, header: str) -> Column | None:
    if choice:
        return None if choice == LEAVE_OUT else Column(choice)
    return _BY_NAME.get(header_key(header))


def _checked(found: Columns, mapping: Mapping) -> Columns:
    """Refused where no column tells what the rows are about."""
    have = set(found.places)
    names_report = Column.INSPECTION in have or mapping.inspection_id is not None
    if have & {Column.REFERENCE, Column.TEXT} or (Column.NUMBER in have and names_report):
        return found
    return lists.Columns(
        headers=found.headers,
        header_row=found.header_row,
        places=found.places,
        left_out=found.left_out,
        problems=(_ABOUT_NOTHING,),
    )


def _column(told: str) -> str:
    if told != LEAVE_OUT:
        Column(told)
    return told


def _said(column: Column, words: Pairs[str, str]) -> dict[str, str]:
    return {word: MEANINGS[column](value).value for word, value in words.items()}


_ABOUT_NOTHING: Final = (
    "No column tells which recommendation a row is about. Choose the columns with the inspection "
    "and the number of the recommendation, or the one with its text."
)
_BY_NAME: Final = {header_key(name): column for column, names in NAMES.items() for name in names}
_PAIRS: Final = {header_key(name): pair for pair, names in EITHER.items() for name in names}
