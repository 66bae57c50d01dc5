"""Reviews: acknowledged, completed and told in working days from the request."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.events_of_decisions import (
    WORDS,
    day,
    decision,
    due,
    flagged,
    interviewed,
    suspect,
    told,
    victim,
    why,
)
from tests.library.records.files_of_events import case_file

from answerable.records.codes.review_schemes import Area
from answerable.records.kinds.decision import Maker, What
from answerable.records.kinds.review import (
    EntitlementOverridden,
    IndependentReviewAsked,
    Level,
    NotQualifying,
    Result,
    ReviewAcknowledged,
    ReviewDecided,
    ReviewRequested,
    ReviewResultTold,
    ReviewRightTold,
)
from answerable.records.kinds.telling import Method, Teller
from answerable.records.rules.review_right import last_day_to_ask
from answerable.statute.limits import LIMITS

PEOPLE = (victim(), suspect(), interviewed())
POLICE = (*PEOPLE, decision(day(0)))
CPS = (*PEOPLE, decision(day(0), maker=Maker.CPS))
PILOT = (
    *PEOPLE,
    decision(day(0), What.PROVISIONAL_NO_EVIDENCE, maker=Maker.CPS, area=Area.NORTH_WEST),
)
ASKED = day(4)
ACKNOWLEDGE, COMPLETE = "acknowledge_review_police", "complete_review_police"
LOCAL, WHOLE, BEFORE = (
    "complete_review_cps_local",
    "complete_review_cps",
    "complete_review_pilot",
)


def requested(on: date = ASKED) -> ReviewRequested:
    return ReviewRequested(on=on, victim=1, decision=4)


def decided(on: date, result: Result = Result.DECISION_STOOD, **facts: object) -> ReviewDecided:
    given = {"level": Level.INDEPENDENT, "request": 5} | facts
    return ReviewDecided(on=on, result=result, **given)


def result_told(on: date, result: int = 6) -> ReviewResultTold:
    return ReviewResultTold(
        on=on, result=result, method=Method.LETTER, teller=Teller.SUPERVISOR, explained=True
    )


class TestAcknowledging:
    def test_is_due_in_ten_working_days(self):
        assert due(*POLICE, requested(), code=ACKNOWLEDGE, on=day(4)) == [day(18)]

    @pytest.mark.parametrize(("on", "breaches"), [(18, []), (19, [(day(19), False)])])
    def test_on_the_last_day_is_in_time(self, on, breaches):
        event = ReviewAcknowledged(on=day(on), request=5, method=Method.EMAIL)
        assert flagged(*POLICE, requested(), event, code=ACKNOWLEDGE, on=day(90)) == breaches

    def test_is_not_asked_once_there_is_a_result(self):
        events = *POLICE, requested(), decided(day(6))
        assert due(*events, code=ACKNOWLEDGE, on=day(6)) == []

    def test_is_not_asked_of_the_prosecutors(self):
        assert due(*CPS, requested(), code=ACKNOWLEDGE, on=day(4)) == []


class TestCompleting:
    def test_of_the_police_is_due_in_thirty_working_days_of_the_request(self):
        # 3 and 6 April 2026 are Good Friday and Easter Monday
        assert due(*POLICE, requested(), code=COMPLETE, on=day(4)) == [date(2026, 4, 21)]

    def test_is_done_when_the_victim_is_told(self):
        events = *POLICE, requested(), decided(day(10))
        assert due(*events, code=COMPLETE, on=day(10)) == [date(2026, 4, 21)]
        assert due(*events, result_told(day(11)), code=COMPLETE, on=day(11)) == []

    def test_late_is_a_breach(self):
        events = *POLICE, requested(), decided(day(10)), result_told(date(2026, 4, 22))
        assert flagged(*events, code=COMPLETE, on=day(90)) == [(date(2026, 4, 22), False)]

    def test_is_not_asked_of_a_request_that_the_victim_withdrew(self):
        events = *POLICE, requested(), decided(day(10), Result.WITHDRAWN)
        assert due(*events, code=COMPLETE, on=day(10)) == []

    def test_of_the_prosecutors_is_local_first(self):
        events = *CPS, requested()
        assert due(*events, code=LOCAL, on=day(4)) == [day(18)]
        assert due(*events, code=WHOLE, on=day(4)) == []

    def test_goes_on_where_the_victim_asks_after_the_local_result(self):
        local = decided(day(10), level=Level.LOCAL), result_told(day(10))
        asked = IndependentReviewAsked(on=day(14), result=6)
        events = *CPS, requested(), *local, asked
        assert due(*events, code=LOCAL, on=day(14)) == []
        assert due(*events, code=WHOLE, on=day(14)) == [date(2026, 4, 21)]
        done = decided(day(20)), result_told(day(21), 9)
        assert due(*events, *done, code=WHOLE, on=day(21)) == []

    def test_of_the_pilot_is_due_in_twenty(self):
        assert due(*PILOT, requested(), code=BEFORE, on=day(4)) == [date(2026, 4, 7)]


class TestWhatCannotBe:
    def test_is_a_request_before_the_decision(self):
        later = *PEOPLE, decision(day(5))
        assert "is before “Decision”" in why(later, requested(day(4)))

    def test_is_an_acknowledgement_before_the_request(self):
        event = ReviewAcknowledged(on=day(3), request=5, method=Method.EMAIL)
        assert "is before “Review asked for”" in why((*POLICE, requested()), event)

    def test_is_a_result_before_the_request(self):
        assert "is before “Review asked for”" in why((*POLICE, requested()), decided(day(3)))

    def test_is_a_second_result_at_the_same_level(self):
        events = *CPS, requested(), decided(day(9), level=Level.LOCAL)
        assert "already has a result" in why(events, decided(day(10), level=Level.LOCAL))
        assert why(events, decided(day(10))) == ""
        assert why(events, decided(day(10), level=Level.LOCAL), replaces=6) == ""

    def test_is_an_independent_review_after_an_independent_result(self):
        events = *CPS, requested(), decided(day(9))
        assert "after a local one" in why(events, IndependentReviewAsked(on=day(9), result=6))

    def test_is_a_reason_for_not_qualifying_of_what_was_reviewed(self):
        event = decided(day(9), why_not_qualifying=NotQualifying.OUT_OF_COURT)
        assert "cannot have a reason" in why((*POLICE, requested()), event)


class TestTellingOfTheRight:
    def test_is_part_of_telling_of_the_decision(self):
        assert due(*POLICE, code="tell_review_right", on=day(0)) == []
        assert flagged(*POLICE, told(day(0), 4), code="tell_review_right", on=day(90)) == []

    def test_that_is_left_out_is_due_and_an_open_breach(self):
        events = *POLICE, told(day(1), 4, review_right_offered=None)
        assert due(*events, code="tell_review_right", on=day(1)) == [None]
        assert flagged(*events, code="tell_review_right", on=day(1)) == [(day(1), True)]

    def test_that_is_made_good_stays_a_breach(self):
        right = ReviewRightTold(
            on=day(3), victim=1, decision=4, method=Method.LETTER, teller=Teller.SUPERVISOR
        )
        events = *POLICE, told(day(1), 4, review_right_offered=False), right
        assert due(*events, code="tell_review_right", on=day(3)) == []
        assert flagged(*events, code="tell_review_right", on=day(3)) == [(day(1), False)]

    def test_is_not_asked_of_who_has_none(self):
        events = victim(), decision(day(0)), told(day(1), 2, review_right_offered=None)
        assert flagged(*events, code="tell_review_right", on=day(90)) == []

    def test_that_a_person_denied_without_a_reason_still_counts(self):
        judged = EntitlementOverridden(
            on=day(0), victim=1, decision=4, is_entitled=False, reason=""
        )
        events = *POLICE, judged, told(day(1), 4, review_right_offered=None)
        assert flagged(*events, code="tell_review_right", on=day(1)) == [(day(1), True)]
        assert flagged(*events, code="override_with_reason", on=day(1)) == [(day(0), False)]


class TestTheLastDayToAsk:
    def test_of_the_police_scheme_is_three_months_after_the_notice(self):
        file = case_file(*POLICE, told(day(1), 4))
        assert last_day_to_ask(file, LIMITS, 4, 1) == date(2026, 6, 3)

    def test_of_the_prosecutors_is_ten_working_days_and_at_the_latest_three_months(self):
        file = case_file(*CPS, told(day(1), 4))
        assert last_day_to_ask(file, LIMITS, 4, 1, ordinarily=True) == day(15)
        assert last_day_to_ask(file, LIMITS, 4, 1) == date(2026, 6, 3)

    def test_is_not_known_before_the_notice(self):
        assert last_day_to_ask(case_file(*POLICE), LIMITS, 4, 1) is None

    def test_of_the_pilot_is_the_day_before_no_evidence_is_offered(self):
        offered = decision(day(20), What.NO_EVIDENCE_OFFERED, maker=Maker.CPS)
        assert last_day_to_ask(case_file(*PILOT), LIMITS, 4, 1) is None
        assert last_day_to_ask(case_file(*PILOT, offered), LIMITS, 4, 1) == day(19)


class TestResults:
    def test_that_refuse_an_entitled_victim_are_breaches(self):
        refused = decided(
            day(9), Result.NOT_QUALIFYING, why_not_qualifying=NotQualifying.VICTIM_RETRACTED
        )
        events = *POLICE, requested(), refused
        assert flagged(*events, code="review_where_entitled", on=day(90)) == [(day(9), False)]

    def test_for_who_is_not_entitled_need_a_persons_judgement(self):
        before = victim(), suspect(), suspect(2), decision(day(0))
        events = *before, requested(), decided(day(9))
        judged = EntitlementOverridden(
            on=day(5), victim=1, decision=4, is_entitled=True, reason=WORDS
        )
        assert flagged(*events, code="review_where_entitled", on=day(90)) == [(day(9), False)]
        assert flagged(*events, judged, code="review_where_entitled", on=day(90)) == []

    def test_that_do_not_say_why_not_are_breaches(self):
        events = *POLICE, requested(), decided(day(9), Result.NOT_QUALIFYING)
        assert flagged(*events, code="say_why_not_qualifying", on=day(90)) == [(day(9), False)]

    @pytest.mark.parametrize(
        ("asked", "breaches"),
        [(date(2026, 6, 3), [(date(2026, 6, 9), False)]), (date(2026, 6, 4), [])],
    )
    def test_turn_away_as_too_late_only_after_the_last_day(self, asked, breaches):
        late = decided(date(2026, 6, 9), Result.OUT_OF_TIME)
        events = *POLICE, requested(asked), late, told(day(1), 4)
        assert flagged(*events, code="refuse_only_when_late", on=day(200)) == breaches

    @pytest.mark.parametrize(
        ("result", "breaches"),
        [(Result.DECISION_CHANGED, [(day(9), False)]), (Result.CANNOT_BE_RECOMMENCED, [])],
    )
    def test_after_no_evidence_cannot_change_the_decision(self, result, breaches):
        offered = decision(day(0), What.NO_EVIDENCE_OFFERED, maker=Maker.CPS)
        events = *PEOPLE, offered, requested(), decided(day(9), result)
        code = "not_recommenced_after_no_evidence"
        assert flagged(*events, code=code, on=day(90)) == breaches

    @pytest.mark.parametrize(
        ("result_on", "breaches"), [(9, []), (10, []), (11, [(day(10), False)])]
    )
    def test_before_no_evidence_are_waited_for(self, result_on, breaches):
        offered = decision(day(10), What.NO_EVIDENCE_OFFERED, maker=Maker.CPS)
        events = *PILOT, requested(), decided(day(result_on)), offered
        assert flagged(*events, code="wait_for_review", on=day(90)) == breaches
