"""A file goes into cases whole; what is held already stays, and what changed takes its place."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, DECIDED, REPORTED, TOLD, load
from tests.library.mappings import making

from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.telling import Told
from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.casework import queries as cases
from answerable_site.casework.models import Case, CaseEvent, CaseReference, CaseShare
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import keyed_hash, unseal
from answerable_site.intake import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


def case_named(county, reference: str) -> Case:
    """The case of the force with a crime reference, spelt plainly."""
    hashed = keyed_hash(ReferenceKind.CRIME, county.force.pk, reference)
    return Case.objects.get(references__keyed_hash=hashed)


class TestANewCase:
    def test_has_its_day_and_waits_for_the_daily_reckoning(self, county, crimes):
        load(county, crimes, [REPORTED])
        case = case_named(county, "X001")
        assert case.force == county.force
        assert case.reported_on == date(2024, 3, 1)
        assert case.reckoned_on is None
        assert case.added_by == county.people[Role.SUPERVISOR]

    def test_keeps_its_reference_under_lock_alone(self, county, crimes):
        load(county, crimes, [REPORTED])
        (reference,) = case_named(county, "X001").references.all()
        assert unseal(reference.sealed) == "X/001"
        assert "X/001" not in reference.sealed

    def test_has_the_events_that_its_rows_tell(self, county, crimes):
        load(county, crimes, [TOLD])
        file = cases.case_file(case_named(county, "X001"))
        assert [type(one.event) for one in file.recorded] == [VictimIdentified, Decision, Told]

    def test_has_events_that_name_one_another_by_their_numbers_in_it(self, county, crimes):
        load(county, crimes, [REPORTED])
        load(county, crimes, [TOLD])
        file = cases.case_file(case_named(county, "X001"))
        ((_, told),) = file.of(Told)
        assert file.named(told.decision, Decision)

    def test_can_be_reckoned(self, county, crimes):
        load(county, crimes, [TOLD])
        wanted = Case.objects.filter(pk=case_named(county, "X001").pk)
        casework.reckon_cases(by=county.viewer(Role.SUPERVISOR), at=AT, cases=wanted)
        assert case_named(county, "X001").reckoned_on == AT.date()


class TestTheSameFileAgain:
    def test_changes_nothing_and_counts_its_rows_as_unchanged(self, county, crimes):
        rows = [TOLD, {**REPORTED, "ref": "X/002"}]
        load(county, crimes, rows)
        before = list(CaseEvent.objects.values_list("pk"))
        again = load(county, crimes, rows)
        assert (again.rows_loaded, again.rows_unchanged) == (0, 2)
        assert (again.cases_added, again.events_added) == (0, 0)
        assert list(CaseEvent.objects.values_list("pk")) == before

    def test_with_a_new_row_loads_that_alone(self, county, crimes):
        load(county, crimes, [TOLD])
        again = load(county, crimes, [TOLD, {**REPORTED, "ref": "X/002"}])
        assert (again.rows_loaded, again.rows_unchanged, again.events_added) == (1, 1, 1)


class TestWhatChanged:
    def test_takes_the_place_of_what_was_told_before(self, county, crimes):
        load(county, crimes, [DECIDED])
        batch = load(county, crimes, [{**DECIDED, "decided": "09/03/2024"}])
        assert (batch.events_added, batch.events_changed) == (1, 1)
        file = cases.case_file(case_named(county, "X001"))
        ((_, decision),) = file.of(Decision)
        assert decision.on == date(2024, 3, 9)
        assert len(file.recorded) == 3

    def test_back_and_forth_keeps_every_step(self, county, crimes):
        for day in ("10", "09", "10"):
            load(county, crimes, [{**DECIDED, "decided": f"{day}/03/2024"}])
        file = cases.case_file(case_named(county, "X001"))
        assert [one.replaces for one in file.recorded] == [None, None, 2, 3]

    def test_makes_the_case_wait_for_its_reckoning(self, county, crimes):
        load(county, crimes, [DECIDED])
        Case.objects.update(reckoned_on=AT.date())
        load(county, crimes, [{**DECIDED, "decided": "09/03/2024"}])
        assert case_named(county, "X001").reckoned_on is None


class TestACorrectedFile:
    def test_lets_what_it_no_longer_tells_leave_nothing(self, county, crimes):
        first = load(county, crimes, [TOLD])
        second = load(county, crimes, [DECIDED], supersedes=first)
        assert second.events_withdrawn == 1
        file = cases.case_file(case_named(county, "X001"))
        assert not list(file.of(Told))
        assert isinstance(file.recorded[-1].event, RecordedInError)

    def test_reaches_what_the_file_before_the_one_before_told(self, county, crimes):
        first = load(county, crimes, [TOLD])
        second = load(county, crimes, [TOLD, {**REPORTED, "ref": "X/002"}], supersedes=first)
        assert load(county, crimes, [DECIDED], supersedes=second).events_withdrawn == 1

    def test_can_tell_it_again_later(self, county, crimes):
        first = load(county, crimes, [TOLD])
        load(county, crimes, [DECIDED], supersedes=first)
        assert load(county, crimes, [TOLD]).events_added == 1
        assert len(list(cases.case_file(case_named(county, "X001")).of(Told))) == 1

    def test_leaves_cases_alone_that_it_does_not_have(self, county, crimes):
        first = load(county, crimes, [TOLD])
        load(county, crimes, [{**REPORTED, "ref": "X/002"}], supersedes=first)
        assert len(list(cases.case_file(case_named(county, "X001")).of(Told))) == 1

    def test_is_of_the_same_source(self, county, crimes):
        first = load(county, crimes, [TOLD])
        other = factories_loads.source(county, factories_loads.profile(name="another"))
        with pytest.raises(operations.CannotSupersede):
            load(county, other, [TOLD], supersedes=first)


class TestARowThatMeetsTheRecord:
    def test_waits_where_nobody_knows_its_case(self, county):
        later = factories_loads.source(county, factories_loads.later_source())
        batch = load(county, later, [{"ref": "X/001", "decided": "10/03/2024"}])
        (row,) = batch.rows.all()
        assert row.codes == ["case_not_known"]
        assert batch.rows_set_aside == 1

    def test_goes_into_the_case_that_another_source_made(self, county, crimes):
        load(county, crimes, [REPORTED])
        later = factories_loads.source(county, factories_loads.later_source())
        batch = load(county, later, [{"ref": "X/001", "decided": "10/03/2024"}])
        assert (batch.cases_added, batch.events_added) == (0, 1)
        assert CaseEvent.objects.filter(case=case_named(county, "X001")).count() == 2

    def test_is_set_aside_where_the_day_of_the_report_differs(self, county, crimes):
        load(county, crimes, [REPORTED])
        batch = load(county, crimes, [{**REPORTED, "reported": "02/03/2024"}])
        (row,) = batch.rows.all()
        assert row.codes == ["report_day_differs"]

    def test_is_set_aside_where_somebody_put_right_what_it_told(self, county, crimes):
        load(county, crimes, [DECIDED])
        case = case_named(county, "X001")
        factories_loads.opened(county, case)
        casework.record_event(
            by=county.viewer(Role.SUPERVISOR),
            at=AT,
            case=case,
            event=Decision(on=date(2024, 3, 8), maker=Maker.POLICE, made=What.NO_FURTHER_ACTION),
            why_in_breach="The log was wrong.",
            replaces=2,
        )
        batch = load(county, crimes, [{**DECIDED, "decided": "07/03/2024"}])
        (row,) = batch.rows.all()
        assert row.codes == ["put_right_by_hand"]

    def test_is_set_aside_where_the_record_makes_it_impossible(self, county, crimes):
        load(county, crimes, [REPORTED])
        later = factories_loads.source(county, factories_loads.later_source())
        batch = load(county, later, [{"ref": "X/001", "decided": "28/02/2024"}])
        (row,) = batch.rows.all()
        assert row.codes == ["cannot_be_there"]
        assert CaseEvent.objects.filter(case=case_named(county, "X001")).count() == 1


class TestAnotherOrganisation:
    def test_works_on_the_cases_of_which_it_tells(self, county, crimes):
        load(county, crimes, [REPORTED])
        theirs = factories_loads.source(
            county, factories_loads.later_source(), organisation=county.area
        )
        load(county, theirs, [{"ref": "X/001", "decided": "10/03/2024"}], role=Role.CPS_MANAGER)
        share = CaseShare.objects.get(case=case_named(county, "X001"))
        assert share.organisation == county.area
        event = CaseEvent.objects.get(case=share.case, kind="decision")
        assert (event.side, event.organisation) == ("cps", county.area)

    def test_brings_a_further_reference(self, county, crimes):
        load(county, crimes, [REPORTED])
        theirs = factories_loads.source(
            county, factories_loads.later_source(), organisation=county.area, urn_column="urn"
        )
        row = {"ref": "X/001", "decided": "10/03/2024", "urn": "01ZD0303224"}
        for _ in range(2):
            load(county, theirs, [row], role=Role.CPS_MANAGER)
        urn = CaseReference.objects.get(kind=ReferenceKind.URN)
        assert urn.case == case_named(county, "X001")
        assert unseal(urn.sealed) == "01ZD0303224"


class TestRowsThatAreSetAside:
    def test_are_kept_under_lock_with_their_reasons(self, county, crimes):
        batch = load(county, crimes, [{**REPORTED, "ref": "oops"}])
        (row,) = batch.rows.all()
        assert row.codes == ["reference_shape"]
        assert "oops" not in row.sealed
        assert "oops" in unseal(row.sealed)

    def test_are_kept_without_cells_that_nobody_can_place(self, county, crimes):
        file = making.text([REPORTED], crimes.profile) + b"X/002,A Name\n"
        (row,) = load(county, crimes, file).rows.all()
        assert row.codes == ["too_few_cells"]
        assert "Name" not in unseal(row.sealed)

    def test_of_a_case_whose_reference_is_spelt_in_two_ways_are_both(self, county):
        loose = factories_loads.profile(columns__ref__pattern="")
        version = factories_loads.source(county, loose)
        batch = load(county, version, [REPORTED, {**REPORTED, "ref": "X-001"}])
        assert {tuple(row.codes) for row in batch.rows.all()} == {("two_spellings",)}
        assert batch.cases_added == 0


class TestTheEntry:
    def test_names_counts_and_the_digest_that_the_rows_reproduce(self, county, crimes):
        batch = load(county, crimes, [TOLD, {**REPORTED, "ref": "oops"}])
        entry = AuditEntry.objects.get(act="intake.load_batch")
        details = entry.details
        assert details["root"] == queries.digest_of_rows(batch)
        assert (details["read"], details["loaded"], details["set_aside"]) == (2, 1, 1)
        assert details["events"] == 3

    def test_holds_no_cell_of_the_file(self, county, crimes):
        load(county, crimes, [TOLD])
        assert "X/001" not in AuditEntry.objects.get(act="intake.load_batch").content


class TestWhoMayLoad:
    def test_is_the_supervisor_of_the_force(self, county, crimes):
        with pytest.raises(Refused):
            load(county, crimes, [REPORTED], role=Role.INVESTIGATOR)

    def test_is_of_the_organisation_of_the_source(self, county, crimes):
        with pytest.raises(Refused):
            load(county, crimes, [REPORTED], role=Role.CPS_MANAGER)
