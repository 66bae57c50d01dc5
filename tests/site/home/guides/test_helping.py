"""Every page of those who work here leads to a guide that there is."""

from __future__ import annotations

import pytest
from tests.site.access.expectations import EXPECTED

from answerable_site.home.guides import guide, guide_for
from answerable_site.home.guides.helping import _BY_BEGINNING

PAGES = sorted(
    route
    for route, expected in EXPECTED.items()
    if not (expected.public or expected.machine or expected.nobody)
)


@pytest.mark.parametrize("route", PAGES)
def test_a_page_has_a_guide(route):
    found = guide_for(route)
    assert found is not None
    assert guide(*found) is not None


def test_the_longest_beginning_counts():
    assert guide_for("responses:sign") == ("how-to", "answer-sign-and-publish")
    assert guide_for("responses:takeover_check") == ("how-to", "take-over-past-responses")


def test_a_page_of_the_public_needs_none():
    assert guide_for("home:start") is None


def test_no_beginning_is_that_of_no_page():
    begun = {one for one in _BY_BEGINNING if any(route.startswith(one) for route in EXPECTED)}
    assert set(_BY_BEGINNING) == begun
