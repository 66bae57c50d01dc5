"""What is due in cases changes with the day: each is reckoned once on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests import factories, factories_cases, factories_limits
from tests.factories_cases import AT, County

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case, CaseDue, CaseEvent
from answerable_site.config.schedule import cases

pytestmark = pytest.mark.django_db
LATE_EVENING = datetime(2026, 6, 1, 22, 59, tzinfo=UTC)
"""One minute before midnight in London, on the day of `AT`."""
MIDNIGHT = LATE_EVENING + timedelta(minutes=1)


@pytest.fixture
def county() -> County:
    county = factories_cases.county()
    factories_cases.victim(county)
    return county


class TestReckon:
    def test_waits_until_the_day_is_over_in_london(self, county):
        assert cases.reckon(LATE_EVENING).done == ()
        assert cases.reckon(MIDNIGHT).done == ("1 case reckoned anew.",)
        assert Case.objects.get().reckoned_on == AT.date() + timedelta(days=1)

    def test_does_it_once_however_often_it_runs(self, county):
        cases.reckon(MIDNIGHT)
        entries = AuditEntry.objects.count()
        assert cases.reckon(MIDNIGHT + timedelta(hours=23)).done == ()
        assert AuditEntry.objects.count() == entries

    def test_reckons_a_case_in_which_nothing_is_recorded_yet(self, county):
        factories_cases.case(county.force, county.viewer("investigator"), "2/26")
        assert cases.reckon(AT).done == ("1 case reckoned anew.",)

    def test_leaves_decoys_alone(self, county):
        Case.objects.update(is_decoy=True)
        assert cases.reckon(MIDNIGHT).done == ()

    def test_goes_on_from_batch_to_batch_and_from_run_to_run(self, county, monkeypatch):
        monkeypatch.setattr(cases, "AT_ONCE", 1)
        monkeypatch.setattr(cases, "BATCHES", 2)
        for number in (2, 3):
            factories_cases.case(county.force, county.viewer("investigator"), f"{number}/26")
        assert cases.reckon(MIDNIGHT).done == ("2 cases reckoned anew.",)
        assert cases.reckon(MIDNIGHT).done == ("1 case reckoned anew.",)

    def test_reckons_the_others_where_one_cannot_be(self, county, caplog):
        other = factories_cases.case(county.force, county.viewer("investigator"), "2/26")
        CaseEvent.objects.create(
            case=other,
            number=1,
            kind="unheard_of",
            happened_on=AT.date(),
            facts={"kind": "unheard_of"},
            side="police",
            organisation=county.force,
            recorded_at=AT,
            recorded_by=county.people["investigator"],
        )
        outcome = cases.reckon(MIDNIGHT)
        assert outcome.done == ("1 case reckoned anew.",)
        assert outcome.failed == ("1 case not reckoned. The log says why.",)
        assert f"Case {other.pk} cannot be reckoned" in caplog.text

    def test_lets_a_confirmed_limit_count_on_the_same_day(self, county):
        place = factories_limits.Administered(
            county.force,
            *(
                factories.person(f"{name} Admin", (county.force, "administrator"))
                for name in ("First", "Second")
            ),
        )
        before = last_day()
        factories_limits.confirmed(place, code="offer_support", count=9)
        assert last_day() == before
        cases.reckon(AT)
        assert last_day() > before


def last_day():
    return CaseDue.objects.get(rule="support_offered").due_on


class TestForesee:
    def test_says_how_many_and_reckons_none(self, county):
        assert cases.foresee(MIDNIGHT) == ("1 case to reckon anew.",)
        assert cases.foresee(LATE_EVENING) == ()
        assert Case.objects.get().reckoned_on == AT.date()
