"""A list of past responses is looked at, corrected, and loaded whole."""

from __future__ import annotations

import pytest
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAME = "responses.csv"
HEADERS = "Our reference,Report title,Report published,Response published,Recommendations explained"


@pytest.mark.parametrize(
    ("stage", "office"),
    [
        pytest.param({}, "Gorsedale", id="with JavaScript"),
        pytest.param({"java_script_enabled": False}, "Hexmoor", id="without JavaScript"),
    ],
    indirect=["stage"],
)
def test_a_list_with_a_mistake_is_corrected_and_loaded(stage: Stage, office: str) -> None:
    titles = [f"{office}: {what}" for what in ("stop and search", "missing people")]
    officer = stage.officer(office)
    officer.looks_at_list(NAME, _list(titles, answered=("1/3/2022", "31/2/2023")))
    officer.sees("Row 3", "Mistake", "Response published", "Nothing is entered yet.")
    officer.sees("Correct the rows with a mistake in your file, and send it again.")
    assert officer.page.get_by_role("button", name="Load the list").count() == 0

    officer.looks_at_list(NAME, _list(titles, answered=("1/3/2022", "28/2/2023")))
    officer.does_not_see("Mistake\n")
    officer.presses("Load the list")
    officer.sees("The list was loaded: 2 added, 0 updated, 0 unchanged.")

    officer.sees(*titles)
    officer.follows(titles[0])
    officer.sees("Published on 1 March 2022, day 56 of 56: in time.")
    officer.sees("Nothing shows that a copy went to the inspectors of constabulary.")
    officer.opens("/responses/past/")
    officer.follows(titles[1])
    officer.sees("Published on 28 February 2023, day 57 of 56, late by 1 day")


def _list(titles: list[str], *, answered: tuple[str, str]) -> str:
    """A list of two responses to reports that were published on 5 January and on 3 January."""
    published = ("5/1/2022", "3/1/2023")
    rows = zip(("A-1", "A-2"), titles, published, answered, ("yes", "yes"), strict=True)
    return "\n".join([HEADERS, *(",".join(row) for row in rows)])
