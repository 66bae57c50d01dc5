"""Two cases of one force that bear the same URN may go together; nothing of either is joined."""

from __future__ import annotations

import pytest
from tests import factories_cases, factories_links, factories_loads
from tests.factories_links import WHY
from tests.factories_loads import AT, REPORTED, load

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.casework.models import Case, CaseEvent, CaseReference
from answerable_site.casework.rules import ReferenceKind
from answerable_site.intake import operations, queries
from answerable_site.intake.models import Batch, Link, LoadedReference
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
URN = "01ZD0303224"


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


def bearing(county: factories_cases.County, *urns: str) -> list[Case]:
    """Cases that bear URNs, one each; as the prosecutors told."""
    names = [f"X/{number:03}" for number, _ in enumerate(urns, start=1)]
    load(county, factories_loads.source(county), [{**REPORTED, "ref": one} for one in names])
    theirs = factories_loads.source(
        county, factories_loads.later_source(), organisation=county.area, urn_column="urn"
    )
    told = {"decided": "10/03/2024"}
    rows = [{**told, "ref": ref, "urn": urn} for ref, urn in zip(names, urns, strict=True)]
    load(county, theirs, rows, role=Role.CPS_MANAGER)
    return [factories_links.case_named(county, one.replace("/", "")) for one in names]


def add_urn(county: factories_cases.County, case: Case) -> None:
    """Somebody adds the URN to a case too."""
    casework.add_reference(
        by=county.viewer(Role.SUPERVISOR),
        at=AT,
        case=case,
        kind=ReferenceKind.URN,
        owner=county.force,
        reference=URN,
    )


def found(county: factories_cases.County, role: Role = Role.SUPERVISOR) -> int:
    return operations.propose_pairs(by=county.viewer(role), at=AT, force=county.force)


def confirmed(county: factories_cases.County) -> Link:
    found(county)
    link = Link.objects.get()
    operations.accept_link(by=county.viewer(Role.SUPERVISOR), at=AT, link=link, why=WHY)
    second = factories_links.second_supervisor(county)
    return operations.confirm_link(by=second, at=AT, link=link, why=WHY)


class TestTwoCasesThatBearTheSameURN:
    def test_are_proposed_to_go_together_once(self, county):
        first, second, _ = bearing(county, URN, URN, "01ZD0303324")
        assert found(county) == 1
        link = Link.objects.get()
        assert (link.case, link.other) == (first, second)
        assert found(county) == 0

    def test_are_not_proposed_where_many_bear_it(self, county):
        bearing(county, *[URN] * 4)
        assert found(county) == 0

    def test_are_not_even_read_where_many_bear_it(self, county):
        """One URN stands for many, as where nobody knew it: thousands would make millions of
        pairs."""
        bearing(county, *[URN] * 4)
        assert queries.cases_by_shared_urn(county.force.pk) == []

    def test_stay_proposed_where_another_comes_to_bear_it(self, county):
        bearing(county, URN, URN, "01ZD0303324")
        found(county)
        factories_loads.opened(county, third := factories_links.case_named(county, "X003"))
        add_urn(county, third)
        assert found(county) == 2
        assert Link.objects.count() == 3

    def test_are_none_where_the_urns_are_only_near(self, county):
        bearing(county, URN, "01ZD0303225")
        assert found(county) == 0

    def test_of_two_forces_are_none(self, county):
        bearing(county, URN)
        bearing(factories_cases.county("Sallowfen", reference="9/26"), URN)
        assert found(county) == 0

    def test_are_proposed_no_more_once_they_bear_it_no_more(self, county):
        _, second = bearing(county, URN, URN)
        found(county)
        LoadedReference.objects.filter(case=second).delete()
        CaseReference.objects.filter(case=second, kind="urn").delete()
        found(county)
        assert not Link.objects.exists()


class TestALinkBetweenTwoCases:
    def test_is_made_by_two_supervisors_of_the_force(self, county):
        bearing(county, URN, URN)
        link = confirmed(county)
        assert link.state == "confirmed"
        assert link.accepted_by != link.confirmed_by

    def test_is_confirmed_by_nobody_who_accepted_it(self, county):
        bearing(county, URN, URN)
        found(county)
        by, link = county.viewer(Role.SUPERVISOR), Link.objects.get()
        operations.accept_link(by=by, at=AT, link=link, why=WHY)
        with pytest.raises(Refused, match="Another person"):
            operations.confirm_link(by=by, at=AT, link=link, why=WHY)

    def test_joins_nothing_of_them(self, county):
        bearing(county, URN, URN)
        before = [list(table.objects.values()) for table in (Case, CaseEvent, CaseReference)]
        link = confirmed(county)
        operations.end_link(by=county.viewer(Role.SUPERVISOR), at=AT, link=link, why=WHY)
        after = [list(table.objects.values()) for table in (Case, CaseEvent, CaseReference)]
        assert after == before

    def test_tells_the_force_both_cases_and_the_urn(self, county):
        cases = bearing(county, URN, URN)
        found(county)
        opened = operations.open_link(
            by=county.viewer(Role.SUPERVISOR), at=AT, link=Link.objects.get()
        )
        assert opened.written == URN
        assert [one.number for one in opened.cases] == [case.pk for case in cases]
        entry = AuditEntry.objects.get(act="intake.open_link")
        assert entry.records == tuple(f"casework.case:{case.pk}" for case in cases)

    def test_is_of_the_force_alone(self, county):
        bearing(county, URN, URN)
        with pytest.raises(Refused):
            found(county, Role.CPS_MANAGER)
        found(county)
        link = Link.objects.get()
        with pytest.raises(Refused):
            operations.accept_link(by=county.viewer(Role.CPS_MANAGER), at=AT, link=link, why=WHY)

    def test_keeps_the_load_that_made_either_from_being_undone(self, county):
        first, _ = bearing(county, URN, URN)
        confirmed(county)
        batch = Batch.objects.get(cases__case=first)
        with pytest.raises(operations.CannotBeUndone, match="was linked"):
            factories_loads.undo(county, batch)

    def test_goes_with_its_load_while_it_is_only_proposed(self, county):
        first, _ = bearing(county, URN, URN)
        found(county)
        told = Batch.objects.latest("pk")
        factories_loads.undo(county, told, role=Role.CPS_MANAGER)
        factories_loads.undo(county, Batch.objects.get(cases__case=first))
        assert not Link.objects.exists()
