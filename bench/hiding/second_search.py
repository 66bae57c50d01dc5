"""A second search, which shares no line with the scanner: is a marker in these bytes?

It is slower and knows less structure: it takes everything apart that looks packed, wherever it
stands, and compares letters.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

DEEPEST = 5
_NO_LETTERS = bytes({*range(256)} - {*b"abcdefghijklmnopqrstuvwxyz0123456789"})
_PACKED = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda\x20\x7d\xbb\xf9]")
_HEADER = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.DOTALL)
_MOST = 10_000_000


def holds(data: bytes, marker: str) -> bool:
    """Whether a marker of capitals and digits stands in bytes, in any piece of them."""
    wanted = marker.lower().encode()
    return any(one in letters(piece) for piece in pieces(data) for one in (wanted, wanted[::-1]))


def letters(piece: bytes) -> bytes:
    """The letters and digits of a piece, small, without what is between them."""
    without_tags = re.sub(rb"<[^<>]{0,200}>", b"", piece)
    both = piece + b"\n" + without_tags
    return both.lower().translate(None, _NO_LETTERS)


def pieces(data: bytes) -> Iterator[bytes]:
    """The bytes, and everything that can be unpacked from them, each once."""
    seen: set[bytes] = set()
    waiting = [(data, DEEPEST)]
    while waiting:
        piece, left = waiting.pop()
        if piece in seen:
            continue
        seen.add(piece)
        yield piece
        if left:
            inner = (
                *(*_members(piece), *_unlisted(piece), *_streams(piece)),
                *(*_spelled(piece), *_pictures(piece)),
            )
            waiting += [(one, left - 1) for one in inner if one]


def _members(data: bytes) -> Iterator[bytes]:
    if b"PK\x03\x04" not in data:
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                yield package.read(name)
    except (zipfile.BadZipFile, ValueError, OSError, zlib.error):
        return


def _unlisted(data: bytes) -> Iterator[bytes]:
    """What is packed behind the header of a file, whether a directory lists it or not."""
    for header in _HEADER.finditer(data):
        names = sum(int.from_bytes(length, "little") for length in header.groups())
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            yield unpacking.decompress(data[header.end() + names :], _MOST)
        except zlib.error:
            continue


def _streams(data: bytes) -> Iterator[bytes]:
    for found in _PACKED.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[found.start() :], _MOST)
        except zlib.error:
            continue


def _spelled(data: bytes) -> Iterator[bytes]:
    for row in re.findall(rb"[A-Za-z0-9+/]{12,}={0,2}", data):
        try:
            yield base64.b64decode(row + b"=" * (-len(row) % 4))
        except binascii.Error:
            continue
    joined = b"".join(re.findall(rb"\(((?:[^()\\]|\\.)*)\)", data))
    if len(joined) < len(data) / 2:
        yield joined
    text = data.decode(errors="ignore")
    yield bytes(ord(one) - 0xE0000 for one in text if 0xE0020 <= ord(one) <= 0xE007E)
    bits = "".join("01"[one == "\u200c"] for one in text if one in "\u200b\u200c")
    yield bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))


def _pictures(data: bytes) -> Iterator[bytes]:
    if not data.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        pixels = picture.convert("RGBA")
    rows = pixels.tobytes()
    yield bytes(byte for at, byte in enumerate(rows) if at % 4 != 3)
    bits = "".join(str(byte & 1) for byte in rows[::4])
    yield bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))
