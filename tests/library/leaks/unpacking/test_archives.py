from __future__ import annotations

import io
import zipfile

import pytest
from bench.hiding.controls import docx
from bench.hiding.packages import package_of, parts_of

from answerable.leaks import FindingKind, Needle, look_through

MARKER = "QZX4711VW9"


def kinds(data: bytes) -> set[FindingKind]:
    return {one.kind for one in look_through("file", data, [Needle("canary", MARKER)])}


def streamed() -> bytes:
    """An archive with sizes behind its files, as programs write that cannot go back."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:
            self.data += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("a.txt", "b.txt"):
            package.writestr(name, f"Words of {name}.")
    return bytes(pipe.data)


class TestAnHonestArchive:
    @pytest.mark.parametrize("data", [docx(), streamed(), package_of({})])
    def test_has_no_finding(self, data):
        assert kinds(data) == set()


class TestEveryByte:
    @pytest.mark.parametrize(
        "data",
        [
            f"{MARKER} and more before".encode() + docx(),
            docx() + f"{MARKER} and more behind".encode(),
            package_of(parts_of(docx()), remark=MARKER.encode()),
            docx() + package_of({"a": b"", "b": (MARKER * 9).encode()}),
        ],
    )
    def test_is_looked_at_and_told_where_it_belongs_to_no_file(self, data):
        assert {FindingKind.HELD, FindingKind.STRAY_BYTES} <= kinds(data)

    def test_of_a_name_is_looked_at(self):
        assert FindingKind.HELD in kinds(package_of({"a": b"", f"{MARKER}.txt": b"x"}))

    def test_of_a_file_whose_name_stands_twice_is_looked_at(self):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as package:
            package.writestr("a", "x")
            with pytest.warns(UserWarning, match="Duplicate name"):
                package.writestr("a", "y")
        assert FindingKind.STRAY_BYTES in kinds(file.getvalue())

    def test_of_a_locked_file_is_told_to_be_out_of_reach(self):
        data = bytearray(package_of({"a": b"", "b": b"words"}))
        for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.rindex(signature) + place] |= 1
        assert FindingKind.OPAQUE in kinds(bytes(data))

    def test_of_a_damaged_file_is_told_to_be_out_of_reach(self):
        data = bytearray(docx())
        data[docx().index(b"word/document.xml") + 40] ^= 0xFF
        assert FindingKind.OPAQUE in kinds(bytes(data))
