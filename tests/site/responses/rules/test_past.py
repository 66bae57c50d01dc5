from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.responses.rules.past import (
    Explained,
    PastAnswer,
    PastStanding,
    is_whole,
    judge,
)

REPORT = date(2021, 7, 16)
LAST = date(2021, 9, 9)
SECTION_55 = "police_act_1996_s55"
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))
TEXTS = st.sampled_from(("", "R1", "another"))
ANSWERS = st.builds(
    PastAnswer,
    reference=TEXTS,
    published_on=DAYS,
    address=TEXTS,
    invited_on=DAYS,
    comments_received_on=DAYS,
    explained=st.sampled_from(Explained),
    copied_to_inspectors_on=DAYS,
    copied_to_secretary_on=DAYS,
    note=TEXTS,
)


def judged(answer: PastAnswer, report: date = REPORT, basis: str = SECTION_55):
    return judge(report_published_on=report, legal_basis=basis, answer=answer)


class TestJudge:
    @pytest.mark.parametrize(
        ("published_on", "explained", "standing", "days_late"),
        [
            (LAST, Explained.ALL, PastStanding.IN_TIME, 0),
            (LAST + timedelta(days=1), Explained.ALL, PastStanding.LATE, 1),
            (LAST, Explained.NOT_KNOWN, PastStanding.NOT_KNOWN_WHETHER_WHOLE, 0),
            (LAST + timedelta(days=1), Explained.NOT_KNOWN, PastStanding.LATE, 1),
            (LAST, Explained.SOME, PastStanding.NOT_WHOLE, 0),
            (LAST + timedelta(days=3), Explained.NONE, PastStanding.NOT_WHOLE, 3),
            (None, Explained.ALL, PastStanding.NOT_KNOWN_WHEN, 0),
            (None, Explained.NONE, PastStanding.NOT_WHOLE, 0),
        ],
    )
    def test_follows_from_the_day_and_from_what_is_explained(
        self, published_on, explained, standing, days_late
    ):
        found = judged(PastAnswer(published_on=published_on, explained=explained))
        assert (found.standing, found.days_late) == (standing, days_late)

    def test_names_the_day_of_the_period(self):
        found = judged(PastAnswer(published_on=LAST, explained=Explained.ALL))
        assert found.sentence == "Published on 9 September 2021, day 56 of 56: in time."
        found = judged(PastAnswer(published_on=LAST + timedelta(days=1), explained=Explained.ALL))
        assert found.sentence == (
            "Published on 10 September 2021, day 57 of 56, late by 1 day: the last lawful day was "
            "9 September 2021."
        )

    def test_says_that_nobody_knows_whether_it_is_whole(self):
        found = judged(PastAnswer(published_on=REPORT))
        assert found.sentence == (
            "Published on 16 July 2021, day 1 of 56; whether it explains every recommendation is "
            "not known."
        )

    def test_says_that_a_report_was_never_wholly_answered(self):
        found = judged(PastAnswer(published_on=LAST, explained=Explained.SOME))
        assert found.sentence.endswith(
            "It explains only some recommendations, so the report was never wholly answered."
        )

    @pytest.mark.parametrize(
        ("report", "basis"), [(date(2017, 5, 1), SECTION_55), (REPORT, "none")]
    )
    def test_counts_nothing_without_a_clock(self, report, basis):
        found = judged(PastAnswer(published_on=date(2024, 1, 1)), report, basis)
        assert found.standing is PastStanding.NO_CLOCK
        assert found.days is None
        assert "No statutory clock" in found.sentence
        assert not [one for one in found.missing if "recommendation" in one]

    def test_counts_from_the_first_day_of_the_law_on(self):
        first = date(2017, 5, 2)
        last = first + timedelta(days=55)
        found = judged(PastAnswer(published_on=last, explained=Explained.ALL), first)
        assert found.standing is PastStanding.IN_TIME

    def test_lists_everything_that_cannot_be_shown(self):
        assert len(judged(PastAnswer()).missing) == 7

    def test_misses_nothing_once_everything_is_known(self):
        told = PastAnswer("R1", LAST, "https://x.example", LAST, LAST, Explained.ALL, LAST, LAST)
        assert judged(told).missing == ()

    @given(ANSWERS)
    def test_is_in_time_only_by_the_last_day_and_with_everything_explained(self, answer):
        found = judged(answer)
        in_time = bool(
            answer.published_on
            and answer.published_on <= LAST
            and answer.explained is Explained.ALL
        )
        assert (found.standing is PastStanding.IN_TIME) == in_time

    @given(ANSWERS)
    def test_agrees_with_what_the_public_register_is_told(self, answer):
        whole = is_whole(report_published_on=REPORT, legal_basis=SECTION_55, answer=answer)
        found = judged(answer).standing
        assert (whole is False) == (found is PastStanding.NOT_WHOLE)
        if found is PastStanding.IN_TIME:
            assert whole is True


class TestPastAnswer:
    @given(ANSWERS, ANSWERS)
    def test_told_over_another_keeps_what_it_does_not_tell(self, told, held):
        both = told.told_over(held)
        for name in PastAnswer.__slots__:
            assert getattr(both, name) == (getattr(told, name) or getattr(held, name))

    @given(ANSWERS, ANSWERS)
    def test_told_twice_is_told_once(self, told, held):
        once = told.told_over(held)
        assert told.told_over(once) == once
        assert once.differing(once) == ()

    def test_hands_the_record_days_but_no_text_of_people(self):
        held = PastAnswer(published_on=LAST, note="a name")
        told = PastAnswer(reference="R1", explained=Explained.ALL)
        assert told.changes_from(held) == {
            "reference": None,
            "published_on": ["2021-09-09", ""],
            "explained": ["", "all"],
            "note": None,
        }
