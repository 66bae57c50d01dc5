from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from tests import factories_responses as cases

from answerable_site.responses import queries
from answerable_site.responses.models import MilestonePause
from answerable_site.responses.rules.milestones import MilestoneState, Step

TODAY = datetime(2026, 4, 20, 9, tzinfo=UTC)
PAUSE = {
    "from_on_day": 20, "from_on_month": 4, "from_on_year": 2026,
    "to_on_day": 22, "to_on_month": 4, "to_on_year": 2026,
    "reason": "The office moves.",
}  # fmt: skip
OPEN_END = {"to_on_day": "", "to_on_month": "", "to_on_year": ""}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def page(found) -> str:
    return found.content.decode()


def plan(case, on: date = date(2026, 4, 20)) -> dict:
    held = queries.dossier_visible_to(
        case.viewer("officer"),
        inspection_id=case.inspection.pk,
        body_slug=case.office.body.slug,
    )
    return {each.milestone.step: each for each in queries.office_plan(held, on=on).steps}


class TestOfficePlan:
    def test_knows_when_each_step_was_done(self, case):
        cases.invited(case)
        steps = plan(case)
        assert steps[Step.CHIEF_OFFICER_INVITED].done_on == date(2026, 4, 20)
        assert steps[Step.DRAFT_COMPLETE].done_on is None

    def test_says_that_a_step_is_overdue(self, case):
        assert plan(case)[Step.CHIEF_OFFICER_INVITED].state is MilestoneState.OVERDUE

    def test_takes_every_step_as_done_once_the_whole_is_public(self, case):
        cases.published(case)
        assert all(each.done_on for each in plan(case, date(2026, 7, 1)).values())

    def test_is_empty_without_a_clock(self, db):
        assert plan(cases.case(legal_basis="none")) == {}


class TestMilestones:
    def test_show_their_working(self, case, signed_in, at):
        text = page(signed_in("officer").get(at("milestones")))
        assert 'Chief officer’s comments wanted: <time datetime="2026-05-05">' in text
        assert "The office’s plan:" in text

    def test_can_be_stopped_for_a_time_and_the_last_day_stays(self, case, signed_in, at):
        officer = signed_in("officer")
        assert officer.post(at("pause_milestones"), PAUSE).status_code == 302
        text = page(officer.get(at("milestones")))
        assert 'Chief officer’s comments wanted: <time datetime="2026-05-08">' in text
        assert "The statutory clock never stops" in text
        assert "26 May 2026" in page(officer.get(at("response")))

    def test_are_started_again(self, case, signed_in, at):
        signed_in("officer").post(at("pause_milestones"), PAUSE | OPEN_END)
        with time_machine.travel(datetime(2026, 4, 24, 9, tzinfo=UTC), tick=False):
            signed_in("officer").post(at("end_pause"))
        assert MilestonePause.objects.get().to_on == date(2026, 4, 23)

    def test_are_not_stopped_twice_at_once(self, case, signed_in, at):
        officer = signed_in("officer")
        officer.post(at("pause_milestones"), PAUSE | OPEN_END)
        text = page(officer.post(at("pause_milestones"), PAUSE | OPEN_END))
        assert "The milestones are stopped already." in text

    def test_are_not_stopped_backwards(self, case, signed_in, at):
        text = page(signed_in("officer").post(at("pause_milestones"), PAUSE | {"to_on_day": 19}))
        assert "Give a last day on or after that day." in text
