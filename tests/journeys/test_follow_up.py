"""From what was promised to what was proved: the action owner’s way, and the officer’s."""

from __future__ import annotations

import pytest
from tests.journeys.cast.followers import ActionOwner, FollowUpOfficer
from tests.journeys.office import FOLLOWED, FOLLOWED_WITHOUT_SCRIPT
from tests.journeys.serving import Site
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST_PAGES = 4
"""That an action owner sees from having signed in to an action that is updated with evidence."""
CRITERION = "Nine of ten records hold the reason"
EVIDENCE = "Audit of forty records"
WAYS = pytest.mark.parametrize(
    ("stage", "office"),
    [({}, FOLLOWED), ({"java_script_enabled": False}, FOLLOWED_WITHOUT_SCRIPT)],
    ids=["script", "no-script"],
    indirect=["stage"],
)


@WAYS
def test_an_action_owner_updates_an_action_with_evidence_in_at_most_four_pages(
    stage: Stage, site: Site, office: str
) -> None:
    owner = stage.enter(ActionOwner)
    owner.opens(site.pages[f"the action of {office}"])
    owner.signs_in_where_it_was_asked(f"{office.lower()}-owner@example.org")
    owner.sees_heading("Brief every supervisor")
    owner.follows("Update this action")
    owner.fills("What was done since the last update?", "All forty supervisors were briefed.")
    owner.chooses("Green: going to plan")
    owner.chooses("Done")
    owner.chooses("Yes, a file")
    owner.attaches("Select the file", "briefing.txt", b"forty names of teams")
    owner.fills("What is it?", "List of briefings")
    owner.presses("Save the update")
    owner.sees("The update was saved.", "All forty supervisors were briefed.", "List of briefings")
    assert owner.downloads("List of briefings") == b"forty names of teams"
    assert owner.pages <= MOST_PAGES


@WAYS
def test_an_officer_is_refused_closing_before_everything_is_met(
    stage: Stage, site: Site, office: str
) -> None:
    officer = stage.colleague(FollowUpOfficer, f"{office} Officer")
    address = site.pages[f"the commitment of {office}"]
    officer.opens(address)
    officer.sees("Without one this cannot be closed.")
    officer.writes_criterion(CRITERION)
    officer.judges_evidence(EVIDENCE, "I read ten of the records myself.")
    officer.sees("Sufficient: I read ten of the records myself.")
    officer.tests_criterion(CRITERION, EVIDENCE, "Thirty-eight of forty.")
    officer.sees("Met: Thirty-eight of forty.")
    officer.closes("The audit shows it.")
    officer.sees(
        "There is a problem",
        "The organisation does not say that it is complete.",
        "The office has not assured it as complete.",
    )
    officer.opens(address)
    officer.sees("This stands between it and its closure:")
