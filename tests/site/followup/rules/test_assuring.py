from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.followup.rules import (
    AssuranceKind,
    Given,
    Independence,
    NotYet,
    check_assurance,
    complete_from,
)

BEGAN = date(2026, 6, 1)
DAY = timedelta(days=1)
DEMONSTRATING = Given(AssuranceKind.DEMONSTRATING, BEGAN)


def check(given, on, days=90):
    check_assurance(given, AssuranceKind.COMPLETE, on=on, demonstration_days=days)


class TestCheckAssurance:
    def test_lets_nothing_turn_complete_that_was_not_shown_to_last(self):
        with pytest.raises(NotYet, match="First record that the work is done"):
            check([], BEGAN)

    def test_lets_it_turn_complete_on_the_day_on_which_the_period_is_over(self):
        with pytest.raises(NotYet, match="30 August 2026"):
            check([DEMONSTRATING], BEGAN + 89 * DAY)
        check([DEMONSTRATING], BEGAN + 90 * DAY)

    def test_asks_for_nothing_where_the_office_asks_for_no_days(self):
        check([], BEGAN, days=0)

    def test_lets_every_other_level_be_given_at_any_time(self):
        for kind in set(AssuranceKind) - {AssuranceKind.COMPLETE}:
            check_assurance([], kind, on=BEGAN, demonstration_days=90)


class TestCompleteFrom:
    def test_starts_again_after_a_fall_back(self):
        fell = Given(AssuranceKind.PARTIAL, BEGAN + 30 * DAY)
        again = Given(AssuranceKind.DEMONSTRATING, BEGAN + 60 * DAY)
        found = complete_from([DEMONSTRATING, fell, again], demonstration_days=90)
        assert found == BEGAN + 150 * DAY

    def test_goes_on_counting_where_it_is_said_again(self):
        again = Given(AssuranceKind.DEMONSTRATING, BEGAN + 60 * DAY)
        assert complete_from([DEMONSTRATING, again], demonstration_days=90) == BEGAN + 90 * DAY

    @given(
        st.lists(st.builds(Given, st.sampled_from(AssuranceKind), st.just(BEGAN)), max_size=6).map(
            lambda given: [Given(one.kind, BEGAN + place * DAY) for place, one in enumerate(given)]
        ),
        st.integers(0, 400),
    )
    def test_never_comes_before_the_last_fall_back(self, given, days):
        found = complete_from(given, demonstration_days=days)
        falls = [one.on for one in given if one.kind in {AssuranceKind.NONE, AssuranceKind.PARTIAL}]
        if found is not None and falls:
            assert found - days * DAY > max(falls)


class TestIndependence:
    @pytest.mark.parametrize(
        ("tester", "owners", "provider", "says"),
        [
            (1, {1, 2}, 3, "You own this work"),
            (3, {1, 2}, 3, "You added this evidence yourself"),
            (4, {1, 2}, 3, ""),
            (4, set(), None, ""),
        ],
    )
    def test_is_that_of_somebody_who_neither_did_nor_brought_it(
        self, tester, owners, provider, says
    ):
        problem = Independence(tester, frozenset(owners), provider).problem
        assert problem.startswith(says)
        assert bool(problem) == bool(says)
