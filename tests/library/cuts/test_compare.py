"""What changed from one cut to a later one: exactly what was planted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest

from answerable.cuts import compare
from answerable.cuts.compare import CutsNotCompared, compare_cuts
from answerable.cuts.opening import CutNotWhole
from answerable.cuts.rows import rows_of
from answerable.cuts.write import write_cut
from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable.records.kinds.report import CrimeRecorded

FEBRUARY, MARCH = date(2026, 2, 28), date(2026, 3, 31)
DAY = date(2026, 2, 2)


def recorded(number, event, replaces=None):
    """An event that was recorded on its day."""
    at = datetime(event.on.year, event.on.month, event.on.day, 12, tzinfo=UTC)
    return Recorded(number=number, event=event, recorded_at=at, side=Side.POLICE, replaces=replaces)


def case(number, *events):
    """A case of these events, with numbers from 1."""
    numbered = (
        one if isinstance(one, Recorded) else recorded(place, one)
        for place, one in enumerate(events, 1)
    )
    return CaseFile(number, DAY, tuple(numbered))


def victim(on=DAY, age=None):
    return VictimIdentified(on=on, victim=1, age=age)


@pytest.fixture
def compared(tmp_path):
    """What changed between two caseloads, as of February and as of March."""

    def compare_them(before, after, as_of=(FEBRUARY, MARCH)):
        for name, files, day in (("before", before, as_of[0]), ("after", after, as_of[1])):
            rows = rows_of([(file, {"force": 1}) for file in files], day)
            write_cut(tmp_path / name, rows, as_of=day)
        return compare_cuts(tmp_path / "before", tmp_path / "after")

    return compare_them


def changes(found):
    """What changed in tables that were handed in, by table: added, late, gone, changed, cases."""
    return {
        one.table: (one.added, one.late, one.gone, one.changed, one.cases)
        for one in found.tables
        if (not one.is_same and one.table in {"cases", "groupings", "corrections"})
        or (not one.is_same and one.table.startswith("event_"))
    }


class TestTwoCuts:
    def test_of_the_same_cases_as_of_the_same_day_are_the_same(self, compared):
        found = compared([case(1, victim())], [case(1, victim())], (MARCH, MARCH))
        assert found.is_same
        assert (found.cases_added, found.cases_gone, found.cases_changed) == (0, 0, 0)

    def test_show_a_case_that_was_added(self, compared):
        found = compared([case(1)], [case(1), case(2)])
        assert changes(found) == {"cases": (1, 0, 0, 0, 1), "groupings": (1, 0, 0, 0, 1)}
        assert (found.cases_added, found.cases_changed) == (1, 0)

    def test_show_a_case_that_is_gone(self, compared):
        found = compared([case(1), case(2)], [case(2)])
        assert (found.cases_added, found.cases_gone, found.cases_changed) == (0, 1, 0)

    def test_tell_what_happened_since_from_what_was_recorded_late(self, compared):
        since = CrimeRecorded(on=FEBRUARY + timedelta(days=1))
        late = SuspectIdentified(on=FEBRUARY, suspect=1)
        found = compared([case(1, victim())], [case(1, victim(), since, late)])
        assert changes(found) == {
            "event_crime_recorded": (1, 0, 0, 0, 1),
            "event_suspect_identified": (1, 1, 0, 0, 1),
        }
        assert (found.cases_changed, found.late_corrections) == (1, 0)

    def test_show_what_was_put_right_since_as_a_late_correction(self, compared):
        right = recorded(2, victim(age=30), replaces=1)
        found = compared([case(1, victim(age=31))], [case(1, victim(age=31), right)])
        assert changes(found) == {
            "corrections": (1, 0, 0, 0, 1),
            "event_victim_identified": (1, 1, 1, 0, 1),
        }
        assert found.late_corrections == 1

    def test_do_not_count_a_correction_of_what_happened_since_as_late(self, compared):
        new = CrimeRecorded(on=FEBRUARY + timedelta(days=3))
        error = recorded(2, RecordedInError(on=MARCH, reason="Of another case."), replaces=1)
        found = compared([case(1)], [case(1, new, error)])
        assert changes(found) == {"corrections": (1, 0, 0, 0, 1)}
        assert found.late_corrections == 0

    def test_show_what_changed_under_its_number(self, compared):
        found = compared([case(1, victim(age=31))], [case(1, victim(age=32))])
        assert changes(found) == {"event_victim_identified": (0, 0, 0, 1, 1)}


def test_a_cut_that_is_not_whole_is_not_compared(tmp_path):
    with pytest.raises(CutNotWhole, match="There is no folder"):
        compare_cuts(tmp_path / "none", tmp_path / "neither")


def test_a_cut_that_is_not_the_one_that_was_noted_is_not_compared(tmp_path):
    for name in ("before", "after"):
        write_cut(tmp_path / name, rows_of([], MARCH), as_of=MARCH)
    with pytest.raises(CutNotWhole, match="before: It is another cut"):
        compare_cuts(tmp_path / "before", tmp_path / "after", digest="4f1c")


def test_cuts_for_which_there_is_too_little_memory_are_not_compared(compared, monkeypatch):
    def fail(*_):
        raise duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate\nMore of it.")

    monkeypatch.setattr(compare, "_make_views", fail)
    with pytest.raises(CutsNotCompared, match=r"failed to allocate\. Both are as they were"):
        compared([case(1)], [case(1)])
