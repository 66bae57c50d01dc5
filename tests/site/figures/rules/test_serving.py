"""Measures find the recommendation that they serve."""

from __future__ import annotations

from datetime import date

import pytest

from answerable.measures.definitions import DEFINITIONS
from answerable_site.figures.rules import Recommended, measures_serving

BOTH = ("HMICFRS", "HMCPSI")
SIX = Recommended("6", date(2021, 7, 16), BOTH)


def test_are_those_whose_definitions_name_its_number():
    assert measures_serving(SIX) == tuple(
        name for name, one in DEFINITIONS.items() if "6" in one.recommendations
    )


@pytest.mark.parametrize("printed", ["6.", " 6 "])
def test_do_not_mind_how_the_number_is_printed(printed):
    assert measures_serving(Recommended(printed, SIX.published_on, BOTH)) == measures_serving(SIX)


@pytest.mark.parametrize(
    "other",
    [
        Recommended("6", date(2022, 2, 25), BOTH),
        Recommended("6", date(2021, 7, 16), ("HMICFRS",)),
        Recommended("", date(2021, 7, 16), BOTH),
        Recommended("pilots", date(2021, 7, 16), BOTH),
    ],
)
def test_serve_no_recommendation_of_another_report(other):
    assert measures_serving(other) == ()


def test_serve_any_recommendation_for_which_a_person_handed_a_figure():
    other = Recommended("2", date(2024, 1, 1), ("HMICFRS",))
    assert measures_serving(other, handed=["victims_told", ""]) == ("victims_told",)


def test_that_are_not_known_any_more_serve_nothing():
    assert measures_serving(SIX, handed=["gone"]) == measures_serving(SIX)
