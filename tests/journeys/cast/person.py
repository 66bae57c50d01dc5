"""Anybody in front of the site: what a person can see, and what a person can do with a page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.factories import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

READING_SECONDS = 90
"""Longest that a document may take to be read; the machine may be busy."""


def expecting(what: Any) -> Any:
    """Playwright's assertions, which wait; loaded only where a browser is driven."""
    from playwright.sync_api import expect

    return expect(what)


class Person:
    """One person with a browser of their own."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def opens(self, address: str) -> Any:
        """Go to an address of the site; gives the answer."""
        return self.page.goto(address)

    def follows(self, link: str) -> None:
        """Click the first link with this name, be it drawn as a button or not; a page opens."""
        with self.page.expect_navigation():
            self._link(link).click()

    def presses(self, button: str) -> None:
        """Press the button with this name; what it sends is answered with a page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).first.click()

    def fills(self, label: str, words: str) -> None:
        """Write into the question with this label."""
        self.page.get_by_label(label, exact=True).first.fill(words)

    def fills_date(self, question: str, day: date) -> None:
        """Write a date into its three boxes."""
        boxes = self.page.get_by_role("group", name=question)
        for part in ("day", "month", "year"):
            boxes.get_by_label(part.capitalize(), exact=True).fill(str(getattr(day, part)))

    def chooses(self, answer: str) -> None:
        """Choose a radio button or tick a box."""
        self.page.get_by_label(answer, exact=True).first.check()

    def selects(self, label: str, option: str) -> None:
        """Choose an entry of a drop-down list."""
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def attaches(self, label: str, name: str, content: bytes) -> None:
        """Choose a file."""
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        self.page.get_by_label(label).set_input_files(file)  # type: ignore[arg-type]

    def sees(self, *words: str) -> None:
        """Each of these stands on the page."""
        for said in words:
            expecting(self.page.locator("main")).to_contain_text(said)

    def does_not_see(self, *words: str) -> None:
        """None of these stands on the page."""
        for said in words:
            expecting(self.page.locator("main")).not_to_contain_text(said)

    def sees_heading(self, words: str) -> None:
        """The page is the one with this heading."""
        expecting(self.page.get_by_role("heading", level=1)).to_contain_text(words)

    def waits_for(self, words: str) -> None:
        """Something that the site does in the background comes to its end."""
        self.page.get_by_text(words).first.wait_for(timeout=READING_SECONDS * 1000)

    def unfolds(self, summary: str) -> None:
        """Open what lies behind a summary."""
        self.page.locator("summary", has_text=summary).click()

    def comes_to_see(self, words: str) -> None:
        """Look at the page again and again until these words stand on it."""
        last = time.monotonic() + READING_SECONDS
        while words not in self.reads():
            assert time.monotonic() < last, self.reads()
            self.page.wait_for_timeout(500)
            self.page.reload()

    @contextmanager
    def back_to_this_page(self) -> Iterator[None]:
        """Look at another page and come back."""
        here = self.page.url
        yield
        self.opens(here)

    def points_under(self, heading: str) -> list[str]:
        """The points of the first list after a heading."""
        below = self.page.get_by_role("heading", name=heading)
        return below.locator(
            "xpath=following-sibling::*[self::ol or self::ul][1]/li"
        ).all_inner_texts()

    def reads(self) -> str:
        """The words of the page."""
        return self.page.locator("main").inner_text()

    def _link(self, name: str) -> Locator:
        plain, drawn = (self.page.get_by_role(role, name=name) for role in ("link", "button"))
        return plain.or_(drawn.and_(self.page.locator("a"))).first

    def downloads(self, link: str) -> bytes:
        """The file behind a link."""
        address = self._link(link).get_attribute("href")
        answer = self.page.request.get(str(address))
        assert answer.ok, answer.status
        return answer.body()


class Colleague(Person):
    """Somebody with an account."""

    def signs_in(self, email: str, password: str = PASSWORD) -> None:
        """Sign in on the page for it."""
        self.opens("/people/sign-in/")
        self.fills("Email address", email)
        self.fills("Password", password)
        self.presses("Sign in")
        expecting(self._account).to_be_attached()

    def is_signed_in(self) -> bool:
        """Whether the page is that of somebody who is signed in."""
        return self._account.count() > 0

    def signs_in_as(self, full_name: str) -> None:
        """Choose somebody of the demonstration."""
        self.opens("/people/sign-in/")
        self.presses(f"Sign in as {full_name}")

    @property
    def _account(self) -> Locator:
        # On a phone it stands in a menu that is folded up.
        return self.page.get_by_role("link", name="Account", exact=True, include_hidden=True)
