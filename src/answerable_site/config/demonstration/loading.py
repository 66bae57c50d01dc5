"""Loads the invented reports: each is received, read, confirmed, and answered as its story says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.db import transaction

from answerable.statute import LONDON, propose_basis
from answerable.synthetic.reports import (
    InventedReport,
    ReportFormat,
    invented_reports,
    write_report,
)
from answerable_site.config.demonstration.answering import answer, begin_answer
from answerable_site.config.demonstration.office import InventedOffice, add_office
from answerable_site.people.models import User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import Viewer
from answerable_site.register import operations, queries, tasks
from answerable_site.register.models import Inspection, Recommendation
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
        known: dict[str, Inspection] = {}
        for report in invented_reports(today):
            say(f"Reading “{report.title}” ...")
            _load_report(report, office, known, today)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


def as_viewer(user: User, day: date) -> Viewer:
    """The viewer that somebody was on a day."""
    return viewer_for(user, on=day)


def _load_report(
    report: InventedReport, office: InventedOffice, known: dict[str, Inspection], today: date
) -> None:
    received_on = min(report.published + timedelta(days=1), today)
    by = as_viewer(office.officer, received_on)
    reading = operations.add_document(
        by=by,
        at=moment(received_on, 9, 30),
        body=office.body,
        name=f"{report.key}.pdf",
        content=ContentFile(write_report(report, ReportFormat.PDF)),
    )
    tasks.read_document.func(reading.pk)
    if report.key == LEFT_FOR_THE_VISITOR:
        return
    reading.refresh_from_db()
    part = part_of_series(report.title)
    inspection = operations.confirm_inspection(
        by=by,
        at=moment(received_on, 10),
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
    found = _accept_all(report, inspection, by, moment(received_on, 10, 30))
    _link_repeats(report, found, known, by, moment(received_on, 11))
    known[report.key] = inspection
    if report.answer:
        answer(report, report.answer, inspection, found, office)
    elif report.key == BEGUN:
        begin_answer(report, inspection, found, office, today)


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
