from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.home import operations
from answerable_site.home.models import CalendarAddress
from answerable_site.home.queries import standing_address
from answerable_site.people.access import Refused
from answerable_site.people.rules import PRODUCT

AT = datetime(2026, 5, 12, 8, tzinfo=UTC)


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def officer(office):
    return factories.viewer(office.officer)


class TestMakeCalendarAddress:
    def test_keeps_nothing_from_which_the_secret_follows(self, officer):
        made = operations.make_calendar_address(by=officer, at=AT)
        row = CalendarAddress.objects.values().get()
        kept = f"{row}{list(AuditEntry.objects.values())}"
        assert len(made.secret) >= 43
        assert made.secret not in kept
        assert standing_address(made.secret) == made.address

    def test_makes_another_secret_each_time(self, officer):
        secrets = {operations.make_calendar_address(by=officer, at=AT).secret for _ in range(5)}
        assert len(secrets) == 5

    def test_is_refused_for_a_body_that_is_not_ones_own(self, officer):
        other = factories.office("Thornley")
        with pytest.raises(Refused):
            operations.make_calendar_address(by=officer, at=AT, body=other.body)

    def test_is_refused_to_those_without_dates(self, office):
        with pytest.raises(Refused):
            operations.make_calendar_address(by=factories.viewer(office.administrator), at=AT)


class TestRevokeCalendarAddress:
    def test_makes_the_address_lead_nowhere(self, officer):
        made = operations.make_calendar_address(by=officer, at=AT)
        operations.revoke_calendar_address(by=officer, at=AT, address=made.address)
        assert standing_address(made.secret) is None

    def test_leaves_other_addresses_alone(self, officer):
        revoked, kept = (operations.make_calendar_address(by=officer, at=AT) for _ in range(2))
        operations.revoke_calendar_address(by=officer, at=AT, address=revoked.address)
        assert standing_address(kept.secret) == kept.address

    def test_is_refused_to_anybody_else(self, office, officer):
        made = operations.make_calendar_address(by=officer, at=AT)
        for role in ("holder", "administrator", "chief"):
            with pytest.raises(Refused):
                operations.revoke_calendar_address(
                    by=factories.viewer(getattr(office, role)), at=AT, address=made.address
                )

    def test_happens_once(self, officer):
        made = operations.make_calendar_address(by=officer, at=AT)
        operations.revoke_calendar_address(by=officer, at=AT, address=made.address)
        with pytest.raises(operations.AddressRevoked):
            operations.revoke_calendar_address(by=officer, at=AT, address=made.address)


class TestNoteCalendarFetched:
    def test_happens_once_a_day(self, officer):
        made = operations.make_calendar_address(by=officer, at=AT)
        for hours in (0, 3, 30):
            operations.note_calendar_fetched(
                by=PRODUCT, at=AT + timedelta(hours=hours), address=made.address
            )
        assert CalendarAddress.objects.get().last_fetched_on == date(2026, 5, 13)
        assert AuditEntry.objects.filter(act="home.note_calendar_fetched").count() == 2
