"""From the README alone to a published response in the demonstration, counting what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.journeys.cast.newcomer import Newcomer
from tests.journeys.serving import ROOT, Site, demonstrating
from tests.journeys.stage import DESK

from answerable.languages import ENGLISH

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_CLICKS, MOST_FIELDS = 56, 10
"""It takes 52 and 7: under ten minutes at eight seconds a click and fifteen a field."""
LETTER = "Letter on the progress of Wexmoor Police"
PEOPLE = ("Mirren Tallowby", "Dunstan Ferrow", "Oswin Harkle", "Petra Quillmoor")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with demonstrating(tmp_path_factory.mktemp("newcomer")) as site:
        yield site


@pytest.fixture
def newcomer(
    chromium: Browser, demonstration: Site, request: pytest.FixtureRequest
) -> Iterator[Newcomer]:
    context = chromium.new_context(base_url=demonstration.address, viewport=DESK, locale="en-GB")
    context.set_default_timeout(15_000)
    yield Newcomer(context.new_page(), request.param)
    context.close()


@pytest.mark.parametrize(
    ("newcomer", "document", "title"),
    [
        pytest.param(ENGLISH, "control-room-letter.pdf", LETTER, id="in English"),
    ],
    indirect=["newcomer"],
)
def test_a_newcomer_reaches_a_published_response(
    newcomer: Newcomer, document: str, title: str
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(name in readme for name in PEOPLE)
    newcomer.begins("/")
    officer, chief, holder, publisher = PEOPLE
    newcomer.becomes(officer)
    _takes_into_the_register(newcomer, document)
    _begins_the_response(newcomer, title)
    newcomer.becomes(chief)
    _comments(newcomer, title)
    newcomer.becomes(officer)
    _answers(newcomer, title)
    newcomer.becomes(holder)
    newcomer.follows("Sign the response")
    newcomer.presses("Sign this response")
    newcomer.becomes(publisher)
    newcomer.follows("Publish the response")
    newcomer.presses("Publish now")
    newcomer.presses("Sign out")
    newcomer.follows("Public register")
    newcomer.follows(title)
    newcomer.sees("We call back every dropped call.")
    newcomer.sees_said("Download this response")
    assert newcomer.clicks <= MOST_CLICKS
    assert newcomer.fields <= MOST_FIELDS
    assert newcomer.not_translated == set()


def _takes_into_the_register(newcomer: Newcomer, document: str) -> None:
    newcomer.follows(document)
    newcomer.follows("Continue")
    newcomer.presses("Confirm")
    newcomer.follows("Decide on the next")
    newcomer.presses("Accept")
    newcomer.presses("Accept")


def _begins_the_response(newcomer: Newcomer, title: str) -> None:
    newcomer.follows("What is due")
    newcomer.follows(title)
    newcomer.follows("Decide whether the law asks for this response")
    newcomer.chooses("Yes: the report is about our force")
    newcomer.fills("Why?", "The letter is about our control room alone.")
    newcomer.presses("Record the decision")
    newcomer.follows("Invite the chief officer to comment")
    newcomer.presses("Save")


def _comments(newcomer: Newcomer, title: str) -> None:
    newcomer.follows(title)
    newcomer.follows("Chief officer’s comments")
    newcomer.fills("Name of the chief officer", "Dunstan Ferrow")
    newcomer.fills("Title", "Chief Constable")
    newcomer.fills("Comments on the report", "We call back every dropped call.")
    newcomer.presses("Send to the body")


def _answers(newcomer: Newcomer, title: str) -> None:
    newcomer.follows(title)
    newcomer.follows("Your own comments")
    newcomer.fills("Your own comments on the report", "We welcome this letter.")
    newcomer.presses("Save")
    for _ in range(2):
        newcomer.follows("Explain every recommendation")
        newcomer.follows_what_has_no_answer()
        newcomer.chooses("Action taken")
        newcomer.fills("Explanation", "The chief constable reported in public last week.")
        newcomer.presses("Save")
        newcomer.follows("Back to the response")
    newcomer.follows("Check and prepare for signature")
    newcomer.presses("Prepare for signature")
