"""A meeting from its plan to its public page, with what happens in between."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.journeys.cast.scrutineers import Scrutineer
from tests.journeys.office import SCRUTINISED
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
QUESTION, ANSWER = "Why are bags without labels?", "The printer broke."
SECRET, PRIVATE = "A misconduct matter", "The officer was named."


@pytest.mark.parametrize(
    ("stage", "office"),
    [({}, SCRUTINISED[0]), ({"java_script_enabled": False}, SCRUTINISED[1])],
    ids=["script", "no-script"],
    indirect=["stage"],
)
def test_a_force_answers_in_public_for_what_it_promised(stage: Stage, office: str) -> None:
    today = timezone.localdate()
    force = f"{office} Constabulary"

    officer = stage.colleague(Scrutineer, f"{office} Officer")
    officer.plans("Winter conference", today)
    officer.presses("Look for exceptions in follow-up")
    officer.sees("Late by 10 days, counted from the original date")
    item = officer.page.get_by_role("checkbox", name="Label every bag").first
    title = item.evaluate("box => box.labels[0].textContent.trim()")
    officer.puts_on_the_agenda(title)
    officer.adds_what_is_not_public(SECRET)
    officer.leaves_out_the_rest("Heard in summer")
    officer.freezes()
    officer.sees("The pack is frozen.", "Late by 10 days", SECRET)
    officer.follows("The meeting")
    meeting = officer.page.url
    officer.asks(QUESTION, force, title, today + timedelta(days=14))

    chief = stage.colleague(Scrutineer, f"{office} Chief")
    chief.answers(QUESTION, ANSWER)
    chief.sees(ANSWER)
    chief.follows("Read the pack")
    assert chief.downloads("PDF").startswith(b"%PDF")

    officer.opens(meeting)
    officer.follows("The meeting was held")
    officer.presses("The meeting was held")
    officer.decides_on_an_action("Buy a second printer", title, today + timedelta(days=30))
    officer.sees("An action: Buy a second printer")
    officer.writes_minutes("The force explained itself.", PRIVATE)

    holder = stage.colleague(Scrutineer, f"{office} Holder")
    holder.opens(meeting)
    holder.follows("Agree the minutes")
    holder.presses("Agree the minutes")
    holder.sees("The minutes are agreed.")

    officer.opens(meeting)
    officer.follows("Prepare the public part")
    officer.sees(QUESTION, ANSWER, "The force explained itself.")
    officer.does_not_see(SECRET, PRIVATE)
    officer.presses("Hand it to a publisher")

    publisher = stage.publisher(office)
    publisher.opens("/public/entries/waiting/")
    publisher.follows("Winter conference")
    publisher.presses("Release")
    publisher.sees("is public now")

    reader = stage.reader()
    reader.opens(f"/public/office-for-policing-in-{office.lower()}/meetings/")
    reader.follows("Winter conference")
    reader.sees(QUESTION, ANSWER, "Late by 10 days", "buy a second printer")
    reader.does_not_see(SECRET, PRIVATE)
    assert stage.complaints == []
