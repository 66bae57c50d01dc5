"""Those who follow recommendations up."""

from __future__ import annotations

from tests.factories import PASSWORD
from tests.journeys.cast.person import Colleague


class ActionOwner(Colleague):
    """Somebody who was told of an action by its address, and counts the pages to get it done."""

    pages = 0
    """Seen since signing in."""

    def signs_in_where_it_was_asked(self, email: str) -> None:
        """Sign in on the page that came up; it leads back to what was asked for."""
        self.fills("Email address", email)
        self.fills("Password", PASSWORD)
        self.presses("Sign in")

    def follows(self, link: str) -> None:
        """Follow a link: one page more."""
        super().follows(link)
        self.pages += 1

    def presses(self, button: str) -> None:
        """Press a button: one page more."""
        super().presses(button)
        self.pages += 1


class FollowUpOfficer(Colleague):
    """A response officer who follows up."""

    def writes_criterion(self, words: str) -> None:
        """Write what has to be true before the commitment that is open may be closed."""
        self.follows("Write a criterion")
        self.fills("What has to be true?", words)
        self.presses("Add the criterion")

    def judges_evidence(self, title: str, found: str) -> None:
        """Find a piece of evidence sufficient."""
        self.follows(f"Evidence waits to be judged: {title}")
        self.chooses("Yes")
        self.fills("What does this rest on?", found)
        self.presses("Record it")

    def tests_criterion(self, words: str, evidence: str, found: str) -> None:
        """Find a criterion met, on a piece of evidence."""
        self.follows(f"A criterion waits to be tested: {words}")
        self.chooses("Yes")
        self.chooses(evidence)
        self.fills("What does this rest on?", found)
        self.presses("Record the test")

    def closes(self, words: str) -> None:
        """Try to close the commitment that is open, by the address of its form."""
        self.opens(f"{self.page.url}close/")
        self.fills("What does this rest on?", words)
        self.presses("Close it")
