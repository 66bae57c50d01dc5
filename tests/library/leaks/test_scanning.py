from __future__ import annotations

import gzip

import pytest

from answerable.documents import Limits, Reason, Unreadable
from answerable.leaks import FindingKind, Needle, remade, scan, scanning
from answerable.leaks.request import needles_and_file, with_needles

NEEDLE = Needle("canary", "QZX4711VW9")


class TestScan:
    def test_finds_in_a_child_what_the_scanner_finds(self, tmp_path):
        path = tmp_path / "kept.gz"
        path.write_bytes(gzip.compress(b"about QZX4711VW9"))
        (one,) = scan(path, [NEEDLE])
        assert (one.kind, one.path, one.label) == (
            FindingKind.HELD,
            ("kept.gz", "unpacked"),
            "canary",
        )

    def test_of_a_clean_file_finds_nothing(self):
        assert scan(b"Every bag was counted.", [NEEDLE]) == []

    def test_tells_of_a_file_that_is_too_large(self):
        (one,) = scan(b"12345", limits=Limits(size=4))
        assert one.sentence == "file: could not be looked through (it is larger than 4 bytes)."

    @pytest.mark.parametrize("code", [Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY, Reason.DAMAGED])
    def test_tells_of_a_file_at_which_the_child_ended(self, monkeypatch, code):
        def ended(*_: object, **__: object) -> bytes:
            raise Unreadable(code)

        monkeypatch.setattr(scanning, "ask", ended)
        (one,) = scan(b"x")
        assert (one.kind, one.label) == (FindingKind.OPAQUE, f"the scan was ended: {code}")

    def test_never_puts_a_needle_where_the_machine_shows_command_lines(self, monkeypatch):
        asked = []

        def answer(task: dict, _file: bytes, _limits: Limits, *, child: str) -> bytes:
            asked.append((task, child))
            return b"[]"

        monkeypatch.setattr(scanning, "ask", answer)
        scan(b"x", [NEEDLE])
        assert asked == [({"task": "scan", "name": "file"}, "answerable.leaks.child")]


class TestRequest:
    @pytest.mark.parametrize("file", [b"", b"\n", b"one\ntwo\n", bytes(range(256))])
    def test_is_taken_apart_as_it_was_put_together(self, file):
        assert needles_and_file(with_needles([NEEDLE], file)) == ([NEEDLE], file)


class TestRemade:
    def test_never_takes_a_spreadsheet_or_a_text(self):
        with pytest.raises(Unreadable, match="a spreadsheet is never published"):
            remade(b"Store,Bags\nNorth,12\n")
