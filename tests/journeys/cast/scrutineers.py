"""Those who hold a force to account at a meeting, and those who are held to account."""

from __future__ import annotations

from datetime import date

from tests.journeys.cast.person import Colleague


class Scrutineer(Colleague):
    """Somebody of an office, or of the force that it holds to account."""

    def plans(self, title: str, on: date) -> None:
        """Plan a public conference."""
        self.opens("/meetings/")
        self.follows("Plan a meeting")
        self.fills("What is it called?", title)
        self.chooses("Public accountability conference")
        self.chooses("Public")
        self.fills_date("On which day is it?", on)
        self.presses("Plan the meeting")

    def puts_on_the_agenda(self, title: str) -> None:
        """Put what is proposed under this title on the agenda."""
        self.chooses(title)
        self.chooses("They go on the agenda")
        self.presses("Decide")

    def leaves_out_the_rest(self, reason: str) -> None:
        """Leave out everything else that is proposed, if anything is."""
        rest = self.page.get_by_role("checkbox")
        if not rest.count():
            return
        for box in rest.all():
            box.check()
        self.chooses("They are left out")
        self.fills("Why are they left out?", reason)
        self.presses("Decide")

    def adds_what_is_not_public(self, title: str) -> None:
        """Add an item by hand that the public does not read."""
        self.follows("Add an item by hand")
        self.fills("What is it called?", title)
        self.page.get_by_label("The public may read this item").uncheck()
        self.presses("Put it on the agenda")

    def freezes(self) -> None:
        """Freeze the pack of the agenda that is open."""
        self.follows("Freeze the pack")
        self.presses("Freeze the pack")

    def asks(self, words: str, whom: str, about: str, due_on: date) -> None:
        """Put a question that is answered in writing."""
        self.follows("Put a question")
        self.selects("What is it about?", about)
        self.fills("What is asked?", words)
        self.fills("Who asks?", "The Commissioner")
        self.chooses(whom)
        self.fills_date("By when is an answer in writing due?", due_on)
        self.presses("Put the question")

    def answers(self, question: str, words: str) -> None:
        """Answer a question that waits."""
        self.opens("/meetings/")
        self.follows(question)
        self.fills("What is the answer?", words)
        self.fills("Who answers?", "The Deputy Chief Constable")
        self.chooses("It was given in writing afterwards")
        self.presses("Record the answer")

    def decides_on_an_action(self, title: str, about: str, by_on: date) -> None:
        """Write down an action for follow-up."""
        self.follows("Write down what was decided")
        self.selects("What is it about?", about)
        self.chooses("An action")
        self.fills("What is to be done?", title)
        self.fills_date("By when?", by_on)
        self.fills("In the words of the minutes", f"It was agreed to {title.lower()}.")
        self.presses("Record the decision")

    def writes_minutes(self, words: str, private_words: str) -> None:
        """Write both parts of the minutes."""
        self.follows("Write the minutes")
        self.fills("Minutes", words)
        self.fills("What is not public", private_words)
        self.presses("Save the minutes")
