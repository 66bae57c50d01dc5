from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError
from tests import factories, factories_cases, factories_limits
from tests.factories_limits import AT, Administered

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations, queries
from answerable_site.casework.models import Case, LimitVersion
from answerable_site.casework.rules import UnusableLimit
from answerable_site.people.access import Refused
from answerable_site.people.rules import OrganisationKind, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def force() -> Administered:
    return factories_limits.administered()


def days(place: Administered, start: date = date(2026, 5, 4)) -> int:
    return queries.limits_of(place.organisation.pk).in_force("tell_victim", start).count


class TestSetLimit:
    def test_changes_nothing_before_another_administrator_confirms_it(self, force):
        factories_limits.proposed(force)
        assert days(force) == 5

    def test_leaves_one_entry_that_names_no_reason(self, force):
        before = AuditEntry.objects.count()
        factories_limits.proposed(force)
        entry = AuditEntry.objects.latest("sequence")
        assert AuditEntry.objects.count() == before + 1
        assert entry.act == "casework.set_limit"
        assert "three days" not in str(entry.content)

    @pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.GATEKEEPER, Role.ACCESS_AUDITOR])
    def test_is_refused_to_others_of_the_force(self, force, role):
        somebody = factories.person("Wexmoor Somebody", (force.organisation, role))
        with pytest.raises(Refused):
            factories_limits.proposed(force, by=factories.viewer(somebody))

    def test_is_refused_to_an_administrator_of_another_force(self, force):
        other = factories_limits.administered("Sallowfen Police")
        with pytest.raises(Refused):
            factories_limits.proposed(force, by=other.proposer)

    @pytest.mark.parametrize(
        "kind", [OrganisationKind.SUPPORT_SERVICE, OrganisationKind.LOCAL_POLICING_BODY]
    )
    def test_is_refused_where_an_organisation_has_no_limits(self, kind):
        place = factories_limits.administered("Wexmoor Support", kind)
        with pytest.raises(Refused):
            factories_limits.proposed(place)

    @pytest.mark.parametrize(
        "facts", [{"reason": " "}, {"count": 0}, {"code": "invented"}, {"citation": ""}]
    )
    def test_is_refused_without_what_it_needs(self, force, facts):
        with pytest.raises(UnusableLimit):
            factories_limits.proposed(force, **facts)
        assert not LimitVersion.objects.exists()

    def test_is_refused_to_a_force_for_what_prosecutors_alone_decide(self, force):
        with pytest.raises(UnusableLimit, match="The CPS Area of a case sets this limit"):
            factories_limits.proposed(force, code="charging_decision_28")

    def test_is_refused_to_a_cps_area_for_what_binds_the_police(self):
        area = factories_limits.administered("CPS Wexmoor", OrganisationKind.CPS_AREA)
        with pytest.raises(UnusableLimit, match="The force of a case sets this limit"):
            factories_limits.proposed(area)


class TestConfirmLimit:
    def test_lets_it_count_from_its_first_day_on(self, force):
        factories_limits.confirmed(force)
        assert days(force, date(2026, 4, 30)) == 5
        assert days(force, date(2026, 5, 1)) == 3

    def test_counts_for_no_other_force(self, force):
        factories_limits.confirmed(force)
        assert days(factories_limits.administered("Sallowfen Police")) == 5

    def test_lets_a_cps_area_set_its_own(self):
        area = factories_limits.administered("CPS Wexmoor", OrganisationKind.CPS_AREA)
        factories_limits.confirmed(area, code="complete_review_cps", count=3)
        limits = queries.limits_of(area.organisation.pk)
        assert limits.in_force("complete_review_cps", date(2026, 5, 4)).count == 3

    def test_gives_way_to_the_former_version_after_its_last_day(self, force):
        factories_limits.confirmed(force, in_force_to=date(2026, 5, 31))
        assert days(force, date(2026, 5, 31)) == 3
        assert days(force, date(2026, 6, 1)) == 5

    def test_of_two_from_the_same_day_the_one_set_later_counts(self, force):
        factories_limits.confirmed(force)
        factories_limits.confirmed(force, count=2)
        assert days(force) == 2

    def test_keeps_every_version(self, force):
        factories_limits.confirmed(force)
        factories_limits.confirmed(force, count=2)
        assert [one.count for one in LimitVersion.objects.all()] == [3, 2]

    def test_is_refused_to_the_one_who_set_it(self, force):
        version = factories_limits.proposed(force)
        with pytest.raises(Refused):
            operations.confirm_limit(by=force.proposer, at=AT, version=version)

    def test_is_refused_to_others(self, force):
        version = factories_limits.proposed(force)
        other = factories_limits.administered("Sallowfen Police")
        supervisor = factories.person("Wexmoor Chief", (force.organisation, Role.SUPERVISOR))
        for by in (other.proposer, factories.viewer(supervisor)):
            with pytest.raises(Refused):
                operations.confirm_limit(by=by, at=AT, version=version)

    def test_is_refused_twice(self, force):
        version = factories_limits.confirmed(force)
        with pytest.raises(operations.LimitDoesNotWait):
            operations.confirm_limit(by=force.other, at=AT, version=version)

    def test_is_refused_once_a_later_proposal_took_its_place(self, force):
        version = factories_limits.proposed(force)
        factories_limits.proposed(force, count=2)
        with pytest.raises(operations.LimitDoesNotWait):
            operations.confirm_limit(by=force.other, at=AT, version=version)

    def test_is_not_hindered_by_a_proposal_for_another_limit(self, force):
        version = factories_limits.proposed(force)
        factories_limits.proposed(force, code="tell_victim_enhanced", count=1)
        operations.confirm_limit(by=force.other, at=AT, version=version)
        assert days(force) == 3

    def test_leaves_one_entry(self, force):
        version = factories_limits.proposed(force)
        before = AuditEntry.objects.count()
        operations.confirm_limit(by=force.other, at=AT, version=version)
        assert AuditEntry.objects.count() == before + 1
        assert AuditEntry.objects.latest("sequence").act == "casework.confirm_limit"

    def test_lets_the_cases_of_that_force_alone_wait_to_be_reckoned_anew(self, force):
        own, other = (
            Case.objects.create(
                force=place.organisation,
                reported_on=AT.date(),
                added_at=AT,
                added_by=place.first,
                reckoned_on=AT.date(),
            )
            for place in (force, factories_limits.administered("Sallowfen Police"))
        )
        factories_limits.proposed(force)
        assert not Case.objects.filter(reckoned_on=None).exists()
        factories_limits.confirmed(force)
        assert list(Case.objects.filter(reckoned_on=None)) == [own]
        assert list(Case.objects.exclude(reckoned_on=None)) == [other]

    def test_of_an_area_lets_the_cases_wait_on_which_it_works(self):
        county = factories_cases.county()
        area = factories_limits.administered("CPS Sallowfen", OrganisationKind.CPS_AREA)
        factories_cases.shared(county, area.organisation)
        Case.objects.update(reckoned_on=AT.date())
        factories_limits.confirmed(area, code="complete_review_cps")
        assert list(Case.objects.filter(reckoned_on=None)) == [county.case]

    def test_by_the_one_who_set_it_is_refused_by_the_database_too(self, force):
        version = factories_limits.proposed(force)
        version.confirmed_by, version.confirmed_at = version.set_by, AT
        with pytest.raises(IntegrityError):
            version.save()
