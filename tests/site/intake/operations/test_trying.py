"""What would come of a file is what comes of it, and nothing of it is loaded."""

from __future__ import annotations

import msgspec
import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, DECIDED, REPORTED, TOLD, load
from tests.library.mappings import making

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case, CaseEvent, CaseReference
from answerable_site.intake import operations, queries
from answerable_site.intake.models import Batch, LoadedEvent, SetAsideRow
from answerable_site.intake.operations import Trial
from answerable_site.intake.rules import Change, Compared, Tried
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
TABLES = (Case, CaseEvent, CaseReference, Batch, LoadedEvent, SetAsideRow)
OTHER = {**REPORTED, "ref": "X/002"}
LATER = {**DECIDED, "decided": "09/03/2024"}
ROW = st.fixed_dictionaries(
    {
        "reported": st.just("01/03/2024"),
        "victim": st.sampled_from(["1", "2"]),
        "age": st.sampled_from(["", "20", "30"]),
        "decided": st.sampled_from(["", "10/03/2024", "11/03/2024"]),
        "outcome": st.sampled_from(["16", "15"]),
        "told": st.sampled_from(["", "12/03/2024"]),
        "method": st.sampled_from(["Phone", "Post"]),
        "explained": st.just("Y"),
    }
)
FILES = st.dictionaries(st.sampled_from(["X/001", "X/002", "X/003"]), ROW).map(
    lambda cases: [{**row, "ref": ref} for ref, row in cases.items()]
)


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


def trial(county, crimes, rows, *, supersedes=None, role=Role.SUPERVISOR) -> Trial:
    with factories_loads.checked(rows, crimes.profile) as outcome:
        return Trial.of(
            by=county.viewer(role),
            at=AT,
            version=crimes,
            outcome=outcome,
            supersedes=supersedes,
            so_far=lambda _: None,
        )


def tried(county, crimes, rows, **more) -> Tried:
    """What came of trying rows, of which nothing is kept."""
    found = trial(county, crimes, rows, **more)
    found.drop()
    return found.tried


def kept(county, crimes, rows, *, supersedes=None) -> str:
    """The name of an extract that was sent and tried."""
    by = county.viewer(Role.SUPERVISOR)
    file = ContentFile(making.text(rows, crimes.profile))
    sent = operations.keep_extract(
        by=by, at=AT, source=crimes.source, name="crimes.csv", content=file
    )
    operations.keep_trial(
        by=by,
        at=AT,
        source=crimes.source,
        stored_as=sent.stored_as,
        sha256=sent.sha256,
        trial=trial(county, crimes, rows, supersedes=supersedes),
    )
    return sent.stored_as


def by_kind(difference) -> dict[str, Compared]:
    return {one.kind: one for one in difference}


class TestAFileThatCorrectsNone:
    def test_differs_from_nothing(self, county, crimes):
        assert tried(county, crimes, [REPORTED]).difference is None

    def test_is_counted_and_has_its_messages(self, county, crimes):
        found = tried(county, crimes, [REPORTED, {**OTHER, "ref": "oops"}])
        assert (found.read, found.accepted, found.set_aside, found.cases) == (2, 1, 1, 1)
        assert [one.row for one in found.messages] == [3]


class TestAFileThatCorrectsALoad:
    def test_counts_by_kind_what_is_new_changed_gone_and_unchanged(self, county, crimes):
        first = load(county, crimes, [TOLD, OTHER])
        found = by_kind(tried(county, crimes, [LATER, OTHER], supersedes=first).difference)
        assert found["decision"] == Compared(kind="decision", changed=1)
        assert found["told"] == Compared(kind="told", no_longer_told=1)
        assert found["victim_identified"] == Compared(kind="victim_identified", unchanged=2)

    def test_leaves_nothing_in_the_database(self, county, crimes):
        first = load(county, crimes, [TOLD])
        before = [list(table.objects.values_list()) for table in TABLES]
        tried(county, crimes, [LATER, {**REPORTED, "ref": "X/003"}], supersedes=first)
        assert [list(table.objects.values_list()) for table in TABLES] == before

    def test_leaves_out_cases_that_would_be_set_aside_as_a_whole(self, county, crimes):
        first = load(county, crimes, [DECIDED])
        row = {**LATER, "reported": "02/03/2024"}
        assert tried(county, crimes, [row], supersedes=first).difference == ()

    def test_tells_nothing_of_cases_that_it_does_not_have(self, county, crimes):
        first = load(county, crimes, [TOLD, OTHER])
        found = tried(county, crimes, [OTHER], supersedes=first).difference
        assert [one.differing for one in found] == [0]

    def test_is_of_the_same_source(self, county, crimes):
        first = load(county, crimes, [TOLD])
        other = factories_loads.source(county, factories_loads.profile(name="another"))
        with pytest.raises(operations.CannotSupersede):
            tried(county, other, [TOLD], supersedes=first)

    def test_is_for_whoever_loads(self, county, crimes):
        with pytest.raises(Refused):
            tried(county, crimes, [TOLD], role=Role.INVESTIGATOR)


