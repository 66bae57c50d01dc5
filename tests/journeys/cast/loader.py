"""Somebody who loads the extracts of a force."""

from __future__ import annotations

from datetime import date

from tests.journeys.cast.person import Colleague


class Loader(Colleague):
    """A supervisor with a file of the record system."""

    def looks_at_shipped_profile(self) -> None:
        """Read one of the profiles that come with the product."""
        self.opens("/loads/sources/describe/")
        self.follows("larkspur-crimes")
        self.sees("One row is a victim and suspect of a case")

    def holds_profile(
        self, name: str, content: bytes, *, about: str = "", urn_column: str = ""
    ) -> None:
        """Describe the source; prosecutors say of whose cases it tells, and where a URN is."""
        self.opens("/loads/sources/describe/")
        self.attaches("Profile", f"{name}.json", content)
        if about:
            self.selects("About whose cases are its rows?", about)
        if urn_column:
            self.fills("Column that holds the URN", urn_column)
        self.presses("Try and hold it")
        self.sees("The profile is held.")

    def sends_extract(
        self, content: bytes, *, source: str, as_at: date, corrects: str = ""
    ) -> None:
        """Send a file, and look at what would come of it."""
        self.opens("/loads/")
        self.follows("Load an extract")
        self.attaches("Extract", "crimes.csv", content)
        self.chooses(source)
        self.fills_date("Day of the extract", as_at)
        if corrects:
            self.selects("Does it correct an earlier load?", corrects)
        self.presses("Look at the extract")
        self.sees_heading("What would come of the extract")

    def loads_it(self) -> None:
        """Confirm what was shown, and wait until it is loaded."""
        self.presses("Load the extract")
        self.sees_heading("Loading")
        self.waits_for("The extract was loaded.")
        self.follows("See what it brought")

    def decides_on_link(self, act: str, button: str, why: str) -> None:
        """Accept, confirm, refuse or end the link on whose page somebody is."""
        self.follows(act)
        assert self.narrow_enough()
        self.fills("Why?", why)
        self.presses(button)

    def narrow_enough(self) -> bool:
        """Whether nothing sticks out of the page to the right."""
        return bool(
            self.page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        )
