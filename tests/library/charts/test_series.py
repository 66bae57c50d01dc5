from __future__ import annotations

from tests.library.charts.results import SHARES, series, words_in

from answerable.charts.series import draw_series
from answerable.disclosure.rounding import whole_percent
from answerable.measures.behaviour import Rebase
from answerable.measures.definition import Good
from answerable.measures.definitions import DEFINITIONS


def test_the_lines_are_named_by_the_figures_of_the_result():
    found = series()
    words = words_in(draw_series(found))
    assert f"Mean {whole_percent(found.chart.mean)}%" in words


def test_a_limit_is_shown_no_higher_than_all():
    found = series([0.9, 1.0] * 7)
    assert found.chart.high > 1
    picture = draw_series(found)
    assert "Upper limit 100%" in words_in(picture)
    assert max(row[6] for row in picture.table.rows) == 1
    assert "no higher than 100%" in picture.description


def test_signals_are_named_above_their_points():
    words = words_in(draw_series(series()))
    assert "Below the limit" in words
    assert "8 above the mean" in words


def test_signals_stand_in_the_table():
    rows = draw_series(series()).table.rows
    assert [row[0] for row in rows if "Below the limit" in row[-1]] == ["2024-05"]


def test_a_change_of_limits_is_named_with_its_reason():
    words = words_in(draw_series(series(rebases=[Rebase(7, "A new form.")])))
    assert "Anew: A new form." in words


def test_a_signal_of_what_neither_improves_nor_worsens_has_a_mark_of_its_own():
    definition = DEFINITIONS["advice_sought"]
    assert definition.good is Good.NEITHER
    assert b"#801650" in draw_series(series(definition=definition)).svg


def test_each_time_has_a_row_with_its_counts():
    first = draw_series(series()).table.rows[0]
    assert first[:4] == ("2024-01", round(40 * SHARES[0]), 40, SHARES[0])
