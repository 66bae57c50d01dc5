"""A survey from its codes to the public page, with and without script."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.journeys.cast.person import Colleague
from tests.journeys.serving import Site
from tests.journeys.stage import PHONE, Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ANSWERS = 6
BODY = "Office for Policing in Zephyrine"


@pytest.mark.parametrize(
    "stage",
    [{}, {"java_script_enabled": False}, {"viewport": PHONE}],
    ids=["script", "no-script", "phone"],
    indirect=True,
)
def test_what_victims_tell_becomes_public(
    stage: Stage, site: Site, request: pytest.FixtureRequest
) -> None:
    title = f"Told in a journey {request.node.callspec.id}"
    officer = stage.officer("Zephyrine")
    officer.opens("/support/surveys/open/")
    officer.fills("What is the survey called?", title)
    officer.chooses("After a decision to take no further action: About how you were told")
    officer.fills_date("From which day on are people asked?", timezone.localdate())
    officer.fills_date(
        "What is the last day on which answers are taken?",
        timezone.localdate() + timedelta(days=60),
    )
    officer.page.get_by_role("group", name="To which recommendations").get_by_role(
        "checkbox"
    ).first.check()
    officer.presses("Open the survey")
    officer.sees("The survey was opened.")
    survey = officer.page.url

    worker = stage.colleague(Colleague, f"{BODY} support_worker")
    worker.opens(survey)
    worker.follows("Record how many were asked")
    worker.chooses("A link")
    worker.fills("How many people did you ask?", "12")
    worker.presses("Record it")
    worker.follows("Make codes to hand out")
    worker.chooses("A link")
    worker.fills("How many codes?", str(ANSWERS))
    worker.presses("Make the codes")
    links = re.findall(r"/survey/[0-9A-Z-]{14}/", worker.reads())
    assert len(links) == ANSWERS

    for number, link in enumerate(links):
        victim = stage.reader()
        victim.opens(link)
        victim.sees_heading("About how you were told")
        victim.page.get_by_role("group", name="Were you told in good time?").get_by_label(
            "No, it took too long"
        ).check()
        if number < 2:
            victim.fills("What would have made it better?", f"A call first, number {number}.")
        victim.presses("Send")
        victim.sees_heading("Thank you")
        assert victim.page.context.cookies() == []
        way_out = victim.page.locator(".govuk-exit-this-page__button").first
        assert way_out.get_attribute("href") == "https://www.bbc.co.uk/weather"

    officer.opens(survey)
    officer.follows("Close the survey")
    officer.presses("Close it")
    officer.follows("Name the two coders")
    officer.selects("Who codes first?", f"{BODY} feedback_coder")
    officer.selects("Who codes second?", "Zephyrine Second Coder")
    officer.presses("Name them")

    coders = [
        stage.colleague(Colleague, name)
        for name in (f"{BODY} feedback_coder", "Zephyrine Second Coder")
    ]
    for coder in coders:
        coder.opens(survey)
        coder.follows("What was written")
        coder.follows("What would have made it better?")
        for _ in range(2):
            coder.chooses("Being told")
            coder.presses("Save and go on")
    coders[1].sees("First: Being told", "Second: Being told")

    officer.opens(survey)
    officer.follows("What was told")
    officer.sees("not shown")
    officer.follows("Write what victims told, and what changed")
    officer.fills("What did victims tell you?", "Many were told too late.")
    officer.fills("If nothing is done yet, why?", "It is being looked into.")
    officer.presses("Save")
    officer.follows("Hand it over for release")
    officer.presses("Hand it over")

    publisher = stage.publisher("Zephyrine")
    publisher.opens("/public/entries/waiting/")
    publisher.follows(title)
    publisher.sees("Many were told too late.")
    publisher.presses("Release")
    publisher.sees("is public now")

    resident = stage.reader()
    resident.opens(site.pages["publication:feedback_list"])
    resident.follows(title)
    resident.sees("What victims told us", "Many were told too late.", "It is being looked into.")
    resident.does_not_see("A call first")
    assert resident.page.context.cookies() == []
