from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse

from answerable_site.config import navigation
from answerable_site.people.rules import Post, Role, Viewer


def active(route, *roles):
    """What the navigation marks as the page that somebody is on."""
    address = reverse(route)
    request = RequestFactory().get(address)
    request.viewer = Viewer(1, "Somebody", tuple(Post(role, 1, "A force", None) for role in roles))
    request.resolver_match = resolve(address)
    return [text for text, _, is_active in navigation.entries(request) if is_active]


class TestTheEntryThatIsMarked:
    @pytest.mark.parametrize(
        ("route", "expected"),
        [
            ("training:overview", "Training"),
            ("training:people", "Training"),
            ("training:mine", "My training"),
        ],
    )
    def test_is_one_of_two_that_an_app_has(self, route, expected):
        assert active(route, Role.TRAINING_COORDINATOR) == [expected]

    def test_is_the_one_that_is_offered_where_there_is_no_other(self):
        assert active("training:qualified", Role.SUPERVISOR) == ["My training"]

    def test_is_that_of_the_app_for_a_page_that_is_no_entry(self):
        assert active("accessreview:glass", Role.ACCESS_AUDITOR) == ["Access review"]