class TestEachEvent:
    def test_has_its_facts_before_and_now(self, county, crimes):
        first = load(county, crimes, [DECIDED])
        (found,) = queries.would_differ(kept(county, crimes, [LATER], supersedes=first))
        assert (found.before["on"], found.after["on"]) == ("2024-03-10", "2024-03-09")
        assert found.case == Case.objects.exclude(pk=county.case.pk).get().pk

    def test_of_a_new_case_has_the_reference_as_the_source_writes_it(self, county, crimes):
        first = load(county, crimes, [REPORTED])
        (found,) = queries.would_differ(kept(county, crimes, [OTHER], supersedes=first))
        assert (found.case, found.reference) == (None, "X/002")

    def test_that_names_another_brings_it(self, county, crimes):
        first = load(county, crimes, [DECIDED])
        (found,) = queries.would_differ(kept(county, crimes, [TOLD], supersedes=first))
        assert [one["kind"] for one in found.named.values()] == ["decision"]

    def test_that_is_gone_has_what_it_was(self, county, crimes):
        first = load(county, crimes, [DECIDED])
        (found,) = queries.would_differ(kept(county, crimes, [REPORTED], supersedes=first))
        assert (found.change, found.after) == (Change.NO_LONGER_TOLD, None)
        assert found.before["kind"] == "decision"

    def test_is_the_same_before_it_is_loaded_and_after(self, county, crimes):
        first = load(county, crimes, [TOLD, {**TOLD, "ref": "X/002"}])
        rows = [LATER, {**TOLD, "ref": "X/002", "age": "30"}, {**REPORTED, "ref": "X/003"}]
        before = list(queries.would_differ(kept(county, crimes, rows, supersedes=first)))
        batch = load(county, crimes, rows, supersedes=first)
        events = queries.differing_events(county.viewer(Role.SUPERVISOR), batch)
        after = queries.differing_of(events)
        assert sorted(map(said, before)) == sorted(map(said, after))


def said(one) -> bytes:
    return msgspec.json.encode((one.change, one.before, one.after))


class TestTheLoadItself:
    def test_keeps_the_same_counts_with_its_receipt(self, county, crimes):
        first = load(county, crimes, [TOLD, OTHER])
        expected = tried(county, crimes, [LATER, OTHER], supersedes=first).difference
        batch = load(county, crimes, [LATER, OTHER], supersedes=first)
        batch.refresh_from_db()
        assert batch.difference == expected

    def test_keeps_none_where_it_corrects_none(self, county, crimes):
        batch = load(county, crimes, [TOLD])
        assert batch.difference is None
        assert "difference" not in batch.receipt

    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(FILES, FILES)
    def test_counts_as_somebody_would_who_compares_the_two_files(self, county, crimes, one, other):
        """Where the first load took every row, what it told is what its file tells."""
        with transaction.atomic():
            first = load(county, crimes, one)
            second = load(county, crimes, other, supersedes=first)
            if not first.rows_set_aside and not second.rows_set_aside:
                counted = {
                    kind.kind: (kind.new, kind.changed, kind.no_longer_told, kind.unchanged)
                    for kind in second.difference
                }
                assert counted == by_two_files(crimes, one, other)
            transaction.set_rollback(True)


def by_two_files(crimes, one, other) -> dict[str, tuple[int, int, int, int]]:
    """The same counts from the two files alone, in plain loops."""
    before, now = events_of(crimes, one), events_of(crimes, other)
    cases = {case for case, _ in now}
    counts: dict[str, list[int]] = {}
    for key, (kind, facts) in now.items():
        place = 0 if key not in before else 3 if before[key][1] == facts else 1
        counts.setdefault(kind, [0, 0, 0, 0])[place] += 1
    for key, (kind, _) in before.items():
        if key not in now and key[0] in cases:
            counts.setdefault(kind, [0, 0, 0, 0])[2] += 1
    return {kind: tuple(found) for kind, found in counts.items()}


def events_of(crimes, rows) -> dict[tuple[str, str], tuple[str, tuple[str, str]]]:
    columns = "case_key, identity, kind, own_facts, coalesce(about_identity, '')"
    with factories_loads.checked(rows, crimes.profile) as outcome:
        found = outcome.events().select(columns).fetchall()
    return {(case, identity): (kind, tuple(facts)) for case, identity, kind, *facts in found}


class TestWhatIsKept:
    def test_is_beside_the_extract_until_it_is_loaded(
        self, county, crimes, django_capture_on_commit_callbacks
    ):
        first = load(county, crimes, [DECIDED])
        stored_as = kept(county, crimes, [LATER], supersedes=first)
        queued = factories_loads.queued(county, crimes, stored_as=stored_as)
        assert queries.tried_extract(stored_as).difference
        with django_capture_on_commit_callbacks(execute=True):
            operations.cancel_queued_load(by=county.viewer(Role.SUPERVISOR), at=AT, queued=queued)
        assert queries.tried_extract(stored_as) is None
        assert list(queries.would_differ(stored_as)) == []

    def test_leaves_one_entry_without_what_stands_in_it(self, county, crimes):
        first = load(county, crimes, [DECIDED])
        kept(county, crimes, [LATER], supersedes=first)
        entry = AuditEntry.objects.get(act="intake.keep_trial")
        assert (entry.details["rows"], entry.details["differing"]) == (1, 1)
        assert "X/001" not in entry.content
