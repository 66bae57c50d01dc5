from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.models import Naming
from answerable_site.people.rules import (
    BEGINNING,
    PRODUCT,
    BodyType,
    NamingFacts,
    OrganisationKind,
)

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
TODAY = date(2026, 6, 1)
TITLE = "Police and Crime Commissioner"

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


def rename(office: factories.Office, **changed) -> Naming:
    given = {
        "by": factories.viewer(office.administrator),
        "at": AT,
        "organisation": office.body,
        "name": "Office of the Mayor of Wexmoor",
        "holder_title": "Mayor",
        "body_type": BodyType.MAYOR,
        "from_on": TODAY,
    }
    return operations.rename_organisation(**(given | changed))


def called(office: factories.Office) -> NamingFacts:
    office.body.refresh_from_db()
    return NamingFacts(office.body.name, office.body.holder_title, office.body.body_type)


class TestRenameOrganisation:
    def test_counts_from_its_day_and_not_the_day_before(self, office):
        rename(office)
        assert queries.naming_on(office.body, TODAY).name == "Office of the Mayor of Wexmoor"
        before = queries.naming_on(office.body, TODAY - timedelta(days=1))
        assert (before.name, before.holder_title) == ("Office for Policing in Wexmoor", TITLE)

    def test_takes_effect_at_once_on_its_day(self, office):
        rename(office)
        assert called(office) == NamingFacts("Office of the Mayor of Wexmoor", "Mayor", "mayor")

    def test_keeps_the_first_name_from_the_beginning_and_only_once(self, office):
        rename(office)
        rename(office, holder_title="Deputy Mayor")
        assert [naming.from_on for naming in office.body.namings.all()] == [
            BEGINNING,
            TODAY,
            TODAY,
        ]
        assert called(office).holder_title == "Deputy Mayor"

    def test_waits_for_a_day_to_come(self, office):
        rename(office, from_on=TODAY + timedelta(days=1))
        assert called(office).name == "Office for Policing in Wexmoor"

    def test_of_the_past_leaves_what_counts_today(self, office):
        rename(office)
        rename(office, name="An earlier name", from_on=date(2020, 1, 1))
        assert called(office).name == "Office of the Mayor of Wexmoor"
        assert queries.naming_on(office.body, date(2026, 5, 31)).name == "An earlier name"

    def test_counts_by_the_day_in_london(self, office):
        minute_past_midnight = datetime(2026, 6, 1, 23, 1, tzinfo=UTC)
        rename(office, at=minute_past_midnight, from_on=date(2026, 6, 2))
        assert called(office).name == "Office of the Mayor of Wexmoor"

    def test_leaves_the_address_as_it_is(self, office):
        slug = office.body.slug
        rename(office)
        office.body.refresh_from_db()
        assert office.body.slug == slug

    def test_leaves_one_audit_entry_without_the_reason(self, office):
        before = AuditEntry.objects.count()
        rename(office, reason="A person’s words")
        assert AuditEntry.objects.count() == before + 1
        assert "words" not in str(AuditEntry.objects.last().details)

    def test_is_refused_if_nothing_would_change(self, office):
        rename(office)
        with pytest.raises(operations.NothingRenamed):
            rename(office)

    def test_is_refused_to_everybody_but_administrators_there(self, office):
        other = factories.office("Sallowfen")
        for user in (office.officer, office.holder, other.administrator):
            with pytest.raises(Refused):
                rename(office, by=factories.viewer(user))

    def test_never_gives_a_name_that_another_has_had_or_will_have(self, office):
        other = factories.office("Sallowfen")
        rename(other, by=factories.viewer(other.administrator), from_on=date(2028, 5, 4))
        for taken in ("Sallowfen Constabulary", "OFFICE OF THE MAYOR OF WEXMOOR"):
            with pytest.raises(operations.NameTaken):
                rename(office, name=taken)
        with pytest.raises(operations.NameTaken):
            factories.organisation(
                "Office of the Mayor of Wexmoor", OrganisationKind.LOCAL_POLICING_BODY, "Mayor"
            )

    def test_lets_an_organisation_go_back_to_its_own_name(self, office):
        rename(office)
        rename(office, name="Office for Policing in Wexmoor", from_on=TODAY)
        assert called(office).name == "Office for Policing in Wexmoor"

    def test_gives_a_force_no_type_of_body(self, office):
        administrator = factories.person("Somebody", (office.force, factories.Role.ADMINISTRATOR))
        naming = rename(
            office,
            by=factories.viewer(administrator),
            organisation=office.force,
            name="Wexmoor Police",
            holder_title="Commissioner",
        )
        assert naming.body_type == ""


class TestApplyNamings:
    def apply(self, on: date) -> int:
        return operations.apply_namings(by=PRODUCT, at=AT, on=on)

    def test_waits_for_the_day_and_takes_effect_on_it(self, office):
        rename(office, from_on=date(2026, 6, 2))
        assert (self.apply(date(2026, 6, 1)), self.apply(date(2026, 6, 2))) == (0, 1)
        assert called(office) == NamingFacts("Office of the Mayor of Wexmoor", "Mayor", "mayor")

    def test_does_nothing_the_second_time_and_leaves_no_entry(self, office):
        rename(office, from_on=date(2026, 6, 2))
        self.apply(date(2026, 6, 2))
        before = AuditEntry.objects.count()
        assert self.apply(date(2026, 6, 2)) == 0
        assert AuditEntry.objects.count() == before

    def test_leaves_one_entry_for_each_organisation(self, office):
        other = factories.office("Sallowfen")
        day = date(2026, 6, 2)
        rename(office, from_on=day)
        rename(other, by=factories.viewer(other.administrator), organisation=other.body,
               name="Sallowfen Mayoralty", from_on=day)  # fmt: skip
        before = AuditEntry.objects.count()
        assert self.apply(day) == 2
        assert AuditEntry.objects.count() == before + 2

    def test_skips_a_naming_that_another_has_overtaken(self, office):
        rename(office, from_on=date(2026, 6, 2))
        rename(office, name="A third name", from_on=date(2026, 6, 3))
        assert self.apply(date(2026, 6, 5)) == 1
        assert called(office).name == "A third name"


DAYS = st.integers(0, 12).map(lambda number: TODAY + timedelta(days=number - 6))
NAMINGS = st.lists(st.tuples(st.integers(1, 9), DAYS), max_size=6)


class TestNamingOn:
    @given(recorded=NAMINGS, on=DAYS)
    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def test_is_what_a_walk_back_through_the_days_finds(self, office, recorded, on):
        office.body.refresh_from_db()
        with transaction.atomic():
            said: list[tuple[str, date]] = []
            for number, from_on in recorded:
                try:
                    rename(office, name=f"Name {number}", from_on=from_on)
                except operations.NothingRenamed:
                    continue
                said.append((f"Name {number}", from_on))
            found = [queries.naming_on(office.body, day).name for day in (on, TODAY)]
            operations.apply_namings(by=PRODUCT, at=AT, on=on)
            found.append(called(office).name)
            transaction.set_rollback(True)
        assert found == [self.walk_back(said, day) for day in (on, TODAY, on)]

    def walk_back(self, said: list[tuple[str, date]], day: date) -> str:
        while day >= TODAY - timedelta(days=6):
            begun = [name for name, from_on in said if from_on == day]
            if begun:
                return begun[-1]
            day -= timedelta(days=1)
        return "Office for Policing in Wexmoor"
