"""What was released last of a measure, and what it is held against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories_figures import answers, by_month

from answerable.disclosure.ledger import NOTHING_YET
from answerable.disclosure.policy import shipped_policy
from answerable.release.composing import composed
from answerable_site.figures.rules import (
    ShownRow,
    StandingRelease,
    shown_of,
    standing_among,
    told_measure,
)

MEASURE = "victims_told"
MARCH, JUNE = date(2026, 3, 31), date(2026, 6, 30)


def shown(results):
    found = composed(results, shipped_policy(), NOTHING_YET, on=MARCH, of={"force": "17"})
    return shown_of(found.release.figures[0])


@pytest.fixture(scope="module")
def figure():
    return shown(answers())


@pytest.fixture(scope="module")
def by_months():
    return shown(by_month([(30, 50)] * 12))


def with_all(figure, percent, *, as_of=MARCH, **changes):
    together = ShownRow(("All",), "[c]" if percent == "[c]" else "100", "160", percent)
    return replace(figure, rows=(*figure.rows[:-1], together), as_of=as_of, **changes)


def release(number, *figures, as_of=MARCH, profile="public"):
    return StandingRelease(number, profile, "", as_of, figures)


def told(*releases, measure=MEASURE):
    return told_measure(standing_among([measure], releases)[measure])


class TestStanding:
    def test_is_the_first_of_the_latest_day(self, figure):
        later = release(2, replace(figure, as_of=JUNE), as_of=JUNE)
        found = standing_among([MEASURE], [later, release(1, figure)])[MEASURE]
        assert (found.released_id, found.before) == (2, figure)

    def test_is_missing_where_nothing_was_released(self, figure):
        assert standing_among(["decisions_explained"], [release(1, figure)]) == {}

    def test_reads_no_more_releases_than_it_needs(self, figure):
        def releases():
            yield release(2, replace(figure, as_of=JUNE), as_of=JUNE)
            yield release(1, figure)
            pytest.fail("A third release was read.")

        assert standing_among([MEASURE], releases())
        assert standing_among([], releases()) == {}

    def test_is_compared_with_no_figure_of_the_same_day(self, figure):
        found = standing_among([MEASURE], [release(2, figure), release(1, figure)])[MEASURE]
        assert found.before is None

    def test_is_compared_with_no_figure_of_another_profile(self, figure):
        later = release(2, replace(figure, as_of=JUNE), as_of=JUNE)
        earlier = release(1, figure, profile="scrutiny_meeting")
        assert standing_among([MEASURE], [later, earlier])[MEASURE].before is None

    def test_takes_the_figure_that_shows_the_share_of_all(self, figure, by_months):
        hidden = with_all(figure, "[c]")
        found = standing_among([MEASURE], [release(1, hidden, by_months)])[MEASURE]
        assert (found.latest, found.by_time) == (by_months, by_months)


class TestShare:
    def test_is_that_of_all_together_and_of_how_many(self, figure):
        assert told(release(1, figure)).share == "61%: 95 of 155"

    def test_that_is_hidden_is_never_nought(self, figure):
        share = told(release(1, with_all(figure, "[c]"))).share
        assert share.startswith("Not shown [c]")
        assert "0" not in share


class TestTrend:
    def between(self, now, then):
        return told(release(2, now, as_of=JUNE), release(1, then)).trend

    @pytest.mark.parametrize(
        ("before", "now", "said"),
        [
            ("62%", "67%", "Up from 62% in the figure as of 31 March 2026. Higher is better."),
            ("67%", "62%", "Down from 67% in the figure as of 31 March 2026. Higher is better."),
            ("9%", "67%", "Up from 9% in the figure as of 31 March 2026. Higher is better."),
            ("67%", "67%", "The same share as the figure as of 31 March 2026."),
        ],
    )
    def test_holds_the_share_against_the_one_before(self, figure, before, now, said):
        assert self.between(with_all(figure, now, as_of=JUNE), with_all(figure, before)) == said

    @pytest.mark.parametrize(
        ("before", "now", "which"), [("[c]", "67%", "that"), ("67%", "[c]", "this")]
    )
    def test_is_told_of_no_share_that_is_hidden(self, figure, before, now, which):
        trend = self.between(with_all(figure, now, as_of=JUNE), with_all(figure, before))
        assert trend.endswith(f"{which} share is not shown.")
        assert "67" not in trend

    def test_is_told_of_no_measure_that_is_defined_anew(self, figure):
        now = with_all(figure, "67%", as_of=JUNE, version=figure.version + 1)
        assert "defined anew" in self.between(now, with_all(figure, "62%"))

    def test_is_told_of_no_first_figure(self, figure):
        assert told(release(1, figure)).trend.startswith("No earlier figure")


class TestSignal:
    def test_is_what_the_released_figure_says(self, by_months):
        assert told(release(1, by_months)).signal == by_months.signal != ""

    def test_is_not_there_where_nothing_was_released_by_time(self, figure):
        assert "by no month" in told(release(1, figure)).signal


def test_invented_cases_are_named_so(figure):
    assert not told(release(1, figure)).is_invented
    made_up = replace(figure, notes=("SYNTHETIC: these are invented cases.",))
    assert told(release(1, made_up)).is_invented


class TestThoseInPost:
    def figure(self, figure, *rows, as_of=MARCH):
        return replace(
            figure,
            measure="investigators_qualified",
            by=("month",),
            as_of=as_of,
            rows=tuple(ShownRow(*one) for one in (*rows, (("All",), "70", "90", "78%"))),
        )

    def test_are_told_of_the_latest_month_that_had_ended(self, figure):
        now = self.figure(
            figure, (("2026-02",), "30", "45", "67%"), (("2026-03",), "40", "45", "89%")
        )
        assert (
            told(release(1, now), measure="investigators_qualified").share
            == "89%: 40 of 45 at the end of March 2026"
        )

    def test_are_not_told_of_a_month_that_goes_on(self, figure):
        now = self.figure(
            figure,
            (("2026-02",), "30", "45", "67%"),
            (("2026-03",), "[c]", "[c]", "[c]"),
            as_of=date(2026, 3, 15),
        )
        assert (
            told(release(1, now), measure="investigators_qualified").share
            == "67%: 30 of 45 at the end of February 2026"
        )

    def test_are_hidden_where_the_latest_month_is(self, figure):
        now = self.figure(
            figure, (("2026-02",), "30", "45", "67%"), (("2026-03",), "[c]", "45", "[c]")
        )
        assert told(release(1, now), measure="investigators_qualified").share.startswith(
            "Not shown [c]"
        )
