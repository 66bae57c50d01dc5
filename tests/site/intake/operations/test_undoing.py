"""A load is taken back whole, while nothing depends on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, DECIDED, REPORTED, TOLD, load, undo

from answerable.casereviews.strata import Stratum
from answerable.records.kinds.decision import Decision, Maker, What
from answerable_site.audit.models import AuditEntry
from answerable_site.casereviews import operations as case_reviews
from answerable_site.casework import operations as casework
from answerable_site.casework import queries as cases
from answerable_site.casework.models import Case, CaseEvent, CaseReference, CaseShare
from answerable_site.casework.rules import ReferenceKind
from answerable_site.intake.models import LoadedEvent
from answerable_site.intake.operations import CannotBeUndone
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


def made(county) -> Case:
    """The case that a load made; the county has one by hand."""
    return Case.objects.exclude(pk=county.case.pk).get()


class TestALoad:
    def test_goes_with_all_that_it_brought(self, county, crimes):
        undo(county, load(county, crimes, [TOLD, {**REPORTED, "ref": "oops"}]))
        assert list(Case.objects.all()) == [county.case]
        assert CaseEvent.objects.count() == 0
        assert CaseReference.objects.count() == 1

    def test_stays_with_counts_digest_and_why_it_was_undone(self, county, crimes):
        batch = undo(county, load(county, crimes, [TOLD]))
        batch.refresh_from_db()
        assert (batch.rows_loaded, batch.events_added) == (1, 3)
        assert len(batch.root_digest) == 64
        assert batch.undone_why == factories_loads.WHY

    def test_can_be_loaded_again(self, county, crimes):
        undo(county, load(county, crimes, [TOLD]))
        assert load(county, crimes, [TOLD]).events_added == 3

    def test_gives_back_what_it_had_put_right(self, county, crimes):
        load(county, crimes, [DECIDED])
        undo(county, load(county, crimes, [{**DECIDED, "decided": "09/03/2024"}]))
        ((_, decision),) = cases.case_file(made(county)).of(Decision)
        assert decision.on == date(2024, 3, 10)
        again = load(county, crimes, [DECIDED])
        assert (again.rows_unchanged, again.events_added) == (1, 0)

    def test_gives_back_what_it_had_withdrawn(self, county, crimes):
        first = load(county, crimes, [TOLD])
        undo(county, load(county, crimes, [DECIDED], supersedes=first))
        assert load(county, crimes, [TOLD]).events_added == 0

    def test_takes_further_references_and_shares_with_it(self, county, crimes):
        load(county, crimes, [REPORTED])
        theirs = factories_loads.source(
            county, factories_loads.later_source(), organisation=county.area, urn_column="urn"
        )
        row = {"ref": "X/001", "decided": "10/03/2024", "urn": "01ZD0303224"}
        batch = load(county, theirs, [row], role=Role.CPS_MANAGER)
        undo(county, batch, role=Role.CPS_MANAGER)
        assert not CaseReference.objects.filter(kind=ReferenceKind.URN).exists()
        assert not CaseShare.objects.running().exists()
        assert CaseEvent.objects.filter(case=made(county)).count() == 1

    def test_leaves_an_entry_of_the_erasure(self, county, crimes):
        batch = undo(county, load(county, crimes, [TOLD]))
        entry = AuditEntry.objects.get(act="intake.undo_batch")
        assert entry.kind == "erasure"
        assert entry.details == {"cases": 1, "events": 3, "root": batch.root_digest}


class TestALoadOnWhichSomethingDepends:
    def test_stays_where_somebody_opened_a_case_of_it(self, county, crimes):
        batch = load(county, crimes, [TOLD])
        factories_loads.opened(county, made(county))
        with pytest.raises(CannotBeUndone, match="opened"):
            undo(county, batch)

    def test_stays_where_a_case_of_it_stands_in_a_frozen_frame(self, county, crimes):
        batch = load(county, crimes, [REPORTED])
        about = {"by": county.viewer(Role.SUPERVISOR), "at": AT}
        planned = case_reviews.plan_programme(
            **about,
            force=county.force,
            new=case_reviews.NewProgramme(
                title="A review",
                purpose="To see.",
                sets=(),
                own=("Is it?",),
                reported_from=date(2024, 1, 1),
                reported_to=AT.date(),
                strata=tuple(Stratum),
                precision=10,
            ),
        )
        case_reviews.freeze_frame(**about, today=AT.date(), programme=planned)
        with pytest.raises(CannotBeUndone, match="the frame of a review of case files"):
            undo(county, batch)

    def test_stays_where_somebody_recorded_in_a_case_that_it_is_about(self, county, crimes):
        load(county, crimes, [REPORTED])
        factories_loads.opened(county, made(county))
        batch = load(county, crimes, [DECIDED])
        casework.record_event(
            by=county.viewer(Role.SUPERVISOR),
            at=AT + timedelta(minutes=1),
            case=made(county),
            event=Decision(on=date(2024, 3, 12), maker=Maker.POLICE, made=What.NO_FURTHER_ACTION),
            why_in_breach="It could not be done sooner.",
        )
        with pytest.raises(CannotBeUndone, match="recorded or loaded later"):
            undo(county, batch)

    def test_stays_where_a_later_load_built_on_it(self, county, crimes):
        first = load(county, crimes, [REPORTED])
        load(county, crimes, [DECIDED])
        with pytest.raises(CannotBeUndone, match="recorded or loaded later"):
            undo(county, first)

    def test_goes_once_the_later_load_is_gone(self, county, crimes):
        first = load(county, crimes, [REPORTED])
        undo(county, load(county, crimes, [DECIDED]))
        assert undo(county, first).undone_at

    def test_is_not_undone_twice(self, county, crimes):
        batch = undo(county, load(county, crimes, [TOLD]))
        with pytest.raises(CannotBeUndone, match="already"):
            undo(county, batch)


class TestWhoeverUndoes:
    def test_says_why(self, county, crimes):
        batch = load(county, crimes, [TOLD])
        with pytest.raises(CannotBeUndone, match="Say in a sentence why"):
            undo(county, batch, why="Wrong")

    def test_loads_extracts_of_the_organisation(self, county, crimes):
        batch = load(county, crimes, [TOLD])
        with pytest.raises(Refused):
            undo(county, batch, role=Role.CPS_MANAGER)


class TestTheDatabase:
    def test_lets_no_event_go_whose_load_stands(self, county, crimes):
        load(county, crimes, [TOLD])
        with pytest.raises(DatabaseError, match="never"), transaction.atomic():
            CaseEvent.objects.all()._raw_delete("default")

    def test_lets_no_event_go_that_was_recorded_by_hand(self, county, crimes):
        undo(county, load(county, crimes, [TOLD]))
        factories_cases.victim(county)
        with pytest.raises(DatabaseError, match="never"), transaction.atomic():
            CaseEvent.objects.all()._raw_delete("default")

    def test_lets_no_event_be_changed_even_of_a_load_that_is_undone(self, county, crimes):
        batch = load(county, crimes, [TOLD])
        type(batch).objects.update(undone_at=AT, undone_by=county.people[Role.SUPERVISOR])
        with pytest.raises(DatabaseError, match="never"), transaction.atomic():
            CaseEvent.objects.update(victim=7)
        assert LoadedEvent.objects.count() == 3
