"""Every list asks the database as often for many rows as for few."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories_responses as cases

from answerable_site.publication import operations as press
from answerable_site.responses import operations
from answerable_site.responses.rules.past import PastAnswer
from answerable_site.responses.rules.words import BindingGround, RevisionKind

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
PAGES = (
    "/due/",
    "/responses/",
    "/responses/past/",
    "/responses/past/responses.csv",
    "/public/",
    "/public/?state=late",
    "/public/register.csv",
    "/public/feed.atom",
    "/public/entries/waiting/",
)


def one_of_each_kind(first: cases.Case, number: int) -> None:
    """A response in every state that a list may hold."""
    for state in ("drafted", "not owed", "signed", "incomplete", "revised", "before", "waiting"):
        report = cases.inspection(first.office, title=f"Report {number}, {state}")
        case = cases.Case(first.office, report, [cases.finding(report, "Forces should.", "1")])
        match state:
            case "drafted":
                cases.invited(case)
            case "not owed":
                cases.decided(case, ground=BindingGround.NOT_THE_SUBJECT)
            case "signed":
                cases.signed(case)
            case "incomplete":
                cases.said(cases.decided(case))
                cases.prepare(case, incomplete_because="Comments are awaited.")
                cases.sign(case)
                cases.publish(case)
            case "revised":
                cases.published(case)
                operations.begin_revision(
                    by=case.viewer("officer"),
                    at=NOW,
                    kind=RevisionKind.CORRECTED,
                    reason="A number was wrong.",
                    **case.about,
                )
            case "before":
                answer = PastAnswer(published_on=date(2026, 4, 20))
                operations.record_past_response(
                    by=case.viewer("officer"), at=NOW, answer=answer, **case.about
                )
                released(case)
            case "waiting":
                entry(case)


def entry(case: cases.Case):
    return operations.prepare_public_entry(by=case.viewer("officer"), at=NOW, **case.about)


def released(case: cases.Case) -> None:
    press.release_entry(by=case.viewer("publisher"), at=NOW, entry=entry(case))


def asked(person) -> dict[str, int]:
    """How often each page asks the database."""
    client = Client()
    client.force_login(person)
    counts = {}
    for page in PAGES:
        with CaptureQueriesContext(connection) as made:
            assert client.get(page).status_code in {200, 403}
        counts[page] = len(made)
    return counts


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["officer", "publisher"])
def test_no_list_asks_more_often_for_more_rows(role):
    with time_machine.travel(NOW, tick=False):
        first = cases.case()
        one_of_each_kind(first, 1)
        person = getattr(first.office, role)
        asked(person)
        few = asked(person)
        for number in (2, 3):
            one_of_each_kind(first, number)
        assert asked(person) == few
