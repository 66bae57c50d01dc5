from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories, factories_cases, factories_looks
from tests.factories_cases import AT

from answerable_site.accessreview import queries
from answerable_site.audit.models import AuditEntry
from answerable_site.audit.operations import erase_content
from answerable_site.casework import operations as casework
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db


def seen(viewer, **wanted) -> set[tuple[str, str, str]]:
    """Who did what with which case, of the looks that a viewer may know of."""
    return {
        (look.entry.actor_name, look.entry.act, look.record)
        for look in queries.looks_visible_to(viewer, queries.Wanted(**wanted))
    }


class TestLooksVisibleTo:
    def test_are_every_look_at_the_forces_cases_for_its_auditor(self, looked):
        acts = {act for who, act, _ in seen(looked.auditor) if who == "Wexmoor Curious"}
        assert acts == {"casework.open_case", "casework.note_read"}

    def test_are_none_for_those_who_do_not_audit_access(self, looked):
        roles = set(factories_cases.PLACES) - {Role.ACCESS_AUDITOR}
        assert all(seen(looked.county.viewer(role)) == set() for role in roles)

    def test_are_none_at_cases_of_another_force(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        mine = {record for _, _, record in seen(looked.auditor)}
        assert mine == {f"casework.case:{looked.case.pk}"}
        assert {who for who, _, _ in seen(looked.auditor)}.isdisjoint(
            who for who, _, _ in seen(other.auditor)
        )

    def test_are_also_those_by_people_of_other_organisations_for_the_force(self, looked):
        self.prosecutor_reads(looked)
        assert "Wexmoor Prosecutor" in {who for who, _, _ in seen(looked.auditor)}

    def test_are_those_by_its_own_people_alone_for_another_organisation(self, looked):
        self.prosecutor_reads(looked)
        area = factories.person("Area Auditor", (looked.county.area, Role.ACCESS_AUDITOR))
        assert {who for who, _, _ in seen(factories.viewer(area))} == {"Wexmoor Prosecutor"}

    def test_stay_with_the_organisation_in_which_somebody_looked(self, looked):
        self.prosecutor_reads(looked)
        prosecutor = looked.county.people[Role.PROSECUTOR]
        prosecutor.assignments.update(to_on=AT.date())
        area = factories.person("Area Auditor", (looked.county.area, Role.ACCESS_AUDITOR))
        later = factories.viewer(area, on=AT.date() + timedelta(days=30))
        assert {who for who, _, _ in seen(later)} == {"Wexmoor Prosecutor"}

    def test_do_not_go_with_somebody_to_another_organisation(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        assignment = looked.looker.assignments.get()
        assignment.pk, assignment.organisation = None, other.county.force
        assignment.from_on = AT.date() + timedelta(days=1)
        assignment.save()
        assert "Wexmoor Curious" not in {who for who, _, _ in seen(other.auditor)}

    def test_of_somebody_with_two_organisations_are_the_forces_alone(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        assignment = looked.looker.assignments.get()
        assignment.pk, assignment.organisation = None, other.county.force
        assignment.save()
        assert "Wexmoor Curious" in {who for who, _, _ in seen(looked.auditor)}
        assert "Wexmoor Curious" not in {who for who, _, _ in seen(other.auditor)}

    def test_at_the_number_of_a_case_of_another_force_are_none(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        assert seen(other.auditor, case=looked.case.pk) == set()

    def test_are_no_acts_that_show_nothing(self, looked):
        assert "casework.add_case" not in {act for _, act, _ in seen(looked.auditor)}

    def test_are_gone_once_their_content_is_erased(self, looked):
        entry = AuditEntry.objects.get(act="casework.open_case")
        erase_content(by=PRODUCT, at=AT, entry=entry, reason="An order of the court.")
        assert "casework.open_case" not in {act for _, act, _ in seen(looked.auditor)}

    def test_can_be_asked_for_by_person_case_act_and_day(self, looked):
        everything = seen(looked.auditor)
        assert seen(looked.auditor, person=looked.looker.pk) == everything
        assert seen(looked.auditor, person=looked.looker.pk + 999) == set()
        assert seen(looked.auditor, case=looked.case.pk) == everything
        assert seen(looked.auditor, case=looked.case.pk + 999) == set()
        assert {act for _, act, _ in seen(looked.auditor, act="casework.note_read")} == {
            "casework.note_read"
        }
        day = AT.date()
        assert seen(looked.auditor, from_on=day, to_on=day) == everything
        assert seen(looked.auditor, from_on=day + timedelta(days=1)) == set()
        assert seen(looked.auditor, to_on=day - timedelta(days=1)) == set()

    def prosecutor_reads(self, looked) -> None:
        county = looked.county
        factories_cases.shared(county, county.area)
        factories_cases.assigned(county, Role.PROSECUTOR, county.area)
        casework.note_read(by=county.viewer(Role.PROSECUTOR), at=AT, case=county.case)


class TestLookersKnownTo:
    def test_are_named_as_at_their_last_look(self, looked):
        assert queries.lookers_known_to(looked.auditor) == [(looked.looker.pk, "Wexmoor Curious")]


class TestLooksAtDecoys:
    def decoy(self, looked):
        return casework.add_decoy(
            by=looked.auditor,
            at=AT,
            force=looked.county.force,
            reported_on=AT.date(),
            reference="77/26",
        )

    def test_are_those_that_somebody_asked_for(self, looked):
        decoy = self.decoy(looked)
        casework.note_listed(by=looked.supervisor, at=AT, cases=[decoy])
        assert not queries.looks_at_decoys(looked.auditor).exists()
        factories_looks.broken(
            factories_cases.County(
                **{name: getattr(looked.county, name) for name in PARTS}, case=decoy
            ),
            looked.looking,
        )
        assert queries.looks_at_decoys(looked.auditor).count() == 2

    def test_are_none_at_a_real_case(self, looked):
        self.decoy(looked)
        assert not queries.looks_at_decoys(looked.auditor).exists()


PARTS = ("force", "area", "service", "inspectorate", "people")
