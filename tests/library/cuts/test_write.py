"""Writing a cut: what goes in comes out, always as the same bytes, and whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import chain
from random import Random

import numpy
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.library.cuts import written
from tests.library.cuts.caseloads import AS_OF, caseload, organisations
from tests.reference import slow_spine

from answerable.cuts import write as writing
from answerable.cuts.batches import batch_of
from answerable.cuts.built import FROM_EVENTS
from answerable.cuts.manifest import Receipt
from answerable.cuts.organisations import organisation_rows
from answerable.cuts.rows import rows_of
from answerable.cuts.staging import RowsRefused
from answerable.cuts.tables import GIVEN
from answerable.cuts.write import CutExists, CutNotWritten, write_cut

SEEDS = st.integers(0, 2**32)
FEW = settings(max_examples=3, deadline=None, phases=[Phase.generate])
REPORTED = ("cases", batch_of(GIVEN["cases"], [(7, 19_000)]))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A new place for each cut."""
    folder = tmp_path_factory.mktemp("cuts")
    return lambda: folder / str(sum(1 for _ in folder.iterdir()))


def told(*cells):
    """One row of the table of what victims were told."""
    row = (7, 2, 19_010, 19_010, "police", 0, *cells)
    return ("event_told", batch_of(GIVEN["event_told"], [row]))


class TestWhatIsWritten:
    @FEW
    @given(seed=SEEDS)
    def test_is_exactly_what_was_handed_in(self, place, seed):
        cases, record = caseload(seed), organisations(seed, forces=3)
        folder = place()
        written.write(folder, cases, record)
        expected = defaultdict(list)
        rows = chain(rows_of(cases, AS_OF), organisation_rows(record, AS_OF))
        for name, row in written.plain(rows):
            expected[name].append(row)
        ordered = {
            name: sorted(expected[name], key=lambda row, table=table: _place(table, row))
            for name, table in GIVEN.items()
        }
        assert written.tables_in(folder, GIVEN) == ordered

    @FEW
    @given(seed=SEEDS)
    def test_has_the_spine_and_the_people_and_items_of_the_slow_reference(self, place, seed):
        cases = caseload(seed)
        folder = place()
        written.write(folder, cases)
        assert written.tables_in(folder, FROM_EVENTS) == {
            "spine": [slow_spine.spine(file, groups, AS_OF) for file, groups in cases],
            "victims": [row for file, _ in cases for row in slow_spine.victims(file, AS_OF)],
            "suspects": [row for file, _ in cases for row in slow_spine.suspects(file, AS_OF)],
            "items": [row for file, _ in cases for row in slow_spine.items(file, AS_OF)],
        }

    def test_is_the_same_however_many_cases_are_built_at_once(self, place, monkeypatch):
        cases = caseload(3)
        whole, parts = place(), place().with_name("parts")
        written.write(whole, cases)
        monkeypatch.setattr(writing, "CASES_AT_ONCE", 5)
        written.write(parts, cases)
        assert written.bytes_of(parts) == written.bytes_of(whole)

    @FEW
    @given(seed=SEEDS)
    def test_is_the_same_bytes_from_the_same_rows_in_any_order(self, place, seed):
        record = organisation_rows(organisations(seed, forces=3), AS_OF)
        rows = list(written.plain(chain(rows_of(caseload(seed), AS_OF), record)))
        first, second = place(), place().with_name(f"shuffled-{seed}")
        write_cut(first, _batches(rows), as_of=AS_OF)
        Random(seed).shuffle(rows)
        write_cut(second, _batches(rows), as_of=AS_OF)
        assert written.bytes_of(second) == written.bytes_of(first)

    def test_says_in_the_manifest_what_it_is(self, place):
        receipt = Receipt(source="extract", sha256="0" * 64, rows=12, profile="niche 3")
        made = written.write(place(), caseload(5), receipts=[receipt], is_synthetic=True)
        assert made.cases == 12
        assert made.events == sum(
            table.rows
            for name, table in made.tables.items()
            if name.startswith("event_") and "happened_on" in GIVEN[name].names
        )
        assert (made.as_of, made.is_synthetic, made.receipts) == (AS_OF, True, (receipt,))


def _place(table, row):
    columns = [table.column(one) for one in table.order]
    return [one.codes.index(row[one.name]) if one.codes else row[one.name] for one in columns]


def _batches(rows):
    for name, row in rows:
        yield name, batch_of(GIVEN[name], [tuple(row.values())])


