from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_looks
from tests.factories_cases import AT

from answerable_site.accessreview import queries
from answerable_site.accessreview.rules.concerns import Kind
from answerable_site.accessreview.rules.looks import Act, Standing
from answerable_site.casework import operations as casework
from answerable_site.casework.models import CaseAssignment
from answerable_site.casework.rules import Ground, ReferenceKind
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)


def fed(looked, *, person: int | None = None):
    looks = queries.looks_to_sample(looked.county.force.pk, since=AT - WEEK, until=AT + WEEK)
    return [one for one in looks if person in {None, one.person}]


class TestLooksThatAreFed:
    def test_take_opening_and_reading_as_one_look_by_broken_glass(self, looked):
        (look,) = fed(looked, person=looked.looker.pk)
        assert (look.act, look.standing) == (Act.OPENED, Standing.BROKE_GLASS)
        assert look.record == f"casework.case:{looked.case.pk}"
        assert look.record_organisation == look.organisation == looked.county.force.pk
        assert factories_looks.WORDS in look.reason
        assert look.people_assigned == 1

    def test_take_an_assignment_for_a_standing(self, looked):
        investigator = looked.county.viewer(Role.INVESTIGATOR)
        casework.note_read(by=investigator, at=AT, case=looked.case)
        standings = {(one.act, one.standing) for one in fed(looked, person=investigator.user_id)}
        assert standings == {(Act.RECORDED, Standing.ASSIGNED), (Act.OPENED, Standing.ASSIGNED)}

    def test_take_a_supervisor_for_one(self, looked):
        casework.open_case(
            by=looked.supervisor, at=AT, case=looked.case, ground=Ground.SUPERVISION, words=""
        )
        (look,) = fed(looked, person=looked.supervisor.user_id)
        assert look.standing is Standing.SUPERVISES

    def test_take_a_look_up_for_no_more_than_a_list(self, looked):
        casework.look_up(
            by=looked.supervisor, at=AT, kind=ReferenceKind.CRIME, reference="12A/34567/26"
        )
        (look,) = fed(looked, person=looked.supervisor.user_id)
        assert look.act is Act.LISTED

    def test_take_a_figure_of_many_cases_for_no_work_in_any(self, looked):
        casework.note_combined(by=looked.supervisor, at=AT, cases=[looked.case])
        (look,) = fed(looked, person=looked.supervisor.user_id)
        assert look.act is Act.LISTED

    def test_say_when_an_own_assignment_ended(self, looked):
        CaseAssignment.objects.create(
            case=looked.case,
            user=looked.looker,
            organisation=looked.county.force,
            assigned_by=looked.looker,
            assigned_at=AT - 2 * WEEK,
            ended_at=AT - WEEK,
        )
        (look,) = fed(looked, person=looked.looker.pk)
        assert look.assignment_ended_at == AT - WEEK

    def test_hold_nothing_by_people_of_another_force(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        assert not fed(looked, person=other.looker.pk)


class TestUnusualLooks:
    def test_hold_somebody_who_opens_one_case_again_and_again(self, looked):
        for days in (3, 6):
            factories_looks.broken(looked.county, looked.looking, at=AT + timedelta(days=days))
        found = queries.unusual_looks(looked.auditor, since=AT - WEEK, until=AT + 2 * WEEK)
        assert [(one.kind, one.person) for one in found] == [
            (Kind.SAME_CASE_AGAIN, looked.looker.pk)
        ]

    def test_hold_a_decoy_that_was_only_looked_up(self, looked):
        casework.add_decoy(
            by=looked.auditor,
            at=AT,
            force=looked.county.force,
            reported_on=AT.date(),
            reference="77/26",
        )
        casework.look_up(by=looked.looking, at=AT, kind=ReferenceKind.CRIME, reference="77-26")
        found = queries.unusual_looks(looked.auditor, since=AT - WEEK, until=AT + WEEK)
        assert [one.kind for one in found] == [Kind.DECOY]

    def test_hold_nothing_of_another_force(self, looked):
        other = factories_looks.looked("Sallowfen", "9/26")
        for days in (3, 6):
            factories_looks.broken(looked.county, looked.looking, at=AT + timedelta(days=days))
        assert not queries.unusual_looks(other.auditor, since=AT - WEEK, until=AT + 2 * WEEK)
