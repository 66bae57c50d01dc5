from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.charts.labels import lines_of, spread, width_of, within

PLACES = st.lists(st.floats(0, 300), min_size=1, max_size=8)


@given(PLACES)
def test_places_keep_their_distance_and_their_order(wanted):
    found = spread(wanted, 17)
    ordered = [found[place] for place in sorted(range(len(wanted)), key=lambda at: wanted[at])]
    assert all(later - earlier >= 17 - 1e-6 for earlier, later in pairwise(ordered))


@given(PLACES)
def test_places_that_are_apart_stay_where_they_are(wanted):
    apart = [place * 20.0 for place, _ in enumerate(wanted)]
    assert spread(apart, 17) == pytest.approx(apart)


@given(PLACES)
def test_places_stay_between_two_ends_where_there_is_room(wanted):
    found = within(wanted, 17, 0, 300)
    assert min(found) >= -1e-6
    assert max(found) <= 300 + 1e-6
    assert all(later - earlier >= 17 - 1e-6 for earlier, later in pairwise(sorted(found)))


def test_words_break_where_the_room_ends():
    lines = lines_of("Was told that the case was unlikely to succeed", 13, 120)
    assert " ".join(lines) == "Was told that the case was unlikely to succeed"
    assert all(width_of(line, 13) <= 120 for line in lines)


def test_a_word_that_is_too_long_has_its_own_line():
    assert lines_of("a Llanfairpwllgwyngyll b", 13, 40) == ["a", "Llanfairpwllgwyngyll", "b"]


def test_bold_words_are_wider():
    assert width_of("Victims told", 14, is_bold=True) > width_of("Victims told", 14)
