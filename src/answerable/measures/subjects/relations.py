"""The tables of a cut as Ibis relations, and the few ways in which subjects put them together.

Written so that every engine answers alike: no `greatest` and no `least`, which treat empty cells in
one way here and in another there, and no join that leaves two columns of one name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from typing import TYPE_CHECKING

import ibis

from answerable.cuts.built import TABLES
from answerable.cuts.columns import Holds

if TYPE_CHECKING:
    from ibis.expr.schema import Schema
    from ibis.expr.types import BooleanValue, Table, Value

_TYPES = {
    Holds.CASE: "int32",
    Holds.NUMBER: "int32",
    Holds.DAY: "int32",
    Holds.COUNT: "int32",
    Holds.FLAG: "boolean",
    Holds.CODE: "string",
    Holds.OPEN_CODE: "string",
    Holds.WORDS: "string",
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A relation that others read by its name, so that it is worked out once, however many do."""

    name: str
    """None of a table of a cut."""
    relation: Callable[[], Table]
    is_of_whole: bool = False
    """Whether it is worked out over every case of the cut, where others see a part of them."""

    def table(self) -> Table:
        """The relation as others read it."""
        return ibis.table(_schema(self), name=self.name)


@cache
def _schema(prepared: Prepared) -> Schema:
    return prepared.relation().schema()


def table(name: str) -> Table:
    """A table of a cut by its name."""
    columns = {one.name: _TYPES[one.holds] for one in TABLES[name].columns}
    return ibis.table(columns, name=name)


def beside(left: Table, right: Table, *keys: str) -> Table:
    """Every row of `left`, with the columns of the row of `right` that has the same keys, if any.

    The keys must be unique in `right`, and its other columns none of those of `left`.
    """
    named = right.rename({f"{key}_beside": key for key in keys})
    joined = left.left_join(named, [left[key] == named[f"{key}_beside"] for key in keys])
    return joined.drop(*(f"{key}_beside" for key in keys))


def with_each(left: Table, right: Table, *keys: str) -> Table:
    """Each row of `left` with each row of `right` that has the same keys; none where none has."""
    named = right.rename({f"{key}_each": key for key in keys})
    joined = left.inner_join(named, [left[key] == named[f"{key}_each"] for key in keys])
    return joined.drop(*(f"{key}_each" for key in keys))


def with_each_or_none(left: Table, right: Table, *keys: str) -> Table:
    """Each row of `left` with each of `right` that has the same keys, or alone where none has."""
    return beside(left, right, *keys)


def in_its_case(rows: Table, *milestones: str) -> Table:
    """Rows with the organisations of their case, and milestones of its spine."""
    spine = table("spine").select("case_number", "force", "cps_area", *milestones)
    return beside(rows, spine, "case_number")


def first_day(rows: Table, name: str, *keys: str) -> Table:
    """For each of the keys the earliest `happened_on`, under a name."""
    return rows.group_by(list(keys)).aggregate(rows["happened_on"].min().name(name))


def first_of(rows: Table, *keys: str, latest: bool = False) -> Table:
    """For each of the keys the first of its events by day and number, or the latest."""
    order = [rows["happened_on"], rows["event_number"]]
    ordered = [one.desc() for one in order] if latest else order
    window = ibis.window(group_by=[rows[key] for key in keys], order_by=ordered)
    numbered = rows.mutate(place=ibis.row_number().over(window))
    return numbered.filter(numbered["place"] == 0).drop("place")


def spread(wide: Table, named: str, columns: Mapping[str, Mapping[str, str]], *kept: str) -> Table:
    """Several rows for each of `wide`: one for each code, with the columns that are its own.

    Args:
        named: the column that says which code a row is of.
        columns: of each code, its columns by the names that all codes share.
        kept: the columns that every row has.
    """
    each = [
        wide.select(
            *kept, **{named: ibis.literal(code)}, **{to: wide[of] for to, of in own.items()}
        )
        for code, own in columns.items()
    ]
    return together(*each)


def together(*some: Table) -> Table:
    """The rows of all, one after the other."""
    return reduce(lambda one, other: one.union(other), some)


def month_ends() -> Table:
    """The last day of each month of the calendar, as `month_end_on`."""
    days = table("calendar")
    months = days.group_by(["year", "month"]).aggregate(month_end_on=days["day"].max())
    return months.select("month_end_on")


def _bits_of_any(bits: int) -> int:
    """Stands for what engines do: what it takes and what it gives."""
    raise NotImplementedError


bit_or = ibis.udf.agg.builtin(_bits_of_any, name="bit_or")
"""The bits that are set in any. Every engine has it by this name; Ibis does not know of all."""


def bit_of(code: Value, codes: Sequence[str]) -> Value:
    """A number with the bit of a code set; 0 where it is none of them.

    Put together by `bit_or`, one number says which of many codes there were.
    """
    return ibis.cases(*((code == one, 1 << place) for place, one in enumerate(codes)), else_=0)


def has_bit(bits: Value, codes: Sequence[str], code: str) -> BooleanValue:
    """Whether the bit of a code is set; not where there are no bits."""
    return truly((bits & (1 << codes.index(code))) != 0)


def later(one: Value, other: Value) -> Value:
    """The later of two days; empty where either is."""
    return ibis.cases((one >= other, one), (other > one, other))


def earliest(*days: Value) -> Value:
    """The earliest of those days that are known; empty where none is."""
    first, *others = days
    for one in others:
        first = ibis.cases((first.isnull(), one), (one < first, one), else_=first)
    return first


def truly(condition: Value) -> Value:
    """A condition, false where it cannot be told."""
    return condition.fill_null(False)  # noqa: FBT003


def latest_of_all(*days: Value) -> Value:
    """The latest of all days; empty where one is."""
    are_known: BooleanValue = reduce(
        lambda one, other: one & other, (one.notnull() for one in days)
    )
    # Only where none is empty: there every engine takes the greatest alike.
    return ibis.cases((are_known, ibis.greatest(*days)))
