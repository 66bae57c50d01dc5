"""Whether a cut is whole and unchanged: whatever somebody does to its files is found."""

from __future__ import annotations

import shutil
from random import Random

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.library.cuts import written
from tests.library.cuts.caseloads import caseload

from answerable.cuts import manifest
from answerable.cuts.built import TABLES
from answerable.cuts.tables import SCHEMA
from answerable.cuts.verify import verify_cut

FEW = settings(max_examples=25, deadline=None, phases=[Phase.generate])


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A cut as it was written."""
    folder = tmp_path_factory.mktemp("whole") / "cut"
    written.write(folder, caseload(8))
    return folder


@pytest.fixture
def cut(whole, tmp_path):
    """A copy of it to tamper with."""
    folder = tmp_path / "cut"
    shutil.copytree(whole, folder)
    written.make_writable(folder)
    return folder


class TestAWholeCut:
    def test_has_nothing_wrong(self, whole):
        assert verify_cut(whole) == ()

    def test_is_that_which_was_noted(self, whole):
        assert verify_cut(whole, manifest.read(whole).digest) == ()


class TestATamperedCut:
    @FEW
    @given(seed=st.integers(0, 2**32))
    def test_with_any_bit_flipped_in_any_file_is_found(self, whole, tmp_path_factory, seed):
        lots = Random(seed)
        folder = tmp_path_factory.mktemp("flipped") / "cut"
        shutil.copytree(whole, folder)
        written.make_writable(folder)
        file = lots.choice(sorted(folder.iterdir()))
        content = bytearray(file.read_bytes())
        content[lots.randrange(len(content))] ^= 1 << lots.randrange(8)
        file.write_bytes(content)
        assert verify_cut(folder) != ()

    def test_with_a_tail_cut_off_is_found(self, cut):
        file = cut / "event_item_set.parquet"
        file.write_bytes(file.read_bytes()[:-1])
        assert verify_cut(cut)[0].startswith("event_item_set.parquet has ")

    def test_with_a_tail_added_is_found(self, cut):
        file = cut / "spine.parquet"
        file.write_bytes(file.read_bytes() + b" ")
        assert len(verify_cut(cut)) == 1

    @pytest.mark.parametrize("table", ["cases", "event_told", "codes"])
    def test_without_a_file_is_found(self, cut, table):
        (cut / f"{table}.parquet").unlink()
        assert verify_cut(cut) == (f"{table}.parquet is missing.",)

    def test_with_a_further_file_is_found(self, cut):
        (cut / "notes.txt").write_text("of somebody", encoding="utf-8")
        assert verify_cut(cut) == ("notes.txt does not belong to the cut. Take it out.",)

    def test_with_the_file_of_another_table_is_found(self, cut):
        shutil.copy(cut / "event_told.parquet", cut / "event_charged.parquet")
        assert verify_cut(cut) != ()

    def test_with_a_file_that_leads_elsewhere_is_found(self, cut, tmp_path):
        shutil.move(cut / "spine.parquet", tmp_path / "spine.parquet")
        (cut / "spine.parquet").symlink_to(tmp_path / "spine.parquet")
        assert verify_cut(cut) == ("spine.parquet is no file of its own.",)

    def test_without_a_manifest_is_found(self, cut):
        (cut / "manifest.json").unlink()
        assert "There is no manifest.json" in verify_cut(cut)[0]

    @pytest.mark.parametrize("field", sorted(manifest.Manifest.__struct_fields__))
    def test_with_any_field_of_the_manifest_edited_is_found(self, cut, field):
        facts = msgspec.json.decode((cut / "manifest.json").read_bytes())
        facts[field] = _another(facts[field])
        (cut / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(facts)))
        assert verify_cut(cut) != ()

    def test_with_a_manifest_made_to_fit_is_told_from_that_which_was_noted(self, cut):
        noted = manifest.read(cut).digest
        file = cut / "event_told.parquet"
        shutil.copy(cut / "event_reported.parquet", file)
        before = manifest.read(cut)
        told = msgspec.structs.replace(before.tables["event_reported"], file="event_told.parquet")
        made = msgspec.structs.replace(
            before,
            tables=before.tables | {"event_told": told},
            events=before.events + told.rows - before.tables["event_told"].rows,
        ).sealed()
        (cut / "manifest.json").write_bytes(manifest.as_bytes(made))
        assert verify_cut(cut) == ()
        assert noted in verify_cut(cut, noted)[0]

    def test_whose_manifest_counts_otherwise_is_found_though_sealed_again(self, cut):
        before = manifest.read(cut)
        made = msgspec.structs.replace(before, events=before.events + 1).sealed()
        (cut / "manifest.json").write_bytes(manifest.as_bytes(made))
        assert "its tables have" in verify_cut(cut)[0]

    @pytest.mark.parametrize("schema", [1, 2, SCHEMA + 1])
    def test_of_another_version_says_with_what_it_opens(self, cut, schema):
        made = msgspec.structs.replace(manifest.read(cut), schema=schema).sealed()
        (cut / "manifest.json").write_bytes(manifest.as_bytes(made))
        (problem,) = verify_cut(cut)
        assert problem.startswith(f"It has tables of version {schema}, and this program reads")
        assert "the release that it was written by" in problem


def test_what_is_no_folder_is_said(tmp_path):
    assert verify_cut(tmp_path / "none") == (
        f"There is no folder {tmp_path / 'none'}. Check the name.",
    )


def test_every_table_has_its_file(whole):
    assert {file.stem for file in whole.glob("*.parquet")} == set(TABLES)


def _another(value):
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return "2001-01-01"
        case dict():
            return {}
        case list():
            return [{"source": "x", "sha256": "y", "rows": 1, "profile": ""}]
    return "2001-01-01"
