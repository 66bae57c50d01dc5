from __future__ import annotations

from tests.library.charts.results import events, words_in

from answerable.charts.gaps import draw_gaps
from answerable.measures.standing import Standing

LONG = (5, 60) * 8 + (2000,)


def test_each_gap_has_a_row_from_event_to_event():
    found = events()
    rows = draw_gaps(found).table.rows
    assert [row[2] for row in rows] == list(found.gaps.days)
    assert rows[0][:2] == ("2022-01-05", "2022-01-25")


def test_the_lines_are_named_in_days():
    found = events()
    assert f"Mean {found.gaps.mean:.0f}" in words_in(draw_gaps(found))


def test_a_longer_gap_between_what_should_not_be_is_better():
    missed = draw_gaps(events(LONG))
    met = draw_gaps(events(LONG, of=Standing.MET))
    assert "Longer than the limit" in words_in(missed)
    assert (b"#12436d" in missed.svg, b"#c04a10" in missed.svg) == (True, False)
    assert (b"#12436d" in met.svg, b"#c04a10" in met.svg) == (False, True)
