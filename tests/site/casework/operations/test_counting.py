from __future__ import annotations

import pytest
from tests import factories, factories_cases
from tests.factories_cases import AT, County

from answerable.records.kinds.decision import Decision, Maker, What
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.rules import Processing
from answerable_site.casework import operations
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return factories_cases.county()


def coordinator(organisation, name="Wexmoor Trainer"):
    user = factories.person(name, (organisation, Role.TRAINING_COORDINATOR))
    return factories.viewer(user, on=AT.date())


def counted(county, by, organisation=None):
    return operations.count_open_cases(by=by, at=AT, organisation=organisation or county.force)


class TestCountOpenCases:
    def test_is_one_number_for_whoever_keeps_training_in_the_force(self, county):
        assert counted(county, coordinator(county.force)) == 1

    def test_leaves_an_entry_that_names_no_case(self, county):
        counted(county, coordinator(county.force))
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.act, entry.kind) == ("casework.count_open_cases", Processing.COMBINATION)
        assert entry.subject == f"people.organisation:{county.force.pk}"
        assert entry.records == ()

    def test_counts_a_case_to_which_nobody_is_assigned(self, county):
        county.case.assignments.update(ended_at=AT)
        assert counted(county, coordinator(county.force)) == 1

    def test_counts_no_case_that_ended_by_its_events(self, county):
        factories_cases.ended(county)
        assert counted(county, coordinator(county.force)) == 0

    def test_counts_a_case_that_is_taken_up_again(self, county):
        factories_cases.ended(county)
        again = Decision(on=AT.date(), maker=Maker.POLICE, made=What.INVESTIGATE_AGAIN)
        factories_cases.recorded(county, again, role=Role.SUPERVISOR)
        assert counted(county, coordinator(county.force)) == 1

    def test_counts_no_decoy(self, county):
        county.case.is_decoy = True
        county.case.save()
        assert counted(county, coordinator(county.force)) == 0

    def test_counts_for_an_area_the_cases_that_are_shared_with_it(self, county):
        keeper = coordinator(county.area, "Area Trainer")
        assert counted(county, keeper, county.area) == 0
        factories_cases.shared(county, county.area)
        assert counted(county, keeper, county.area) == 1
        county.case.shares.update(ended_at=AT)
        assert counted(county, keeper, county.area) == 0

    def test_is_refused_to_whoever_keeps_no_training(self, county):
        with pytest.raises(Refused):
            counted(county, county.viewer(Role.SUPERVISOR))

    def test_is_refused_for_another_organisation(self, county):
        with pytest.raises(Refused):
            counted(county, coordinator(county.area, "Area Trainer"))


class TestCountOpenCasesByPerson:
    def test_names_only_who_of_those_asked_for_has_any(self, county):
        worker = county.case.assignments.get().user_id
        by_person = operations.count_open_cases_by_person(
            by=coordinator(county.force),
            at=AT,
            organisation=county.force,
            user_ids=[worker, 987654],
        )
        assert by_person == {worker: 1}
        entry = AuditEntry.objects.latest("sequence")
        assert entry.kind == Processing.COMBINATION

    def test_leaves_out_cases_that_ended(self, county):
        worker = county.case.assignments.get().user_id
        factories_cases.ended(county)
        by_person = operations.count_open_cases_by_person(
            by=coordinator(county.force), at=AT, organisation=county.force, user_ids=[worker]
        )
        assert by_person == {}

    def test_is_refused_to_whoever_keeps_no_training_there(self, county):
        with pytest.raises(Refused):
            operations.count_open_cases_by_person(
                by=county.viewer(Role.SUPERVISOR), at=AT, organisation=county.force, user_ids=[]
            )
