from __future__ import annotations

import pytest
from tests.library.synthetic.cases.inventing import KNOWN_UNTIL, invention, part

from answerable.cuts.manifest import NAME
from answerable.cuts.tables import GIVEN
from answerable.cuts.verify import verify_cut
from answerable.cuts.write import write_cut
from answerable.synthetic.cases.batches import batches, rows
from answerable.synthetic.cases.files import case_files


def cut_of(folder, given):
    return write_cut(folder, given, as_of=KNOWN_UNTIL, is_synthetic=True)


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

    def test_hold_as_many_events_as_the_case_files(self):
        counted = sum(
            len(batch["case_number"])
            for name, batch in batches(part(200))
            if name.startswith("event_") and "happened_on" in batch
        )
        files = case_files(part(200), first=1, last=200)
        assert counted == sum(len(file.recorded) for file in files)
