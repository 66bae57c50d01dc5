from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.site.rights import BODY, EVERYBODY, FORCE, ME, SOMEBODY_ELSE, allowed

from answerable_site.people.access import Refused
from answerable_site.scrutiny import access
from answerable_site.scrutiny.models import Meeting, Minutes, Question

MEETING = Meeting(body_id=BODY.pk)
QUESTION = Question(meeting=MEETING, put_to_id=FORCE.pk)
WRITTEN = Minutes(by_id=SOMEBODY_ELSE)
OFFICER = "response_officer of the body"
ACTS = {OFFICER, "holder of the body"}
ANSWERS = {OFFICER, "chief_officers_office of the force", "force_liaison of the force"}


class TestKeeping:
    def test_is_for_response_officers_of_the_body(self):
        assert allowed(lambda who: access.can_keep(who, BODY.pk)) == {OFFICER}
        assert allowed(lambda who: access.check_can_keep(who, BODY.pk)) == {OFFICER}


class TestAnswering:
    def test_is_for_the_office_and_the_force_that_was_asked(self):
        assert allowed(lambda who: access.can_answer(who, QUESTION)) == ANSWERS
        assert allowed(lambda who: access.check_can_answer(who, QUESTION)) == ANSWERS


class TestAgreeingMinutes:
    def test_is_for_response_officers_and_the_holder_of_the_body(self):
        assert allowed(lambda who: access.can_agree(who, MEETING, WRITTEN)) == ACTS
        assert allowed(lambda who: access.check_can_agree(who, MEETING, WRITTEN)) == ACTS
        assert allowed(lambda who: access.check_acts_for_body(who, MEETING)) == ACTS

    def test_is_not_for_their_writer(self):
        own = Minutes(by_id=ME)
        assert allowed(lambda who: access.can_agree(who, MEETING, own)) == set()
        with pytest.raises(Refused, match="You wrote these minutes yourself"):
            access.check_can_agree(EVERYBODY[OFFICER], MEETING, own)

    def test_is_not_offered_where_there_are_none(self):
        assert allowed(lambda who: access.can_agree(who, MEETING, None)) == set()

    def test_is_not_offered_twice(self):
        agreed = Minutes(by_id=SOMEBODY_ELSE, agreed_at=datetime(2026, 6, 1, tzinfo=UTC))
        assert allowed(lambda who: access.can_agree(who, MEETING, agreed)) == set()
