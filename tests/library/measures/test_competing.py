from __future__ import annotations

import json
from math import exp, log, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reference import slow_incidence

from answerable.measures.competing import NotADuration, incidence

ENDINGS = ("charge", "victim")
CASE = st.tuples(
    st.integers(0, 20), st.integers(1, 30), st.integers(0, len(ENDINGS)), st.integers(1, 3)
).map(lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2], drawn[3]))
CASES = st.lists(CASE, min_size=1, max_size=30)


def curve_of(cases, endings=ENDINGS):
    entered, left, ending, count = zip(*cases, strict=True)
    return incidence(entered=entered, left=left, ending=ending, endings=endings, count=count)


def each(cases):
    """Every case by itself, as often as its row counts."""
    return [case[:3] for case in cases for _ in range(case[3])]


class TestIncidence:
    @given(CASES)
    def test_is_what_a_day_by_day_reckoning_gives(self, cases):
        curve = curve_of(cases)
        for day in (0, 1, 5, 17, 50):
            shares, still_open = slow_incidence.shares(each(cases), day, len(ENDINGS))
            found = [curve.by(name, day) for name in ENDINGS]
            assert found == pytest.approx([float(one) for one in shares], abs=1e-12)
            assert curve.open_after(day) == pytest.approx(float(still_open), abs=1e-12)

    @given(CASES)
    def test_and_still_open_add_up_to_one_at_every_time(self, cases):
        curve = curve_of(cases)
        assert sum(curve.incidence.values()) + curve.still_open == pytest.approx(1)

    @given(CASES)
    def test_never_falls_and_lies_within_its_band(self, cases):
        curve = curve_of(cases)
        for name in ENDINGS:
            share, has_band = curve.incidence[name], ~np.isnan(curve.low[name])
            assert np.all(np.diff(share) >= -1e-12)
            assert np.all(curve.low[name][has_band] <= share[has_band] + 1e-12)
            assert np.all(share[has_band] <= curve.high[name][has_band] + 1e-12)

    def test_counts_an_open_case_as_long_as_it_was_seen(self):
        curve = curve_of([(0, 10, 1, 1), (0, 5, 0, 1), (0, 20, 0, 2)])
        assert curve.by("charge", 10) == pytest.approx(1 / 3)

    def test_does_not_count_a_case_before_it_was_observed(self):
        curve = curve_of([(0, 10, 1, 1), (15, 30, 0, 7)])
        assert curve.at_risk.tolist() == [1]

    @pytest.mark.parametrize("left", [3, 2])
    def test_refuses_what_is_no_duration(self, left):
        with pytest.raises(NotADuration):
            curve_of([(3, left, 1, 1)])

    def test_of_nobody_has_no_days(self):
        curve = incidence(entered=[], left=[], ending=[], endings=ENDINGS)
        assert (curve.days.tolist(), curve.open_after(365)) == ([], 1.0)


class TestBands:
    @given(st.lists(CASE, min_size=2, max_size=30))
    def test_of_one_ending_are_greenwood_s(self, cases):
        alone = [(entered, left, min(ending, 1), count) for entered, left, ending, count in cases]
        curve = curve_of(alone, ("ended",))
        for place, day in enumerate(curve.days):
            share, low = curve.incidence["ended"][place], curve.low["ended"][place]
            if not np.isnan(low):
                deviation = sqrt(slow_incidence.greenwood(each(alone), int(day)))
                width = 1.959963984540054 * deviation / (share * log(share))
                assert low == pytest.approx(share ** exp(-width), abs=1e-9)

    @pytest.mark.slow
    def test_hold_the_truth_about_as_often_as_they_say(self):
        lots = np.random.default_rng(20260331)
        inside = 0
        for _ in range(400):
            days = np.ceil(lots.exponential(100, 300)).astype(int)
            ending = lots.choice([1, 2], 300, p=[0.3, 0.7])
            seen = lots.integers(40, 200, 300)
            curve = incidence(
                entered=np.zeros(300, dtype=int),
                left=np.minimum(days, seen),
                ending=np.where(days <= seen, ending, 0),
                endings=ENDINGS,
            )
            place = np.searchsorted(curve.days, 90, side="right") - 1
            truth = 0.3 * (1 - exp(-0.9))
            inside += curve.low["charge"][place] <= truth <= curve.high["charge"][place]
        assert 0.92 <= inside / 400 <= 0.98


class TestDayOfShare:
    def test_is_the_first_day_by_which_so_many_had_ended(self):
        curve = curve_of([(0, 10, 1, 1), (0, 20, 2, 1), (0, 30, 0, 2)])
        assert curve.day_of_share(0.5) == 20

    def test_is_none_where_it_is_not_reached(self):
        curve = curve_of([(0, 10, 1, 1), (0, 30, 0, 3)])
        assert (curve.day_of_share(0.5), curve.day_of_share(0.25, "victim")) == (None, None)


class TestAgainstScikitSurvival:
    """Numbers that `python -m bench.measuring.golden` printed, ties and open cases among them."""

    TOLD = json.loads((Path(__file__).parent / "scikit_survival.json").read_text(encoding="utf-8"))

    @pytest.fixture
    def curve(self):
        left, ending = self.TOLD["left"], self.TOLD["ending"]
        entered, names = [0] * len(left), ("first", "second", "third")
        return incidence(entered=entered, left=left, ending=ending, endings=names)

    def test_shares_are_the_same_on_every_day(self, curve):
        for name, shares in zip(curve.incidence, self.TOLD["shares"], strict=True):
            found = [curve.by(name, day) for day in self.TOLD["days"]]
            assert found == pytest.approx(shares, abs=1e-9)

    @pytest.mark.parametrize("end", ["low", "high"])
    def test_bands_are_the_same_wherever_there_is_one(self, curve, end):
        places = [self.TOLD["days"].index(day) for day in curve.days]
        for (name, found), told in zip(getattr(curve, end).items(), self.TOLD[end], strict=True):
            expected = np.array(told)[places]
            has_band = ~np.isnan(found)
            assert has_band.sum() > len(places) / 2, name
            assert found[has_band] == pytest.approx(expected[has_band], abs=1e-9)
