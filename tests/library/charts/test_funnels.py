from __future__ import annotations

from tests.library.charts.results import units, words_in

from answerable.charts.funnels import draw_funnel


def test_units_outside_their_limits_are_named():
    words = words_in(draw_funnel(units()))
    assert "Force 98" in words
    assert "Force 99" in words or "Force 97" in words


def test_units_within_their_limits_are_not():
    assert "Force 3" not in words_in(draw_funnel(units()))


def test_the_line_is_named_by_the_share_of_all():
    found = units()
    assert f"All {100 * found.funnel.target:.1f}%" in words_in(draw_funnel(found))


def test_each_unit_has_a_row_with_its_limits():
    rows = {row[0]: row for row in draw_funnel(units()).table.rows}
    assert rows["Force 98"][1:3] == (80, 300)
    assert rows["Force 98"][-1] == "below the 99.8% limit"
    assert rows["Force 3"][-1] == ""
