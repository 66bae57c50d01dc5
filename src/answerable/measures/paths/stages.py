"""The stages of a case that paths go by, each with its first day, and where a case ended."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from answerable.measures.curves import ended_without_charge
from answerable.measures.subjects.pilot import compared
from answerable.measures.subjects.relations import beside, earliest, table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class Stage(StrEnum):
    """How far a case has come, in the order in which cases go.

    The recording of the crime is none: it comes before or after others as the day falls.
    """

    REPORTED = "reported"
    SUSPECT = "suspect_identified"
    SPOKEN_TO = "suspect_spoken_to"
    """A suspect was arrested, or interviewed under caution."""
    SUBMITTED = "submitted"
    DECIDED = "decided_by_prosecutors"
    """To charge, or on no further action."""
    CHARGED = "charged"
    FIRST_HEARING = "first_hearing"
    TRIAL = "trial"
    RESULT = "result_at_court"


def staged() -> Table:
    """Every case with the first day of each stage, a column each, and with the day and the way in
    which it ended otherwise than by a charge."""
    spine = table("spine")
    days = {
        Stage.REPORTED: spine["reported_on"],
        Stage.SUSPECT: spine["suspect_on"],
        Stage.SPOKEN_TO: earliest(spine["arrested_on"], spine["interviewed_on"]),
        Stage.SUBMITTED: spine["submitted_on"],
        Stage.DECIDED: earliest(spine["charge_decided_on"], spine["cps_ended_on"]),
        Stage.CHARGED: spine["charged_on"],
        Stage.FIRST_HEARING: spine["first_hearing_on"],
        Stage.TRIAL: spine["trial_on"],
        Stage.RESULT: spine["verdict_on"],
    }
    ended_on, ending = ended_without_charge(spine)
    cases = spine.select(
        "case_number",
        "force",
        "cps_area",
        **{stage.value: on for stage, on in days.items()},
        ended_on=ended_on,
        ending=ending,
    )
    return beside(cases, compared(), "case_number")
