from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from tests import factories_cases
from tests.factories_cases import AT

from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.support import Answer, SupportOffered
from answerable.records.kinds.telling import Method, Teller, Told
from answerable.records.stages import Stage
from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations
from answerable_site.casework.models import CaseBreach, CaseDue, CaseEvent
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=10)


@pytest.fixture
def county():
    return factories_cases.county()


def offer(day: date, **facts) -> SupportOffered:
    return SupportOffered(
        **{
            "on": day,
            "victim": 1,
            "stage": Stage.BEFORE_ACCOUNT,
            "answer": Answer.NO_ANSWER,
            **facts,
        }
    )


def put_right(county, number: int, day: date) -> CaseEvent:
    """The investigator gives another day for when the victim became known."""
    return operations.record_event(
        by=county.viewer(Role.INVESTIGATOR),
        at=AT,
        case=county.case,
        event=VictimIdentified(on=day, victim=1),
        replaces=number,
    )


class TestRecordEvent:
    def test_numbers_events_in_the_order_of_recording(self, county):
        first = factories_cases.victim(county)
        second = factories_cases.victim(county, number=2)
        assert (first.number, second.number) == (1, 2)

    def test_leaves_one_entry_that_names_the_case(self, county):
        before = AuditEntry.objects.count()
        factories_cases.victim(county)
        entry = AuditEntry.objects.latest("sequence")
        assert AuditEntry.objects.count() == before + 1
        assert (entry.act, entry.records) == (
            "casework.record_event",
            (f"casework.case:{county.case.pk}",),
        )

    def test_refuses_whoever_may_not_record_the_kind(self, county):
        factories_cases.victim(county)
        decided = Decision(on=date(2026, 6, 1), maker=Maker.POLICE, made=What.REFER)
        with pytest.raises(Refused, match="Your role does not record this"):
            factories_cases.recorded(county, decided)

    def test_refuses_a_case_that_is_not_open(self, county):
        with pytest.raises(operations.CaseOutOfReach):
            factories_cases.recorded(
                county, VictimIdentified(on=date(2026, 5, 30), victim=1), role=Role.SUPERVISOR
            )

    def test_refuses_a_day_to_come(self, county):
        tomorrow = AT.date() + timedelta(days=1)
        with pytest.raises(operations.CannotHaveHappened, match="still to come"):
            factories_cases.recorded(county, VictimIdentified(on=tomorrow, victim=1))

    def test_refuses_what_is_impossible_whatever_the_reason(self, county):
        factories_cases.victim(county)
        told = Told(
            on=date(2026, 6, 1),
            victim=1,
            decision=99,
            method=Method.IN_PERSON,
            teller=Teller.INVESTIGATOR,
            explained=True,
            support_offered=True,
        )
        with pytest.raises(operations.CannotHaveHappened):
            factories_cases.recorded(county, told)

    def test_asks_why_a_rule_was_not_kept(self, county):
        factories_cases.victim(county)
        with pytest.raises(operations.ReasonNeeded):
            factories_cases.recorded(county, offer(date(2026, 6, 3)), at=LATER, why=" ")

    def test_records_what_was_in_time_without_a_reason(self, county):
        factories_cases.victim(county)
        kept = factories_cases.recorded(county, offer(date(2026, 6, 2)), at=LATER)
        assert kept.why_in_breach == ""

    def test_records_a_breach_with_its_reason(self, county):
        factories_cases.victim(county)
        factories_cases.recorded(county, offer(date(2026, 6, 3)), at=LATER, why="In hospital.")
        assert CaseEvent.objects.latest("number").why_in_breach == "In hospital."
        assert CaseBreach.objects.filter(rule="support_offered", is_open=False).exists()

    def test_names_the_signs_of_an_identity_that_somebody_kept(self, county):
        factories_cases.victim(county)
        why = "Nobody answered 07700 900123."
        factories_cases.recorded(county, offer(date(2026, 6, 3)), at=LATER, why=why)
        entry = AuditEntry.objects.latest("sequence")
        assert entry.details["kept_in_spite_of"] == ["telephone"]

    def test_takes_what_was_done_from_what_is_due(self, county):
        factories_cases.victim(county)
        assert CaseDue.objects.filter(rule="support_offered").exists()
        factories_cases.recorded(county, offer(date(2026, 6, 1)), at=LATER)
        assert not CaseDue.objects.filter(rule="support_offered").exists()


class TestPuttingRight:
    def test_keeps_both(self, county):
        first = factories_cases.victim(county)
        put_right(county, first.number, date(2026, 5, 31))
        assert CaseEvent.objects.count() == 2

    def test_is_refused_for_what_was_put_right_before(self, county):
        first = factories_cases.victim(county)
        put_right(county, first.number, date(2026, 5, 31))
        with pytest.raises(operations.CannotHaveHappened, match="does not stand any more"):
            put_right(county, first.number, date(2026, 6, 1))

    def test_is_refused_for_what_another_side_recorded(self, county):
        factories_cases.shared(county, county.area)
        factories_cases.assigned(county, Role.PROSECUTOR, county.area)
        first = factories_cases.victim(county)
        offered = factories_cases.recorded(county, offer(date(2026, 6, 1)))
        assert first.number != offered.number
        with pytest.raises(Refused, match="Only the side that recorded it"):
            operations.record_event(
                by=county.viewer(Role.PROSECUTOR),
                at=AT,
                case=county.case,
                event=offer(date(2026, 5, 31)),
                replaces=offered.number,
            )


class TestTheDatabase:
    @pytest.mark.parametrize("change", ["update", "delete"])
    def test_refuses_to_change_what_happened(self, change, county):
        factories_cases.victim(county)
        rows = CaseEvent.objects.all()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(kind="other") if change == "update" else rows.delete()
