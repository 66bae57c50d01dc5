from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import prod

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.reference.slow_attacker import TooMany, possible_values

from answerable.disclosure.ledger import NOTHING_YET, Ledger
from answerable.disclosure.policy import shipped_policy
from answerable.disclosure.protect import NotSafe, protect
from answerable.disclosure.release import Why
from answerable.disclosure.table import CountTable

PUBLIC, MEETING = shipped_policy(), shipped_policy("scrutiny_meeting")
counts = st.sampled_from([0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 12, 13])


def table(shape, numbers, of=None):
    by = tuple("abc"[: len(shape)])
    names = [
        [f"{column}{value}" for value in range(size)]
        for column, size in zip(by, shape, strict=True)
    ]
    return CountTable(by, dict(zip(product(*names), numbers, strict=True)), of or {})


def beside(ledger, protected):
    return ledger.beside(protected.release)


def tables(*shapes):
    return st.sampled_from(shapes).flatmap(
        lambda shape: st.lists(
            counts,
            min_size=prod(shape),
            max_size=prod(shape),
        ).map(lambda numbers: table(shape, numbers))
    )


def tried(protected, policy):
    """Every value that each cell could have, by the attacker who tries all tables."""
    largest = max(
        (cell.count for cell in protected.release.cells if "*" not in cell.labels), default=0
    )
    return possible_values(
        protected.shown,
        rounding=policy.profile.rounding,
        threshold=policy.threshold,
        beyond=largest + 4,
    )


class TestProtect:
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
    @given(tables((2,), (3,), (2, 2), (2, 3)), st.sampled_from([PUBLIC, MEETING]))
    def test_lets_nobody_rule_out_any_small_value_of_a_small_cell(self, given_table, policy):
        protected = protect(given_table, policy)
        try:
            values = tried(protected, policy)
        except TooMany:
            assume(False)
        for cell in protected.release.cells:
            if cell.count < policy.threshold:
                assert {0, 1, 2, 3, 4} <= values[cell.labels], cell.labels

    @settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
    @given(tables((1, 2, 2), (2, 2, 2)))
    def test_holds_in_three_columns_where_sums_alone_are_no_network(self, given_table):
        protected = protect(given_table, MEETING)
        try:
            values = tried(protected, MEETING)
        except TooMany:
            assume(False)
        for cell in protected.release.cells:
            if cell.count < MEETING.threshold:
                assert {0, 1, 2, 3, 4} <= values[cell.labels], cell.labels

    @settings(max_examples=20, deadline=None)
    @given(tables((3,), (3, 4), (2, 3, 2)))
    def test_shows_what_it_shows_as_rounding_alone_would(self, given_table):
        protected = protect(given_table, PUBLIC)
        for cell in protected.release.cells:
            shown = protected.shown[cell.labels]
            if isinstance(shown, str):
                assert shown == "[c]"
            else:
                assert shown % 5 == 0
                assert abs(shown - cell.count) <= 2
                assert cell.count >= 5

    def test_hides_a_second_cell_where_a_total_would_give_the_first_away(self):
        protected = protect(table((2,), (3, 20)), MEETING)
        assert protected.hidden[Why.SMALL] == 1
        assert protected.hidden[Why.SECOND] == 1
        assert protected.proof.is_fewest

    def test_hides_nothing_further_where_rounding_is_enough(self):
        protected = protect(table((5,), (3, 21, 34, 57, 18)), PUBLIC)
        assert protected.hidden.total() == 1

    def test_never_says_that_all_of_a_group_had_the_same(self):
        protected = protect(table((2, 2), (20, 0, 30, 40)), MEETING)
        assert protected.shown["a0", "b0"] == "[c]" or protected.shown["a0", "*"] == "[c]"

    def test_shows_nought_only_where_it_could_not_be_anything_else(self):
        structural = replace(PUBLIC, structural=({"a": "a0", "b": "b1"},))
        protected = protect(table((2, 2), (20, 0, 0, 40)), structural)
        assert protected.shown["a0", "b1"] == 0
        assert protected.shown["a1", "b0"] == "[c]"

    def test_hides_two_characteristics_within_a_force_and_shows_each_alone(self):
        rows = {
            (force, sex, group): 50
            for force in ("A", "B")
            for sex in ("F", "M")
            for group in ("X", "Y")
        }
        shown = protect(CountTable(("force", "sex", "ethnicity"), rows), PUBLIC).shown
        assert shown["A", "F", "X"] == "[c]"
        assert shown["A", "F", "*"] == 100
        assert shown["A", "*", "X"] == 100
        assert shown["*", "F", "X"] == 100

    def test_makes_no_totals_of_areas_across_forces(self):
        rows = {("A", "north"): 40, ("A", "south"): 50, ("B", "east"): 60}
        shown = protect(CountTable(("force", "area"), rows), PUBLIC).shown
        assert set(shown) == {
            ("*", "*"),
            ("A", "*"),
            ("B", "*"),
            ("A", "north"),
            ("A", "south"),
            ("B", "east"),
        }


