"""The response officer: drafts the response, after filling the register and before sending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from tests.journeys.cast.registrar import Registrar
from tests.journeys.cast.sender import Sender


@dataclass(frozen=True)
class Explanation:
    """What an officer answers to one recommendation."""

    answer: str
    text: str
    due_on: date | None = None
    owner: str = ""


class ResponseOfficer(Registrar, Sender):
    """A colleague whose work is the register, the draft, and what follows publication."""

    def opens_response(self, title: str) -> None:
        """Open the response to a report from the list of what is due."""
        self.opens("/due/")
        self.follows(title)

    def opens_answered(self, title: str) -> None:
        """Open the response to a report of which an answer is public."""
        self.opens("/responses/")
        self.follows(title)

    def decides_duty(self, answer: str, reason: str) -> None:
        """Decide whether the law asks for the response, from its page."""
        self.follows("Decide whether the law asks for this response")
        self.chooses(answer)
        self.fills("Why?", reason)
        self.presses("Record the decision")

    def invites_chief_officer(self, *, invited: date, wanted_by: date) -> None:
        """Record the invitation, from the page of the response."""
        self.follows("Invite the chief officer to comment")
        self.fills_date("When was the chief officer invited?", invited)
        self.fills_date("By when are comments wanted?", wanted_by)
        self.presses("Save")

    def explains_each(self, explanations: Sequence[Explanation]) -> int:
        """Explain every recommendation, from the page of the response; gives how many there are.

        The explanations are used in turn.
        """
        self.follows("Explain every recommendation")
        addresses = [
            str(link.get_attribute("href"))
            for link in self.page.locator(".app-results__heading a").all()
        ]
        for address, explanation in zip(addresses, cycle(explanations), strict=False):
            self.opens(address)
            self.explains(explanation)
        self.follows("Back to the response")
        return len(addresses)

    def explains(self, explanation: Explanation) -> None:
        """Answer the recommendation on the page."""
        self.chooses(explanation.answer)
        if explanation.due_on:
            self.fills_date("By when will it be complete?", explanation.due_on)
            self.fills("Who sees to it?", explanation.owner)
        self.fills("Explanation", explanation.text)
        self.presses("Save")

    def writes_own_comments(self, text: str) -> None:
        """Write what the body says, from the page of the response."""
        self.follows("Your own comments")
        self.fills("Your own comments on the report", text)
        self.presses("Save")

    def prepares(self) -> None:
        """Prepare the response for signature, from the page of the response."""
        self.follows("Check and prepare for signature")
        self.presses("Prepare for signature")

    def prepares_incomplete(self, because: str) -> None:
        """Put the response forward although something is missing, from its page."""
        self.follows("Check and prepare for signature")
        self.fills("Why does it go out before it is complete?", because)
        self.presses("Prepare it incomplete")

    def begins_to_complete(self, because: str) -> None:
        """Begin a further version of what is incomplete, from the page of the response."""
        self.follows("Complete the response")
        self.chooses("Add what was missing or came later")
        self.fills("Why is there to be another version?", because)
        self.presses("Begin a further version")
