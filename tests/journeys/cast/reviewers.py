"""Those who plan, score and release reviews of case files."""

from __future__ import annotations

from datetime import date

from tests.journeys.cast.person import Colleague


class ReviewPlanner(Colleague):
    """A supervisor of a force."""

    def plans(self, title: str, question: str, first_day: date, last_day: date) -> None:
        """Plan a review of open cases with one question."""
        self.opens("/case-reviews/")
        self.follows("Plan a review")
        self.fills("What is the review called?", title)
        self.fills("Why are files read?", "To see whether promises are kept.")
        self.fills("Questions of your own (optional)", question)
        self.fills_date("Cases reported from", first_day)
        self.fills_date("Cases reported to", last_day)
        for stratum in ("Open for 12 months or less", "Open for more than 12 months"):
            self.chooses(stratum)
        self.presses("Plan the review")

    def draws(self) -> None:
        """Freeze the frame and draw as many files as the page proposes."""
        self.follows("Freeze the frame")
        self.presses("Freeze the frame")
        self.follows("Draw the files")
        self.presses("Draw the files")

    def hands_out_to(self, *names: str) -> None:
        """Hand the drawn files to reviewers."""
        self.follows("Hand the files to reviewers")
        for name in names:
            self.chooses(name)
        self.presses("Hand them out")


class FileReviewer(Colleague):
    """Somebody who scores files."""

    def files_to_score(self) -> list[str]:
        """The addresses of files that wait."""
        self.opens("/case-reviews/mine/")
        waiting = self.page.locator(".app-results__item", has_text="To be scored")
        links = waiting.get_by_role("link").all()
        return [str(link.get_attribute("href")) for link in links]

    def scores(self, address: str, rating: str, words: str = "") -> None:
        """Rate the one question of a file, and lock the review."""
        self.opens(address)
        self.chooses(rating)
        if words:
            self.page.locator("textarea").first.fill(words)
        self.presses("Lock the review")
