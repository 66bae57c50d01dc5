from __future__ import annotations

import pytest
from tests.library.charts.results import course, words_in

from answerable.charts.curves import NoCourse, at_risk, draw_course


def test_each_ending_that_happened_has_a_place_of_its_own():
    words = words_in(draw_course(course()))
    assert {"Charge", "CPS no further action", "Victim does not support", "Still open"} <= set(
        words
    )
    assert "Otherwise" not in words


def test_the_shares_in_words_are_those_of_the_result():
    found = course()
    told = draw_course(found).words.sentence
    assert f"by day 730: victim does not support {100 * _share(found):.1f}%" in told


def _share(found):
    return found.curve.by("victim_does_not_support", 730)


def test_a_row_of_the_table_adds_up_to_all():
    picture = draw_course(course())
    names = picture.table.columns
    for row in picture.table.rows:
        cells = dict(zip(names, row, strict=True))
        shares = [
            cell
            for name, cell in cells.items()
            if name not in {"days", "at_risk"} and not name.endswith(("_low", "_high"))
        ]
        assert sum(shares) == pytest.approx(1)


def test_curves_end_where_few_are_at_risk():
    found = course()
    last = draw_course(found).table.rows[-1][0]
    assert at_risk(found, last) >= 10
    assert int(found.curve.days[-1]) > last


def test_a_half_that_is_reached_has_its_day():
    found = course()
    day = found.curve.day_of_share(0.5)
    assert f"Half of the cases had ended by day {day}." in draw_course(found).words.sentence


def test_a_half_that_is_not_reached_says_so():
    endless = course(ended=False)
    assert endless.curve.day_of_share(0.5) is None
    assert "not reached" in draw_course(endless).words.sentence


def test_too_few_cases_have_no_curve():
    with pytest.raises(NoCourse):
        draw_course(course(5))
