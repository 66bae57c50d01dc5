"""What a cut holds of organisations: how many stood in each way, and never who."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.cuts import written
from tests.library.cuts.caseloads import AS_OF

from answerable.cuts.batches import batch_of
from answerable.cuts.compare import compare_cuts
from answerable.cuts.organisations import (
    InPost,
    OfOrganisations,
    PathwayReview,
    month_ends,
    organisation_rows,
)
from answerable.cuts.staging import RowsRefused
from answerable.cuts.tables import GIVEN
from answerable.cuts.write import write_cut
from answerable.records.codes.qualification import Qualification

FEBRUARY, MARCH, APRIL = date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)
MONTH_END = 20_512
"""28 February 2026, as a cut has it."""


def rows(table, *, in_post=(), reviews=()):
    """The rows of a table, by column."""
    found = organisation_rows(OfOrganisations(in_post, reviews), AS_OF)
    return [row for name, row in written.plain(found) if name == table]


class TestInvestigatorsInPost:
    def test_are_in_the_order_of_how_they_stood_whatever_order_they_came_in(self):
        people = {Qualification.NO_COURSE: 1, Qualification.RAN_OUT: 0, Qualification.QUALIFIED: 2}
        assert rows("in_post", in_post=[InPost(3, FEBRUARY, people)]) == [
            {"force": 3, "month_end_on": MONTH_END, "place": place, "qualification": standing}
            for place, standing in enumerate(("qualified", "qualified", "no_course"), 1)
        ]

    def test_are_none_of_a_month_that_has_not_ended(self):
        assert rows("in_post", in_post=[InPost(3, APRIL, {Qualification.QUALIFIED: 1})]) == []

    def test_are_none_of_before_the_calendar_begins(self):
        former = InPost(3, date(2009, 12, 31), {Qualification.QUALIFIED: 1})
        assert rows("in_post", in_post=[former]) == []


class TestReviews:
    def test_of_one_day_are_one_of_which_the_last_stands(self):
        reviews = [PathwayReview("cps_area", 52, FEBRUARY, due) for due in (MARCH, APRIL)]
        assert rows("pathway_reviews", reviews=reviews) == [
            {
                "grouping": "cps_area",
                "organisation": 52,
                "held_on": MONTH_END,
                "next_due_on": MONTH_END + 61,
            }
        ]

    def test_that_are_to_come_are_left_out(self):
        assert rows("pathway_reviews", reviews=[PathwayReview("force", 1, APRIL, APRIL)]) == []


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2024, 1, 31), date(2024, 3, 1), [date(2024, 1, 31), date(2024, 2, 29)]),
        (date(2025, 12, 1), date(2026, 1, 30), [date(2025, 12, 31)]),
        (date(2026, 2, 1), date(2026, 2, 27), []),
    ],
)
def test_month_ends_are_those_within_both_days(first, last, found):
    assert list(month_ends(first, last)) == found


def given(table, *row):
    return (table, batch_of(GIVEN[table], [row]))


class TestACut:
    @pytest.mark.parametrize(
        ("doubled", "row", "words"),
        [
            (1, given("in_post", 1, MONTH_END + 61, 1, "qualified"), "in_post: something happened"),
            (1, given("in_post", 1, MONTH_END + 1, 1, "qualified"), "not the last day of its"),
            (2, given("in_post", 1, MONTH_END, 1, "qualified"), "same force, month_end_on, place"),
            (1, given("pathway_reviews", "force", 1, 20_900, 21_000), "something happened after"),
            (1, given("pathway_reviews", "force", 1, 20_000, 20_000), "not after the held_on"),
            (2, given("pathway_reviews", "force", 1, 20_000, 20_100), "organisation, held_on. K"),
        ],
    )
    def test_takes_no_row_that_cannot_be(self, tmp_path, doubled, row, words):
        with pytest.raises(RowsRefused, match=words):
            write_cut(tmp_path / "cut", [row] * doubled, as_of=AS_OF)
        assert list(tmp_path.iterdir()) == []

    def test_is_compared_with_another_without_touching_a_case(self, tmp_path):
        for name, people in (("before", 1), ("after", 2)):
            posts = [InPost(1, FEBRUARY, {Qualification.QUALIFIED: people})]
            written.write(tmp_path / name, [], OfOrganisations(posts))
        found = compare_cuts(tmp_path / "before", tmp_path / "after")
        (changed,) = [one for one in found.tables if not one.is_same]
        assert (changed.table, changed.added, changed.late, changed.cases) == ("in_post", 1, 0, 0)
        assert found.cases_changed == 0
