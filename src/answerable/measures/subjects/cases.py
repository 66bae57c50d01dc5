"""Cases of a recorded crime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.relations import earliest, table
from answerable.measures.subjects.subject import Subject, day

if TYPE_CHECKING:
    from ibis.expr.types import Table


def _cases() -> Table:
    spine = table("spine")
    return spine.select(
        "case_number",
        "reported_on",
        "not_a_crime_on",
        "pilot_on",
        "advice_requested_on",
        "force",
        "cps_area",
        considered_on=earliest(spine["advice_considered_on"], spine["advice_requested_on"]),
    )


CASES = Subject(
    name="cases",
    one="A case",
    key=("case_number",),
    own=(
        day("reported_on", "The report to the police"),
        day("not_a_crime_on", "It was found to be no recorded crime", "it was not"),
        day("considered_on", "Early advice was first considered or requested", "it was not"),
        day("advice_requested_on", "Early advice was first requested", "it was not"),
        day("pilot_on", "It was first enrolled in the early advice pilot", "it was not"),
    ),
    relation=_cases,
)
