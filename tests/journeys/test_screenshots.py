"""Walks through the tutorial on the demonstration and makes the pictures of the documentation."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from tests.journeys.cast.officer import Explanation, ResponseOfficer
from tests.journeys.cast.others import ChiefOfficersOffice, Publisher, Reader, Signatory
from tests.journeys.cast.person import Colleague, Person
from tests.journeys.serving import ROOT, demonstrating
from tests.journeys.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURES = ROOT / "docs/pictures"
SIZE = {"width": 1180, "height": 960}
COLOURS = 48
TODAY = date.today()  # noqa: DTZ011
LETTER = "Letter on the progress of Wexmoor Police"
ASSESSMENT = "Wexmoor Police: an assessment of effectiveness and efficiency"
INSPECTORS = "Send a copy to the inspectors of constabulary"
PAST = """\
Our reference,Report title,Report published,Response published,Recommendations explained
WX/3,Left luggage: a national inspection of property stores,16/7/2021,9/9/2021,yes
WX/4,Wexmoor Police: an inspection of its firearms unit,5 January 2022,31/2/2022,yes
WX/5,Calls at night: a joint inspection of control rooms,3 May 2023,1 August 2023,some
"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        os.environ.get("ANSWERABLE_SCREENSHOTS") != "yes",
        reason="makes the pictures in docs/ afresh: just screenshots",
    ),
]


@pytest.fixture
def demonstration(chromium: Browser, tmp_path: Path) -> Iterator[Stage]:
    with demonstrating(tmp_path) as site:
        stage = Stage(chromium, site, viewport=SIZE)
        yield stage
        stage.close()


def test_a_newcomer_can_walk_through_the_tutorial(demonstration: Stage) -> None:
    officer = demonstration.enter(ResponseOfficer)
    officer.opens("/people/sign-in/")
    _picture(officer, "sign-in")
    officer.signs_in_as("Mirren Tallowby")
    officer.sees_heading("What is due")
    _picture(officer, "what-is-due")

    officer.follows("control-room-letter.pdf")
    officer.begins_to_confirm()
    _picture(officer, "confirm-the-inspection")
    officer.presses("Confirm")
    officer.begins_to_decide()
    _picture(officer, "a-candidate-beside-its-page")
    assert officer.accepts_the_rest() == 2

    officer.opens_response(LETTER)
    _picture(officer, "the-steps-of-a-response")
    officer.follows("Decide whether the law asks for this response")
    _picture(officer, "the-duty")
    officer.chooses("Yes: the report is about our force")
    officer.fills("Why?", "The letter is about our control room alone.")
    officer.presses("Record the decision")
    officer.invites_chief_officer(invited=TODAY, wanted_by=TODAY + timedelta(days=7))

    chief = demonstration.enter(ChiefOfficersOffice)
    chief.signs_in_as("Dunstan Ferrow")
    chief.submits_comments(
        LETTER, "Dunstan Ferrow", "Chief Constable", "We call back every dropped call by night too."
    )

    officer.opens_response(LETTER)
    officer.writes_own_comments("We welcome this letter. Callers wait less than they did.")
    officer.follows("Explain every recommendation")
    officer.follows("Recommendation")
    officer.chooses("Action proposed")
    _picture(officer, "explain-a-recommendation")
    officer.opens_response(LETTER)
    officer.explains_each(
        [
            Explanation(
                "Action proposed",
                "The force will send the figures for each hour of the night.",
                TODAY + timedelta(days=21),
                "Head of the control room",
            ),
            Explanation("Action taken", "The chief constable reported in public last week."),
        ]
    )
    officer.prepares()

    holder = demonstration.enter(Signatory)
    holder.signs_in_as("Oswin Harkle")
    holder.opens_for_signature()
    _picture(holder, "sign-what-is-shown")
    holder.signs()

    publisher = demonstration.enter(Publisher)
    publisher.signs_in_as("Petra Quillmoor")
    publisher.publishes()

    reader = demonstration.enter(Reader)
    reader.opens("/public/")
    _picture(reader, "public-register")
    reader.follows(LETTER)
    reader.sees("in time", "Download this response", "PDF", "Word", "OpenDocument text")
    _picture(reader, "a-published-response")

    officer.opens_answered(LETTER)
    officer.looks_at_mail(
        INSPECTORS, to="Inspectors of constabulary", address="inspectors@copies.example"
    )
    _picture(officer, "send-a-copy", from_words="This goes out")
    officer.presses("Send now")
    officer.comes_to_see("The mail server took the e-mail")
    officer.opens_answered(LETTER)
    _whole_page(officer, "all-steps-of-a-response")
    officer.follows("Evaluation: every step, its date and its proof")
    _picture(officer, "the-evaluation", from_words="Duty decided")


def test_pages_beside_the_tutorial(demonstration: Stage) -> None:
    reader = demonstration.enter(Reader)
    reader.finds_response(ASSESSMENT)
    reader.sees("Version 2", "What differs from the version before")
    reader.unfolds("What differs from the version before")
    _picture(reader, "a-response-with-versions", from_words="Version 2, published")

    officer = demonstration.enter(ResponseOfficer)
    officer.opens("/people/sign-in/")
    officer.signs_in_as("Mirren Tallowby")
    officer.opens("/register/")
    _picture(officer, "the-register")
    officer.opens_answered(ASSESSMENT)
    officer.sees("version 2 is public, but only an earlier version was sent.")
    officer.looks_at_list("past-responses.csv", PAST)
    officer.sees("Mistake")
    _whole_page(officer, "past-responses-dry-run")


def test_pages_after_the_response(demonstration: Stage) -> None:
    officer = demonstration.enter(ResponseOfficer)
    officer.opens("/people/sign-in/")
    officer.signs_in_as("Mirren Tallowby")
    officer.opens("/follow-up/exceptions/")
    _picture(officer, "what-needs-a-look")
    officer.follows("Agree with prosecutors when early advice is sought")
    _picture(officer, "a-commitment")
    officer.opens("/meetings/")
    _picture(officer, "scrutiny-meetings")

    auditor = demonstration.enter(Colleague)
    auditor.opens("/people/sign-in/")
    auditor.signs_in_as("Hollis Grendale")
    auditor.opens("/access-review/")
    _picture(auditor, "who-looked")


def test_pages_of_cases(demonstration: Stage) -> None:
    investigator = demonstration.enter(Colleague)
    investigator.opens("/people/sign-in/")
    investigator.signs_in_as("Tamsin Oakhollow")
    investigator.opens("/cases/due/")
    _picture(investigator, "what-is-due-in-cases")
    investigator.follows("Case 1")
    _picture(investigator, "a-case")


def _picture(person: Person, name: str, *, from_words: str = "") -> None:
    """What the person sees, in few colours.

    Args:
        name: of the file.
        from_words: what stands at the upper edge; empty for wherever the page is.
    """
    if from_words:
        person.page.get_by_text(from_words).first.evaluate("it => it.scrollIntoView()")
    _save(person.page.screenshot(), name)


def _whole_page(person: Person, name: str) -> None:
    """All that the page says, without what stands round it on every page."""
    _save(person.page.locator("main .govuk-grid-column-two-thirds").first.screenshot(), name)


def _save(shot: bytes, name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    few = Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / f"{name}.png", optimize=True)
