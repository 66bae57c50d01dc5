"""The stages of a case that paths go by, each with its first day, and where a case ended."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import ibis

from answerable.measures.curves import Ending, of_outcome
from answerable.measures.subjects.decisions import is_outcome
from answerable.measures.subjects.pilot import compared
from answerable.measures.subjects.relations import beside, earliest, table, truly

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
    which it ended otherwise than by a charge.

    The ending is the first one, whether or not the case was taken up again.
    """
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
    is_charge = is_outcome(spine["first_outcome"], 1)
    outcome_on = ibis.cases((~is_charge, spine["first_outcome_on"]))
    ended_on = earliest(outcome_on, spine["not_a_crime_on"])
    ending = ibis.cases(
        (ended_on.isnull(), ibis.null("string")),
        (
            truly(outcome_on == ended_on),
            of_outcome(spine["first_outcome"], spine["first_outcome_maker"]),
        ),
        else_=Ending.TRANSFERRED.value,
    )
    cases = spine.select(
        "case_number",
        "force",
        "cps_area",
        **{stage.value: on for stage, on in days.items()},
        ended_on=ended_on,
        ending=ending,
    )
    return beside(cases, compared(), "case_number")
