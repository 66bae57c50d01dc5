"""Brings people in front of the site, each with a browser of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.text import slugify
from tests.journeys.cast.officer import ResponseOfficer
from tests.journeys.cast.others import (
    Administrator,
    ChiefOfficersOffice,
    Publisher,
    Reader,
    Signatory,
)
from tests.journeys.cast.person import Colleague, Person
from tests.journeys.serving import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

Somebody = TypeVar("Somebody", bound=Person)
Worker = TypeVar("Worker", bound=Colleague)


class Stage:
    """Everybody who acts in one journey."""

    def __init__(self, browser: Browser, site: Site, **options: Any) -> None:
        self.site = site
        self._browser = browser
        self._options = {"base_url": site.address, "viewport": DESK, "locale": "en-GB"} | options
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []
        """What browsers wrote into their consoles as errors."""

    def enter(self, kind: type[Somebody]) -> Somebody:
        """Somebody who has not signed in."""
        context = self._browser.new_context(**self._options)
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return kind(page)

    def colleague(self, kind: type[Worker], full_name: str) -> Worker:
        """Somebody of an office, signed in: how one signs in is a journey of its own."""
        worker = self.enter(kind)
        email = f"{slugify(full_name)}@example.org"
        if not self._goes_on(worker, email):
            worker.signs_in(email)
        return worker

    def _goes_on(self, worker: Colleague, email: str) -> bool:
        """Whether somebody goes on with the session that they had from the beginning; a journey
        that ended it, or a role that was given, makes them sign in."""
        if email not in self.site.sessions:
            return False
        session = {"url": self.site.address, **self.site.sessions[email]}
        worker.page.context.add_cookies([session])
        worker.opens("/")
        return worker.is_signed_in()

    def officer(self, office: str) -> ResponseOfficer:
        """The response officer of an office."""
        return self.colleague(ResponseOfficer, f"{office} Officer")

    def chief(self, office: str) -> ChiefOfficersOffice:
        """Somebody in the office of the chief officer."""
        return self.colleague(ChiefOfficersOffice, f"{office} Chief")

    def holder(self, office: str) -> Signatory:
        """The holder of an office."""
        return self.colleague(Signatory, f"{office} Holder")

    def publisher(self, office: str) -> Publisher:
        """The publisher of an office."""
        return self.colleague(Publisher, f"{office} Publisher")

    def administrator(self, office: str, which: str = "Administrator") -> Administrator:
        """The first administrator of an office; the second is its "Deputy"."""
        return self.colleague(Administrator, f"{office} {which}")

    def reader(self) -> Reader:
        """A member of the public."""
        return self.enter(Reader)

    def seen(self) -> str:
        """What stands on everybody's page, for a report of a failure."""
        pages = [page for context in self._contexts for page in context.pages]
        return "\n\n".join(
            "\n".join([page.url, *page.locator("main").all_inner_texts()]) for page in pages
        )

    def close(self) -> None:
        """Close every browser."""
        for context in self._contexts:
            context.close()

    def _listen(self, message: ConsoleMessage) -> None:
        # A refusal that a journey asks for is no fault of the page.
        refused = any(f"status of {status}" in message.text for status in (403, 429))
        if message.type == "error" and not refused:
            self.complaints.append(f"{message.location.get('url')}: {message.text}")
