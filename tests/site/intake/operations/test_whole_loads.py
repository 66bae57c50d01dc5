"""Every row of a dirty file is counted once, and no load is ever half there."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories_cases, factories_loads
from tests.factories_loads import REPORTED, TOLD, load

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case, CaseEvent, CaseReference
from answerable_site.casework.sealing import unseal
from answerable_site.intake import operations, queries
from answerable_site.intake.models import Batch, LoadedCase, LoadedEvent, SetAsideRow
from answerable_site.intake.operations.loading import placing

pytestmark = pytest.mark.django_db
TABLES = (
    *(Case, CaseEvent, CaseReference),
    *(Batch, LoadedCase, LoadedEvent, SetAsideRow, AuditEntry),
)
ROWS = st.fixed_dictionaries(
    {
        "ref": st.sampled_from(["X/001", "X/002", "X/003", "oops", ""]),
        "reported": st.sampled_from(["01/03/2024", "02/03/2024", "99/99/2024", ""]),
        "victim": st.sampled_from(["1", "2", "x"]),
        "decided": st.sampled_from(["", "10/03/2024", "01/02/2024"]),
        "outcome": st.sampled_from(["", "16", "none such"]),
    }
)
FILES = st.lists(st.lists(ROWS, max_size=8), min_size=1, max_size=3)


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


def counted() -> list[int]:
    return [table.objects.count() for table in TABLES]


class TestEveryRow:
    @settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(FILES)
    def test_is_loaded_unchanged_set_aside_or_blank(self, county, crimes, files):
        with transaction.atomic():
            for rows in files:
                batch = load(county, crimes, rows)
                assert batch.counts.read == len(rows)
                assert batch.rows_set_aside == batch.rows.count()
                assert batch.root_digest == queries.digest_of_rows(batch)
                assert batch.events_added == batch.events.count()
                again = load(county, crimes, rows)
                assert (again.rows_loaded, again.events_added) == (0, 0)
                assert again.rows_set_aside == batch.rows_set_aside
            transaction.set_rollback(True)


class TestALoadThatBreaksOff:
    @pytest.mark.parametrize(
        "step",
        ["compare", "find_gone", "place", "write", "_add_urns", "_add_events", "withdraw", "clear"],
    )
    def test_leaves_nothing_and_completes_the_next_time(self, county, crimes, monkeypatch, step):
        first = load(county, crimes, [REPORTED])
        before = counted()

        def broken(*_arguments):
            raise OSError("The disk is full.")

        with monkeypatch.context() as patched:
            patched.setattr(placing._Placing, step, broken)
            with pytest.raises(OSError, match="full"):
                load(county, crimes, [TOLD, {**REPORTED, "ref": "X/002"}], supersedes=first)
        assert counted() == before
        batch = load(county, crimes, [TOLD, {**REPORTED, "ref": "X/002"}], supersedes=first)
        assert (batch.rows_loaded, batch.cases_added, batch.events_added) == (2, 1, 3)


class TestAFileThatWasPreparedBefore:
    def test_adds_a_case_that_was_taken_back_meanwhile_anew(self, county, crimes):
        first = load(county, crimes, [REPORTED])
        with factories_loads.checked([TOLD], crimes.profile) as outcome:
            prepared = operations.Prepared.of(crimes, outcome, tell=lambda _: None)
            factories_loads.undo(county, first)
            batch = factories_loads.load_prepared(county, prepared)
        assert (batch.cases_added, batch.events_added) == (1, 3)
        reference = CaseReference.objects.get(case__in=batch.cases.values("case"))
        assert unseal(reference.sealed) == "X/001"

    def test_finds_a_case_that_another_load_made_meanwhile(self, county, crimes):
        with factories_loads.checked([TOLD], crimes.profile) as outcome:
            prepared = operations.Prepared.of(crimes, outcome, tell=lambda _: None)
            load(county, crimes, [REPORTED])
            batch = factories_loads.load_prepared(county, prepared)
        assert (batch.cases_added, batch.events_added) == (0, 2)
