"""Cases of the early advice pilot, beside those that they are compared with."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import Prepared, beside, first_day, table
from answerable.measures.subjects.subject import Subject, code, day
from answerable.records.kinds.court import Verdict

if TYPE_CHECKING:
    from ibis.expr.types import Table


class PilotGroup(StrEnum):
    """What a case is to the pilot. Each case is one thing."""

    ENROLLED = "enrolled"
    """It was enrolled, whether or not it left the pilot later."""
    BEFORE = "before"
    """It was reported before the first case of its force was enrolled."""
    BESIDE = "beside"
    """It was reported since then, and was not enrolled."""
    ELSEWHERE = "elsewhere"
    """No case of its force was ever enrolled."""

    @property
    def label(self) -> str:
        """What the group is called."""
        return _LABELS[self]


_LABELS = {
    PilotGroup.ENROLLED: "Enrolled in the pilot",
    PilotGroup.BEFORE: "Reported before the pilot",
    PilotGroup.BESIDE: "Not enrolled since",
    PilotGroup.ELSEWHERE: "Of a force without the pilot",
}

_CONVICTIONS = tuple(one.value for one in Verdict if one.is_conviction)


def _begun() -> Table:
    spine = table("spine")
    enrolled = spine.filter(spine["pilot_on"].notnull())
    return enrolled.group_by("force").aggregate(began_on=enrolled["pilot_on"].min())


PILOT_BEGUN = Prepared("pilot_begun", _begun, is_of_whole=True)
"""For each force that takes part in the pilot, the day on which its first case was enrolled."""


def compared() -> Table:
    """Every case with what it is to the pilot."""
    spine = table("spine").select("case_number", "reported_on", "pilot_on", "force")
    cases = beside(spine, PILOT_BEGUN.table(), "force")
    pilot = ibis.cases(
        (cases["pilot_on"].notnull(), PilotGroup.ENROLLED.value),
        (cases["began_on"].isnull(), PilotGroup.ELSEWHERE.value),
        (cases["reported_on"] < cases["began_on"], PilotGroup.BEFORE.value),
        else_=PilotGroup.BESIDE.value,
    )
    return cases.select("case_number", pilot=pilot)


def _cases() -> Table:
    results = table("event_court_result")
    convicted = results.filter(results["verdict"].isin(_CONVICTIONS))
    cases = table("spine").select(
        "case_number",
        "reported_on",
        "not_a_crime_on",
        "submitted_on",
        "charged_on",
        "first_hearing_on",
        "force",
        "cps_area",
    )
    found = beside(cases, compared(), "case_number")
    return beside(found, first_day(convicted, "convicted_on", "case_number"), "case_number")


PILOT_CASES = Subject(
    name="pilot_cases",
    one="A case, in the early advice pilot or not",
    key=("case_number",),
    own=(
        day("reported_on", "The report to the police"),
        day("not_a_crime_on", "It was found to be no recorded crime", "it was not"),
        code("pilot", "What it is to the pilot", "pilot groups"),
        day("submitted_on", "It was first submitted for a charging decision", "it was not"),
        day("charged_on", "A suspect was first charged", "nobody was"),
        day("first_hearing_on", "The first hearing at court", "there was none"),
        day("convicted_on", "A suspect was first convicted", "nobody was"),
    ),
    relation=_cases,
)
