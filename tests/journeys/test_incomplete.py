"""An answer is published incomplete, says so, and is completed by a further version."""

from __future__ import annotations

import pytest
from tests.journeys.cast.officer import Explanation, ResponseOfficer
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Lost property in custody suites"
BECAUSE = "The College of Policing has not told us yet when it will teach this."
COMPLETED = "The College of Policing has told us."


@pytest.mark.parametrize(
    ("stage", "office"),
    [
        pytest.param({}, "Ashenholt", id="with JavaScript"),
        pytest.param({"java_script_enabled": False}, "Birchover", id="without JavaScript"),
    ],
    indirect=["stage"],
)
def test_an_incomplete_answer_is_public_until_a_whole_one_is(stage: Stage, office: str) -> None:
    officer = stage.officer(office)
    officer.opens_response(TITLE)
    officer.prepares_incomplete(BECAUSE)
    _signs_and_publishes(stage, office, warned="This response is incomplete.")
    _reads_that_it_is_incomplete(stage, office)

    officer.opens_answered(TITLE)
    officer.sees("What is published is incomplete")
    officer.begins_to_complete(COMPLETED)
    _explains_the_last(officer)
    officer.prepares()
    _signs_and_publishes(stage, office, warned="")
    _reads_that_it_is_whole(stage, office)


def _signs_and_publishes(stage: Stage, office: str, *, warned: str) -> None:
    holder = stage.holder(office)
    holder.opens_for_signature()
    holder.sees(warned)
    holder.signs()
    stage.publisher(office).publishes()


def _explains_the_last(officer: ResponseOfficer) -> None:
    officer.follows("Explain every recommendation")
    officer.follows("Recommendation 4")
    officer.explains(Explanation("Action taken", "The course is booked."))
    officer.follows("Back to the response")


def _reads_that_it_is_incomplete(stage: Stage, office: str) -> None:
    reader = stage.reader()
    reader.opens(f"/public/?body=office-for-policing-in-{office.lower()}")
    reader.sees("Answered in part on", "Incomplete")
    reader.follows(TITLE)
    reader.sees("This response is incomplete.", BECAUSE, "Still to come")
    reader.sees("There is no explanation for recommendation 4.")


def _reads_that_it_is_whole(stage: Stage, office: str) -> None:
    reader = stage.reader()
    reader.opens(f"/public/?body=office-for-policing-in-{office.lower()}")
    reader.sees("Answered on")
    reader.does_not_see("Answered in part")
    reader.follows(TITLE)
    reader.sees("Version 2, published on", COMPLETED, "The course is booked.")
    reader.does_not_see("This response is incomplete.")
    reader.follows("Version 1")
    reader.sees("Version 2 took its place", "This response is incomplete.", BECAUSE)
