from __future__ import annotations

import pytest

from answerable.casereviews.intervals import Method
from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable.disclosure.policy import shipped_policy
from answerable_site.casereviews.rules import (
    Answered,
    Asked,
    Design,
    Scored,
    results_of,
    told_answer,
    told_results,
)

QUESTION = Asked("q", "Is it?", "", "A", "1")
DESIGN = Design({"cps": 40, "charged": 10}, {"cps": 4, "charged": 2}, 0.95, Method.WILSON)
POLICY = shipped_policy("scrutiny_meeting")


def file(stratum, *ratings):
    return Scored(stratum, tuple({"q": one} if one else None for one in ratings), {})


FILES = [
    file(Stratum.CPS, Rating.FULLY, Rating.FULLY),
    file(Stratum.CPS, Rating.NOT_MET),
    file(Stratum.CPS, Rating.NOT_APPLICABLE),
    file(Stratum.CPS, None),
    file(Stratum.CHARGED, Rating.FULLY),
    file(Stratum.CHARGED, Rating.PARTLY),
]


class TestResults:
    def test_weigh_files_by_how_many_they_stand_for(self):
        [answer] = results_of([QUESTION], FILES, DESIGN).answers
        # Of 10 each from the prosecutors and 5 each that were charged.
        assert answer.fully.share == pytest.approx((10 + 5) / (10 + 10 + 5 + 5))
        assert answer.partly.share == pytest.approx((10 + 5 + 5) / 30)

    def test_count_missing_files_in_no_question_and_by_themselves(self):
        found = results_of([QUESTION], FILES, DESIGN)
        assert sum(found.answers[0].counts.values()) == 5
        assert found.missing == 1
        assert found.missing_share.share == pytest.approx(10 / 50)

    def test_tell_how_far_the_two_who_scored_a_file_agree(self):
        agreement = results_of([QUESTION], FILES, DESIGN).agreement
        assert (agreement.files, agreement.alike) == (1, 1.0)


def answered(fully, partly, not_met, *, not_evidenced=0):
    counts = dict.fromkeys(Rating, 0) | {
        Rating.FULLY: fully,
        Rating.PARTLY: partly,
        Rating.NOT_MET: not_met,
        Rating.NOT_EVIDENCED: not_evidenced,
    }
    drawn = sum(counts.values())
    files = [file(Stratum.CPS, one) for one, count in counts.items() for _ in range(count)]
    design = Design({"cps": 10 * drawn}, {"cps": drawn}, 0.95, Method.WILSON)
    [found] = results_of([QUESTION], files, design).answers
    assert isinstance(found, Answered)
    return found


def is_told(*counts, **further):
    told = told_answer(answered(*counts, **further), POLICY)
    return told.fully is not None, told.partly is not None


def strata_told(**population):
    design = Design(population, dict.fromkeys(population, 2), 0.95, Method.WILSON)
    files = [file(Stratum(one), Rating.FULLY) for one in population for _ in range(2)]
    told = told_results(
        results_of([QUESTION], files, design), POLICY, design, frame_hash="f", seed="s"
    )
    return [(one.files, one.drawn) for one in told.strata]


class TestStrata:
    def test_are_told_with_how_many_were_drawn(self):
        assert strata_told(cps=40, charged=10) == [(40, 2), (10, 2)]

    def test_are_not_told_where_one_has_few_files(self):
        assert strata_told(cps=40, charged=4) == []


class TestWhatIsTold:
    def test_are_both_shares_where_every_group_is_large(self):
        assert is_told(20, 10, 10) == (True, True)

    def test_is_no_share_of_fewer_than_ten_files(self):
        assert is_told(5, 0, 4) == (False, False)

    def test_is_no_share_of_few_files_that_meet_it(self):
        assert is_told(4, 0, 30) == (False, False)

    def test_is_no_share_that_leaves_few_files(self):
        assert is_told(30, 2, 2) == (False, False)

    def test_is_one_share_where_the_two_together_would_tell_of_few(self):
        assert is_told(20, 3, 10) == (True, False)

    def test_are_fully_or_partly_met_together_where_few_meet_it_fully(self):
        assert is_told(3, 12, 10) == (False, True)

    def test_are_whole_per_cents_with_their_interval(self):
        told = told_answer(answered(20, 10, 10), POLICY).fully
        assert (told.share, told.low < 50 < told.high) == (50, True)
