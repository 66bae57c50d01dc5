"""Who fills the register: documents, inspections, recommendations."""

from __future__ import annotations

from datetime import date

from tests.journeys.cast.person import Colleague


class Registrar(Colleague):
    """A colleague whose work is the register."""

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
