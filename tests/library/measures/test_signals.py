"""Figures in order, rare events and units, as they are read from a cut."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.library.cuts.written import write
from tests.library.measures.stories import item, story

from answerable.measures.behaviour import TooFewPoints
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import NoSuchBreakdown
from answerable.measures.running import opened
from answerable.measures.signals import NoSeries, events, series, units
from answerable.measures.standing import Standing
from answerable.records.kinds.plan import Answer, ItemAnswered

ITEMS = DEFINITIONS["plan_items_done"]
OVERDUE = DEFINITIONS["plan_items_overdue"]


def with_items(number, *targets, late=False):
    """A case with items due on some days, done on them or a day late."""
    answers = [
        ItemAnswered(
            on=target + timedelta(days=late), item=place, answer=Answer.DONE, words="Done."
        )
        for place, target in enumerate(targets, 1)
    ]
    return story(number, (*map(item, targets), *answers))


MONTHS = [date(2026, month, day) for month in (1, 2) for day in (10, 20)]


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signals") / "cut"
    cases = [
        with_items(1, *MONTHS),
        with_items(2, *MONTHS, late=True),
        with_items(3, date(2026, 1, 12), date(2026, 3, 31)),
    ]
    write(folder, cases)
    with opened(folder) as found:
        yield found


class TestSeries:
    def test_has_a_point_for_each_month_that_is_mature(self, cut):
        found = series(cut, ITEMS)
        assert [
            (name, one.numerator, one.denominator)
            for name, one in zip(found.names, found.answers, strict=True)
        ] == [("2026-01", 3, 5), ("2026-02", 2, 4)]

    def test_leaves_out_and_names_the_months_in_which_something_still_runs(self, cut):
        found = series(cut, ITEMS)
        assert found.left_out == ("2026-03",)
        assert "left out: March 2026." in found.sentence

    def test_counts_some_rows_alone(self, cut):
        found = series(cut, ITEMS, where={"force": "2"})
        assert [one.numerator for one in found.answers] == [0, 0]

    def test_says_that_few_a_month_support_no_share(self, cut):
        assert "The usual month has 4.5 rows" in series(cut, ITEMS).sentence

    def test_takes_the_last_day_of_a_month_that_ends_with_the_cut(self, cut):
        assert series(cut, OVERDUE).names[-1] in {"2026-01", "2026-02", "2026-03"}

    def test_needs_two_months(self, cut):
        with pytest.raises(TooFewPoints):
            series(cut, ITEMS, "financial_year")

    def test_refuses_a_gap(self, cut, tmp_path):
        write(tmp_path / "cut", [with_items(1, date(2026, 1, 8), date(2026, 3, 8))])
        with opened(tmp_path / "cut") as gappy, pytest.raises(NoSeries, match="after January 2026"):
            series(gappy, ITEMS)

    def test_refuses_a_change_at_no_point(self, cut):
        with pytest.raises(NoSeries, match="Choose among 2026-01 to 2026-02"):
            series(cut, ITEMS, rebases={"2025-01": "A new form."})

    def test_refuses_what_is_no_time(self, cut):
        with pytest.raises(NoSuchBreakdown):
            series(cut, ITEMS, "force")

    def test_is_plain_data_for_other_programs(self, cut):
        row = series(cut, ITEMS).as_row()
        assert [one["at"] for one in row["points"]] == ["2026-01", "2026-02"]
        assert (row["kind"], row["parts"][0]["mean"]) == ("behaviour", pytest.approx(0.55))


class TestEvents:
    def test_are_the_days_of_rows_that_stood_so(self, cut):
        found = events(cut, ITEMS, Standing.MISSED)
        assert [one.isoformat() for one in found.on] == [one.isoformat() for one in MONTHS]
        assert found.gaps.days == (10, 21, 10)

    def test_say_nothing_of_the_time_since_where_limits_still_run(self, cut):
        assert events(cut, ITEMS, Standing.MISSED).gaps.open_days is None

    def test_count_the_time_since_the_last_where_nothing_runs(self, cut):
        found = events(cut, OVERDUE, Standing.MISSED)
        assert found.gaps.open_days == (found.as_of - found.on[-1]).days

    def test_are_of_some_rows_alone(self, cut):
        assert len(events(cut, ITEMS, Standing.MET, {"force": "1"}).on) == len(MONTHS)

    def test_refuse_to_be_of_one_month(self, cut):
        with pytest.raises(NoSuchBreakdown, match="Leave it out"):
            events(cut, ITEMS, where={"month": "2026-01"})

    def test_are_plain_data_for_other_programs(self, cut):
        row = events(cut, ITEMS, Standing.MISSED).as_row()
        assert (row["kind"], row["of"], row["days"]) == ("days_between", "missed", [10, 21, 10])


class TestUnits:
    def test_names_units_and_counts_them(self, cut):
        found = units(cut, ITEMS)
        assert [(unit.name, unit.numerator, unit.denominator) for unit in found.funnel.units] == [
            ("Force 1", 4, 4),
            ("Force 2", 0, 4),
            ("Force 3", 1, 1),
        ]

    def test_are_two_at_least(self, cut):
        with pytest.raises(ValueError, match="two units"):
            units(cut, ITEMS, "plan")

    def test_want_one_month_of_what_counts_the_same_in_each(self, cut):
        with pytest.raises(NoSuchBreakdown, match="such as month=2026-03"):
            units(cut, OVERDUE)

    def test_refuses_times_for_units(self, cut):
        with pytest.raises(NoSuchBreakdown, match="is a time"):
            units(cut, ITEMS, "month")

    def test_is_plain_data_for_other_programs(self, cut):
        found = {one["unit"]: one["outside"] for one in units(cut, ITEMS).as_row()["units"]}
        assert found == {"Force 1": None, "Force 2": None, "Force 3": None}
