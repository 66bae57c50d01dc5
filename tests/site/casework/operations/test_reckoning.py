from __future__ import annotations

import pytest
from tests import factories_cases
from tests.factories_cases import AT, County

from answerable.records.stages import Stage
from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations
from answerable_site.casework.models import Case, CaseDue
from answerable_site.people.rules import PRODUCT

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return factories_cases.county()


def reckoned() -> int:
    return operations.reckon_cases(by=PRODUCT, at=AT, cases=Case.objects.all())


class TestReckonCases:
    def test_makes_anew_what_was_thrown_away(self, county):
        factories_cases.victim(county)
        before = list(CaseDue.objects.values_list("rule", "due_on"))
        CaseDue.objects.all().delete()
        assert reckoned() == 1
        assert list(CaseDue.objects.values_list("rule", "due_on")) == before != []

    def test_keeps_the_day_and_the_stage_that_the_events_say(self, county):
        factories_cases.ended(county)
        Case.objects.update(stage=Stage.AT_TRIAL, reckoned_on=None)
        reckoned()
        county.case.refresh_from_db()
        assert (county.case.reckoned_on, county.case.stage) == (AT.date(), Stage.ENDED)

    def test_leaves_one_entry(self, county):
        before = AuditEntry.objects.count()
        reckoned()
        assert AuditEntry.objects.count() == before + 1

    def test_leaves_none_where_there_was_nothing_to_reckon(self, county):
        before = AuditEntry.objects.count()
        operations.reckon_cases(by=PRODUCT, at=AT, cases=Case.objects.none())
        assert AuditEntry.objects.count() == before