class TestACut:
    def test_is_never_written_over(self, place):
        folder = place()
        written.write(folder, [])
        before = written.bytes_of(folder)
        with pytest.raises(CutExists, match="never written over"):
            written.write(folder, caseload(1))
        assert written.bytes_of(folder) == before

    def test_leaves_nothing_behind_when_it_fails(self, tmp_path):
        def breaks_off():
            yield REPORTED
            raise OSError("The source went away.")

        with pytest.raises(OSError, match="went away"):
            write_cut(tmp_path / "cut", breaks_off(), as_of=AS_OF)
        assert list(tmp_path.iterdir()) == []

    def test_that_has_too_little_room_says_where_to_make_some(self, tmp_path):
        with pytest.raises(CutNotWritten, match="make some in"):
            written.write(tmp_path / "cut", caseload(1), memory="1MB")
        assert list(tmp_path.iterdir()) == []

    def test_of_no_case_has_every_table(self, place):
        folder = place()
        written.write(folder, [])
        assert written.rows_in(folder, "spine") == []


class TestRows:
    @pytest.mark.parametrize(
        ("rows", "words"),
        [
            ([("cases_of_others", {})], "takes no table"),
            ([("cases", {"case_number": numpy.array([1], "int32")})], "lacks columns"),
            (
                [("cases", {**REPORTED[1], "case_number": numpy.array([1, 2], "int32")})],
                "not of one length",
            ),
            (
                [("cases", {**REPORTED[1], "case_number": numpy.array(["Ann"])})],
                "and not int32",
            ),
            (
                [("cases", {**REPORTED[1], "case_number": numpy.array([2**40])})],
                "32 bits",
            ),
            (
                [("cases", {**REPORTED[1], "reported_on": numpy.ma.masked_all(1, "int32")})],
                "a cell is empty",
            ),
            (
                [
                    REPORTED,
                    (
                        "groupings",
                        {
                            "case_number": numpy.array([7], "int32"),
                            "grouping": numpy.array([2], "uint8"),
                            "organisation": numpy.array([1], "int32"),
                        },
                    ),
                ],
                "not within its list",
            ),
            ([REPORTED, REPORTED], "the same case_number"),
            (
                [told(1, None, "letter", "supervisor", None, True, None, True)],
                "no row in the table",
            ),
            (
                [
                    REPORTED,
                    told(1, None, "letter", "supervisor", None, True, None, True),
                    told(1, None, "letter", "supervisor", None, True, None, True),
                ],
                "two events have the number 2",
            ),
            (
                [REPORTED, told(1, 1, "letter", "supervisor", None, True, None, True)],
                "the decision 1 is not in the table event_decision",
            ),
            (
                [
                    REPORTED,
                    (
                        "event_decision_suspects",
                        batch_of(GIVEN["event_decision_suspects"], [(7, 3, 1)]),
                    ),
                ],
                "is not in the table event_decision",
            ),
        ],
    )
    def test_that_are_not_those_of_a_cut_are_refused_with_a_reason(self, tmp_path, rows, words):
        with pytest.raises(RowsRefused, match=words):
            write_cut(tmp_path / "cut", rows, as_of=AS_OF)
        assert list(tmp_path.iterdir()) == []

    def test_of_what_happened_after_the_as_of_date_are_refused(self, tmp_path):
        with pytest.raises(RowsRefused, match="happened after 1980-01-01"):
            write_cut(tmp_path / "cut", [REPORTED], as_of=date(1980, 1, 1))

    def test_with_free_text_in_the_place_of_a_code_are_refused_without_repeating_it(self, tmp_path):
        row = (7, 1, 19_000, 19_000, "police", 0, "see Ann Example", "police", None)
        rows = [
            REPORTED,
            ("event_outcome_recorded", batch_of(GIVEN["event_outcome_recorded"], [row])),
        ]
        with pytest.raises(RowsRefused, match="no codes of outcomes") as refused:
            write_cut(tmp_path / "cut", rows, as_of=AS_OF)
        assert "Ann" not in str(refused.value)

    def test_with_an_answer_that_only_named_roles_may_read_are_refused(self, tmp_path):
        about = ("gender_reassignment", "recorded", "yes", "gender_reassignment_2010")
        row = (7, 1, 19_000, 19_000, "police", 0, 1, *about, "self", "prosecutor", None, 0)
        table = GIVEN["event_characteristic_recorded"]
        with pytest.raises(RowsRefused, match="only named roles"):
            write_cut(
                tmp_path / "cut", [REPORTED, (table.name, batch_of(table, [row]))], as_of=AS_OF
            )
