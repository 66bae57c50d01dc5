"""The clock of the pilot: from both starts, over every submission, none left out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.records.files_of_events import MONDAY, NO_LIMITS, recorded
from tests.library.records.limits_of_prosecution import LIMITS

from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.pilot import PilotEnrolled, PilotLeft
from answerable.records.kinds.submission import AdminFinalised, SubmissionTriaged, Submitted
from answerable.records.pilot_clock import Reckoning, Standing, Start, reckon

SENT = date(2026, 6, 1)
SUBMISSION, ACCEPTANCE = Start.SUBMISSION, Start.ACCEPTANCE


def day(number: int) -> date:
    """A day counted from the submission."""
    return SENT + timedelta(days=number)


def pilot_case(*events, number: int = 1, enrolled_on: date | None = MONDAY) -> CaseFile:
    """A case of one suspect, submitted as event 3; enrolled as event 1 unless told otherwise."""
    first = (
        PilotEnrolled(on=enrolled_on) if enrolled_on else SuspectIdentified(on=MONDAY, suspect=9)
    )
    every = (first, SuspectIdentified(on=MONDAY, suspect=1), Submitted(on=SENT, suspects=(1,)))
    return CaseFile(
        number,
        MONDAY,
        tuple(recorded(place, one) for place, one in enumerate((*every, *events), start=1)),
    )


def decided(on: date, made: What = What.CHARGE) -> Decision:
    return Decision(on=on, maker=Maker.CPS, made=made, suspects=(1,))


def accepted(on: date, *, full: bool = True) -> SubmissionTriaged:
    return SubmissionTriaged(on=on, submission=3, is_accepted=True, is_full_file=full)


def clock(*files: CaseFile, start: Start = SUBMISSION, as_at: date, enrolled: bool = True):
    return reckon([(file, LIMITS) for file in files], start, as_at=as_at, enrolled=enrolled)


def standing(*events, start: Start = SUBMISSION, as_at: date) -> Standing:
    (one,) = clock(pilot_case(*events), start=start, as_at=as_at).counted
    return one.standing


def sent_on(on: date, *events, number: int) -> CaseFile:
    every = (
        PilotEnrolled(on=MONDAY),
        SuspectIdentified(on=MONDAY, suspect=1),
        Submitted(on=on, suspects=(1,)),
        *events,
    )
    return CaseFile(
        number, MONDAY, tuple(recorded(place, one) for place, one in enumerate(every, start=1))
    )


def five() -> Reckoning:
    """In time, immature, past due, not yet due and later, one each, on day 30."""
    return clock(
        pilot_case(decided(day(20))),
        sent_on(day(20), decided(day(29)), number=2),
        pilot_case(number=3),
        sent_on(day(20), number=4),
        pilot_case(decided(day(29)), number=5),
        as_at=day(30),
    )


class TestFromTheSubmission:
    @pytest.mark.parametrize(
        ("as_at", "expected"),
        [
            (day(0), Standing.PENDING_NOT_DUE),
            (day(21), Standing.PENDING_NOT_DUE),
            (day(22), Standing.PENDING_PAST_DUE),
        ],
    )
    def test_is_pending_until_decided_and_past_due_after_21_calendar_days(self, as_at, expected):
        assert standing(as_at=as_at) is expected

    @pytest.mark.parametrize(
        ("on", "expected"), [(day(21), Standing.IN_TIME), (day(22), Standing.LATER)]
    )
    @pytest.mark.parametrize("made", [What.CHARGE, What.NO_FURTHER_ACTION, What.OUT_OF_COURT])
    def test_is_decided_in_time_or_later_whatever_was_decided(self, made, on, expected):
        assert standing(decided(on, made), as_at=day(100)) is expected

    @pytest.mark.parametrize(
        ("as_at", "expected"), [(day(21), Standing.IMMATURE), (day(22), Standing.IN_TIME)]
    )
    def test_is_immature_while_its_days_still_run_although_decided(self, as_at, expected):
        assert standing(decided(day(3)), as_at=as_at) is expected

    def test_does_not_see_a_decision_after_the_day_asked_about(self):
        assert standing(decided(day(30)), as_at=day(25)) is Standing.PENDING_PAST_DUE

    @pytest.mark.parametrize("made", [What.FURTHER_WORK, What.PROVISIONAL_NO_FURTHER_ACTION])
    def test_is_pending_after_a_decision_that_is_none_yet(self, made):
        assert standing(decided(day(3), made), as_at=day(22)) is Standing.PENDING_PAST_DUE

    def test_is_pending_when_it_was_put_aside(self):
        aside = AdminFinalised(on=day(9), submission=3)
        assert standing(aside, as_at=day(22)) is Standing.PENDING_PAST_DUE


class TestFromTheAcceptance:
    def test_has_not_started_before_a_full_file_is_accepted(self):
        in_part = accepted(day(2), full=False)
        assert standing(in_part, start=ACCEPTANCE, as_at=day(90)) is Standing.NOT_STARTED

    @pytest.mark.parametrize(
        ("on", "expected"), [(day(31), Standing.IN_TIME), (day(32), Standing.LATER)]
    )
    def test_counts_from_the_day_of_acceptance(self, on, expected):
        events = (accepted(day(10)), decided(on))
        assert standing(*events, start=ACCEPTANCE, as_at=day(100)) is expected

    def test_may_be_in_time_where_the_other_clock_is_not(self):
        events = (accepted(day(10)), decided(day(30)))
        assert standing(*events, start=SUBMISSION, as_at=day(100)) is Standing.LATER
        assert standing(*events, start=ACCEPTANCE, as_at=day(100)) is Standing.IN_TIME


class TestWhoIsCounted:
    def test_is_every_submission_also_one_that_was_sent_back_and_sent_again(self):
        back = SubmissionTriaged(on=day(2), submission=3, is_accepted=False, reason="x" * 10)
        again = Submitted(on=day(30), suspects=(1,))
        found = clock(pilot_case(back, again, decided(day(40))), as_at=day(100))
        assert [one.standing for one in found.counted] == [Standing.LATER, Standing.IN_TIME]

    def test_keeps_a_submission_when_the_case_leaves_afterwards(self):
        left = PilotLeft(on=day(5), enrolment=1, reason="x")
        assert clock(pilot_case(left), as_at=day(30)).all_submissions == 1

    @pytest.mark.parametrize(("on", "counted"), [(day(0), 1), (day(1), 0)])
    def test_begins_with_the_day_of_enrolment(self, on, counted):
        found = clock(pilot_case(enrolled_on=on), as_at=day(30))
        assert (found.all_submissions, found.left_out) == (counted, 1 - counted)

    def test_is_the_others_where_the_others_are_asked_for(self):
        files = (pilot_case(), pilot_case(number=2, enrolled_on=None))
        inside = clock(*files, as_at=day(30))
        outside = clock(*files, as_at=day(30), enrolled=False)
        assert [one.case for one in inside.counted] == [1]
        assert [one.case for one in outside.counted] == [2]

    def test_has_no_limit_where_none_is_in_force(self):
        (one,) = reckon([(pilot_case(), NO_LIMITS)], SUBMISSION, as_at=day(30)).counted
        assert one.standing is Standing.NO_LIMIT


class TestTheReckoning:
    def test_has_every_submission_in_the_denominator(self):
        found = five()
        assert (found.decided_within, found.all_submissions) == (2, 5)

    def test_takes_of_the_mature_those_alone_whose_days_have_run_out(self):
        found = five()
        assert (found.number(Standing.IN_TIME), found.mature) == (1, 3)

    def test_says_in_words_what_is_left_out_by_rule(self):
        found = five()
        assert list(found.excluded()) == [
            (
                "Nothing is left out of all 5 submissions: pending, rejected and admin finalised "
                "ones are in it."
            ),
            (
                "Left out of those whose limit has run out: 2 submissions whose limit still runs, "
                "decided or not. To count only the decided ones would count the quick ones alone."
            ),
            "Not counted here: 0 submissions made while their case was not enrolled.",
        ]

    def test_says_so_of_what_has_not_started_and_of_what_has_no_limit(self):
        not_started = clock(pilot_case(), start=ACCEPTANCE, as_at=day(90))
        no_limit = reckon([(pilot_case(), NO_LIMITS)], SUBMISSION, as_at=day(90))
        assert any(
            "1 submission not accepted as a full file" in one for one in not_started.excluded()
        )
        assert any("no limit was in force" in one for one in no_limit.excluded())

    @given(
        st.lists(
            st.tuples(st.integers(0, 60), st.none() | st.integers(0, 60)), min_size=1, max_size=6
        ),
        st.integers(60, 130),
    )
    def test_gives_each_submission_one_standing_and_drops_none(self, cases, as_at):
        files = [
            sent_on(
                day(sent), *([] if after is None else [decided(day(sent + after))]), number=number
            )
            for number, (sent, after) in enumerate(cases, start=1)
        ]
        found = clock(*files, as_at=day(as_at))
        assert found.all_submissions == len(cases)
        assert sum(found.number(one) for one in Standing) == len(cases)
        within = [
            sent
            for sent, after in cases
            if after is not None and after <= 21 and sent + after <= as_at
        ]
        assert found.decided_within == len(within)
