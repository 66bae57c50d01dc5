"""Colours that every eye tells apart, worked out from published formulas."""

from __future__ import annotations

from itertools import combinations

import pytest

from answerable.charts.style import BLUE, INK, MARKS, ORANGE, PURPLE, QUIET, SHAPES

COLOURS = {"ink": INK, "quiet": QUIET, "blue": BLUE, "orange": ORANGE, "purple": PURPLE}
DEFICIENCIES = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""What is left of red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1."""
APART = 20
"""How far apart two colours of marks lie at least, in units of CIELAB."""


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab(parts):
    red, green, blue = (min(max(one, 0), 1) for one in parts)
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in xyz)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


@pytest.mark.parametrize("name", COLOURS)
def test_words_and_marks_stand_out_from_white(name):
    assert 1.05 / (luminance(COLOURS[name]) + 0.05) >= 4.5


@pytest.mark.parametrize("eye", DEFICIENCIES)
@pytest.mark.parametrize("pair", [*combinations(("improvement", "concern", "usual"), 2)])
def test_marks_differ_for_every_eye(eye, pair):
    seen = [
        [sum(row[place] * one[place] for place in range(3)) for row in DEFICIENCIES[eye]]
        for one in (linear(MARKS[name]) for name in pair)
    ]
    one, other = map(lab, seen)
    distance = sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
    assert distance >= APART


def test_marks_differ_by_shape_too():
    assert len(set(SHAPES.values())) == len(SHAPES) == len(MARKS)
