"""Fills a new database with invented offices: python -m tests.journeys.office

Prints, as JSON, the addresses that `tests.journeys.records` names and a session of everybody.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import timedelta
from functools import cache
from unittest.mock import patch

import django

EMPTY = ("Wexmoor", "Aldermere", "Thornmere", "Gorsedale", "Hexmoor")
"""Offices with nothing in their register, one for each journey that fills one."""
UNEXPLAINED = ("Ashenholt", "Birchover")
"""Offices with a response in which one explanation is missing."""
COMPLETE = ("Cawdale", "Dunmoor")
"""Offices with a response in which nothing is missing."""
PUBLISHED = ("Elderholt", "Farrowby")
"""Offices with a response that is public."""
PREPARED, SIGNED = "Lindrick", "Brackenhope"
"""Offices with one response, prepared for signature or signed."""

SCRUTINISED = ("Marrowdale", "Netherby")
"""Offices that follow up a promise of their force, which is late."""
FOLLOWED, FOLLOWED_WITHOUT_SCRIPT = "Kestrelmoor", "Larkhurst"
"""Offices that follow up one report, with an action and evidence."""

SCHOOLED = ("Sedgeford", "Tarnwick")
"""Forces with investigators in post, and figures of their training released a year ago."""

COUNTY, OTHER_COUNTY = "Penmarth", "Rushford"
"""Forces with everybody who works on their cases."""


def main() -> None:
    """Make the offices and a record of every kind."""
    from django.utils import timezone
    from tests import factories, factories_followup, factories_responses
    from tests.journeys import county, files, school
    from tests.journeys.records import addresses

    from answerable_site.people.rules import Role

    for name in EMPTY:
        factories.office(name)
    for name in UNEXPLAINED:
        case = factories_responses.case(name)
        factories_responses.complete(replace(case, recommendations=case.recommendations[:-1]))
    for name in COMPLETE:
        factories_responses.complete(factories_responses.case(name))
    for name in PUBLISHED:
        factories_responses.published(factories_responses.case(name))
    factories_responses.signed(factories_responses.case(SIGNED))
    case = factories_responses.complete(factories_responses.case(PREPARED))
    factories_responses.prepare(case)
    body = case.office.body
    factories.person(f"{PREPARED} Delegate", (body, Role.HOLDER), (body, Role.PUBLISHER))
    for name in SCRUTINISED:
        followed = factories_followup.followed_up(name)
        factories_followup.promised(
            followed.office,
            followed.recommendations[1],
            followed.office.force,
            due_on=timezone.localdate() - timedelta(days=10),
            summary="Label every bag",
        )
    cases = county.fill(COUNTY, OTHER_COUNTY)
    files.fill()
    for name in SCHOOLED:
        school.fill(name, timezone.localdate())
    followed = [_follow_up(name) for name in (FOLLOWED, FOLLOWED_WITHOUT_SCRIPT)]
    pages = addresses() | followed[0] | followed[1] | cases
    print(json.dumps({"pages": pages, "sessions": _sessions()}))  # noqa: T201


def _sessions() -> dict[str, dict[str, str]]:
    """By e-mail address, the cookie of a session."""
    from django.conf import settings
    from django.test import Client

    from answerable_site.people.models import User

    found = {}
    for user in User.objects.filter(is_active=True):
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        found[user.email] = {"name": cookie.key, "value": cookie.value}
    return found


def _follow_up(name: str) -> dict[str, str]:
    """The force’s commitment with an action and evidence; gives the addresses of both."""
    from django.urls import reverse
    from tests import factories_followup

    followed = factories_followup.followed_up(name)
    commitment = factories_followup.owned(followed)
    action = factories_followup.action(followed)
    factories_followup.evidence(followed)
    return {
        f"the commitment of {name}": reverse("followup:commitment", args=[commitment.pk]),
        f"the action of {name}": reverse("followup:action", args=[action.pk]),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable_site.config.settings.local")
    django.setup()
    from answerable_site.people.operations import roles

    # These people have one password, and hashing it is slow on purpose: once is enough.
    with patch.object(roles, "make_password", cache(roles.make_password)):
        main()
