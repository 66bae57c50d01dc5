"""Investigators in post at each month end, and the escalation pathway of each organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from answerable.cuts.tables import GROUPINGS
from answerable.measures.subjects.relations import (
    Prepared,
    beside,
    month_ends,
    table,
    together,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, count, day, number

if TYPE_CHECKING:
    from ibis.expr.types import IntegerColumn, Table

_PATHWAY = ("grouping", "organisation", "month_end_on")


def _in_post() -> Table:
    return table("in_post").mutate(cps_area=ibis.literal(None, "int32"))


def _with_cases() -> Table:
    """Every force and every Area that cases belong to, with the first report among them."""
    return together(*(_those(one) for one in GROUPINGS))


def _those(grouping: str) -> Table:
    spine = table("spine")
    cases = spine.filter(spine[grouping].notnull())
    first = cases.group_by(grouping).aggregate(since_on=cases["reported_on"].min())
    return first.select(
        grouping=ibis.literal(grouping), organisation=first[grouping], since_on=first["since_on"]
    )


WITH_CASES = Prepared("organisations_with_cases", _with_cases, is_of_whole=True)


def _pathways() -> Table:
    """Each organisation at each month end since its first report, with the latest review of the
    pathway that had been held by then."""
    organisations, ends = WITH_CASES.table(), month_ends()
    each = organisations.inner_join(ends, [organisations["since_on"] <= ends["month_end_on"]])
    found = beside(each.select(*_PATHWAY), _reviewed(each), *_PATHWAY)
    return found.mutate(
        days_since_review=found["month_end_on"] - found["reviewed_on"],
        **{one: _where(found, one) for one in GROUPINGS},
    )


def _reviewed(each: Table) -> Table:
    reviews = table("pathway_reviews")
    held = reviews.select(
        "grouping",
        "organisation",
        reviewed_on=reviews["held_on"],
        next_review_on=reviews["next_due_on"],
    )
    pairs = with_each(each.select(*_PATHWAY), held, "grouping", "organisation")
    by_then = pairs.filter(pairs["reviewed_on"] <= pairs["month_end_on"])
    latest = ibis.window(
        group_by=[by_then[one] for one in _PATHWAY], order_by=by_then["reviewed_on"].desc()
    )
    placed = by_then.mutate(place=ibis.row_number().over(latest))
    return placed.filter(placed["place"] == 0).drop("place")


def _where(rows: Table, grouping: str) -> IntegerColumn:
    """The organisation, where this is what it is to cases."""
    return ibis.cases((rows["grouping"] == grouping, rows["organisation"]))


_MONTH_END = day("month_end_on", "The last day of the month")
IN_POST = Subject(
    name="in_post",
    one="An investigator who was in post at the end of a month",
    key=("force", "month_end_on", "place"),
    own=(
        _MONTH_END,
        number("place", "From 1; it names nobody, and leads from one month to no other"),
        code(
            "qualification",
            "How they stood to the courses that qualify, that day included",
            "qualification.qualification",
        ),
    ),
    relation=_in_post,
    looked_at="month_end_on",
)
PATHWAYS = Subject(
    name="pathways",
    one="A force or an Area that cases belong to, and the end of a month since its first report",
    key=_PATHWAY,
    own=(
        code("grouping", "What the organisation is to cases", "groupings"),
        number("organisation", "The organisation"),
        _MONTH_END,
        day("reviewed_on", "The latest review of its pathway by then", "none had been held"),
        day("next_review_on", "The day by which that review said the next is held", "none"),
        count("days_since_review", "Calendar days from that review to the month end", "none"),
    ),
    relation=_pathways,
    looked_at="month_end_on",
)
