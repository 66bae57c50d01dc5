"""The last day in time under a limit, for every day on which it may start to run.

Worked out from the tables `limits` and `calendar` of the cut, so that a figure is measured by the
limits that applied when its cut was written, each start by the version in force on that day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import beside, table
from answerable.statute.limits import Unit

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value

_ALWAYS = -(10**6)
"""Stands for a version that governs every earlier day: before any day of a calendar."""
_HOURS_A_DAY = 24
_MONTHS_A_YEAR = 12


def deadlines(code: str) -> Table:
    """Two columns, `start` and `due`: the start is day 0, the due day the last in time, inclusive.

    A day on which no version was in force has no row; neither has one outside the calendar.
    """
    governed = _governed(code)
    for found in (_by_working_days(), _by_months()):
        governed = beside(governed, *found)
    due = ibis.cases(
        (governed["count"] == 0, governed["day"]),
        (governed["unit"] == Unit.CALENDAR_DAYS.value, governed["day"] + governed["count"]),
        (
            governed["unit"] == Unit.HOURS.value,
            governed["day"] + (governed["count"] + _HOURS_A_DAY - 1) // _HOURS_A_DAY,
        ),
        (governed["unit"] == Unit.WORKING_DAYS.value, governed["working_day"]),
        else_=governed["first_day"] + _within(governed["day_of_month"], governed["length"]) - 1,
    )
    return governed.select(start=governed["day"], due=due.cast("int32"))


def _governed(code: str) -> Table:
    """Each day with the version that governs it: the one that came into force last, and of several
    from one day the one added last."""
    limits, days = table("limits"), table("calendar")
    versions = limits.filter(limits["code"] == code).select(
        "version", "count", "unit", "in_force_from", "in_force_to"
    )
    each = days.select("day", "year", "month", "day_of_month", "working_days").cross_join(versions)
    governing = each.filter(
        each["in_force_from"].isnull() | (each["in_force_from"] <= each["day"]),
        each["in_force_to"].isnull() | (each["day"] <= each["in_force_to"]),
    )
    since = governing["in_force_from"].fill_null(_ALWAYS)
    latest = ibis.window(
        group_by=governing["day"], order_by=[since.desc(), governing["version"].desc()]
    )
    placed = governing.mutate(place=ibis.row_number().over(latest))
    first = placed.filter(placed["place"] == 0)
    return first.mutate(
        nth=first["working_days"] + first["count"],
        month_number=first["year"] * _MONTHS_A_YEAR + first["month"] + first["count"],
    )


def _by_working_days() -> tuple[Table, str]:
    days = table("calendar")
    working = days.filter(days["is_working_day"])
    return working.select(nth=working["working_days"], working_day=working["day"]), "nth"


def _by_months() -> tuple[Table, str]:
    days = table("calendar")
    numbered = days.mutate(month_number=days["year"] * _MONTHS_A_YEAR + days["month"])
    months = numbered.group_by("month_number").aggregate(
        first_day=numbered["day"].min(), length=numbered["day_of_month"].max()
    )
    return months, "month_number"


def _within(one: Value, most: Value) -> Value:
    return ibis.cases((one <= most, one), else_=most)
