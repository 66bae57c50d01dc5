"""A review of 82 of 532 case files from its plan to what the policing body reads of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.journeys.cast.officer import ResponseOfficer
from tests.journeys.cast.person import Colleague
from tests.journeys.cast.reviewers import FileReviewer, ReviewPlanner
from tests.journeys.files import FIRST_DAY, REVIEWED
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TITLE, QUESTION = "Spring review", "Does the file show that support was offered?"
SECRET = "The first offer stands in the log of the second day."


def test_a_force_reviews_files_and_tells_what_it_found(stage: Stage) -> None:
    planner = stage.colleague(ReviewPlanner, f"{REVIEWED} Supervisor")
    planner.plans(TITLE, QUESTION, FIRST_DAY, FIRST_DAY + timedelta(days=29))
    planner.draws()
    planner.sees("82 files, 17 of them scored by two")
    planner.hands_out_to(f"{REVIEWED} First Reviewer", f"{REVIEWED} Second Reviewer")
    planner.sees("99 reviews were handed out.")
    review = planner.page.url
    double = planner.page.locator(".app-results__item", has_text="Scored by two").first
    name = double.get_by_role("heading").inner_text()

    first = stage.colleague(FileReviewer, f"{REVIEWED} First Reviewer")
    second = stage.colleague(FileReviewer, f"{REVIEWED} Second Reviewer")
    first.files_to_score()
    first.follows(name)
    first.scores(first.page.url, "Fully met", SECRET)

    # Nobody sees it until the other has locked: not the other, and not the planner.
    second.files_to_score()
    second.follows(name)
    second.does_not_see(SECRET)
    planner.follows(name)
    planner.sees("What reviewers say is shown once every review of this file is locked.")
    planner.does_not_see(SECRET)
    second.scores(second.page.url, "Not met", "It is not there.")

    planner.page.reload()
    planner.sees(SECRET, "It is not there.", "They differ")
    planner.chooses("Partly met")
    planner.fills("What decides it? Question 1", "An offer without a date.")
    planner.presses("Decide")

    for reviewer in (first, second):
        waiting = reviewer.files_to_score()
        for number, address in enumerate(waiting):
            reviewer.scores(address, "Not met" if number % 4 == 0 else "Fully met")
        assert reviewer.files_to_score() == []

    planner.opens(review)
    while planner.page.get_by_role("heading", name="Reviewers differ").count():
        apart = planner.page.get_by_role("heading", name="Reviewers differ")
        with planner.page.expect_navigation():
            apart.locator("xpath=following-sibling::ul[1]").get_by_role("link").first.click()
        planner.chooses("Fully met")
        planner.fills("What decides it? Question 1", "The log shows it.")
        planner.presses("Decide")
    planner.opens(f"{review}results/")
    planner.sees("82 of 532 files", "Gwet’s AC1", "Fully met")

    planner.opens(review)
    planner.follows("Close the review")
    planner.fills("What did the review come to?", "Support is offered in most cases.")
    planner.presses("Close it")
    planner.follows("Prepare results for the policing body")
    planner.fills("Theme 1 (optional)", "Offers without a date")
    planner.fills("What was seen? Theme 1 (optional)", "Several files do not say when.")
    planner.presses("Prepare them")
    release = planner.page.url

    checker = stage.colleague(Colleague, f"{REVIEWED} Checker")
    checker.opens(release)
    checker.follows("Release these results")
    checker.presses("Release them")
    checker.sees("The results are released.")

    officer = stage.colleague(ResponseOfficer, f"{REVIEWED} Officer")
    officer.opens("/case-reviews/released/")
    officer.follows(TITLE)
    officer.sees(QUESTION, "Fully met:", "Offers without a date", "Put it before a meeting")
    officer.does_not_see(SECRET)
