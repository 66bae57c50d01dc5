"""Which column of a list tells what: by its heading, or as a person says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from answerable.documents.tables import Value
from answerable_site.register.rules.lists.cells import word_key

LEAVE_OUT: Final = "leave_out"
"""What a person chooses for a column that is not wanted."""


class ListColumn(Protocol):
    """What a column may tell; the members of an enumeration."""

    @property
    def label(self) -> str:
        """Its heading in the template."""
        ...

    @property
    def is_required(self) -> bool:
        """Whether nothing can be read without it."""
        ...


C = TypeVar("C", bound=ListColumn)


@dataclass(frozen=True, slots=True)
class Columns(Generic[C]):
    """Which column of a file tells what; columns are counted from 0."""

    headers: tuple[str, ...]
    header_row: int
    """The row of the headers, counted from 1 as a spreadsheet program does."""
    places: Mapping[C, int]
    left_out: tuple[int, ...]
    """Columns with a header that nothing is taken from."""
    problems: tuple[str, ...]
    """Why nothing can be read yet, a sentence each."""


def header_of(rows: Sequence[Sequence[Value]]) -> int:
    """The position of the row with the headers: the first that holds anything."""
    return next((position for position, row in enumerate(rows) if any(_texts(row))), 0)


def headers_in(rows: Sequence[Sequence[Value]]) -> tuple[str, ...]:
    """The headings of a list, column by column."""
    return tuple(_texts(rows[header_of(rows)])) if rows else ()


def header_key(header: str) -> str:
    """A heading as it is looked up: signs and capitals do not count."""
    return word_key(header)


def told_columns(
    rows: Sequence[Sequence[Value]], told: Sequence[C | None], every: Sequence[C]
) -> Columns[C]:
    """What each column tells, and what is unclear about it.

    Args:
        rows: of the file; the first that holds anything names the columns.
        told: what each column tells, by its position; None for nothing.
        every: all columns that there may be.
    """
    headers = headers_in(rows)
    places: dict[C, int] = {}
    problems: list[str] = []
    for position, column in enumerate(told):
        if column is None:
            continue
        if column in places:
            problems.append(
                f"“{headers[places[column]]}” and “{headers[position]}” are both taken as "
                f"“{column.label}”. Choose which of them it is, and leave the other out."
            )
        else:
            places[column] = position
    problems += [
        f"No column is taken as “{column.label}”. Choose the column that holds it."
        for column in every
        if column.is_required and column not in places
    ]
    taken = set(places.values())
    return Columns(
        headers=headers,
        header_row=header_of(rows) + 1,
        places=places,
        left_out=tuple(n for n, header in enumerate(headers) if header and n not in taken),
        problems=tuple(problems),
    )


def _texts(row: Sequence[Value]) -> list[str]:
    return [" ".join(str(value).split()) for value in row]
