"""The cases of the invented county, told from their reports on, a decoy among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from answerable.records.kinds.telling import Method
from answerable_site.casework import operations
from answerable_site.casework.rules import Ground, ReferenceKind
from answerable_site.config.demonstration import (
    beginning,
    case_ended,
    case_referred,
    case_withdrawn,
)
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.recording import InventedCase
from answerable_site.config.demonstration.stories import Story, tell_together


def stories_of_cases(county: InventedCounty, today: date) -> Iterator[Story]:
    """Five cases and a decoy.

    The first case is shared and worked on by all three organisations; the second, shared with the
    CPS Area, was opened by breaking the glass yesterday.
    """
    for number, (days, story) in enumerate(CASES, start=1):
        yield _case(county, today - timedelta(days=days), number, story)
    yield _decoy(county, today)


def _case(
    county: InventedCounty,
    reported_on: date,
    number: int,
    story: Callable[[InventedCase], Story],
) -> Story:
    investigator = Act(county.investigator, reported_on, 16)
    yield investigator.at
    case = operations.add_case(
        **investigator.alone,
        force=county.force,
        reported_on=reported_on,
        reference=f"WX/7{number:04}/26",
    )
    yield from story(InventedCase(county, case))


def _referred(one: InventedCase) -> Story:
    yield from tell_together(
        _work_together(one, with_service=True),
        case_referred.supported(one),
        case_referred.investigated(one),
        case_referred.reviewed(one),
        case_referred.referred(one),
    )


def _ended(one: InventedCase) -> Story:
    yield from tell_together(
        _work_together(one, with_service=False),
        case_ended.investigated(one),
        case_ended.ended(one),
        _break_glass(one, day=120),
    )


def _withdrawn(one: InventedCase) -> Story:
    yield from tell_together(case_withdrawn.withdrawn(one), case_withdrawn.advised(one))


def _begun(one: InventedCase) -> Story:
    yield from beginning.report(one, method=Method.TELEPHONE)


CASES: tuple[tuple[int, Callable[[InventedCase], Story]], ...] = (
    (160, _referred),
    (121, _ended),
    (88, _withdrawn),
    (41, case_withdrawn.accepted),
    (12, _begun),
)
"""How many days ago each was reported, the oldest first, and what became of it."""


def _decoy(county: InventedCounty, today: date) -> Story:
    auditor = Act(county.auditor, today - timedelta(days=60), 15)
    yield auditor.at
    operations.add_decoy(
        **auditor.alone,
        force=county.force,
        reported_on=today - timedelta(days=71),
        reference="WX/70999/26",
    )


def _work_together(one: InventedCase, *, with_service: bool) -> Story:
    """The supervisor shares the case, and everybody’s people are named who work on it."""
    county, case = one.county, one.case
    supervisor, manager = one.act(county.supervisor, 3, 10), one.act(county.manager, 3, 12)
    yield supervisor.at
    operations.open_case(**supervisor.alone, case=case, ground=Ground.SUPERVISION, words="")
    operations.share(**supervisor.alone, case=case, organisation=county.area)
    if with_service:
        operations.share(**supervisor.alone, case=case, organisation=county.service)
        operations.assign(
            **supervisor.alone, case=case, user=county.worker, organisation=county.service
        )
    yield manager.at
    operations.open_case(**manager.alone, case=case, ground=Ground.SUPERVISION, words="")
    operations.assign(**manager.alone, case=case, user=county.prosecutor, organisation=county.area)
    investigator = one.act(county.investigator, 3, 14)
    yield investigator.at
    operations.add_reference(
        **investigator.alone,
        case=case,
        kind=ReferenceKind.URN,
        owner=county.force,
        reference=f"97WX{case.pk:05}26",
    )


def _break_glass(one: InventedCase, *, day: int) -> Story:
    act = one.act(one.county.second_investigator, day, 20)
    yield act.at
    operations.open_case(
        **act.alone,
        case=one.case,
        ground=Ground.COVER,
        words="The officer in the case is on leave and the laboratory rang about a result.",
    )
    operations.note_read(**act.alone, case=one.case)
