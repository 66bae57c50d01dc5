"""Of which commitments somebody may say that a figure is evidence."""

from __future__ import annotations

import pytest
from tests import factories, factories_followup

from answerable_site.followup.rules import Policy
from answerable_site.home.queries import commitments_to_prove

pytestmark = pytest.mark.django_db


@pytest.fixture
def followed(db):
    return factories_followup.followed_up(policy=Policy(demonstration_days=0))


def to_prove(followed, role):
    return commitments_to_prove(followed.viewer(role), followed.office.force.pk)


def test_are_those_that_the_viewer_works_on(followed):
    for role in ("officer", "liaison"):
        assert to_prove(followed, role) == [followed.commitment]
    assert to_prove(followed, "holder") == []


def test_are_none_that_are_closed(followed):
    factories_followup.closed(followed)
    assert to_prove(followed, "officer") == []


def test_are_none_of_another_force(followed):
    elsewhere = factories.office("Sallowfen")
    assert commitments_to_prove(followed.viewer("officer"), elsewhere.force.pk) == []
