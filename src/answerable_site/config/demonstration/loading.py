"""Loads the invented reports: each is received, read, confirmed, and answered as its story says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction

from answerable.statute import propose_basis
from answerable.synthetic.reports import (
    InventedPriority,
    InventedReport,
    ReportFormat,
    invented_reports,
    write_report,
)
from answerable_site.config.demonstration.acting import Act, moment
from answerable_site.config.demonstration.answering import (
    Received,
    answer,
    begin_answer,
    decide,
    decide_that_none_is_owed,
)
from answerable_site.config.demonstration.body import add_plan, show_latest_report
from answerable_site.config.demonstration.cases import stories_of_cases
from answerable_site.config.demonstration.county import add_people_of_cases
from answerable_site.config.demonstration.cutting import story_of_cuts
from answerable_site.config.demonstration.following_up import (
    PHASE_ONE,
    add_people_of_follow_up,
    story_of_follow_up,
)
from answerable_site.config.demonstration.former_days import take_over
from answerable_site.config.demonstration.hearing import (
    add_people_of_hearing,
    story_of_hearing,
)
from answerable_site.config.demonstration.meetings import hold_meetings
from answerable_site.config.demonstration.office import InventedOffice, add_office
from answerable_site.config.demonstration.reviewing import (
    add_people_of_reviews,
    story_of_reviews,
)
from answerable_site.config.demonstration.sending import keep_recipients
from answerable_site.config.demonstration.stories import Story, tell
from answerable_site.config.demonstration.training import (
    add_people_of_training,
    story_of_training,
)
from answerable_site.people.rules import Viewer
from answerable_site.register import operations, queries, tasks
from answerable_site.register.models import (
    DocumentReading,
    Inspection,
    PlanPriority,
    Recommendation,
)
from answerable_site.register.rules import (
    DateSource,
    Draft,
    InspectionFacts,
    InspectionKind,
    RecommendationLinkKind,
    part_of_series,
)

SET_UP_DAYS_AGO = 500
LEFT_FOR_THE_VISITOR = "control-room-letter"
"""Received and read, but not confirmed: a visitor's first step."""
BEGUN = "left-waiting"
"""The response that is due in days: begun, and not finished."""
ASSESSMENT = "wexmoor-assessment"
"""The report that the body must show on its own pages."""
DAYS_SINCE_THE_COAST = 64


class ReadingDiffers(RuntimeError):
    """The extraction found other items than the report was written with."""


def load(*, today: date, say: Callable[[str], None]) -> None:
    """Fill an empty database; all or nothing.

    Args:
        today: the day on which the demonstration is made; all its dates lie around it.
        say: told what is being done.
    """
    with transaction.atomic():
        begun_on = today - timedelta(days=SET_UP_DAYS_AGO)
        office = add_office(at=moment(begun_on, 9), from_on=begun_on)
        county = add_people_of_cases(office, begun_on)
        people_of_force = add_people_of_follow_up(county, begun_on)
        learners = add_people_of_training(county, begun_on)
        reviewers = add_people_of_reviews(county, office, begun_on)
        listeners = add_people_of_hearing(office, begun_on)
        keep_recipients(office, on=begun_on)
        take_over(office, on=begun_on + timedelta(days=1))
        known: dict[str, Inspection] = {}
        tell(
            [
                *_stories_of_reports(office, known, begun_on, today, say),
                story_of_follow_up(county, office, people_of_force, known, today),
                *stories_of_cases(county, today),
                story_of_training(county, learners, today),
                story_of_reviews(county, office, reviewers, today),
                story_of_hearing(office, county, listeners, known, PHASE_ONE, today),
                story_of_cuts(county, people_of_force[0], today),
                _report_on_others(office, on=today - timedelta(days=DAYS_SINCE_THE_COAST)),
            ]
        )


def _stories_of_reports(
    office: InventedOffice,
    known: dict[str, Inspection],
    begun_on: date,
    today: date,
    say: Callable[[str], None],
) -> Iterator[Story]:
    priorities = add_plan(office, on=begun_on + timedelta(days=3))
    for report in invented_reports(today):
        yield _report(report, office, known, priorities, today, say)
        if report.key == ASSESSMENT:
            yield show_latest_report(report, office, known)
            yield hold_meetings(report, office, known, today)


