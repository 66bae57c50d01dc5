"""The other people of an office, and the public."""

from __future__ import annotations

from tests.journeys.cast.person import Colleague, Person


class ChiefOfficersOffice(Colleague):
    """Works for the chief officer of the force."""

    def submits_comments(self, title: str, name: str, office: str, text: str) -> None:
        """Send the chief officer's comments on a report."""
        self.opens("/due/")
        self.follows(title)
        self.follows("Chief officer’s comments")
        self.fills("Name of the chief officer", name)
        self.fills("Title", office)
        self.fills("Comments on the report", text)
        self.presses("Send to the body")


class Signatory(Colleague):
    """Holds the office of the policing body, or is a delegate."""

    def opens_for_signature(self) -> None:
        """Open the exact document that waits for a signature, from what is due."""
        self.opens("/due/")
        self.follows("Sign the response")
        self.sees_heading("Sign the response")

    def signs(self) -> None:
        """Sign what the page shows."""
        self.presses("Sign this response")

    def leaves_out(
        self, title: str, passage: str, *, where: str, reason: str, for_readers: str
    ) -> None:
        """Decide that a passage of a response is not for publication."""
        self.opens("/due/")
        self.follows(title)
        self.follows("Passages that are not for publication")
        self.follows("Leave a passage out")
        self.selects("Where does the passage stand?", where)
        self.fills("The passage", passage)
        self.fills("Why is it left out?", reason)
        self.fills("The reason that readers see", for_readers)
        self.presses("Leave it out")


class Publisher(Colleague):
    """Publishes what somebody else signed."""

    def publishes(self) -> None:
        """Publish the signed response that waits, from what is due."""
        self.opens("/due/")
        self.follows("Publish the response")
        self.presses("Publish now")


class Administrator(Colleague):
    """Adds people and grants roles."""

    def adds_person(self, *, name: str, email: str, role: str) -> None:
        """Add somebody to the administrator's first organisation, who gets an e-mail."""
        self.opens("/people/")
        self.follows("Add a person to")
        self.fills("Full name", name)
        self.fills("Email address", email)
        self.chooses(role)
        self.presses("Add this person")

    def confirms_role_of(self, name: str) -> None:
        """Confirm the role of somebody whom another administrator proposed."""
        self.opens("/people/")
        self.follows(name)
        self.page.get_by_role("button", name="Confirm this role").click()


class Reader(Person):
    """A member of the public, who never signs in."""

    def finds_response(self, title: str) -> None:
        """Open the public page of an inspection."""
        self.opens("/public/")
        self.follows(title)
