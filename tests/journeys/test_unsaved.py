"""What is typed and not saved is kept, offered again, and never put in place by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.journeys.cast.person import Colleague, expecting
from tests.journeys.serving import Site
from tests.journeys.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OFFICER = "Zephyrine Officer"
PAUSE = 15_100
"""Milliseconds after which a page keeps what was typed."""
TYPED = "We welcome this report.\n\nWe label bags."


@pytest.fixture
def officer(stage: Stage) -> Any:
    """A response officer whose browser's clock the test moves on."""
    writer = stage.colleague(Colleague, OFFICER)
    writer.page.clock.install()
    return writer


def writes(officer: Any, words: str) -> None:
    """Type into the text of the page, and let the time pass after which it is kept."""
    officer.page.locator("textarea").fill(words)
    officer.page.clock.run_for(PAUSE)


def kept(page: Page) -> Locator:
    """The line that says what became of what was typed."""
    return page.locator("[data-app-kept]")


def test_what_was_typed_comes_back_when_it_is_asked_for(officer: Any, site: Site) -> None:
    officer.opens(site.pages["responses:own_comments"])
    writes(officer, TYPED)
    expecting(kept(officer.page)).to_contain_text("not saved yet")

    officer.opens(site.pages["responses:own_comments"])
    officer.sees("and did not save it")
    expecting(officer.page.locator("textarea")).to_have_value("")
    officer.follows("Put it into the form")
    expecting(officer.page.locator("textarea")).to_have_value(TYPED)

    officer.presses("Throw it away")
    officer.sees("was thrown away")
    expecting(officer.page.locator("textarea")).to_have_value("")


def test_a_page_says_when_the_writer_is_signed_out(officer: Any, site: Site) -> None:
    officer.opens(site.pages["responses:reply"])
    officer.page.context.clear_cookies(name="sessionid")
    writes(officer, TYPED)
    expecting(kept(officer.page)).to_contain_text("you are signed out")
    expecting(officer.page.locator("textarea")).to_have_value(TYPED)


def test_saving_ends_what_was_kept(officer: Any, site: Site) -> None:
    officer.opens(site.pages["responses:reply"])
    writes(officer, TYPED)
    expecting(kept(officer.page)).to_contain_text("not saved yet")
    officer.presses("Save")
    officer.opens(site.pages["responses:reply"])
    assert officer.page.get_by_text("did not save it").count() == 0
    expecting(officer.page.locator("textarea")).to_have_value(TYPED)
