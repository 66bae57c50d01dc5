"""The yearly figures of training: from the course to the public page, with and without script."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from django.utils import timezone
from tests.journeys.cast.person import Colleague
from tests.journeys.office import SCHOOLED
from tests.journeys.school import address_of, year_that_ended
from tests.journeys.stage import PHONE, Stage

from answerable_site.training.rules import FinancialYear

pytestmark = [pytest.mark.browser, pytest.mark.slow]

YEAR = year_that_ended(timezone.localdate())
BEGAN, ENDED = date(YEAR.begins, 9, 1), date(YEAR.begins, 9, 12)
PLACE = "Training school"
FURTHER = range(31, 38)
"""Who took part as well, by number: their results come as a list."""
TITLE = "Investigators in post who are qualified, at each month end"


@pytest.mark.parametrize(
    ("stage", "force"),
    [
        pytest.param({}, SCHOOLED[0], id="with JavaScript"),
        pytest.param(
            {"java_script_enabled": False, "viewport": PHONE}, SCHOOLED[1], id="without, on a phone"
        ),
    ],
    indirect=["stage"],
)
def test_yearly_figures_of_training_become_public(stage: Stage, force: str) -> None:
    trainer = stage.colleague(Colleague, f"{force} Trainer")
    _records_one_person(trainer, force)
    _loads_the_others(trainer, force)
    _states_what_it_comes_to(trainer)

    analyst = stage.colleague(Colleague, f"{force} Analyst")
    _makes_a_cut(analyst)
    _works_figures_out(analyst)
    _has_them_protected(analyst)

    _checks_and_releases(stage.colleague(Colleague, f"{force} Checker"))

    _is_public(stage, force)


def _records_one_person(trainer: Colleague, force: str) -> None:
    """A posting, a version that counts, a place on a course, and its result."""
    trainer.opens("/")
    trainer.follows("Training")
    trainer.follows("Courses, and what counts")
    trainer.follows("SSAIDP")
    trainer.follows("Add a version")
    trainer.fills("What is the version called?", str(YEAR.begins))
    trainer.fills_date("From which day on was it taught?", YEAR.first_day)
    trainer.presses("Add the version")
    trainer.follows(f"Say when SSAIDP {YEAR.begins} counts")
    trainer.chooses("Whoever passes it is qualified")
    trainer.fills_date("From which day on does it count?", YEAR.first_day)
    trainer.fills("For how many months does it last?", "36")
    trainer.fills("Where is this written?", "Circular 7 of an invented college")
    trainer.chooses("Confirmed: read there")
    trainer.presses("Record it")

    trainer.follows("Training")
    trainer.follows("People in training")
    trainer.follows("Open a training record")
    trainer.selects("Whose training record?", f"{force} Recruit")
    trainer.presses("Open the record")
    trainer.follows("Add a posting")
    trainer.chooses("Investigator")
    trainer.fills("In which unit?", "Rape Team")
    trainer.fills_date("First day", date(YEAR.begins, 6, 2))
    trainer.presses("Add the posting")

    trainer.follows("Training")
    trainer.follows("Course events and attendance")
    trainer.follows("Add an event")
    trainer.selects("Which course is taught?", f"SSAIDP {YEAR.begins}")
    trainer.fills("Where is it held?", PLACE)
    trainer.fills_date("First day", BEGAN)
    trainer.fills_date("Last day", ENDED)
    trainer.presses("Add the event")
    trainer.follows("Give somebody a place")
    trainer.selects("Who gets a place?", f"{force} Recruit")
    trainer.presses("Give the place")
    trainer.follows("Record the result")
    trainer.chooses("Passed")
    trainer.fills_date("On which day was that decided?", ENDED)
    trainer.presses("Record the result")
    trainer.sees(f"{force} Recruit", "Passed")


def _loads_the_others(trainer: Colleague, force: str) -> None:
    rows = [["E-mail", "Course", "Version", "First day", "Last day", "Place", "Outcome"]]
    rows += [
        [
            *(address_of(force, number), "SSAIDP", str(YEAR.begins)),
            *(BEGAN.isoformat(), ENDED.isoformat(), PLACE, "passed"),
        ]
        for number in FURTHER
    ]
    written = StringIO()
    csv.writer(written).writerows(rows)
    trainer.follows("Training")
    trainer.follows("Course events and attendance")
    trainer.follows("Load a list of attendance")
    trainer.attaches("List of attendance", "course.csv", written.getvalue().encode())
    trainer.presses("Look at the list")
    trainer.presses("Load the list")
    trainer.sees(f"The list was loaded: {len(FURTHER)} added")


def _states_what_it_comes_to(trainer: Colleague) -> None:
    """The whole numbers stay in the office, with who counts."""
    trainer.follows("Training")
    trainer.follows("Figures of the year")
    trainer.selects("Financial year", YEAR.label)
    trainer.presses("Show")
    trainer.sees("Who counts, and who does not")
    trainer.page.get_by_role("button", name="State this figure").first.click()
    trainer.sees("As it was stated")


def _makes_a_cut(analyst: Colleague) -> None:
    analyst.opens("/")
    analyst.follows("Data cuts")
    analyst.follows("Make a data cut")
    analyst.fills_date("As of which day?", YEAR.last_day)
    analyst.fills_date("Until which day is it needed?", date(YEAR.begins + 6, 3, 31))
    analyst.presses("Make the cut")
    analyst.waits_for("The cut was made.")
    analyst.follows("See what it holds")


def _works_figures_out(analyst: Colleague) -> None:
    analyst.follows("Work figures out of this cut")
    analyst.follows("Recommendation 12: Training of investigators")
    analyst.sees("Its measures are chosen below, month by month.")
    analyst.presses("Work them out")
    analyst.comes_to_see("OFFICIAL-SENSITIVE")
    analyst.sees(TITLE, "Not asked")


def _has_them_protected(analyst: Colleague) -> None:
    analyst.follows("Protect them for others")
    analyst.chooses("For everybody")
    analyst.presses("Protect them")
    analyst.comes_to_see("What may be shown")
    analyst.sees("cells are hidden", "Another person releases them")


def _checks_and_releases(checker: Colleague) -> None:
    """Somebody else, who reads each figure beside the one of the year before."""
    checker.opens("/")
    checker.follows("Figures")
    before = FinancialYear(YEAR.begins - 1).last_day
    checker.page.locator("h2", has_text="To be checked").locator("xpath=following::a[1]").click()
    checker.sees(f"Share as of {before.day} March {before.year}")
    checker.sees("All month ends together")
    checker.follows("Release them")
    checker.presses("Release them")
    checker.sees("The figures are released.")
    checker.follows("Published figures of this force")


def _is_public(stage: Stage, force: str) -> None:
    """The public reads the page and the file, told of what is hidden and of how it is counted."""
    reader = stage.reader()
    reader.opens("/public/")
    reader.follows("Published figures")
    reader.selects("Organisation", f"{force} Constabulary")
    reader.presses("Apply filters")
    reader.follows(TITLE)
    reader.sees_heading(TITLE)
    reader.sees(
        "Of the investigators who were in post at the end of a month, how many were qualified?",
        f"At the end of March {YEAR.begins + 1}, ",
        "The figure that is published each year is that of March.",
        "[c]",
        "Edition 2",
    )
    [row] = [line for line in reader.reads().splitlines() if line.startswith("March ")][-1:]
    assert row.split("\t")[1:] == ["40", "45", "89"]
    counts = list(csv.DictReader(StringIO(reader.downloads("Counts for other programs").decode())))
    hidden = [one for one in counts if one["count"] == "[c]"]
    assert {one["month"] for one in hidden} == {f"{YEAR.begins - 1}-04"}
    march = [one for one in counts if one["month"] == f"{YEAR.begins + 1}-03"]
    assert {one["answer"]: one["count"] for one in march} == {
        "*": "45",
        "met": "40",
        "not met": "5",
    }
