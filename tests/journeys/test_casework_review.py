"""A victim is told of a decision as they wish, and asks for a review of it."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.journeys.cast.caseworkers import Caseworker
from tests.journeys.county import DECIDED
from tests.journeys.office import COUNTY
from tests.journeys.stage import Stage
from tests.journeys.test_accessibility import faults

from answerable.statute import civil_date

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WHY = "Two people saw what happened, and they do not agree."


@pytest.mark.parametrize("stage", [{"bypass_csp": True}], ids=["looked-at"], indirect=True)
def test_a_victim_is_told_and_asks_for_a_review(stage: Stage) -> None:
    today = civil_date(timezone.now())
    investigator = stage.colleague(Caseworker, f"{COUNTY} Investigator")
    investigator.opens(stage.site.pages[DECIDED])

    investigator.begins_to_record("How the victim wants to be told", part="Telling the victim")
    investigator.fills_date("On which day did the victim say so?", today)
    investigator.chooses("In person")
    investigator.fills("When should nobody contact them, and when is best? (optional)", "Mornings")
    investigator.presses("Continue")
    assert faults(investigator.page) == []
    investigator.presses("Record it")

    investigator.follows("Draft the notice of a decision to a victim")
    investigator.fills("Why was it decided so?", WHY)
    investigator.presses("Draft it")
    investigator.sees("How they want to be told: in person.", "When: Mornings", WHY)
    investigator.sees("You have the right to ask for a review.")
    investigator.does_not_see("For officials alone.")
    assert faults(investigator.page) == []
    assert investigator.takes_out("Take it out as a Word file").startswith(b"PK")

    investigator.follows("Record that victim 1 was told")
    investigator.fills_date("On which day was the victim told?", today)
    investigator.chooses("In person")
    investigator.chooses("The investigator")
    for asked in (
        "Was the decision explained, with its reasons?",
        "Were they told of the Victims’ Right to Review?",
        "Was support offered again?",
    ):
        investigator.page.get_by_role("group", name=asked).get_by_label("Yes").check()
    investigator.records_it()

    investigator.begins_to_record("Review asked for", part="Victims’ right to review")
    investigator.fills_date("On which day did the request arrive?", today)
    investigator.fills("Why, in their own words? (optional)", "Nobody asked the driver.")
    investigator.records_it()
    investigator.sees("Acknowledge")

    investigator.begins_to_record(
        "Request for a review acknowledged", part="Victims’ right to review"
    )
    investigator.fills_date("On which day was it acknowledged?", today)
    investigator.chooses("Letter")
    investigator.records_it()

    investigator.begins_to_record("Result of a review", part="Victims’ right to review")
    investigator.fills_date("On which day was it decided?", today)
    investigator.page.get_by_role("group", name="At which level?").get_by_role("radio").last.check()
    investigator.page.get_by_role("group", name="What came of it?").get_by_role(
        "radio"
    ).first.check()
    investigator.fills("Why? (optional)", "The driver has been asked since.")
    investigator.records_it()
    investigator.sees("The driver has been asked since.")
