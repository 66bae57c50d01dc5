from __future__ import annotations

import pytest
from tests import factories_cases
from tests.factories_cases import AT, County

from answerable_site.casework import operations, queries
from answerable_site.casework.models import CaseReference
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import keyed_hash
from answerable_site.people.rules import ANONYMOUS, Role

pytestmark = pytest.mark.django_db
URN, CRIME, SARA = "01ZD0303226", "12A3456726", "SARA9"


def named(county: County) -> County:
    """A case on which all work, with a reference of each kind."""
    factories_cases.shared(county, county.area, county.service)
    factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
    for role, kind, owner, reference in (
        (Role.INVESTIGATOR, ReferenceKind.URN, county.force, URN),
        (Role.SUPPORT_WORKER, ReferenceKind.SERVICE, county.service, SARA),
    ):
        operations.add_reference(
            by=county.viewer(role),
            at=AT,
            case=county.case,
            kind=kind,
            owner=owner,
            reference=reference,
        )
    return county


@pytest.fixture
def county() -> County:
    named(factories_cases.county("Sallowfen"))
    return named(factories_cases.county())


POLICE = {Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER}


class TestCasesWithReference:
    @pytest.mark.parametrize(
        ("kind", "reference", "finders"),
        [
            (ReferenceKind.CRIME, CRIME, POLICE),
            (ReferenceKind.URN, URN, POLICE | {Role.PROSECUTOR, Role.CPS_MANAGER}),
            (ReferenceKind.SERVICE, SARA, {Role.SUPPORT_WORKER}),
        ],
    )
    def test_are_found_by_those_whose_reference_it_is(self, county, kind, reference, finders):
        found = {
            role
            for role in factories_cases.PLACES
            if queries.cases_with_reference(county.viewer(role), kind, reference)
        }
        assert found == finders

    @pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.PROSECUTOR])
    def test_are_their_own_alone_where_another_force_has_the_same(self, county, role):
        found = queries.cases_with_reference(county.viewer(role), ReferenceKind.URN, URN)
        assert list(found) == [county.case]

    def test_are_none_by_another_reference_of_theirs(self, county):
        viewer = county.viewer(Role.SUPERVISOR)
        assert not queries.cases_with_reference(viewer, ReferenceKind.CRIME, URN)
        assert not queries.cases_with_reference(viewer, ReferenceKind.URN, "01ZD0303299")

    def test_are_none_for_an_area_with_which_it_is_shared_no_longer(self, county):
        county.case.shares.update(ended_at=AT)
        viewer = county.viewer(Role.PROSECUTOR)
        assert not queries.cases_with_reference(viewer, ReferenceKind.URN, URN)

    def test_are_none_by_a_reference_of_a_kind_that_their_organisation_does_not_give(self, county):
        CaseReference.objects.filter(owner=county.service).update(
            kind=ReferenceKind.CRIME,
            keyed_hash=keyed_hash(ReferenceKind.CRIME, county.service.pk, SARA),
        )
        viewer = county.viewer(Role.SUPPORT_WORKER)
        assert not queries.cases_with_reference(viewer, ReferenceKind.CRIME, SARA)

    def test_are_none_for_the_public(self, county):
        assert not queries.cases_with_reference(ANONYMOUS, ReferenceKind.CRIME, CRIME)
