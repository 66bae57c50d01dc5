from __future__ import annotations

import pytest
from tests.library.synthetic.cases.inventing import KNOWN_UNTIL, invention, part

from answerable.cuts.manifest import NAME
from answerable.cuts.rows import rows_of
from answerable.cuts.tables import GIVEN
from answerable.cuts.verify import verify_cut
from answerable.cuts.write import write_cut
from answerable.synthetic.cases.batches import batches, rows
from answerable.synthetic.cases.files import case_files
from answerable.synthetic.cases.forces import AREAS_FROM

CASES = 400


def cut_of(folder, given):
    return write_cut(folder, given, as_of=KNOWN_UNTIL, is_synthetic=True)


def files_with_organisations():
    made = part(CASES)
    for file in case_files(made, first=1, last=CASES):
        force = int(made.force[file.case - 1])
        with_area = made.life.submitted[file.case - 1] <= made.life.last_day
        area = {"cps_area": AREAS_FROM + force} if with_area else {}
        yield file, {"force": force} | area


class TestBatches:
    def test_have_the_columns_of_their_tables(self):
        assert all(set(batch) == set(GIVEN[name].names) for name, batch in batches(part(200)))

    @pytest.mark.slow
    def test_make_a_cut_that_is_whole_and_says_that_it_is_synthetic(self, tmp_path):
        manifest = cut_of(tmp_path / "cut", rows(invention(500)))
        assert manifest.is_synthetic
        assert list(verify_cut(tmp_path / "cut", manifest.digest)) == []

    @pytest.mark.slow
    def test_make_the_same_bytes_with_the_same_seed(self, tmp_path):
        first = cut_of(tmp_path / "first", rows(invention(300)))
        second = cut_of(tmp_path / "second", rows(invention(300)))
        assert (tmp_path / "first" / NAME).read_bytes() == (tmp_path / "second" / NAME).read_bytes()
        assert first.digest == second.digest

    @pytest.mark.slow
    def test_make_the_cut_that_their_case_files_make(self, tmp_path):
        from_batches = cut_of(tmp_path / "batches", batches(part(CASES)))
        from_files = cut_of(tmp_path / "files", rows_of(files_with_organisations(), KNOWN_UNTIL))
        assert {name: one.sha256 for name, one in from_batches.tables.items()} == {
            name: one.sha256 for name, one in from_files.tables.items()
        }

    def test_hold_what_was_put_right(self):
        given = dict(batches(part(CASES)))["corrections"]
        assert len(given["replaced"]) > 0
        assert (given["event_number"] > given["replaced"]).all()
        assert (given["recorded_on"] >= given["replaced_recorded_on"]).all()

    def test_hold_as_many_events_as_stand_in_the_case_files(self):
        counted = sum(
            len(batch["case_number"])
            for name, batch in batches(part(200))
            if name.startswith("event_") and "happened_on" in batch
        )
        files = case_files(part(200), first=1, last=200)
        assert counted == sum(len(file.standing) for file in files)
