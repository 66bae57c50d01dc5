from __future__ import annotations

import pytest
from tests import factories, factories_cases
from tests.factories_cases import AT, County

from answerable.records.event import Side
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.submission import Submitted
from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations
from answerable_site.casework.models import CaseDue
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return factories_cases.county()


def assign(county: County, by: Role, whom: Role, organisation):
    return operations.assign(
        by=county.viewer(by),
        at=AT,
        case=county.case,
        user=county.people[whom],
        organisation=organisation,
    )


def submitted(county: County) -> None:
    """The prosecutors have to decide on the charge."""
    factories_cases.recorded(county, SuspectIdentified(on=AT.date(), suspect=1))
    factories_cases.recorded(county, Submitted(on=AT.date(), suspects=(1,)))


def owing(side: Side) -> set[int | None]:
    return set(CaseDue.objects.filter(side=side).values_list("owed_by", flat=True))


class TestShare:
    def test_names_the_recipient_in_the_record(self, county):
        factories_cases.shared(county, county.service)
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.kind, entry.recipients) == ("disclosure", ("Wexmoor Support",))

    def test_puts_what_prosecutors_have_to_do_into_the_list_of_their_area(self, county):
        submitted(county)
        assert owing(Side.CPS) == {None}
        factories_cases.shared(county, county.area)
        assert owing(Side.CPS) == {county.area.pk}
        assert owing(Side.POLICE) == {county.force.pk}

    def test_is_refused_twice(self, county):
        factories_cases.shared(county, county.service)
        with pytest.raises(operations.AlreadyShared):
            factories_cases.shared(county, county.service)

    def test_is_refused_with_a_policing_body(self, county):
        with pytest.raises(operations.CannotWorkOnIt):
            factories_cases.shared(county, factories.office("Sallowfen").body)

    @pytest.mark.parametrize("role", sorted(set(factories_cases.PLACES) - {Role.SUPERVISOR}))
    def test_is_refused_to_others(self, county, role):
        with pytest.raises(Refused):
            operations.share(
                by=county.viewer(role), at=AT, case=county.case, organisation=county.service
            )

    def test_can_be_made_again_after_its_end(self, county):
        factories_cases.shared(county, county.service)
        by = county.viewer(Role.SUPERVISOR)
        operations.end_share(by=by, at=AT, share=county.case.shares.get())
        factories_cases.shared(county, county.service)
        assert county.case.shares.running().count() == 1


class TestEndShare:
    def test_is_refused_twice(self, county):
        factories_cases.shared(county, county.service)
        by, share = county.viewer(Role.SUPERVISOR), county.case.shares.get()
        operations.end_share(by=by, at=AT, share=share)
        with pytest.raises(operations.AlreadyEnded):
            operations.end_share(by=by, at=AT, share=share)

    def test_takes_what_prosecutors_have_to_do_out_of_the_list_of_their_area(self, county):
        submitted(county)
        factories_cases.shared(county, county.area)
        operations.end_share(
            by=county.viewer(Role.SUPERVISOR), at=AT, share=county.case.shares.get()
        )
        assert owing(Side.CPS) == {None}


class TestAssign:
    def test_is_the_supervisors_for_a_support_service(self, county):
        factories_cases.shared(county, county.service)
        assert assign(county, Role.SUPERVISOR, Role.SUPPORT_WORKER, county.service).pk

    def test_is_the_managers_for_a_cps_area(self, county):
        factories_cases.shared(county, county.area)
        assert assign(county, Role.CPS_MANAGER, Role.PROSECUTOR, county.area).pk
        with pytest.raises(Refused):
            assign(county, Role.SUPERVISOR, Role.PROSECUTOR, county.area)

    def test_is_refused_before_the_case_is_shared(self, county):
        with pytest.raises(operations.CannotWorkOnIt):
            assign(county, Role.SUPERVISOR, Role.SUPPORT_WORKER, county.service)

    def test_is_refused_for_somebody_who_reads_no_case(self, county):
        with pytest.raises(operations.CannotWorkOnIt):
            assign(county, Role.SUPERVISOR, Role.ACCESS_AUDITOR, county.force)

    def test_is_refused_for_an_organisation_of_another_county(self, county):
        other = factories_cases.county("Sallowfen")
        with pytest.raises(operations.CannotWorkOnIt):
            operations.assign(
                by=county.viewer(Role.SUPERVISOR),
                at=AT,
                case=county.case,
                user=other.people[Role.INVESTIGATOR],
                organisation=other.force,
            )

    def test_is_refused_twice(self, county):
        with pytest.raises(operations.AlreadyWorksOnIt):
            assign(county, Role.SUPERVISOR, Role.INVESTIGATOR, county.force)

    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.GATEKEEPER, Role.ACCESS_AUDITOR])
    def test_is_refused_to_others(self, county, role):
        with pytest.raises(Refused):
            assign(county, role, Role.INVESTIGATOR, county.force)


class TestEndAssignment:
    def test_takes_the_case_away_at_once_and_keeps_that_it_was(self, county):
        row = county.case.assignments.get()
        operations.end_assignment(by=county.viewer(Role.SUPERVISOR), at=AT, assignment=row)
        row.refresh_from_db()
        assert row.ended_at == AT

    def test_is_refused_twice(self, county):
        by, row = county.viewer(Role.SUPERVISOR), county.case.assignments.get()
        operations.end_assignment(by=by, at=AT, assignment=row)
        with pytest.raises(operations.AlreadyEnded):
            operations.end_assignment(by=by, at=AT, assignment=row)
