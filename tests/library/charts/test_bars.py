from __future__ import annotations

import pytest
from tests.library.charts.results import TOLD, answer, words_in

from answerable.charts.bars import NoBars, draw_bars

NAMES = {("maker", "cps"): "Prosecutors"}


def drawn(*answers):
    return draw_bars(TOLD, answers, NAMES)


def test_bars_are_highest_first():
    found = drawn(answer(4, maker="police"), answer(30, maker="cps"))
    assert [row[0] for row in found.table.rows] == ["cps", "police"]


def test_bars_of_times_are_in_order():
    found = drawn(answer(4, month="2026-01"), answer(30, month="2026-02"))
    assert [row[0] for row in found.table.rows] == ["2026-01", "2026-02"]


def test_codes_have_their_names():
    assert "Prosecutors" in words_in(drawn(answer(4, maker="police"), answer(30, maker="cps")))


def test_a_share_of_few_is_marked_and_the_mark_explained():
    words = words_in(drawn(answer(4, 12, maker="cps")))
    assert "33% of 12 *" in words
    assert any("fewer than 30 were asked" in one for one in words)


def test_groups_of_nobody_have_no_bar():
    assert len(drawn(answer(1, maker="cps"), answer(0, 0, maker="police")).table.rows) == 1


def test_no_group_of_anybody_is_no_chart():
    with pytest.raises(NoBars):
        drawn(answer(0, 0, maker="police"))


def test_the_sentence_says_that_intervals_overlap():
    told = drawn(answer(20, maker="police"), answer(22, maker="cps")).words.sentence
    assert "Highest" not in told
    assert "overlap" in told


def test_the_sentence_does_not_say_so_where_they_do_not():
    told = drawn(answer(2, maker="police"), answer(39, maker="cps")).words.sentence
    assert "overlap" not in told


def test_the_sentence_compares_no_group_with_itself():
    told = drawn(answer(20, maker="police"), answer(20, maker="cps")).words.sentence
    assert told == "Each has the same share, 50%."


def test_months_are_named_in_words():
    told = drawn(answer(4, month="2026-01"), answer(30, month="2026-02")).words.sentence
    assert "“January 2026”" in told
