from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable import statute
from answerable_site.audit.models import AuditEntry
from answerable_site.people.rules import PRODUCT
from answerable_site.register import operations, queries
from answerable_site.register.models import ClockMovement
from answerable_site.register.presenters import shown_movement

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
SECTION = "police_act_1996_s55"


@pytest.fixture
def case(db):
    return cases.case()


@pytest.fixture
def longer_period(monkeypatch):
    """Parliament gives sixty days."""
    (period,) = statute.SECTION_55.periods
    changed = replace(statute.SECTION_55, periods=(replace(period, days=60),))
    monkeypatch.setitem(statute.BASES, SECTION, changed)


def recount() -> int:
    return operations.recount_clocks(by=PRODUCT, at=AT)


class TestRecountClocks:
    def test_moves_nothing_while_the_rules_stand(self, case):
        before = AuditEntry.objects.count()
        assert recount() == 0
        assert (ClockMovement.objects.count(), AuditEntry.objects.count()) == (0, before)

    def test_moves_what_a_changed_rule_moves_and_says_from_where(self, case, longer_period):
        assert recount() == 1
        movement = ClockMovement.objects.get()
        assert (movement.before, movement.after) == (date(2026, 5, 26), date(2026, 5, 30))
        case.inspection.refresh_from_db()
        assert case.inspection.last_lawful_day == date(2026, 5, 30)

    def test_moves_nothing_a_second_time(self, case, longer_period):
        recount()
        assert recount() == 0

    def test_leaves_other_bases_alone(self, case, longer_period):
        cases.inspection(case.office, title="A letter", legal_basis="none")
        assert recount() == 1

    def test_leaves_one_entry_for_all_that_moved(self, case, longer_period):
        cases.inspection(case.office, title="Another report")
        ClockMovement.objects.all().delete()
        before = AuditEntry.objects.count()
        recount()
        assert AuditEntry.objects.count() == before + 1


class TestMovements:
    def test_are_shown_in_a_sentence_to_those_whose_inspection_it_is(self, case, longer_period):
        recount()
        (movement,) = queries.movements_visible_to(case.viewer("holder"), since=AT)
        said = shown_movement(movement).sentence
        assert said.startswith("Last lawful day: 30 May 2026; before: 26 May 2026.")

    def test_are_not_shown_to_another_office(self, case, longer_period):
        recount()
        foreign = factories.viewer(factories.office("Sallowfen").officer)
        assert queries.movements_visible_to(foreign, since=AT) == []
