"""Referrals and offers are read from the cases alone, and each reading names the cases."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories_cases
from tests.factories_cases import AT

from answerable.records.kinds.support import (
    Answer,
    SupportAcknowledged,
    SupportContact,
    SupportOffered,
    SupportReferred,
)
from answerable.records.stages import Stage
from answerable_site.audit.models import AuditEntry
from answerable_site.people.rules import Role


@pytest.fixture
def county(db):
    """A case with an offer and a referral, that is assigned to a worker of the service."""
    with time_machine.travel(AT, tick=False):
        county = factories_cases.county()
        factories_cases.victim(county)
        offer = factories_cases.recorded(
            county,
            SupportOffered(
                on=date(2026, 5, 30),
                victim=1,
                stage=Stage.BEFORE_ACCOUNT,
                service=county.service.pk,
                answer=Answer.ACCEPTED,
            ),
        )
        referral = factories_cases.recorded(
            county,
            SupportReferred(
                on=date(2026, 5, 30),
                victim=1,
                service=county.service.pk,
                offer=offer.number,
                has_consent=True,
            ),
        )
        factories_cases.shared(county, county.service)
        factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
        factories_cases.recorded(
            county, SupportContact(on=date(2026, 6, 1), victim=1, referral=referral.number)
        )
        yield county


def page(county, role, route):
    client = Client()
    client.force_login(county.people[role])
    return client.get(reverse(f"support:{route}")).content.decode()


def read_records():
    return AuditEntry.objects.latest("sequence").records


class TestReferrals:
    def test_tell_what_came_of_each_and_leave_an_entry_that_names_the_case(self, county):
        shown = page(county, Role.SUPPORT_WORKER, "referrals")
        assert "In contact" in shown
        assert "First contact on 1 June 2026, after 2 days" in shown
        assert read_records() == (f"casework.case:{county.case.pk}",)

    def test_tell_when_the_service_acknowledged_one(self, county):
        [_, _, referral, _] = county.case.events.order_by("number")
        factories_cases.recorded(
            county,
            SupportAcknowledged(on=date(2026, 5, 31), victim=1, referral=referral.number),
            role=Role.SUPPORT_WORKER,
        )
        assert "Acknowledged on 31 May 2026" in page(county, Role.SUPPORT_WORKER, "referrals")

    def test_show_no_case_that_is_not_open_to_the_worker(self, county):
        county.case.assignments.filter(user=county.people[Role.SUPPORT_WORKER]).update(ended_at=AT)
        assert "No case that is open to you" in page(county, Role.SUPPORT_WORKER, "referrals")


class TestOffered:
    def test_counts_by_stage_and_leaves_an_entry_that_names_the_case(self, county):
        shown = page(county, Role.SUPERVISOR, "offered")
        assert "Of 1 case of your force" in shown
        assert read_records() == (f"casework.case:{county.case.pk}",)
