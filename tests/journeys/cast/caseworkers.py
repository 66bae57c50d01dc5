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
