"""Those who work on cases."""

from __future__ import annotations

from datetime import date

from tests.journeys.cast.person import Colleague


class Caseworker(Colleague):
    """Somebody of a force, of the CPS or of a support service."""

    def adds_case(self, reference: str, reported_on: date) -> None:
        """Add a case of the own force."""
        self.opens("/cases/")
        self.follows("Add a case")
        self.fills("Crime reference", reference)
        self.fills_date("On which day was it reported to the police?", reported_on)
        self.presses("Add")

    def looks_up(self, reference: str) -> None:
        """Find a case by its crime reference."""
        self.opens("/cases/")
        self.follows("Look up a case")
        self.chooses("Crime reference")
        self.fills("Reference", reference)
        self.presses("Look up")

    def gives_reason(self, reason: str, words: str = "") -> None:
        """Say why the case is opened."""
        self.chooses(reason)
        self.fills("In your own words", words)
        self.presses("Open the case")

    def shares_with(self, organisation: str) -> None:
        """Let an organisation work on the case that is open."""
        self.follows("Share it with an organisation")
        self.chooses(organisation)
        self.presses("Share")

    def assigns(self, post: str) -> None:
        """Let somebody work on the case that is open."""
        self.follows("Let somebody work on it")
        self.chooses(post)
        self.presses("Let this person work on it")

    def ends(self, what: str) -> None:
        """End somebody's work, or an organisation's, on the case that is open."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=what).click()

    def begins_to_record(self, what: str, *, part: str = "") -> None:
        """Choose, in the case that is open, what happened; where there is much to choose from, the
        part of the case first."""
        self.follows("Record what happened")
        if part:
            self.picks(part)
        self.picks(what)

    def picks(self, link: str) -> None:
        """Follow the link with exactly this name."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=link, exact=True).click()

    def records_it(self, why: str = "") -> None:
        """Look at the answers, say why a rule was not kept where that is asked, and record."""
        self.presses("Continue")
        self.sees_heading("Check before you record")
        if why:
            self.fills("Why was it so?", why)
        self.presses("Record it")
        self.sees("What is due")

    def takes_out(self, button: str) -> bytes:
        """The file that a button gives."""
        with self.page.expect_download() as started:
            self.page.get_by_role("button", name=button, exact=True).click()
        return started.value.path().read_bytes()
