"""Somebody who has read the README and nothing else, and counts what it takes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.journeys.cast.person import Colleague, expecting

from answerable.languages import ENGLISH, welsh

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDING = "button, label, legend, h1, h2, summary, .govuk-hint, .govuk-back-link"
"""Where the product speaks: what people wrote, such as a title, stands in a part of it at most."""


class Newcomer(Colleague):
    """Goes by what stands on the pages, in one language, and reads no address but the first."""

    def __init__(self, page: Page, language: str = ENGLISH) -> None:
        super().__init__(page)
        self.language = language
        self.clicks = 0
        self.fields = 0
        self.not_translated: set[str] = set()
        """Wording that a page in Welsh showed in English."""

    def says(self, english: str) -> str:
        """What the product says for these words in the language of the newcomer."""
        said = None if self.language == ENGLISH else welsh().said(english)
        return said or english

    def begins(self, address: str) -> None:
        """Open the address that the console printed; for Welsh, change the language there."""
        self.opens(address)
        if self.language != ENGLISH:
            self.page.get_by_role("link", name="Cymraeg").click()
            self.clicks += 1
        self._looks()

    def follows(self, link: str) -> None:
        """Follow a link by what it says in English or by a title."""
        super().follows(self.says(link))
        self.clicks += 1
        self._looks()

    def presses(self, button: str) -> None:
        """Press a button by what it says in English."""
        super().presses(self.says(button))
        self.clicks += 1
        self._looks()

    def chooses(self, answer: str) -> None:
        """Choose an answer by what it says in English."""
        super().chooses(self.says(answer))
        self.clicks += 1

    def fills(self, label: str, words: str) -> None:
        """Type into the question with this label in English."""
        super().fills(self.says(label), words)
        self.fields += 1

    def fills_date(self, question: str, day: date) -> None:
        """Type a date: three fields."""
        boxes = self.page.get_by_role("group", name=self.says(question))
        for part in ("Day", "Month", "Year"):
            boxes.get_by_label(self.says(part), exact=True).fill(str(getattr(day, part.lower())))
            self.fields += 1

    def becomes(self, full_name: str) -> None:
        """Sign in as somebody of the demonstration, by the links and buttons for it."""
        sign_out = self.page.get_by_role("button", name=self.says("Sign out"), exact=True)
        if sign_out.count():
            self.presses("Sign out")
        self.follows("Sign in")
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=full_name).click()
        self.clicks += 1
        self._looks()

    def follows_what_has_no_answer(self) -> None:
        """In a list of recommendations, open the first that nobody has answered."""
        items = self.page.locator(".app-results__item")
        open_one = items.filter(has_text=self.says("There is no explanation")).first
        with self.page.expect_navigation():
            open_one.get_by_role("link").first.click()
        self.clicks += 1
        self._looks()

    def sees_said(self, english: str) -> None:
        """The page says this, in the language of the newcomer."""
        expecting(self.page.locator("main")).to_contain_text(self.says(english))

    def _looks(self) -> None:
        """Note what a page in Welsh says in English although the product says it."""
        if self.language == ENGLISH:
            return
        assert self.page.locator("html").get_attribute("lang") == self.language
        for element in self.page.locator(f"main :is({WORDING})").all():
            inner = element.inner_text().strip()
            english = "".join(element.locator("span[lang=en]").all_inner_texts()).strip()
            if inner and english == inner:
                self.not_translated.add(inner)
