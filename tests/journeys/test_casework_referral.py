"""An investigator’s case from the report to the gatekeeper’s decision to refer it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journeys.cast.caseworkers import Caseworker
from tests.journeys.office import COUNTY
from tests.journeys.stage import PHONE, Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
REPORTED, LATE, LATER = date(2026, 6, 1), date(2026, 6, 10), date(2026, 6, 12)


@pytest.mark.parametrize(
    "stage",
    [{}, {"java_script_enabled": False}],
    ids=["script", "no-script"],
    indirect=True,
)
def test_an_investigator_leads_a_case_from_report_to_referral(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    reference = f"RF/{len(request.node.name)}/26"
    investigator = stage.colleague(Caseworker, f"{COUNTY} Investigator")
    investigator.page.set_viewport_size(PHONE)
    investigator.adds_case(reference, REPORTED)

    investigator.begins_to_record("Victim", part="Victims and suspects")
    investigator.fills_date("On which day did the police know of this victim?", REPORTED)
    investigator.fills("Age in whole years at the offence (optional)", "31")
    investigator.records_it()

    investigator.begins_to_record("Offence", part="Report and recording")
    investigator.fills("Which offence?", "19C")
    investigator.fills_date("On which day was it alleged?", REPORTED)
    investigator.records_it()

    investigator.begins_to_record("Support offered", part="Support")
    investigator.fills_date("On which day was it offered?", LATE)
    investigator.chooses("Before the victim’s account")
    investigator.chooses("No answer yet")
    investigator.records_it(why="The victim was in hospital until the ninth.")
    investigator.sees("Not kept to", "Done, against a rule")

    investigator.begins_to_record("Item of a plan", part="Investigation plan and action plans")
    investigator.chooses("The investigation plan of the police")
    investigator.fills("What is to be done?", "Ask for the recordings of the taxi rank")
    investigator.fills_date("On which day was it asked for?", LATE)
    investigator.fills_date("By which day?", LATER)
    investigator.records_it()
    investigator.sees("Ask for the recordings of the taxi rank")

    investigator.begins_to_record("Early advice considered", part="Early advice")
    investigator.fills_date("On which day was it considered?", LATE)
    investigator.chooses("Yes")
    investigator.records_it()
    investigator.begins_to_record("Early advice requested", part="Early advice")
    investigator.fills_date("On which day was it requested?", LATE)
    investigator.records_it()

    gatekeeper = stage.colleague(Caseworker, f"{COUNTY} Gatekeeper")
    gatekeeper.looks_up(reference)
    gatekeeper.gives_reason("To decide what happens next in the case")
    gatekeeper.begins_to_record("Decision", part="Decisions")
    gatekeeper.chooses("The police")
    gatekeeper.chooses("To refer the case to the prosecutors")
    gatekeeper.fills_date("On which day was it decided?", LATER)
    gatekeeper.fills("Why was it decided so?", "Both accounts need a prosecutor’s view.")
    gatekeeper.presses("Continue")
    gatekeeper.sees("To refer the case to the prosecutors", "12 June 2026")
    gatekeeper.presses("Record it")
    gatekeeper.sees("Decision: recorded.")

    investigator.page.reload()
    investigator.sees("To refer the case to the prosecutors")
