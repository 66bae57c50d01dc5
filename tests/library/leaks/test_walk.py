from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections.abc import Callable
from urllib.parse import quote

import pytest
from bench.hiding.packages import package_of

from answerable.leaks import Finding, FindingKind, Needle, look_through
from answerable.leaks.part import Bounds

MARKER = "QZX4711VW9"
NEEDLE = Needle("canary", MARKER)
SENTENCE = f"Written about {MARKER}, as was said."

ENCODED: dict[str, Callable[[bytes], bytes]] = {
    "base64": base64.b64encode,
    "base64 for addresses": base64.urlsafe_b64encode,
    "base64 in lines": base64.encodebytes,
    "base64 without padding": lambda data: base64.b64encode(data).rstrip(b"="),
    "base64 after other letters": lambda data: b"xyz" + base64.b64encode(data),
    "base32": base64.b32encode,
    "base85": lambda data: base64.a85encode(data, adobe=True),
    "hexadecimal": lambda data: data.hex().encode(),
    "hexadecimal with colons": lambda data: data.hex(":").encode(),
    "hexadecimal after a digit": lambda data: b"7" + data.hex().encode(),
    "hexadecimal as in programs": lambda data: b",".join(b"0x%02x" % byte for byte in data),
    "quoted-printable": lambda data: "".join(f"={byte:02X}" for byte in data).encode(),
    "percent": lambda data: "".join(f"%{byte:02x}" for byte in data).encode(),
    "entities": lambda data: "".join(f"&#{byte};" for byte in data).encode(),
    "hexadecimal entities": lambda data: "".join(f"&#x{byte:x};" for byte in data).encode(),
    "escapes of JSON": lambda data: "".join(f"\\u{byte:04x}" for byte in data).encode(),
    "escapes of programs": lambda data: "".join(f"\\x{byte:02x}" for byte in data).encode(),
    "octal escapes": lambda data: "".join(f"\\{byte:03o}" for byte in data).encode(),
    "character codes": lambda data: ", ".join(map(str, data)).encode(),
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-16 without a mark": lambda data: data.decode().encode("utf-16-be"),
    "UTF-16 from an odd byte": lambda data: b"x" + data.decode().encode("utf-16-le"),
    "UTF-32": lambda data: data.decode().encode("utf-32"),
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "a data address": lambda data: b"url(data:text/plain;base64," + base64.b64encode(data) + b")",
}


def found(data: bytes, **more: object) -> list[Finding]:
    return look_through("file", data, [NEEDLE], **more)


def is_held(data: bytes) -> bool:
    return any(one.kind is FindingKind.HELD for one in found(data))


class TestEncodings:
    @pytest.mark.parametrize("encoding", ENCODED)
    def test_are_read(self, encoding):
        assert is_held(b"before (" + ENCODED[encoding](SENTENCE.encode()) + b") after")

    @pytest.mark.parametrize("encoding", ENCODED)
    def test_tell_nothing_of_words_that_hold_nothing(self, encoding):
        assert found(ENCODED[encoding](b"Every bag in the store was labelled, and counted.")) == []

    @pytest.mark.parametrize("outer", ["base64", "hexadecimal", "gzip", "escapes of JSON"])
    @pytest.mark.parametrize("inner", ["base64", "percent", "UTF-16", "gzip"])
    def test_are_read_within_one_another(self, outer, inner):
        assert is_held(ENCODED[outer](ENCODED[inner](SENTENCE.encode())))

    def test_of_names_with_accents_are_read(self):
        needle = Needle("a person", "Zoë Łukaszewicz")
        written = "Łukaszewicz, Zoë; Zoë Łukaszewicz"
        for encoding in ("utf-8", "utf-16-le", "utf-32"):
            assert look_through("file", written.encode(encoding), [needle])

    def test_of_an_e_mail_are_read(self):
        mail = f"Subject: =?utf-8?b?{base64.b64encode(MARKER.encode()).decode()}?=\n\nThanks."
        assert is_held(mail.encode())


class TestPaths:
    def test_tell_the_way_through_containers(self):
        inner = package_of({"first": b"", "notes/kept.txt": SENTENCE.encode()})
        outer = package_of({"first": b"", "word/embeddings/one.docx": inner})
        (one,) = [one for one in found(outer) if one.kind is FindingKind.HELD]
        assert one.where == "file › word/embeddings/one.docx › notes/kept.txt"
        assert one.sentence.endswith("holds something that must not be public (canary).")

    def test_never_hold_the_words_themselves(self):
        assert MARKER not in json.dumps([one.as_json() for one in found(SENTENCE.encode())])

    def test_of_a_finding_are_the_same_again_from_plain_data(self):
        for one in found(gzip.compress(SENTENCE.encode(), mtime=0)):
            assert Finding.from_json(one.as_json()) == one


class TestBounds:
    def nested(self, depth: int) -> bytes:
        data = SENTENCE.encode()
        for _ in range(depth):
            data = gzip.compress(data, mtime=0)
        return data

    def opaque(self, data: bytes, **bounds: int) -> list[Finding]:
        return [
            one for one in found(data, bounds=Bounds(**bounds)) if one.kind is FindingKind.OPAQUE
        ]

    def test_of_depth_are_told_and_never_passed_over(self):
        assert is_held(self.nested(6))
        assert self.opaque(self.nested(6), depth=4)

    def test_of_bytes_are_told(self):
        assert self.opaque(self.nested(1), unpacked=30)

    def test_of_one_piece_are_told_before_it_is_unpacked(self):
        bomb = gzip.compress(b"\0" * 5_000_000, mtime=0)
        assert self.opaque(bomb, piece=1_000_000)
        assert self.opaque(package_of({"a": b"", "b": b"\0" * 2_000_000}), piece=1_000_000)

    def test_of_the_number_of_files_are_told(self):
        assert self.opaque(package_of({str(at): b"" for at in range(9)}), members=8)

    def test_of_the_number_of_pieces_are_told(self):
        many = package_of({str(at): str(at).encode() for at in range(20)})
        assert self.opaque(many, pieces=10)


class TestWhatCannotBeOpened:
    @pytest.mark.parametrize(
        "data",
        [
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old file",
            b"Rar!\x1a\x07 an archive",
            b"7z\xbc\xaf\x27\x1c an archive",
            b"%PDF-1.7 and nothing else",
            b"PK\x03\x04 and nothing else",
            gzip.compress(SENTENCE.encode(), mtime=0)[:-9],
        ],
    )
    def test_is_told(self, data):
        assert FindingKind.OPAQUE in {one.kind for one in found(data)}

    def test_is_searched_all_the_same(self):
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + SENTENCE.encode("utf-16-le")
        assert {FindingKind.OPAQUE, FindingKind.HELD} <= {one.kind for one in found(old)}


def test_an_address_in_percent_is_read():
    assert is_held(quote(f"a/{MARKER}", safe="").encode())
