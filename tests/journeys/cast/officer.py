"""The response officer: fills the register and drafts the response."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from tests.journeys.cast.person import Colleague


@dataclass(frozen=True)
class Explanation:
    """What an officer answers to one recommendation."""

    answer: str
    text: str
    due_on: date | None = None
    owner: str = ""


class ResponseOfficer(Colleague):
    """A colleague whose work is the register and the draft."""

    def adds_document(self, name: str, content: bytes) -> None:
        """Upload a file; the page of the document opens."""
        self.opens("/register/documents/add/")
        self.attaches("Inspection report, letter or response", name, content)
        self.presses("Add the document")
        self.sees_heading(name)

    def begins_to_confirm(self) -> None:
        """Go from the page of a document that was read to the facts found in it."""
        self.follows("Continue")
        self.sees_heading("Confirm the inspection")

    def confirms_inspection(self, body: str) -> None:
        """Confirm the facts on the page, for one body alone."""
        concerned = self.page.get_by_role("group", name="Which local policing bodies")
        for box in concerned.get_by_role("checkbox").all():
            box.uncheck()
        concerned.get_by_label(body, exact=True).check()
        self.presses("Confirm")

    def begins_to_decide(self) -> None:
        """Open the first candidate that waits."""
        self.sees_heading("Decide on what was found")
        self.follows("Decide on the next")

    def accepts(self, text: str | None = None) -> None:
        """Accept the candidate on the page, with other words where they are given."""
        if text is not None:
            self.fills("Text", text)
        self.presses("Accept")

    def rejects(self, reason: str) -> None:
        """Reject the candidate on the page."""
        self.follows("Reject it")
        self.fills("Reason", reason)
        self.presses("Reject")

    def splits(self, *parts: tuple[str, str]) -> None:
        """Split the candidate on the page into parts, each with its number and text."""
        self.follows("Split it into several")
        for position, (number, text) in enumerate(parts):
            part = self.page.get_by_role("group", name=f"Part {position + 1}")
            part.get_by_label("Number as printed (optional)").fill(number)
            part.get_by_label("Text", exact=True).fill(text)
        self.presses("Split and accept")

    def accepts_the_rest(self) -> int:
        """Accept every candidate that waits, one by one; gives how many there were."""
        accepted = 0
        while self.page.get_by_role("button", name="Accept", exact=True).count():
            self.accepts()
            accepted += 1
        return accepted

    def adds_by_hand(self, number: str, text: str, reason: str) -> None:
        """Add a recommendation that was not found, from the page of the candidates."""
        self.follows("Add one by hand")
        self.fills("Number as printed (optional)", number)
        self.fills("Text", text)
        self.chooses("No deadline is stated")
        self.chooses("Recommendation")
        self.fills("Why do you enter it by hand?", reason)
        self.presses("Add the recommendation")

    def explains_gap(self, missing: str, explanation: str) -> None:
        """Say why numbers are missing, from the page of the inspection."""
        self.follows(f"Explain why {missing}")
        self.fills("Why are they missing?", explanation)
        self.presses("Save")

    def sets_working_date(self, recommendation: str, day: date, reason: str) -> None:
        """Set the date that the office works to, from the page of the inspection."""
        self.follows(recommendation)
        self.follows("Set the date that your office works to")
        self.fills_date("Date that your office works to", day)
        self.fills("Why this date?", reason)
        self.presses("Set the date")

    def opens_response(self, title: str) -> None:
        """Open the response to a report from the list of what is due."""
        self.opens("/due/")
        self.follows(title)

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