class TestBesideEarlierReleases:
    def test_the_same_table_is_shown_alike_again(self):
        first = protect(table((2, 3), (3, 20, 9, 31, 12, 44)), PUBLIC)
        again = protect(table((2, 3), (3, 20, 9, 31, 12, 44)), PUBLIC, beside(NOTHING_YET, first))
        assert again.shown == first.shown

    def test_a_figure_hidden_for_another_is_not_shown_in_a_coarser_table(self):
        fine = protect(table((2, 2), (3, 20, 40, 50)), MEETING)
        ledger = beside(NOTHING_YET, fine)
        coarse = protect(table((2,), (23, 90)), MEETING, ledger)
        joint = {**fine.shown, **{(one, "*"): said for (one,), said in coarse.shown.items()}}
        values = possible_values(joint, rounding=1, threshold=5, beyond=60)
        assert {0, 1, 2, 3, 4} <= values["a0", "b0"]

    @settings(max_examples=20, deadline=None)
    @given(
        st.lists(counts, min_size=4, max_size=4),
        st.lists(st.sampled_from([0, 0, 0, 1, 2]), min_size=4, max_size=4),
    )
    def test_no_difference_of_a_few_people_is_told_where_some_were_added(self, numbers, added):
        first = protect(table((2, 2), numbers), PUBLIC)
        later = [one + more for one, more in zip(numbers, added, strict=True)]
        second = protect(table((2, 2), later), PUBLIC, beside(NOTHING_YET, first))
        try:
            before, after = tried(first, PUBLIC), tried(second, PUBLIC)
        except TooMany:
            assume(False)
        for one, other in zip(first.release.cells, second.release.cells, strict=True):
            if other.count - one.count in {1, 2}:
                apart = {
                    then - now
                    for now in before[one.labels]
                    for then in after[other.labels]
                    if then >= now
                }
                assert len(apart) >= 5

    def test_five_and_seven_are_not_both_shown_as_five(self):
        first = protect(table((3,), (6, 40, 50)), PUBLIC)
        second = protect(table((3,), (7, 40, 50)), PUBLIC, beside(NOTHING_YET, first))
        assert first.shown[("a0",)] == 5
        assert second.shown[("a0",)] == "[c]"

    def test_all_less_a_part_does_not_tell_of_the_few_who_are_left(self):
        whole = protect(table((3,), (7, 40, 50)), PUBLIC)
        part = protect(
            table((3,), (6, 38, 41), of={"force": "A"}), PUBLIC, beside(NOTHING_YET, whole)
        )
        assert whole.shown[("a0",)] == 5
        assert part.shown[("a0",)] == "[c]"

    def test_a_date_or_a_version_makes_no_two_tables_strangers(self):
        first = protect(table((3,), (6, 40, 50), of={"version": "1"}), PUBLIC)
        later = table((3,), (7, 40, 50), of={"version": "2"})
        assert protect(later, PUBLIC, beside(NOTHING_YET, first)).shown[("a0",)] == "[c]"

    def test_what_all_rows_have_in_common_counts_once_others_are_broken_down_by_it(self):
        of_a_part = protect(table((3,), (6, 38, 41), of={"b": "b0"}), PUBLIC)
        assert of_a_part.release.of == {"b": "b0"}
        both = table((3, 2), (6, 1, 38, 20, 41, 30))
        assert protect(both, PUBLIC, beside(NOTHING_YET, of_a_part)).shown[("a0", "*")] == "[c]"

    def test_two_more_are_not_told_of_where_how_many_there_were_was_only_implied(self):
        everybody = CountTable(("b",), {("b0",): 108}, {"version": "1"})
        part = CountTable(("b",), {("b0",): 88}, {"version": "1", "a": "a0"})
        ledger = beside(NOTHING_YET, protect(everybody, MEETING))
        later = table((2,), (98, 22), of={"version": "2"})
        assert set(protect(later, MEETING, ledger).shown.values()) == {98, 22, 120}
        ledger = beside(ledger, protect(part, MEETING, ledger))
        assert "[c]" in protect(later, MEETING, ledger).shown.values()

    def test_what_would_imply_a_figure_beside_which_two_more_are_shown_is_hidden(self):
        everybody = CountTable(("b",), {("b0",): 44}, {"version": "1"})
        ledger = beside(NOTHING_YET, protect(everybody, MEETING))
        later = protect(table((2,), (30, 26), of={"version": "2"}), MEETING, ledger)
        assert later.shown[("a1",)] == 26
        all_but_24 = CountTable(("b",), {("b0",): 20}, {"version": "1", "a": "a0"})
        ledger = beside(ledger, later)
        assert protect(all_but_24, MEETING, ledger).shown[("b0",)] == "[c]"

    def test_what_would_tell_how_few_a_table_hid_as_a_whole_is_hidden(self):
        everybody = CountTable(("b",), {("b0",): 24}, {})
        ledger = beside(NOTHING_YET, protect(everybody, MEETING))
        ledger = ledger.beside(protect(table((2,), (20, 4)), MEETING, ledger).release.withheld())
        all_but_four = CountTable(("b",), {("b0",): 20}, {"a": "a0"})
        assert protect(all_but_four, MEETING, ledger).shown[("b0",)] == "[c]"

    def test_another_measure_has_nothing_to_do_with_it(self):
        first = protect(table((3,), (6, 40, 50), of={"measure": "told"}), PUBLIC)
        other = table((3,), (7, 40, 50), of={"measure": "charged"})
        assert protect(other, PUBLIC, beside(NOTHING_YET, first)).shown[("a0",)] == 5

    def test_what_shows_no_number_stands_in_nobodys_way(self):
        hidden = protect(table((2,), (1, 2)), PUBLIC)
        assert set(hidden.shown.values()) == {"[c]"}
        later = protect(table((2,), (21, 32)), PUBLIC, beside(NOTHING_YET, hidden))
        assert later.shown[("a0",)] == 20

    def test_fails_closed_where_an_earlier_release_shows_a_small_count(self):
        shown = protect(table((2,), (23, 40)), MEETING).release
        cells = (
            msgspec.structs.replace(cell, count=3) if cell.labels == ("a0",) else cell
            for cell in shown.cells
        )
        loose = msgspec.structs.replace(shown, cells=tuple(cells))
        with pytest.raises(NotSafe, match="nothing is shown"):
            protect(table((2,), (30, 40)), PUBLIC, Ledger((loose,), ""))
