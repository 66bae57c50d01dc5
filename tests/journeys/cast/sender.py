"""Who sends copies of what is published, and takes over what was published in former days."""

from __future__ import annotations

from tests.journeys.cast.person import Colleague


class Sender(Colleague):
    """A colleague whose work begins after publication."""

    def records_posting(self, what: str, *, to: str, proof: str, file: bytes) -> None:
        """Record that a copy went by post today, from the page of the response."""
        self.follows(what)
        self.follows("Record that you sent it yourself")
        self.chooses("By post")
        self.fills("Name of the recipient", to)
        self.fills("How can it be shown that it was sent?", proof)
        self.attaches("File that shows it", "slip.pdf", file)
        self.presses("Record")

    def looks_at_mail(self, what: str, *, to: str, address: str) -> None:
        """Look at the e-mail that would go out, from the page of the response."""
        self.follows(what)
        self.follows("Send it by e-mail from here")
        self.fills("Name of the recipient", to)
        self.fills("Email address", address)
        self.presses("Show what will be sent")

    def looks_at_list(self, name: str, content: str) -> None:
        """Send a list of past responses and look at what loading it would do."""
        self.opens("/responses/past/list/")
        self.attaches("List of past responses", name, content.encode())
        self.presses("Look at the list")
