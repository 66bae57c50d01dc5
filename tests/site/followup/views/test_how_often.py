"""Every list of follow-up asks the database as often for many rows as for few, and seldom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories_followup
from tests.factories_followup import AT

from answerable_site.followup import operations
from answerable_site.followup.models import Commitment
from answerable_site.followup.operations import Promise
from answerable_site.followup.rules import Rating, Target, Whose

SINCE = "since_day=1&since_month=6&since_year=2026"
AT_MOST = {
    "": 10,
    "?standing=all&sort=changed": 10,
    "?timeliness=late": 10,
    "?q=withdrawal": 11,
    "?exception=any": 12,
    "actions/": 7,
    "actions/?timeliness=late": 7,
    "actions/?q=brief": 8,
    "exceptions/": 11,
    "exceptions/?why=late": 11,
    "board/": 8,
    "my-work/": 14,
    f"changes/?{SINCE}": 20,
}
"""With those that every page takes for the session, the person and their posts."""


@pytest.fixture
def followed(db):
    found = factories_followup.followed_up()
    written_about(found, found.commitment)
    return found


def written_about(found, commitment) -> None:
    """An action, a progress update and a new date of a commitment."""
    about = replace(found, commitment=commitment)
    action = factories_followup.action(about, title=f"Brief everybody {commitment.pk}")
    for thing in (commitment, action):
        operations.add_update(
            by=found.viewer("liaison"),
            at=AT,
            on=AT.date(),
            thing=thing,
            rating=Rating.AMBER,
            words="Half were briefed",
        )
    operations.set_target(
        by=found.viewer("officer"),
        at=AT,
        thing=commitment,
        target=Target(date(2026, 12, 1), Whose.INTERNAL, "The trainer fell ill"),
    )


def counted(client) -> dict[str, int]:
    """How often each page asks the database."""
    found = {}
    for page in AT_MOST:
        with CaptureQueriesContext(connection) as made:
            assert client.get(f"/follow-up/{page}").status_code == 200
        found[page] = len(made)
    return found


def test_no_list_of_follow_up_asks_more_often_for_more_rows(client, followed):
    with time_machine.travel("2026-10-31T10:00:00Z", tick=False):
        client.force_login(followed.office.officer)
        counted(client)
        few = counted(client)
        office = followed.office
        begun = operations.begin_commitments(
            by=followed.viewer("officer"),
            at=AT,
            on=AT.date(),
            body=office.body,
            promises=[
                Promise(
                    one,
                    office.force,
                    "Write down every withdrawal",
                    target=Target(date(2026, 9, 30), Whose.INSPECTORATE),
                )
                for one in followed.recommendations[1:]
            ],
        )
        for one in begun:
            written_about(followed, one)
        assert Commitment.objects.count() > 1
        assert counted(client) == few
    assert {page: count for page, count in few.items() if count > AT_MOST[page]} == {}
