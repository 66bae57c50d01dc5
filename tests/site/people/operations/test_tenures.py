from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.models import Tenure

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
TITLE = "Police and Crime Commissioner"

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


def hold(office: factories.Office, **changed) -> Tenure:
    given = {
        "by": factories.viewer(office.administrator),
        "at": AT,
        "organisation": office.body,
        "holder_name": "Oswin Harkle",
        "title": TITLE,
        "from_on": date(2024, 5, 9),
    }
    return operations.record_tenure(**(given | changed))


class TestRecordTenure:
    def test_says_who_holds_the_office_on_a_day(self, office):
        held = hold(office)
        assert queries.tenure_on(office.body, date(2024, 5, 9)) == held
        assert queries.tenure_on(office.body, date(2024, 5, 8)) is None

    def test_is_refused_beside_another_holder_with_the_name_and_days(self, office):
        hold(office, to_on=date(2026, 5, 31))
        with pytest.raises(
            operations.TenureOverlaps, match="Oswin Harkle holds the office from 9 May 2024 to 31"
        ):
            hold(office, holder_name="Somebody", from_on=date(2026, 5, 31))

    def test_may_follow_on_the_next_day(self, office):
        hold(office, to_on=date(2026, 5, 31))
        after = hold(office, holder_name="Somebody", from_on=date(2026, 6, 1))
        assert queries.tenure_on(office.body, date(2026, 6, 1)) == after

    def test_lets_somebody_act_meanwhile(self, office):
        holder = hold(office)
        acting = hold(
            office,
            holder_name="Somebody",
            title=f"Acting {TITLE}",
            is_acting=True,
            from_on=date(2026, 1, 1),
            to_on=date(2026, 1, 31),
        )
        days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1))
        found = [queries.tenure_on(office.body, day) for day in days]
        assert found == [holder, acting, acting, holder]

    def test_of_another_office_is_no_obstacle(self, office):
        other = factories.office("Sallowfen")
        hold(other, by=factories.viewer(other.administrator))
        assert hold(office).pk

    def test_is_refused_with_its_days_in_the_wrong_order(self, office):
        with pytest.raises(operations.DaysOutOfOrder):
            hold(office, to_on=date(2024, 5, 8))

    def test_is_refused_with_the_account_of_a_stranger(self, office):
        with pytest.raises(operations.UnknownHolder):
            hold(office, user=factories.office("Sallowfen").holder)

    def test_is_refused_to_everybody_but_administrators_there(self, office):
        for user in (office.holder, factories.office("Sallowfen").administrator):
            with pytest.raises(Refused):
                hold(office, by=factories.viewer(user))

    def test_leaves_one_audit_entry_without_the_name(self, office):
        before = AuditEntry.objects.count()
        hold(office)
        assert AuditEntry.objects.count() == before + 1
        assert "Oswin" not in str(AuditEntry.objects.last().details)


class TestEndTenure:
    def end(self, office, tenure, last_day=date(2026, 6, 1), by="administrator") -> Tenure:
        return operations.end_tenure(
            by=factories.viewer(getattr(office, by)), at=AT, tenure=tenure, last_day=last_day
        )

    def test_counts_the_last_day_and_not_the_next(self, office):
        held = self.end(office, hold(office))
        assert queries.tenure_on(office.body, date(2026, 6, 1)) == held
        assert queries.tenure_on(office.body, date(2026, 6, 2)) is None

    def test_is_refused_before_the_first_day(self, office):
        with pytest.raises(operations.DaysOutOfOrder):
            self.end(office, hold(office), date(2024, 5, 8))

    def test_is_refused_twice(self, office):
        held = self.end(office, hold(office))
        with pytest.raises(operations.TenureEnded):
            self.end(office, held)

    def test_is_refused_to_everybody_but_administrators(self, office):
        with pytest.raises(Refused):
            self.end(office, hold(office), by="holder")


class TestTitleFor:
    DAY = date(2026, 1, 15)

    def title(self, office, who="holder") -> str:
        return queries.title_for(getattr(office, who).pk, office.body, self.DAY)

    def test_is_the_recorded_title_of_whoever_holds_the_office(self, office):
        hold(office, user=office.holder, title="Police, Crime and Victims’ Commissioner")
        assert self.title(office) == "Police, Crime and Victims’ Commissioner"

    def test_is_acting_for_whoever_acts(self, office):
        hold(office)
        hold(office, user=office.holder, title=f"Acting {TITLE}", is_acting=True)
        assert self.title(office) == f"Acting {TITLE}"

    def test_is_no_longer_that_of_a_tenure_that_ended(self, office):
        hold(office, user=office.holder, title="Mayor", to_on=date(2026, 1, 14))
        assert self.title(office) == TITLE

    def test_is_the_holders_for_a_delegate(self, office):
        hold(office, user=office.holder, title=f"Acting {TITLE}", is_acting=True)
        assert self.title(office, "officer") == TITLE

    def test_is_the_one_in_force_on_the_day(self, office):
        operations.rename_organisation(
            by=factories.viewer(office.administrator),
            at=AT,
            organisation=office.body,
            name=office.body.name,
            holder_title="Mayor",
            body_type=None,
            from_on=date(2026, 1, 16),
        )
        titles = [
            queries.title_for(office.officer.pk, office.body, day)
            for day in (date(2026, 1, 15), date(2026, 1, 16))
        ]
        assert titles == [TITLE, "Mayor"]
