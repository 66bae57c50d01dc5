"""Those in front of the pages of follow-up, and the days on which they are."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from tests import factories_followup
from tests.factories_followup import FollowedUp
from tests.site.followup.views.somebody import Somebody

LATE = factories_followup.moment(date(2026, 11, 30))
"""Two months after the original date."""


@pytest.fixture
def followed() -> FollowedUp:
    """What is followed up, begun in June."""
    return factories_followup.followed_up()


@pytest.fixture
def on_the_day():
    """The day on which everything begins."""
    with time_machine.travel(factories_followup.AT, tick=False):
        yield


@pytest.fixture
def long_after():
    """Two months after the original date."""
    with time_machine.travel(LATE, tick=False):
        yield


@pytest.fixture
def officer(followed: FollowedUp) -> Somebody:
    return Somebody(followed.office.officer)


@pytest.fixture
def liaison(followed: FollowedUp) -> Somebody:
    return Somebody(followed.liaison)


@pytest.fixture
def owner(followed: FollowedUp) -> Somebody:
    return Somebody(followed.owner)
