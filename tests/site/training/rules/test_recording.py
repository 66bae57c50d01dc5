from __future__ import annotations

from datetime import date

import pytest

from answerable_site.training.rules import (
    CountingFacts,
    CountsTwice,
    DaysOutOfOrder,
    Outcome,
    Purpose,
    check_counts_once,
    check_order,
    check_result,
)

EVENT = {"first_day": date(2026, 5, 4), "last_day": date(2026, 5, 8), "today": date(2026, 5, 12)}


def counting(from_on, to_on, version=1):
    return CountingFacts(version, Purpose.QUALIFIES, from_on, to_on, 36, None)


class TestAResult:
    @pytest.mark.parametrize("outcome", [Outcome.PASSED, Outcome.ATTENDED])
    def test_of_who_finished_is_from_the_last_day_or_later(self, outcome):
        check_result(outcome, date(2026, 5, 8), **EVENT)
        with pytest.raises(DaysOutOfOrder):
            check_result(outcome, date(2026, 5, 7), **EVENT)

    @pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.DID_NOT_ATTEND])
    def test_of_who_did_not_finish_may_be_from_the_first_day(self, outcome):
        check_result(outcome, date(2026, 5, 4), **EVENT)
        with pytest.raises(DaysOutOfOrder):
            check_result(outcome, date(2026, 5, 3), **EVENT)

    def test_is_not_from_the_future(self):
        check_result(Outcome.PASSED, date(2026, 5, 12), **EVENT)
        with pytest.raises(DaysOutOfOrder):
            check_result(Outcome.PASSED, date(2026, 5, 13), **EVENT)


class TestAVersion:
    def test_counts_in_one_way_on_each_day(self):
        held = [counting(date(2020, 1, 1), date(2024, 12, 31))]
        with pytest.raises(CountsTwice):
            check_counts_once(counting(date(2024, 12, 31), None), held)
        check_counts_once(counting(date(2025, 1, 1), None), held)

    def test_is_asked_for_itself_alone(self):
        held = [counting(date(2020, 1, 1), None, version=2)]
        check_counts_once(counting(date(2020, 1, 1), None), held)

    def test_that_counts_without_an_end_leaves_no_later_day(self):
        with pytest.raises(CountsTwice):
            check_counts_once(
                counting(date(2040, 1, 1), date(2041, 1, 1)), [counting(date(2020, 1, 1), None)]
            )


class TestTwoDays:
    def test_may_be_the_same_and_the_last_may_be_open(self):
        check_order(date(2026, 5, 4), date(2026, 5, 4), "no")
        check_order(date(2026, 5, 4), None, "no")

    def test_are_refused_the_wrong_way_round(self):
        with pytest.raises(DaysOutOfOrder, match="ends before"):
            check_order(date(2026, 5, 4), date(2026, 5, 3), "It ends before it begins")
