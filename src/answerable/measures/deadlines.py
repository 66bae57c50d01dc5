"""The last day in time under a limit, for every day on which it may start to run.

Worked out from the tables `limits` and `calendar` of the cut, so that a figure is measured by the
limits that applied when its cut was written, each start by the version in force on that day.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import Prepared, beside, table, truly, with_each
from answerable.statute.limits import Unit

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value

EVERYBODY = -(2**31)
"""Stands for all organisations that set no version of a limit: the number of none."""
_ALWAYS = -(10**6)
"""Stands for a version that governs every earlier day: before any day of a calendar."""
_HOURS_A_DAY = 24
_MONTHS_A_YEAR = 12


def with_deadline(rows: Table, code: str, starts: str, name: str) -> Table:
    """Rows of a subject with the last day in time under a limit, inclusive, under a name.

    A version that the force or the Area of a case set for itself governs there beside those of
    everybody. A limit is set by forces or by Areas, never by both.

    Args:
        starts: the column of day 0.
    """
    owners = LIMIT_OWNERS.table()
    own = owners.filter(owners["code"] == code).select(
        "organisation",
        sets=ibis.literal(True),  # noqa: FBT003
    )
    for organisation in ("force", "cps_area"):
        named = own.rename({organisation: "organisation", f"{organisation}_sets": "sets"})
        rows = beside(rows, named, organisation)
    bound = ibis.cases(
        (truly(rows["force_sets"]), rows["force"]),
        (truly(rows["cps_area_sets"]), rows["cps_area"]),
        else_=ibis.literal(EVERYBODY, "int32"),
    )
    rows = rows.mutate(bound=bound).drop("force_sets", "cps_area_sets")
    days = due_days(code).table()
    limit = (
        days.filter(days["code"] == code)
        .drop("code")
        .rename({"bound": "organisation", starts: "start", name: "due"})
    )
    return beside(rows, limit, "bound", starts).drop("bound")


@cache
def due_days(*codes: str) -> Prepared:
    """The last days in time under these limits, as others read them."""
    return Prepared("due_days", lambda: deadlines(*codes))


def deadlines(*codes: str) -> Table:
    """Four columns: `code` is one of these limits; `organisation` who has versions of its own, or
    `EVERYBODY`; `start` is day 0; `due` the last day in time, inclusive.

    A day on which no version was in force has no row; neither has one outside the calendar.
    """
    governed = _governed(codes)
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
    return governed.select("code", "organisation", start=governed["day"], due=due.cast("int32"))


def _owners() -> Table:
    """The organisations that set a version of a limit for themselves."""
    limits = table("limits")
    return limits.filter(limits["organisation"].notnull()).select("code", "organisation").distinct()


LIMIT_OWNERS = Prepared("limit_owners", _owners)


def _binding(codes: tuple[str, ...]) -> Table:
    """The versions that bind each: everybody’s bind all, an organisation’s own itself. The later
    its `place`, the sooner it governs: the one that came into force last, and of several from one
    day the one added last."""
    limits = table("limits")
    versions = limits.filter(limits["code"].isin(codes)).select(
        "code", "organisation", "version", "count", "unit", "in_force_from", "in_force_to"
    )
    everybodys = versions.filter(versions["organisation"].isnull()).drop("organisation")
    of_owners = with_each(everybodys, LIMIT_OWNERS.table(), "code")
    known = versions["organisation"].fill_null(ibis.literal(EVERYBODY, "int32"))
    bound = versions.mutate(organisation=known).union(of_owners.select(*versions.columns))
    since = bound["in_force_from"].fill_null(_ALWAYS)
    window = ibis.window(
        group_by=[bound["code"], bound["organisation"]], order_by=[since, bound["version"]]
    )
    return bound.mutate(place=ibis.row_number().over(window))


def _governed(codes: tuple[str, ...]) -> Table:
    """Each day with the version of each limit that governs it, for each that is bound by others."""
    days, binding = table("calendar"), _binding(codes)
    each = days.select("day").cross_join(binding)
    in_force = each.filter(
        each["in_force_from"].isnull() | (each["in_force_from"] <= each["day"]),
        each["in_force_to"].isnull() | (each["day"] <= each["in_force_to"]),
    )
    keys = ("code", "organisation", "place")
    governing = in_force.group_by("code", "organisation", "day").aggregate(
        place=in_force["place"].max()
    )
    counted = with_each(governing, binding.select(*keys, "count", "unit"), *keys)
    dated = beside(
        counted, days.select("day", "year", "month", "day_of_month", "working_days"), "day"
    )
    return dated.mutate(
        nth=dated["working_days"] + dated["count"],
        month_number=dated["year"] * _MONTHS_A_YEAR + dated["month"] + dated["count"],
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
