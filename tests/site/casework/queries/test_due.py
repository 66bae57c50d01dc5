from __future__ import annotations

from datetime import date

import pytest
from tests import factories_cases
from tests.factories_cases import AT, County

from answerable.records.event import Side
from answerable.records.kinds.support import SupportOffered
from answerable_site.casework import queries
from answerable_site.casework.models import CaseDue, CaseEvent
from answerable_site.people.rules import ANONYMOUS, Role

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
LATER = date(2026, 6, 9)


def due(county: County, side: Side, rule: str = "", **more) -> CaseDue:
    owed_by = {Side.POLICE: county.force, Side.CPS: county.area}.get(side)
    given = {"rule": rule or f"of_{side}", "since": DAY, "due_on": DAY, "owed_by": owed_by} | more
    return CaseDue.objects.create(case=county.case, force=county.force, side=side, **given)


def support_is_offered(county: County, victim: int) -> None:
    CaseEvent.objects.create(
        case=county.case,
        number=1,
        kind=SupportOffered.kind(),
        happened_on=DAY,
        victim=victim,
        facts={"service": county.service.pk},
        side=Side.POLICE,
        organisation=county.force,
        recorded_at=AT,
        recorded_by=county.people[Role.INVESTIGATOR],
    )


@pytest.fixture
def county() -> County:
    """A case on which all work, with one thing due from each side."""
    county = factories_cases.county()
    factories_cases.shared(county, county.area, county.service)
    factories_cases.assigned(county, Role.PROSECUTOR, county.area)
    factories_cases.assigned(county, Role.SUPPORT_WORKER, county.service)
    CaseDue.objects.all().delete()
    for side in Side:
        due(county, side)
    return county


def seen(viewer, **wanted) -> set[str]:
    found = queries.dues_visible_to(viewer, queries.Wanted(**wanted), at=AT)
    return {one.rule for one in found}


class TestWhatIsDueInOwnCases:
    @pytest.mark.parametrize(
        ("role", "rules"),
        [
            (Role.INVESTIGATOR, {"of_police"}),
            (Role.PROSECUTOR, {"of_cps"}),
            (Role.SUPPORT_WORKER, {"of_support"}),
            (Role.SUPERVISOR, set()),
            (Role.GATEKEEPER, set()),
            (Role.CPS_MANAGER, set()),
            (Role.ACCESS_AUDITOR, set()),
            (Role.FILE_REVIEWER, set()),
        ],
    )
    def test_is_what_their_side_owes(self, county, role, rules):
        assert seen(county.viewer(role)) == rules

    def test_is_nothing_of_another_case(self, county):
        other = factories_cases.county("Sallowfen", "9/26")
        CaseDue.objects.filter(case=other.case).delete()
        due(other, Side.POLICE, "elsewhere")
        assert seen(county.viewer(Role.INVESTIGATOR)) == {"of_police"}

    def test_is_nothing_for_the_public(self, county):
        assert seen(ANONYMOUS) == set()

    @pytest.mark.parametrize(("wanted", "rules"), [("of_police", {"of_police"}), ("other", set())])
    def test_can_be_asked_for_by_rule(self, county, wanted, rules):
        assert seen(county.viewer(Role.INVESTIGATOR), rule=wanted) == rules

    @pytest.mark.parametrize(("late_on", "rules"), [(LATER, {"of_police"}), (DAY, set())])
    def test_can_be_asked_for_where_it_is_late(self, county, late_on, rules):
        assert seen(county.viewer(Role.INVESTIGATOR), late_on=late_on) == rules


class TestWhatIsDueForClients:
    def test_is_shown_to_the_service_that_supports_them_alone(self, county):
        due(county, Side.SUPPORT, "for_a_client", victim=1)
        due(county, Side.SUPPORT, "for_another", victim=2)
        support_is_offered(county, victim=1)
        assert seen(county.viewer(Role.SUPPORT_WORKER)) == {"of_support", "for_a_client"}


class TestWhatIsDueInEveryCase:
    @pytest.mark.parametrize(
        ("role", "rules"),
        [
            (Role.SUPERVISOR, {"of_police"}),
            (Role.GATEKEEPER, {"of_police"}),
            (Role.CPS_MANAGER, {"of_cps"}),
            (Role.INVESTIGATOR, set()),
            (Role.PROSECUTOR, set()),
            (Role.SUPPORT_WORKER, set()),
            (Role.ACCESS_AUDITOR, set()),
        ],
    )
    def test_is_what_their_side_owes_where_they_oversee_every_case(self, county, role, rules):
        assert seen(county.viewer(role), every_case=True) == rules

    def test_is_nothing_of_another_force(self, county):
        other = factories_cases.county("Sallowfen", "9/26")
        CaseDue.objects.filter(case=other.case).delete()
        due(other, Side.POLICE, "elsewhere")
        due(other, Side.CPS, "elsewhere too")
        assert seen(county.viewer(Role.SUPERVISOR), every_case=True) == {"of_police"}
        assert seen(county.viewer(Role.CPS_MANAGER), every_case=True) == {"of_cps"}