def _report(
    report: InventedReport,
    office: InventedOffice,
    known: dict[str, Inspection],
    priorities: Mapping[InventedPriority, PlanPriority],
    today: date,
    say: Callable[[str], None],
) -> Story:
    received_on = report.published + timedelta(days=1)
    officer = Act(office.officer, received_on, 10)
    yield moment(received_on, 9, 30)
    say(f"Reading “{report.title}” ...")
    reading = operations.add_document(
        by=officer.viewer,
        at=moment(received_on, 9, 30),
        body=office.body,
        name=f"{report.key}.pdf",
        content=ContentFile(write_report(report, ReportFormat.PDF)),
    )
    tasks.read_waiting(reading.pk, now=lambda: moment(received_on, 9, 31))
    if report.key == LEFT_FOR_THE_VISITOR:
        return
    yield officer.at
    reading.refresh_from_db()
    inspection = _confirm(report, reading, office, known, officer)
    yield moment(received_on, 10, 30)
    found = _accept_all(report, inspection, officer.viewer, moment(received_on, 10, 30))
    yield moment(received_on, 11)
    _link_repeats(report, found, known, officer.viewer, moment(received_on, 11))
    known[report.key] = inspection
    received = Received(report, inspection, found, known, priorities)
    yield from decide(received, office)
    if report.answer:
        yield from answer(received, report.answer, office)
    elif report.key == BEGUN:
        yield from begin_answer(received, office, today)


def _confirm(
    report: InventedReport,
    reading: DocumentReading,
    office: InventedOffice,
    known: Mapping[str, Inspection],
    officer: Act,
) -> Inspection:
    part = part_of_series(report.title)
    return operations.confirm_inspection(
        **officer.alone,
        document=reading.document,
        reading=reading,
        facts=InspectionFacts(
            title=report.title,
            kind=InspectionKind(report.inspection_type),
            published_on=report.published,
            date_source=DateSource.DOCUMENT,
            legal_basis=propose_basis(report.title).code,
            inspectorates=report.inspectorates,
            key_findings=tuple(reading.facts["key_findings"]),
            series=report.series or "",
            phase=part.phase if part else "",
        ),
        bodies=[office.body],
        parts_of_series=[
            earlier for earlier in known.values() if earlier.series == report.series != ""
        ],
    )


def _report_on_others(office: InventedOffice, *, on: date) -> Story:
    """A report that reached every office, entered by hand, and found to ask nothing of this one."""
    officer = Act(office.officer, on, 10)
    yield officer.at
    inspection = operations.enter_inspection(
        **officer.alone,
        body=office.body,
        facts=InspectionFacts(
            title="Out at sea: how forces on the coast search for missing boats",
            kind=InspectionKind.NATIONAL,
            published_on=on,
            date_source=DateSource.OTHER,
            legal_basis="police_act_1996_s55",
            inspectorates=("HMICFRS",),
        ),
        bodies=[office.body],
    )
    yield from decide_that_none_is_owed(
        inspection,
        office,
        on=on + timedelta(days=1),
        reason="Wexmoor has no coast. The report names the forces that it is about; ours is none.",
    )


def _accept_all(
    report: InventedReport, inspection: Inspection, by: Viewer, at: datetime
) -> list[Recommendation]:
    """Accept every candidate, in the order of the report's items."""
    candidates = list(queries.candidates_of(by, inspection))
    if len(candidates) != len(report.items):
        raise ReadingDiffers(
            f"“{report.title}” was written with {len(report.items)} items; "
            f"{len(candidates)} were found."
        )
    return [
        operations.accept_candidate(
            by=by,
            at=at + timedelta(seconds=20 * position),
            inspection=inspection,
            candidate=candidate,
            draft=Draft.from_proposal(candidate.proposal),
        )
        for position, candidate in enumerate(candidates)
    ]


def _link_repeats(
    report: InventedReport,
    found: list[Recommendation],
    known: dict[str, Inspection],
    by: Viewer,
    at: datetime,
) -> None:
    by_number = {recommendation.number: recommendation for recommendation in found}
    for repeat in report.repeats:
        earlier = known[repeat.earlier_report].recommendations.get(number=repeat.earlier_number)
        operations.link_recommendations(
            by=by,
            at=at,
            recommendation=by_number[repeat.number],
            earlier=earlier,
            kind=RecommendationLinkKind.REPEATS,
            reason="The second report asks again for what the first asked for.",
        )
