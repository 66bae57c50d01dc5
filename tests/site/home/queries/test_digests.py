from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from tests import factories_responses, factories_scrutiny

from answerable_site.home import operations
from answerable_site.home.queries import digests_to_send
from answerable_site.people import operations as people
from answerable_site.people.rules import PRODUCT
from answerable_site.scrutiny import operations as scrutiny

FIRST_DAY = datetime(2026, 4, 28, 8, tzinfo=UTC)
"""28 days before the last lawful day of the case."""


def told(at: datetime = FIRST_DAY) -> dict[str, list[str]]:
    return {
        digest.person.full_name: [one.act.value for one in digest.reminders]
        for digest in digests_to_send(at)
    }


class TestDigestsToSend:
    def test_go_to_those_who_can_act_on_the_day(self, case):
        assert told() == {"Wexmoor Officer": ["begin"]}

    @pytest.mark.parametrize("days", [-1, 1])
    def test_go_to_nobody_on_the_day_before_or_after(self, case, days):
        assert told(FIRST_DAY + timedelta(days=days)) == {}

    def test_count_days_by_the_calendar_of_london(self, case):
        # Half past midnight in London, still the day before in UTC.
        assert told(datetime(2026, 4, 27, 23, 30, tzinfo=UTC)) != {}
        assert told(datetime(2026, 4, 28, 23, 30, tzinfo=UTC)) == {}

    def test_come_every_day_once_it_is_late(self, case):
        for day in (27, 28, 29):
            assert told(datetime(2026, 5, day, 8, tzinfo=UTC)) == {"Wexmoor Officer": ["begin"]}

    def test_hold_everything_of_a_person_in_one(self, case):
        factories_responses.inspection(case.office, title="Another report")
        assert told() == {"Wexmoor Officer": ["begin", "begin"]}

    def test_hold_a_question_to_ones_own_organisation(self, db):
        about = factories_scrutiny.scrutinised()
        factories_scrutiny.frozen(about)
        due_on = date(2026, 11, 3)
        scrutiny.ask(
            by=about.viewer("officer"),
            at=factories_scrutiny.moment(factories_scrutiny.ON),
            meeting=about.meeting,
            words="Why is this late?",
            asked_by="The Commissioner",
            put_to=about.followed.office.force,
            answer_due_on=due_on,
        )
        eve = datetime(2026, 11, 2, 8, tzinfo=UTC)
        asked = {one.person.full_name for one in digests_to_send(eve) if one.questions}
        assert asked == {"Wexmoor Liaison", "Wexmoor Chief"}

    def test_do_not_go_to_whoever_left_the_office(self, case):
        people.end_role(
            by=case.viewer("administrator"),
            at=factories_responses.AT,
            assignment=case.office.officer.assignments.get(),
            last_day=date(2026, 4, 27),
        )
        assert told() == {}

    def test_do_not_go_to_an_account_that_was_closed(self, case):
        case.office.officer.is_active = False
        case.office.officer.save()
        assert told() == {}

    def test_do_not_come_again_on_the_day_on_which_they_were_sent(self, case):
        digest = operations.claim_digest(
            by=PRODUCT,
            at=FIRST_DAY,
            person_id=case.office.officer.pk,
            on=FIRST_DAY.date(),
            items=1,
        )
        assert told(FIRST_DAY + timedelta(minutes=29)) == {}
        assert told(FIRST_DAY + timedelta(minutes=30)) != {}
        operations.note_digest_sent(by=PRODUCT, at=FIRST_DAY, digest=digest)
        assert told(FIRST_DAY + timedelta(hours=5)) == {}
