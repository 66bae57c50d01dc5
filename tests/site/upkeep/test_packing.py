from __future__ import annotations

import json
import tarfile
from io import BytesIO

import pytest

from answerable_site.upkeep import sealing
from answerable_site.upkeep.packing import ABOUT, FORMAT, packed, unpack
from answerable_site.upkeep.sealing import CannotBeOpened, read_keys, sealed


def _nobody(_count: int) -> None:
    """Nobody watches."""


@pytest.fixture
def keys(tmp_path):
    sealing.make_key(tmp_path / "key")
    return read_keys(tmp_path / "key")


@pytest.fixture
def tree(tmp_path):
    tree = tmp_path / "tree"
    (tree / "below").mkdir(parents=True)
    (tree / "below" / "é.txt").write_text("one")
    (tree / ".hidden").write_text("two")
    (tree / "closed").mkdir()
    (tree / "closed" / "file").write_text("three")
    (tree / "closed").chmod(0)
    yield tree
    (tree / "closed").chmod(0o700)


def make(path, keys, tree, about=None):
    with packed(path, keys, tell=_nobody) as packing:
        packing.add_text(ABOUT, json.dumps(about or {"format": FORMAT}))
        packing.add_tree("files", tree)
    return path


class TestPacking:
    def test_gives_back_files_and_the_rights_of_folders(self, tmp_path, keys, tree):
        (tmp_path / "room").mkdir()
        unpacked = unpack(
            make(tmp_path / "a", keys, tree), keys, into=tmp_path / "room", tell=_nobody
        )
        back = tmp_path / "room" / "files"
        assert (back / "below" / "é.txt").read_text() == "one"
        assert (back / "closed").stat().st_mode & 0o777 == 0
        (back / "closed").chmod(0o700)
        assert (back / "closed" / "file").read_text() == "three"
        assert [one.name for one in unpacked.members] == [
            ABOUT,
            "files/below/é.txt",
            "files/closed/file",
        ]

    def test_leaves_a_closed_folder_closed(self, tmp_path, keys, tree):
        make(tmp_path / "a", keys, tree)
        assert (tree / "closed").stat().st_mode & 0o777 == 0

    def test_tells_of_files_that_went_meanwhile(self, tmp_path, keys):
        with packed(tmp_path / "a", keys, tell=_nobody) as packing:
            packing.add_text(ABOUT, json.dumps({"format": FORMAT}))
            packing.add_file("gone", tmp_path / "gone")
        assert unpack(tmp_path / "a", keys, into=None, tell=_nobody).gone == ("gone",)


class TestUnpacking:
    def test_refuses_another_format(self, tmp_path, keys, tree):
        made = make(tmp_path / "a", keys, tree, about={"format": "answerable-backup/9"})
        with pytest.raises(CannotBeOpened, match="answerable-backup/9"):
            unpack(made, keys, into=None, tell=_nobody)

    def test_refuses_what_is_sealed_and_no_archive(self, tmp_path, keys):
        with sealed(tmp_path / "a", keys) as stream:
            stream.write(b"no archive" * 1000)
        with pytest.raises(CannotBeOpened, match="no backup"):
            unpack(tmp_path / "a", keys, into=None, tell=_nobody)

    @pytest.mark.parametrize("name", ["../outside", "/etc/outside", "files/../../outside"])
    def test_writes_nowhere_else(self, tmp_path, keys, name):
        with packed(tmp_path / "a", keys, tell=_nobody) as packing:
            info = tarfile.TarInfo(name)
            info.size = 3
            packing.tar.addfile(info, BytesIO(b"bad"))
        (tmp_path / "room").mkdir()
        with pytest.raises(CannotBeOpened):
            unpack(tmp_path / "a", keys, into=tmp_path / "room", tell=_nobody)
        assert not list(tmp_path.glob("outside"))

    def test_refuses_what_does_not_hold_what_it_says(self, tmp_path, keys):
        with packed(tmp_path / "a", keys, tell=_nobody) as packing:
            packing.add_text(ABOUT, json.dumps({"format": FORMAT}))
            packing.add_text("one", "said")
            packing.members.pop()
        with pytest.raises(CannotBeOpened, match="not what it holds"):
            unpack(tmp_path / "a", keys, into=None, tell=_nobody)
