from __future__ import annotations

from datetime import date, timedelta

import pytest

from answerable.statute import SECTION_55, clock_for
from answerable_site.responses.rules.past import PastAnswer, judge
from answerable_site.responses.rules.states import (
    Due,
    Progress,
    ResponseState,
    soonest_first,
    state_of,
)

PUBLISHED = date(2021, 7, 16)
LAST = date(2021, 9, 9)

PAST = judge(report_published_on=PUBLISHED, legal_basis="police_act_1996_s55", answer=PastAnswer())


def due(**chosen: object) -> Due:
    given: dict = {
        "inspection_id": 1,
        "inspection_title": "Lost property",
        "published_on": PUBLISHED,
        "body_id": 1,
        "body_name": "Office for Policing in Wexmoor",
        "body_slug": "wexmoor",
        "clock": clock_for(PUBLISHED, SECTION_55),
        "why_no_clock": "",
        "on": LAST,
        "state": ResponseState.DRAFTING,
        "answered_on": None,
    }
    return Due(**(given | chosen))


def whole(**records: object) -> Progress:
    """Something that was wholly public on the last lawful day."""
    return Progress(complete=True, answered_on=LAST, partly_on=LAST, **records)


class TestStateOf:
    @pytest.mark.parametrize(
        ("progress", "state"),
        [
            (None, ResponseState.NOT_BEGUN),
            (Progress(), ResponseState.DRAFTING),
            (Progress(prepared=True), ResponseState.PREPARED),
            (Progress(prepared=True, signed=True), ResponseState.SIGNED),
            (whole(public=True), ResponseState.PUBLISHED),
            (whole(public=True, revising=True), ResponseState.REVISING),
            (whole(public=True, revising=True, prepared=True), ResponseState.PREPARED),
            (Progress(public=True, partly_on=LAST), ResponseState.PARTLY_PUBLISHED),
            (whole(), ResponseState.WITHDRAWN),
            (Progress(partly_on=LAST), ResponseState.WITHDRAWN),
            (whole(prepared=True), ResponseState.PREPARED),
            (Progress(owed=False), ResponseState.NOT_OWED),
            (whole(owed=False, public=True), ResponseState.PUBLISHED),
        ],
    )
    def test_follows_from_the_records(self, progress, state):
        assert state_of(progress) is state

    @pytest.mark.parametrize(
        ("progress", "state"),
        [
            (Progress(past=PAST), ResponseState.ANSWERED_BEFORE),
            (Progress(past=PAST, prepared=True), ResponseState.PREPARED),
            (Progress(past=PAST, prepared=True, signed=True), ResponseState.SIGNED),
            (whole(past=PAST, public=True), ResponseState.PUBLISHED),
        ],
    )
    def test_of_a_past_response_is_answered_before_until_another_is_prepared(self, progress, state):
        assert state_of(progress) is state


class TestDue:
    def test_of_a_past_response_is_neither_open_nor_overdue(self):
        on = LAST + timedelta(days=400)
        before = due(state=ResponseState.ANSWERED_BEFORE, past=PAST, on=on)
        assert (before.is_open, before.is_overdue, before.days_late) == (False, False, 0)

    def test_has_no_day_left_on_the_last_lawful_day(self):
        assert (due().days_left, due().days_late, due().is_overdue) == (0, 0, False)

    def test_is_neither_open_nor_late_once_it_passed_to_another_body(self):
        passed = due(on=LAST + timedelta(days=1), passed_to="Mayor of Wexmoor", passed_on=LAST)
        assert (passed.is_open, passed.is_overdue, passed.days_late) == (False, False, 0)

    def test_is_overdue_by_one_day_on_the_next(self):
        late = due(on=LAST + timedelta(days=1))
        assert (late.days_late, late.is_overdue) == (1, True)

    def test_is_late_but_no_longer_overdue_once_answered(self):
        answered = due(
            on=date(2026, 1, 1), state=ResponseState.PUBLISHED, answered_on=date(2021, 9, 12)
        )
        assert (answered.days_late, answered.is_overdue, answered.is_open) == (3, False, False)

    def test_is_never_late_without_a_clock(self):
        without = due(clock=None, on=date(2030, 1, 1))
        assert (without.days_left, without.days_late) == (None, 0)


class TestSoonestFirst:
    def test_puts_open_before_answered_and_the_clock_before_none(self):
        answered = due(inspection_title="A", state=ResponseState.PUBLISHED)
        without = due(inspection_title="B", clock=None)
        soon = due(inspection_title="C")
        later = due(inspection_title="D", clock=clock_for(date(2021, 8, 1), SECTION_55))
        assert soonest_first([answered, without, later, soon]) == (soon, later, without, answered)
