"""A prosecutor decides on no further action, and the meeting before it is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journeys.cast.caseworkers import Caseworker
from tests.journeys.county import SUBMITTED
from tests.journeys.office import COUNTY
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MET, DECIDED = date(2026, 6, 9), date(2026, 6, 10)
WITHOUT_A_MEETING = "without a meeting of both sides before it"


def test_a_decision_without_a_meeting_is_recorded_and_flagged_until_the_meeting_is(
    stage: Stage,
) -> None:
    prosecutor = stage.colleague(Caseworker, f"{COUNTY} Prosecutor")
    prosecutor.opens(stage.site.pages[SUBMITTED])
    prosecutor.begins_to_record("Decision", part="Decisions")
    prosecutor.chooses("The prosecutors")
    prosecutor.chooses("No further action")
    prosecutor.fills_date("On which day was it decided?", DECIDED)
    prosecutor.fills("Why was it decided so?", "The two accounts stand against each other.")
    prosecutor.presses("Continue")
    prosecutor.sees("It will be recorded as it happened, and flagged.", WITHOUT_A_MEETING)

    prosecutor.presses("Record it")
    prosecutor.sees("There is a problem", "Say why the rule was not kept")
    prosecutor.fills("Why was it so?", "The record of the meeting was not to be found.")
    prosecutor.presses("Record it")
    prosecutor.sees("Not kept to", WITHOUT_A_MEETING)

    prosecutor.begins_to_record(
        "Meeting before a decision", part="Letters, meetings and disagreements"
    )
    prosecutor.fills_date("On which day did they meet?", MET)
    prosecutor.chooses("In person")
    for asked in ("Was the investigator there?", "Was the prosecutor there?"):
        prosecutor.page.get_by_role("group", name=asked).get_by_label("Yes").check()
    prosecutor.records_it()
    prosecutor.does_not_see(WITHOUT_A_MEETING)
    prosecutor.sees("Why a rule was not kept: The record of the meeting was not to be found.")
