"""What a table of a cut is: its columns, what each holds, and what its empty cells mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What a column holds. It decides the type in Parquet and in a batch of rows."""

    CASE = "case"
    """The number of a case, a pseudonym."""
    NUMBER = "number"
    """The number of an event, a victim, a suspect, an organisation: a name, never a quantity."""
    DAY = "day"
    """Days since 1 January 1970, of the civil date in London."""
    COUNT = "count"
    FLAG = "flag"
    """Yes or no."""
    CODE = "code"
    """One code of a closed list."""
    OPEN_CODE = "open_code"
    """A code of a list that is too long, or has too many versions, to stand here."""
    WORDS = "words"
    """Words of the product itself, such as a citation. Never what somebody typed."""

    @property
    def parquet(self) -> str:
        """The type in DuckDB's words, which is also what a reader of the Parquet file meets."""
        return _PARQUET[self]

    @property
    def batch(self) -> str:
        """The numpy type of the column in a batch of rows (see `batches.Batch`)."""
        return _BATCH[self]


_PARQUET = {
    Holds.CASE: "INTEGER",
    Holds.NUMBER: "INTEGER",
    Holds.DAY: "INTEGER",
    Holds.COUNT: "INTEGER",
    Holds.FLAG: "BOOLEAN",
    Holds.CODE: "VARCHAR",
    Holds.OPEN_CODE: "VARCHAR",
    Holds.WORDS: "VARCHAR",
}
_BATCH = {
    Holds.CASE: "int32",
    Holds.NUMBER: "int32",
    Holds.DAY: "int32",
    Holds.COUNT: "int32",
    Holds.FLAG: "bool",
    Holds.CODE: "uint8",
    Holds.OPEN_CODE: "str",
    Holds.WORDS: "str",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    holds: Holds
    about: str
    """What it says, in one sentence without a full stop."""
    empty: str = ""
    """What an empty cell (null) means; "" where no cell is ever empty."""
    codes: tuple[str, ...] = ()
    """The codes of a closed list, in its order. A batch holds the position in it, from 0."""
    code_list: str = ""
    """What the table `codes` calls the list; "" where the column has none."""

    @property
    def may_be_empty(self) -> bool:
        """Whether a cell may be null."""
        return bool(self.empty)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a cut, which is one Parquet file of the same name."""

    name: str
    about: str
    """What one row is, in one sentence."""
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    """The columns by which the rows are sorted: what comes first in them is sorted by first. A code
    of a closed list is sorted by its place in the list."""
    key: tuple[str, ...]
    """The columns that no two rows have the same values in."""

    def column(self, name: str) -> Column:
        """The column of a name.

        Raises:
            KeyError: the table has none.
        """
        for one in self.columns:
            if one.name == name:
                return one
        raise KeyError(name)

    @property
    def is_of_cases(self) -> bool:
        """Whether its rows are of cases, and not of organisations, days or lists."""
        return "case_number" in self.names

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(one.name for one in self.columns)


def by_name(tables: Iterable[Table]) -> dict[str, Table]:
    """Tables by their names."""
    return {one.name: one for one in tables}
