"""What a subject is: a relation with one row for everything that a measure counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from answerable.cuts.columns import Column, Holds
from answerable.measures.subjects.relations import Prepared

if TYPE_CHECKING:
    from ibis.expr.types import Table

CASE = Column("case_number", Holds.CASE, "The case")
ORGANISATIONS = (
    Column("force", Holds.NUMBER, "The force; of a row about a case, that of the case", "none"),
    Column("cps_area", Holds.NUMBER, "The Area of the prosecutors, likewise", "none"),
)
"""The last columns of every subject."""


@dataclass(frozen=True, slots=True)
class More:
    """Columns that are put beside the rows of a subject only where somebody asks for one."""

    columns: frozenset[str]
    beside: Callable[[Table], Table]
    """The rows, with these columns."""


def more(beside: Callable[[Table], Table], *columns: str) -> More:
    """Columns that a function puts beside the rows of a subject."""
    return More(frozenset(columns), beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One row for everything that a measure counts."""

    name: str
    one: str
    """What one row is."""
    key: tuple[str, ...]
    """The columns that no two rows share."""
    own: tuple[Column, ...]
    """Its columns but for the case, where it is of one, and the organisations."""
    relation: Callable[[], Table]
    """The relation over the tables of a cut, without the columns of `more`. It may have others
    that are none of the subject."""
    more: tuple[More, ...] = ()
    """In the order in which they are put beside the rows."""
    looked_at: str = ""
    """The column of the day at whose end the row is looked at, where there is one: no row is of a
    day after the as-of day of the cut."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column, in order."""
        of_case = (CASE,) if CASE.name in self.key else ()
        return (*of_case, *self.own, *ORGANISATIONS)

    def column(self, name: str) -> Column:
        """One column by its name.

        Raises:
            KeyError: there is none.
        """
        return next((one for one in self.columns if one.name == name), None) or _no(self, name)


@cache
def rows_of(subject: Subject, wanted: frozenset[str]) -> Prepared:
    """The rows of a subject with some of its columns, by a name that no table of a cut has."""

    def relation() -> Table:
        rows = subject.relation()
        for one in subject.more:
            if one.columns & wanted:
                rows = one.beside(rows)
        return rows.select(*(one.name for one in subject.columns if one.name in wanted))

    return Prepared(f"subject_{subject.name}", relation)


def _no(subject: Subject, name: str) -> Column:
    raise KeyError(f"The subject {subject.name!r} has no column {name!r}.")


def day(name: str, about: str, empty: str = "") -> Column:
    """A column of days."""
    return Column(name, Holds.DAY, about, empty)


def number(name: str, about: str, empty: str = "") -> Column:
    """A column of numbers that name something."""
    return Column(name, Holds.NUMBER, about, empty)


def count(name: str, about: str, empty: str = "") -> Column:
    """A column of counts."""
    return Column(name, Holds.COUNT, about, empty)


def flag(name: str, about: str, empty: str = "") -> Column:
    """A column of yes and no."""
    return Column(name, Holds.FLAG, about, empty)


def code(name: str, about: str, code_list: str, empty: str = "") -> Column:
    """A column of codes of a list."""
    return Column(name, Holds.OPEN_CODE, about, empty, code_list=code_list)
