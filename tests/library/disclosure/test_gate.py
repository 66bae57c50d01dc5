from __future__ import annotations

import pytest

from answerable.disclosure import gate
from answerable.disclosure.gate import HIDDEN, NOT_AVAILABLE, Shown
from answerable.disclosure.policy import shipped_policy
from answerable.disclosure.protect import protect
from answerable.disclosure.table import CountTable

POLICY = shipped_policy()


@pytest.fixture(scope="module")
def table():
    counts = {
        ("A", "met"): 21,
        ("A", "missed"): 58,
        ("A", "unknown"): 33,
        ("B", "met"): 3,
        ("B", "missed"): 40,
        ("B", "unknown"): 61,
        ("C", "met"): 30,
        ("C", "missed"): 52,
        ("C", "unknown"): 47,
    }
    return protect(CountTable(("force", "state"), counts), POLICY)


class TestRate:
    def test_is_that_of_the_shown_figures(self, table):
        assert gate.rate(table, ("A", "met"), ("A", "*"), POLICY) == Shown(18)

    def test_is_hidden_where_a_figure_is(self, table):
        assert gate.rate(table, ("B", "met"), ("B", "*"), POLICY) == HIDDEN

    def test_is_hidden_of_few(self):
        few = protect(CountTable(("a",), {("x",): 6, ("y",): 60}), POLICY)
        assert gate.rate(few, ("x",), ("x",), POLICY) == HIDDEN

    def test_never_says_that_all_had_the_same(self, table):
        assert gate.rate(table, ("A", "met"), ("A", "met"), POLICY) == HIDDEN


class TestMedian:
    def test_is_rounded_like_counts(self):
        assert gate.median([12] * 10, POLICY) == Shown(10)

    def test_is_hidden_of_few_and_none_of_nobody(self):
        assert gate.median([12] * 9, POLICY) == HIDDEN
        assert gate.median([], POLICY) == NOT_AVAILABLE


class TestSum:
    def test_is_hidden_where_one_gave_most(self):
        assert gate.sum_of([90.0] + [1.0] * 9, POLICY) == HIDDEN
        assert gate.sum_of([10.0] * 10, POLICY) == Shown(100.0)

    def test_is_hidden_of_few_and_none_of_nobody(self):
        assert gate.sum_of([10.0] * 9, POLICY) == HIDDEN
        assert gate.sum_of([], POLICY) == NOT_AVAILABLE


class TestCurve:
    def test_takes_no_step_for_fewer_than_a_count_has(self):
        steps = gate.curve([1, 2, 3, 9], [1, 4, 2, 20], 60, POLICY)
        assert [one.day for one in steps] == [2, 9]
        assert [one.share.value for one in steps] == [8, 42]

    def test_ends_while_a_few_are_left(self):
        assert [one.day for one in gate.curve([1, 2], [20, 18], 40, POLICY)] == [1]

    def test_is_none_of_few(self):
        assert gate.curve([1], [8], 9, POLICY) == []


class TestWords:
    def test_of_a_hidden_figure_are_never_nought(self):
        assert HIDDEN.words == "not shown"
        assert NOT_AVAILABLE.words == "not available"
        assert Shown(1250).words == "1,250"

    def test_name_no_number_that_no_shown_figure_has(self):
        shown = [Shown(1250), Shown(18), HIDDEN]
        text = "In 2025, 1,250 were told, 18% of all, and 3 were not."
        assert gate.unbacked(text, shown, also=["2025"]) == ["3"]

    def test_points_are_those_of_the_table(self, table):
        assert gate.points(table, [("A", "met"), ("B", "met")]) == [Shown(20), HIDDEN]
