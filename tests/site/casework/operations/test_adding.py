from __future__ import annotations

from datetime import date

import pytest
from tests import factories_cases
from tests.factories_cases import AT, County

from answerable_site.casework import operations
from answerable_site.casework.models import Case, CaseReference
from answerable_site.casework.rules import ReferenceKind
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return factories_cases.county()


class TestAddCase:
    def test_keeps_the_reference_in_no_readable_form(self, county):
        assert not CaseReference.objects.filter(sealed__contains="34567").exists()
        assert not CaseReference.objects.filter(keyed_hash__contains="34567").exists()

    def test_assigns_it_to_the_investigator_who_adds_it(self, county):
        assert county.case.assignments.get().user == county.people[Role.INVESTIGATOR]

    def test_assigns_it_to_nobody_where_a_supervisor_adds_it(self, county):
        added = factories_cases.case(county.force, county.viewer(Role.SUPERVISOR), "2/26")
        assert not added.assignments.exists()

    def test_is_refused_with_a_reference_that_another_case_bears(self, county):
        with pytest.raises(operations.ReferenceExists):
            factories_cases.case(county.force, county.viewer(Role.SUPERVISOR), "12a 34567/26")
        assert Case.objects.count() == 1

    @pytest.mark.parametrize(
        "role", sorted(set(factories_cases.PLACES) - {Role.INVESTIGATOR, Role.SUPERVISOR})
    )
    def test_is_refused_to_others(self, county, role):
        with pytest.raises(Refused):
            factories_cases.case(county.force, county.viewer(role), "2/26")


class TestAddDecoy:
    def add(self, county: County, role: Role) -> Case:
        return operations.add_decoy(
            by=county.viewer(role),
            at=AT,
            force=county.force,
            reported_on=date(2026, 5, 1),
            reference="13/26",
        )

    def test_makes_a_case_that_looks_like_any_other(self, county):
        decoy = self.add(county, Role.ACCESS_AUDITOR)
        assert decoy.is_decoy
        assert decoy.references.get().kind == ReferenceKind.CRIME

    @pytest.mark.parametrize("role", sorted(set(factories_cases.PLACES) - {Role.ACCESS_AUDITOR}))
    def test_is_refused_to_others(self, county, role):
        with pytest.raises(Refused):
            self.add(county, role)


class TestAddReference:
    def add(self, county: County, role: Role, kind: ReferenceKind, owner, reference="01ZD0303226"):
        return operations.add_reference(
            by=county.viewer(role),
            at=AT,
            case=county.case,
            kind=kind,
            owner=owner,
            reference=reference,
        )

    def test_takes_one_urn_for_several_cases(self, county):
        other = factories_cases.case(county.force, county.viewer(Role.INVESTIGATOR), "2/26")
        for case in (county.case, other):
            operations.add_reference(
                by=county.viewer(Role.INVESTIGATOR),
                at=AT,
                case=case,
                kind=ReferenceKind.URN,
                owner=county.force,
                reference="01ZD0303226",
            )
        assert CaseReference.objects.filter(kind="urn").count() == 2

    def test_is_refused_twice_for_one_case(self, county):
        self.add(county, Role.INVESTIGATOR, ReferenceKind.URN, county.force)
        with pytest.raises(operations.ReferenceExists):
            self.add(county, Role.INVESTIGATOR, ReferenceKind.URN, county.force)

    def test_is_refused_for_a_reference_of_somebody_else(self, county):
        with pytest.raises(Refused):
            self.add(county, Role.PROSECUTOR, ReferenceKind.URN, county.force)

    def test_is_refused_for_a_kind_that_the_organisation_does_not_give(self, county):
        with pytest.raises(Refused):
            self.add(county, Role.SUPPORT_WORKER, ReferenceKind.CRIME, county.service)
