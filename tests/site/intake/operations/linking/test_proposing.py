"""Links are proposed from references alone, and from nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests import factories_cases, factories_links, factories_loads
from tests.factories_cases import AT as ADDED_AT
from tests.factories_links import SLIP, linking
from tests.factories_loads import REPORTED, load

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.casework.models import CaseEvent
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import unseal
from answerable_site.intake import operations, queries
from answerable_site.intake.models import Link, LinkRow
from answerable_site.intake.operations.linking import written
from answerable_site.intake.rules import Likeness
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
URN = "01ZD0303224"


@pytest.fixture
def slip(db) -> factories_links.Linking:
    return linking()


def with_urn(slip: factories_links.Linking, urn: str = URN) -> None:
    """The case bears a URN."""
    factories_loads.opened(slip.county, slip.case)
    casework.add_reference(
        by=slip.supervisor,
        at=ADDED_AT,
        case=slip.case,
        kind=ReferenceKind.URN,
        owner=slip.county.force,
        reference=urn,
    )


class TestARowWithAReferenceThatNoCaseBears:
    def test_is_proposed_to_mean_the_case_whose_reference_is_near(self, slip):
        link = slip.proposed()
        assert (link.case, link.likeness) == (slip.case, Likeness.SWAPPED)
        assert [one.row for one in link.rows.all()] == list(slip.batch.rows.all())

    def test_is_still_in_no_case(self, slip):
        events = CaseEvent.objects.count()
        slip.found()
        assert CaseEvent.objects.count() == events
        assert slip.batch.rows.get().state == "waiting"

    def test_is_proposed_once_however_often_somebody_looks(self, slip):
        assert slip.found().proposed == 1
        assert slip.found().proposed == 0
        assert LinkRow.objects.count() == 1

    def test_may_mean_several_cases(self, db):
        found = linking(held=[REPORTED, {**REPORTED, "ref": "X/011"}]).found()
        assert found.proposed == 2

    def test_means_none_where_too_many_come_as_near(self, db):
        held = [{**REPORTED, "ref": f"X/01{figure}"} for figure in range(2, 6)]
        assert linking(held=held).found() == operations.Proposals(1, 0, 0)

    def test_means_none_that_is_far(self, db):
        assert linking([{**SLIP, "ref": "X/789"}]).found().proposed == 0

    def test_means_no_case_of_another_force(self, db):
        elsewhere = factories_cases.county("Sallowfen", reference="9/26")
        load(elsewhere, factories_loads.source(elsewhere), [{**REPORTED, "ref": "X/789"}])
        assert linking([{**SLIP, "ref": "X/798"}]).found().proposed == 0

    def test_means_no_decoy(self, slip):
        casework.add_decoy(
            by=slip.county.viewer(Role.ACCESS_AUDITOR),
            at=ADDED_AT,
            force=slip.county.force,
            reported_on=ADDED_AT.date(),
            reference="X/100",
        )
        slip.found()
        assert [link.case for link in Link.objects.all()] == [slip.case]


class TestAURN:
    def test_that_a_case_bears_makes_it_proposed_whatever_the_crime_reference(self, db):
        slip = linking([{**SLIP, "ref": "X/789", "urn": URN}])
        with_urn(slip)
        link = slip.proposed()
        assert (link.case, link.likeness) == (slip.case, Likeness.SAME_URN)

    def test_that_is_only_near_makes_nothing_proposed_beside_a_crime_reference(self, db):
        slip = linking([{**SLIP, "ref": "X/789", "urn": "01ZD0303225"}])
        with_urn(slip)
        assert slip.found().proposed == 0

    @pytest.mark.parametrize("written", [URN, "01ZD0303225", "ZD0303224"])
    def test_by_which_a_source_names_its_cases_is_looked_for_among_urns(self, db, written):
        slip = named_by_urn(written)
        assert slip.proposed().case == slip.case


def named_by_urn(written: str) -> factories_links.Linking:
    """A source of prosecutors that knows cases by URN alone."""
    slip = linking([])
    with_urn(slip)
    described = factories_loads.later_source(
        name="by-urn",
        grain={"row": "case", "unique": ["urn"], "case": "urn"},
        columns__urn__blank="never",
        samples=[
            {
                "says": "A decision",
                "as_at": "2026-05-31",
                "rows": [{"urn": URN, "ref": "X/001", "decided": "10/03/2024"}],
                "becomes": ["decision 2024-03-10"],
            }
        ],
    )
    theirs = factories_loads.source(
        slip.county, described, organisation=slip.county.area, urn_column="urn"
    )
    rows = [{"urn": written, "ref": "X/789", "decided": "10/03/2024"}]
    batch = load(slip.county, theirs, rows, role=Role.CPS_MANAGER)
    return factories_links.Linking(slip.county, slip.crimes, theirs, batch)


class TestWhatElseARowHolds:
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.fixed_dictionaries(
            {
                "ref": st.sampled_from(["X/010", "X/002", "X/789"]),
                "decided": st.sampled_from(["", "10/03/2024", "01/03/2024"]),
                "outcome": st.sampled_from(["", "16", "14"]),
            }
        )
    )
    def test_makes_no_difference(self, slip, row):
        bare = {"ref": row["ref"], "decided": "05/04/2024"}
        answers = []
        for each in (bare, row):
            LinkRow.objects.all().delete()
            Link.objects.all().delete()
            batch = slip.told(each)
            assume(batch.rows.get().codes == ["case_not_known"])
            answers.append(slip.found(batch).proposed)
        assert answers[0] == answers[1]

    def test_is_not_asked_of_cases(self, slip, monkeypatch):
        asked = []
        monkeypatch.setattr(
            queries,
            "cases_bearing",
            lambda force, kind, hashes: asked.append((force, kind, hashes)) or {},
        )
        assert slip.found().proposed == 0
        assert {kind for _, kind, _ in asked} == {ReferenceKind.CRIME, ReferenceKind.URN}
        assert all(len(hashed) == 64 for _, _, hashes in asked for hashed in hashes)


class TestRowsThatWaitForSomethingElse:
    def test_are_not_looked_at(self, db):
        slip = linking([{**SLIP, "ref": "oops"}, {**SLIP, "outcome": "none such"}])
        assert slip.found() == operations.Proposals(0, 0, 0)

    def test_whose_case_is_held_by_now_are_counted(self, slip):
        load(slip.county, slip.crimes, [{**REPORTED, "ref": "X/010"}])
        assert slip.found() == operations.Proposals(looked_for=1, held=1, proposed=0)


class TestTooManyReferences:
    def test_are_no_slips(self, slip, monkeypatch):
        monkeypatch.setattr(written, "MOST_REFERENCES", 0)
        with pytest.raises(operations.TooManyReferences, match="are no slips"):
            slip.found()

    def test_are_not_all_decrypted(self, db, monkeypatch):
        slip = linking([{**SLIP, "ref": f"X/{number}"} for number in range(700, 705)])
        opened = []
        monkeypatch.setattr(written, "MOST_REFERENCES", 1)
        monkeypatch.setattr(written, "unseal", lambda sealed: opened.append(1) or unseal(sealed))
        with pytest.raises(operations.TooManyReferences):
            slip.found()
        assert len(opened) == 2


class TestWhatChangedSinceSomebodyLooked:
    def test_is_not_proposed_for_rows_that_wait_no_more(self, slip):
        sought = operations.Sought.of(by=slip.manager, batch=slip.batch)
        operations.give_up_rows(
            by=slip.manager,
            at=factories_loads.AT,
            batch=slip.batch,
            rows=[slip.batch.rows.get().row],
            why=factories_links.WHY,
        )
        assert keep(slip, sought) == operations.Proposals(0, 0, 0)

    def test_is_not_proposed_for_a_case_whose_load_was_undone(self, slip):
        sought = operations.Sought.of(by=slip.manager, batch=slip.batch)
        factories_loads.undo(slip.county, slip.case_batch())
        assert keep(slip, sought) == operations.Proposals(1, 0, 0)

    def test_is_not_proposed_where_a_case_bears_the_reference_by_now(self, slip):
        sought = operations.Sought.of(by=slip.manager, batch=slip.batch)
        load(slip.county, slip.crimes, [{**REPORTED, "ref": "X/010"}])
        assert keep(slip, sought) == operations.Proposals(1, 1, 0)


def keep(slip: factories_links.Linking, sought: operations.Sought) -> operations.Proposals:
    """What was found is proposed."""
    return operations.propose_links(by=slip.manager, at=factories_loads.AT, sought=sought)


class TestAProposal:
    def test_goes_once_no_row_waits_for_it(self, slip):
        slip.found()
        operations.give_up_rows(
            by=slip.manager,
            at=factories_loads.AT,
            batch=slip.batch,
            rows=[slip.batch.rows.get().row],
            why=factories_links.WHY,
        )
        slip.found()
        assert not Link.objects.exists()

    def test_goes_with_the_load_of_its_rows(self, slip):
        slip.found()
        factories_loads.undo(slip.county, slip.batch, role=Role.CPS_MANAGER)
        assert not Link.objects.exists()
        assert not LinkRow.objects.exists()

    def test_waits_no_more_once_its_rows_are_settled(self, slip):
        slip.found()
        operations.give_up_rows(
            by=slip.manager,
            at=factories_loads.AT,
            batch=slip.batch,
            rows=[slip.batch.rows.get().row],
            why=factories_links.WHY,
        )
        assert not queries.links_that_wait(slip.manager).exists()
        assert not LinkRow.objects.exists()

    def test_that_somebody_accepted_stays_when_another_load_of_the_source_goes(self, slip):
        slip.accepted()
        slip.told(SLIP, supersedes=slip.batch)
        other = slip.told({**SLIP, "ref": "X/700"})
        factories_loads.undo(slip.county, other, role=Role.CPS_MANAGER)
        assert Link.objects.get().state == "accepted"

    def test_goes_with_the_load_that_made_its_case(self, slip):
        slip.found()
        factories_loads.undo(slip.county, slip.case_batch())
        assert not Link.objects.exists()

    def test_holds_no_reference_in_clear(self, slip):
        slip.found()
        (row,) = Link.objects.values()
        assert "X/010" not in json.dumps(row, default=str)
        assert "X010" not in json.dumps(row, default=str)

    def test_leaves_an_entry_without_references(self, slip):
        slip.found()
        entry = AuditEntry.objects.get(act="intake.propose_links")
        assert entry.kind == "combination"
        assert entry.details == {"references": 1, "held": 0, "proposed": 1}
        assert "X/010" not in entry.content


class TestWhoeverLooks:
    def test_loads_the_extracts_of_the_organisation(self, slip):
        with pytest.raises(Refused):
            slip.found(by=slip.supervisor)
