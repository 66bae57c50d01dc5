"""From an inspection document to a signed and published answer, in a browser."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.journeys.cast.officer import Explanation, ResponseOfficer
from tests.journeys.stage import Stage

from answerable.documents import read
from answerable.statute import SECTION_55, clock_for
from answerable.synthetic.reports import ReportFormat, invented_reports, write_report
from answerable.writing.words import date_in_words

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TODAY = date.today()  # noqa: DTZ011
REPORT = next(one for one in invented_reports(TODAY) if one.key == "left-waiting")
SHORT_TITLE = REPORT.title.partition(":")[0]
DAYS_TAKEN = (TODAY - REPORT.published).days + 1
LAST_DAY = clock_for(REPORT.published, SECTION_55).last_lawful_day

EXPLANATIONS = [
    Explanation("Action taken", "Every victim is told a name on the day of the call."),
    Explanation(
        "Action proposed", "A standard is drafted.", TODAY + timedelta(60), "Head of crime"
    ),
    Explanation("No action, and why", "This asks something of others than our force."),
]


@pytest.mark.parametrize(
    ("stage", "office"),
    [
        pytest.param({}, "Wexmoor", id="with JavaScript"),
        pytest.param({"java_script_enabled": False}, "Aldermere", id="without JavaScript"),
    ],
    indirect=["stage"],
)
def test_a_report_goes_in_and_a_signed_answer_comes_out(stage: Stage, office: str) -> None:
    officer = stage.officer(office)
    _fills_the_register(officer, office)
    _drafts(stage, office, officer)
    _signs_and_publishes(stage, office)
    _is_public(stage, office)


def _fills_the_register(officer: ResponseOfficer, office: str) -> None:
    officer.adds_document("left-waiting.pdf", write_report(REPORT, ReportFormat.PDF))
    officer.waits_for("The document has been read.")

    officer.begins_to_confirm()
    officer.sees(date_in_words(REPORT.published, "en"), date_in_words(LAST_DAY, "en"))
    officer.confirms_inspection(f"Office for Policing in {office}")

    officer.begins_to_decide()
    officer.accepts("Immediately, police forces should give every victim of stalking a name.")
    officer.sees("Accepted.")
    officer.rejects("It repeats what the standard of contact says already.")
    officer.sees("Rejected.")
    officer.splits(
        ("3a", "Police forces should agree how they share evidence."),
        ("3b", "CPS areas should agree how they share evidence."),
    )
    officer.sees("Split into 2 recommendations.")
    accepted = officer.accepts_the_rest()
    officer.sees(f"{accepted + 3} of {accepted + 3} decided")

    officer.adds_by_hand("7", "Forces should publish the figures.", "It stands in a picture.")
    officer.opens("/register/inspections/")
    officer.follows(SHORT_TITLE)
    officer.explains_gap("9 to 10", "They are addressed to others and not printed.")
    officer.sees("9 to 10: They are addressed to others and not printed.")
    officer.sets_working_date(
        "Recommendation 1",
        TODAY + timedelta(days=14),
        "The force needs two weeks to brief its staff.",
    )
    officer.sees(date_in_words(TODAY + timedelta(days=14), "en"), "needs two weeks to brief")


def _drafts(stage: Stage, office: str, officer: ResponseOfficer) -> None:
    officer.opens_response(SHORT_TITLE)
    officer.sees("Not begun", f"{(LAST_DAY - TODAY).days} days left")
    officer.decides_duty(
        "Yes: the report is about every force, ours among them", "We were visited in spring."
    )
    officer.sees("The decision was recorded.")
    officer.invites_chief_officer(invited=TODAY, wanted_by=TODAY)

    chief = stage.chief(office)
    chief.submits_comments(
        SHORT_TITLE, "Robin Ashdown", "Chief Constable", "We told every victim a name in May."
    )
    chief.sees("Received on")

    officer.opens_response(SHORT_TITLE)
    explained = officer.explains_each(EXPLANATIONS)
    officer.sees(f"{explained} of {explained} recommendations have an explanation.")
    officer.writes_own_comments("We welcome this report.\n\n- We will return to it in spring.")
    officer.prepares()
    officer.sees("Prepared")


def _signs_and_publishes(stage: Stage, office: str) -> None:
    holder = stage.holder(office)
    holder.opens_for_signature()
    holder.sees(REPORT.title, "We told every victim a name in May.", "We welcome this report.")
    holder.sees("This asks something of others than our force.")
    holder.signs()
    holder.sees("Signed")
    refused = holder.opens(holder.page.url.removesuffix("/") + "/publish/")
    assert refused.status == 403

    stage.publisher(office).publishes()


def _is_public(stage: Stage, office: str) -> None:
    reader = stage.reader()
    reader.opens(f"/public/?body=office-for-policing-in-{office.lower()}")
    reader.sees(f"day {DAYS_TAKEN} of 56: in time.")
    reader.follows(SHORT_TITLE)
    reader.sees(f"{DAYS_TAKEN}", "We welcome this report.", "Robin Ashdown")
    for form in ("PDF, ", "Word", "OpenDocument"):
        assert REPORT.title in " ".join(read(reader.downloads(form)).text.split())
