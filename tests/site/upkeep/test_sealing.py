from __future__ import annotations

import os

import pytest

from answerable_site.upkeep import sealing
from answerable_site.upkeep.sealing import CannotBeOpened, UnusableKey, opened, read_keys, sealed

WORDS = os.urandom(1000) * 200


@pytest.fixture
def keys(tmp_path):
    sealing.make_key(tmp_path / "key")
    return read_keys(tmp_path / "key")


@pytest.fixture
def archive(tmp_path, keys):
    path = tmp_path / "sealed"
    with sealed(path, keys) as stream:
        stream.write(WORDS)
    return path


def read(path, keys):
    with opened(path, keys) as stream:
        return stream.read()


class TestSealing:
    def test_gives_back_what_was_sealed(self, archive, keys):
        assert read(archive, keys) == WORDS

    def test_leaves_a_file_that_its_owner_alone_reads_and_that_tells_nothing(self, archive):
        assert archive.stat().st_mode & 0o777 == 0o600
        assert WORDS[:16] not in archive.read_bytes()

    def test_writes_over_nothing(self, archive, keys):
        with pytest.raises(FileExistsError), sealed(archive, keys):
            pass

    def test_leaves_nothing_where_it_breaks_off(self, tmp_path, keys):
        with pytest.raises(TypeError), sealed(tmp_path / "broken", keys) as stream:
            stream.write("no bytes")  # type: ignore[arg-type]
        assert [one.name for one in tmp_path.iterdir()] == ["key"]


class TestOpening:
    def test_refuses_each_byte_of_the_beginning_that_was_changed(self, archive, keys):
        whole = archive.read_bytes()
        for place in range(230):
            archive.write_bytes(_flipped(whole, place))
            with pytest.raises(CannotBeOpened):
                read(archive, keys)

    @pytest.mark.parametrize("place", [240, 65_000, 66_000, 130_000, -17, -1])
    def test_refuses_a_changed_byte_of_what_is_in_it(self, archive, keys, place):
        archive.write_bytes(_flipped(archive.read_bytes(), place))
        with pytest.raises(CannotBeOpened):
            read(archive, keys)

    @pytest.mark.parametrize("end", [0, 20, 200, 65_760, -1])
    def test_refuses_what_was_cut_off(self, archive, keys, end):
        archive.write_bytes(archive.read_bytes()[:end])
        with pytest.raises(CannotBeOpened):
            read(archive, keys)

    def test_refuses_what_was_added(self, archive, keys):
        archive.write_bytes(archive.read_bytes() + b"x")
        with pytest.raises(CannotBeOpened):
            read(archive, keys)

    def test_says_that_it_is_for_another_key(self, archive, tmp_path):
        sealing.make_key(tmp_path / "other")
        with pytest.raises(CannotBeOpened, match="for another key"):
            read(archive, read_keys(tmp_path / "other"))

    def test_says_what_was_wrong_in_the_block_rather_than_in_the_pipe(self, archive, keys):
        with pytest.raises(TypeError), opened(archive, keys) as stream:
            stream.read("all")  # type: ignore[arg-type]


class TestKeys:
    def test_of_a_recipient_alone_make_and_open_none(self, tmp_path):
        (tmp_path / "recipient").write_text(f"{sealing.make_key(tmp_path / 'key')}\n")
        keys = read_keys(tmp_path / "recipient")
        with sealed(tmp_path / "sealed", keys) as stream:
            stream.write(WORDS)
        with pytest.raises(UnusableKey, match="a recipient alone"):
            read(tmp_path / "sealed", keys)
        assert read(tmp_path / "sealed", read_keys(tmp_path / "key")) == WORDS

    def test_are_made_for_their_owner_alone_and_over_none(self, tmp_path):
        sealing.make_key(tmp_path / "key")
        assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
        with pytest.raises(FileExistsError):
            sealing.make_key(tmp_path / "key")

    @pytest.mark.parametrize("text", ["", "# nothing\n", "age1nonsense\n", "AGE-SECRET-KEY-1X\n"])
    def test_that_are_none_are_told(self, tmp_path, text):
        (tmp_path / "key").write_text(text)
        with pytest.raises(UnusableKey):
            read_keys(tmp_path / "key")

    def test_that_are_not_there_are_told(self, tmp_path):
        with pytest.raises(UnusableKey, match="make-backup-key"):
            read_keys(tmp_path / "none")


def _flipped(whole: bytes, place: int) -> bytes:
    changed = bytearray(whole)
    changed[place] ^= 1
    return bytes(changed)
