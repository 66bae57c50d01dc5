"""What the scanner finds of every way of hiding words, in files that were not made anew."""

from __future__ import annotations

import pytest
from bench.hiding.all_ways import WAYS
from bench.hiding.controls import CONTROLS
from bench.hiding.second_search import holds

from answerable.leaks import FindingKind, Needle, look_through

MARKER = "QZX4711VW9"
NOT_SEEN = {"png: the lowest bits of the pixels"}
"""Told apart by nothing from the noise of a photograph; lost when a picture is made anew."""
OF_A_CONTROL = {"odt": {FindingKind.THUMBNAIL}}
"""What an honest file of another program has that no public file should."""


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.called)
def test_the_scanner_finds(way):
    found = look_through("file", way.make(MARKER), [Needle("canary", MARKER)])
    held = any(one.kind is FindingKind.HELD for one in found)
    assert held is (way.called not in NOT_SEEN)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.called)
def test_the_words_are_truly_hidden_in_the_file(way):
    assert holds(way.make(MARKER), MARKER)


@pytest.mark.parametrize("kind", CONTROLS)
def test_nothing_is_held_by_a_file_without(kind):
    found = look_through("file", CONTROLS[kind](), [Needle("canary", MARKER)])
    assert {one.kind for one in found} == OF_A_CONTROL.get(kind, set())
    assert not holds(CONTROLS[kind](), MARKER)


def test_there_are_more_than_sixty_ways_over_every_kind_of_file():
    assert len({way.called for way in WAYS}) == len(WAYS) > 60
    assert {way.kind for way in WAYS} == set(CONTROLS)
