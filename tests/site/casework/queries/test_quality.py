from __future__ import annotations

from datetime import date

import pytest
from tests import factories_cases
from tests.factories_cases import AT, PLACES, County

from answerable_site.casework import queries
from answerable_site.casework.models import CaseFinding
from answerable_site.people.rules import ANONYMOUS, Role

pytestmark = pytest.mark.django_db


def find(county: County, code: str, *, restricted: bool = False) -> None:
    CaseFinding.objects.create(
        case=county.case,
        force=county.force,
        check_code=code,
        since=date(2026, 6, 1),
        is_restricted=restricted,
    )


@pytest.fixture
def county() -> County:
    county, other = factories_cases.county(), factories_cases.county("Sallowfen", "9/26")
    CaseFinding.objects.all().delete()
    find(county, "plain")
    find(county, "restricted", restricted=True)
    find(other, "elsewhere")
    find(other, "restricted elsewhere", restricted=True)
    return county


def seen(viewer, **wanted) -> set[str]:
    found = queries.findings_visible_to(viewer, queries.WantedFindings(**wanted), at=AT)
    return {one.check_code for one in found}


class TestFindingsInOwnCases:
    def test_are_seen_by_whoever_works_on_them_for_the_force(self, county):
        assert seen(county.viewer(Role.INVESTIGATOR)) == {"plain", "restricted"}

    @pytest.mark.parametrize("role", sorted(set(PLACES) - {Role.INVESTIGATOR}))
    def test_are_seen_by_nobody_to_whom_the_case_is_not_open(self, county, role):
        assert seen(county.viewer(role)) == set()

    @pytest.mark.parametrize(
        ("role", "found"),
        [(Role.SUPERVISOR, {"plain", "restricted"}), (Role.GATEKEEPER, {"plain"})],
    )
    def test_are_seen_by_those_who_opened_the_case_as_far_as_they_read_it(
        self, county, role, found
    ):
        factories_cases.opened(county, role)
        assert seen(county.viewer(role)) == found

    def test_are_not_seen_by_prosecutors(self, county):
        factories_cases.shared(county, county.area)
        factories_cases.assigned(county, Role.PROSECUTOR, county.area)
        assert seen(county.viewer(Role.PROSECUTOR)) == set()

    def test_are_not_seen_in_another_case_of_the_force(self, county):
        county.case.assignments.update(ended_at=AT)
        factories_cases.case(county.force, county.viewer(Role.INVESTIGATOR), "7/26")
        assert {"plain", "restricted"}.isdisjoint(seen(county.viewer(Role.INVESTIGATOR)))

    @pytest.mark.parametrize(("check", "found"), [("plain", {"plain"}), ("other", set())])
    def test_can_be_asked_for_by_check(self, county, check, found):
        assert seen(county.viewer(Role.INVESTIGATOR), check=check) == found

    def test_are_seen_by_nobody_of_the_public(self, county):
        assert seen(ANONYMOUS) == set()


class TestFindingsInEveryCase:
    @pytest.mark.parametrize(
        ("role", "found"),
        [
            (Role.SUPERVISOR, {"plain", "restricted"}),
            (Role.GATEKEEPER, {"plain"}),
            (Role.INVESTIGATOR, set()),
            (Role.CPS_MANAGER, set()),
            (Role.ACCESS_AUDITOR, set()),
        ],
    )
    def test_are_seen_by_those_who_lead_in_the_force(self, county, role, found):
        assert seen(county.viewer(role), every_case=True) == found
