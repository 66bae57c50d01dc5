"""The way from signing in to a response, with a keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.factories import PASSWORD
from tests.journeys.cast.person import Person
from tests.journeys.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_STEPS = 40


def test_somebody_signs_in_and_opens_the_first_response(stage: Stage) -> None:
    person = stage.enter(Person)
    page = person.page
    person.opens("/people/sign-in/")

    _tab_to(page, "Email address")
    page.keyboard.type("zephyrine-officer@example.org")
    _tab_to(page, "Password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/due/")

    page.keyboard.press("Tab")
    assert "Skip to main content" in _focused(page)
    page.keyboard.press("Enter")
    due = page.get_by_role("heading", name="Responses, soonest first")
    first = due.locator("xpath=following::li[1]").get_by_role("link")
    title = first.inner_text()
    _tab_to(page, title)
    page.keyboard.press("Enter")
    page.wait_for_url("**/responses/**")
    person.sees_heading(title)


def _tab_to(page: Page, name: str) -> None:
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if name in _focused(page):
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"{name!r} is not reached with {MOST_STEPS} presses of the Tab key.")


def _focused(page: Page) -> str:
    """The name of what has the focus."""
    return str(
        page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).innerText ?? ''"
        )
    )
