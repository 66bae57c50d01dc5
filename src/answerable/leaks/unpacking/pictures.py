"""Pictures: remarks, profiles, thumbnails, and bytes that no program shows.

Sources: Portable Network Graphics, ISO/IEC 15948, sections 5 and 11; JPEG, ISO/IEC 10918-1, annex
B; Graphics Interchange Format 89a, sections 15 to 27.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.part import Bounds, Part
from answerable.leaks.unpacking.compressed import inflated

_PNG: Final = 8
_MOST_PIXELS: Final = 16_000_000
_OF_THE_PICTURE: Final = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"),
    *(b"pHYs", b"bKGD"),
}
_PACKED_FROM: Final = {b"zTXt": 2, b"iCCP": 2, b"iTXt": 5}
"""How many bytes of a chunk at least stand before what is packed in it."""
_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = 0xD9
_WITHOUT_LENGTH: Final = {0x01, *range(0xD0, 0xD9)}
_APPLICATION: Final = range(0xE0, 0xF0)
_OF_EVERY_JPEG: Final = {0xE0, 0xE2, 0xEE}
"""JFIF, the colour profile and Adobe’s mark of the colour space."""
_REMARK: Final = 0xFE


def pieces_of_png(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    """Each chunk that is no pixel, unpacked where it is packed; the pixels; what stands behind."""
    at, pixels, has_remarks = _PNG, bytearray(), False
    name = b""
    while name != b"IEND" and at + 12 <= len(part.data):
        length = int.from_bytes(part.data[at : at + 4], "big")
        name, content = part.data[at + 4 : at + 8], part.data[at + 8 : at + 8 + length]
        if name == b"IDAT":
            pixels += content
        else:
            yield part.inside(name.decode("latin-1"), content)
            yield from _packed(part, name, content, bounds)
            has_remarks |= name not in _OF_THE_PICTURE
        at += 12 + length
    if has_remarks:
        yield part.tells(FindingKind.PICTURE_METADATA)
    if name != b"IEND":
        yield part.tells(FindingKind.OPAQUE, label="the picture is not complete")
    shown, behind = inflated(bytes(pixels), bounds)
    yield part.inside("pixels", shown)
    if bounds.words:
        yield from _decoded(part)
    for stray in (behind, part.data[at:]):
        if stray:
            yield part.tells(FindingKind.STRAY_BYTES)
            yield part.inside("behind the picture", stray)


def _decoded(part: Part) -> Iterator[Part]:
    """The levels of the pixels, which the file keeps as differences."""
    from PIL import Image

    with Image.open(io.BytesIO(part.data)) as picture:
        if picture.width * picture.height <= _MOST_PIXELS:
            yield part.inside("levels of the pixels", picture.tobytes())


def _packed(part: Part, name: bytes, content: bytes, bounds: Bounds) -> Iterator[Part]:
    """What is packed in a chunk: behind the keyword and the zeros that end what comes before."""
    if name not in _PACKED_FROM:
        return
    at = content.find(b"\x78", content.find(b"\0"))
    while at >= 0:
        unpacked, _ = inflated(content[at:], bounds)
        if unpacked:
            yield part.inside(f"{name.decode()} unpacked", unpacked)
            return
        at = content.find(b"\x78", at + 1)


def pieces_of_jpeg(part: Part, _bounds: Bounds) -> Iterator[Part | Finding]:
    """Each segment that is no pixel, those of one kind joined; what stands behind the picture."""
    segments: dict[int, bytearray] = {}
    at = _gather_segments(part.data, segments)
    for marker, content in segments.items():
        yield part.inside(f"segment {marker:02X}", bytes(content))
    if any(
        marker == _REMARK or (marker in _APPLICATION and marker not in _OF_EVERY_JPEG)
        for marker in segments
    ):
        yield part.tells(FindingKind.PICTURE_METADATA)
    end = part.data.find(b"\xff\xd9", at)
    if end < 0:
        yield part.tells(FindingKind.OPAQUE, label="the picture is not complete")
    elif part.data[end + 2 :]:
        yield part.tells(FindingKind.STRAY_BYTES)
        yield part.inside("behind the picture", part.data[end + 2 :])


def _gather_segments(data: bytes, segments: dict[int, bytearray]) -> int:
    """The place where the pixels begin; a remark that was cut into segments is whole again."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in (_START_OF_SCAN, _END_OF_IMAGE):
            return at
        if marker == 0xFF or marker in _WITHOUT_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        segments.setdefault(marker, bytearray()).extend(data[at + 4 : at + 2 + length])
        at += 2 + max(length, 2)
    return at


def pieces_of_gif(part: Part, _bounds: Bounds) -> Iterator[Part | Finding]:
    """Remarks and extensions, whose blocks are joined; what stands behind the picture."""
    data = part.data
    at = data.find(b"\x21\xfe")
    while at >= 0:
        remark, end = _blocks(data, at + 2)
        yield part.tells(FindingKind.PICTURE_METADATA)
        yield part.inside("remark", remark)
        at = data.find(b"\x21\xfe", end)
    end = data.rfind(b"\x00\x3b")
    if 0 <= end < len(data) - 2:
        yield part.tells(FindingKind.STRAY_BYTES)
        yield part.inside("behind the picture", data[end + 2 :])


def _blocks(data: bytes, at: int) -> tuple[bytes, int]:
    """Blocks of up to 255 bytes, joined, and the place behind them."""
    joined = bytearray()
    while at < len(data) and data[at]:
        joined += data[at + 1 : at + 1 + data[at]]
        at += 1 + data[at]
    return bytes(joined), at + 1
