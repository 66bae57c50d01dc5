"""What becomes of rows that were set aside."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError, transaction
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, DECIDED, REPORTED, load

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case
from answerable_site.casework.sealing import unseal
from answerable_site.intake import operations
from answerable_site.intake.models import Batch, SetAsideRow
from answerable_site.intake.rules import as_file
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
WHY = "The source holds this case no more."


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


@pytest.fixture
def batch(county, crimes) -> Batch:
    """A load with one row that was set aside, for its outcome is no code."""
    return load(county, crimes, [REPORTED, {**DECIDED, "ref": "X/002", "outcome": "none such"}])


def taken(county, crimes, row: SetAsideRow, **corrected: str) -> Batch:
    """The row is offered again with some cells corrected."""
    cells = json.loads(unseal(row.sealed))["cells"] | corrected
    file = as_file(crimes.profile, [cells])
    return load(county, crimes, file, takes=[row])


class TestARowThatIsCorrected:
    def test_goes_through_the_same_checks_and_is_loaded(self, county, crimes, batch):
        later = taken(county, crimes, batch.rows.get(), outcome="16")
        assert (later.rows_loaded, later.cases_added, later.events_added) == (1, 1, 2)

    def test_holds_nothing_any_more(self, county, crimes, batch):
        later = taken(county, crimes, batch.rows.get(), outcome="16")
        row = batch.rows.get()
        assert (row.state, row.sealed, row.taken_in) == ("taken", "", later)

    def test_that_is_still_wrong_changes_nothing(self, county, crimes, batch):
        with pytest.raises(operations.StillDoubtful, match="still be set aside"):
            taken(county, crimes, batch.rows.get(), outcome="99")
        assert batch.rows.get().state == "waiting"
        assert Case.objects.count() == 2

    def test_is_taken_once(self, county, crimes, batch):
        row = batch.rows.get()
        taken(county, crimes, row, outcome="16")
        with pytest.raises(operations.StillDoubtful, match="wait no more"):
            taken(county, crimes, row, outcome="16")

    def test_keeps_its_first_load_from_being_undone(self, county, crimes, batch):
        taken(county, crimes, batch.rows.get(), outcome="16")
        with pytest.raises(operations.CannotBeUndone, match="taken since"):
            factories_loads.undo(county, batch)


class TestARowThatIsSentAgain:
    ROWS = (REPORTED, {**DECIDED, "ref": "X/002", "outcome": "none such"})

    def test_in_the_same_file_waits_in_the_later_load_alone(self, county, crimes, batch):
        later = load(county, crimes, self.ROWS)
        row = batch.rows.get()
        assert (row.state, row.sealed) == ("sent_again", "")
        assert later.rows.get().state == "waiting"

    def test_in_a_file_that_corrects_its_load_waits_no_more(self, county, crimes, batch):
        load(county, crimes, [REPORTED], supersedes=batch)
        assert batch.rows.get().state == "sent_again"

    def test_in_another_file_waits_on(self, county, crimes, batch):
        load(county, crimes, [REPORTED, self.ROWS[1], {**REPORTED, "ref": "X/003"}])
        assert batch.rows.get().state == "waiting"

    def test_is_counted_in_the_entry_of_the_load(self, county, crimes, batch):
        later = load(county, crimes, self.ROWS)
        entry = AuditEntry.objects.get(act="intake.load_batch", subject=f"intake.batch:{later.pk}")
        assert entry.details["sent_again"] == 1


class TestARowThatIsGivenUp:
    def test_is_erased_and_stays_with_why(self, county, batch):
        give_up(county, batch)
        row = batch.rows.get()
        assert (row.state, row.sealed, row.why) == ("given_up", "", WHY)
        assert AuditEntry.objects.get(act="intake.give_up_rows").kind == "erasure"

    def test_needs_a_reason_that_somebody_else_could_judge(self, county, batch):
        with pytest.raises(operations.CannotGiveUp, match="in a sentence"):
            give_up(county, batch, why="no")

    def test_is_given_up_once(self, county, batch):
        give_up(county, batch)
        with pytest.raises(operations.CannotGiveUp, match="waits"):
            give_up(county, batch)

    def test_is_given_up_by_whoever_loads(self, county, batch):
        with pytest.raises(Refused):
            give_up(county, batch, role=Role.INVESTIGATOR)

    def test_cannot_keep_what_it_holds(self, batch):
        with pytest.raises(IntegrityError), transaction.atomic():
            SetAsideRow.objects.update(state="given_up", settled_at=AT, settled_by=batch.loaded_by)


def give_up(county, batch: Batch, *, why: str = WHY, role: Role = Role.SUPERVISOR) -> int:
    rows = list(batch.rows.values_list("row", flat=True))
    return operations.give_up_rows(by=county.viewer(role), at=AT, batch=batch, rows=rows, why=why)
