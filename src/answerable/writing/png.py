"""Whether a file is a whole PNG picture, how large it is, and what of it is picture.

Source: Portable Network Graphics (PNG) Specification, W3C, ISO/IEC 15948. Everything is checked
before any program that sets documents sees the file: signature, checksums, pixel data.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PALETTE = 3
_CLEAR_COLOUR = {0: 2, 2: 6}
"""Bytes of the one colour that is clear, by the kind of a picture without an alpha channel."""
_LAST_FILTER = 4
_MOST_PIXELS = 16_000_000


class UnusablePicture(ValueError):
    """The bytes are no PNG picture that every program can show; the message says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that was checked."""

    width: int
    """In pixels."""
    height: int
    """In pixels."""
    without_remarks: bytes
    """A file of our own with the same header, colours and pixels: no text, date, place, profile or
    other remark, and nothing behind the pixels or the end."""


def picture_in(png: bytes) -> Picture:
    """The picture that a PNG file holds.

    Raises:
        UnusablePicture: when it is no PNG, is damaged, interlaced or unreasonably large.
    """
    if not png.startswith(SIGNATURE):
        raise UnusablePicture("it is not a PNG file.")
    chunks = list(_chunks(png))
    if chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise UnusablePicture("the PNG file is damaged.")
    width, height, pixels = _check_pixels(chunks)
    header = chunks[0][1]
    parts = [(b"IHDR", header), *_colours(chunks, kind=header[9])]
    parts += [(b"IDAT", zlib.compress(pixels)), (b"IEND", b"")]
    return Picture(width, height, SIGNATURE + b"".join(map(_chunk, parts)))


def _colours(chunks: list[tuple[bytes, bytes, bytes]], *, kind: int) -> list[tuple[bytes, bytes]]:
    """The palette and what of it is clear, no longer than the pixels can name."""
    told = {name: data for name, data, _ in reversed(chunks)}
    clear = told.get(b"tRNS", b"")
    if kind == _PALETTE:
        palette = told[b"PLTE"]
        kept = [(b"PLTE", palette), (b"tRNS", clear[: len(palette) // 3])]
    else:
        kept = [(b"tRNS", clear[: _CLEAR_COLOUR.get(kind, 0)])]
    return [(name, data) for name, data in kept if data]


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, data = part
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The name, the data and the whole of each chunk, up to the end that the file states."""
    at, name = len(SIGNATURE), b""
    while name != b"IEND":
        length = int.from_bytes(png[at : at + 4], "big")
        name, whole = png[at + 4 : at + 8], png[at : at + 12 + length]
        if len(whole) != 12 + length or zlib.crc32(whole[4:-4]).to_bytes(4, "big") != whole[-4:]:
            raise UnusablePicture("the PNG file is damaged or not complete.")
        yield name, whole[8:-4], whole
        at += len(whole)


def _check_pixels(chunks: list[tuple[bytes, bytes, bytes]]) -> tuple[int, int, bytes]:
    """Width, height and the unpacked pixels, each line with its filter before it."""
    header = chunks[0][1]
    if len(header) != 13:
        raise UnusablePicture("the PNG file is damaged.")
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, kind, compression, filtering, interlaced = header[8:]
    if depth not in _DEPTHS.get(kind, ()) or compression or filtering:
        raise UnusablePicture("the PNG file states a form that PNG does not have.")
    if interlaced:
        raise UnusablePicture("it is interlaced. Save it without interlacing.")
    if not 0 < width * height <= _MOST_PIXELS:
        raise UnusablePicture(f"{width} by {height} pixels are not a size for a logo.")
    palettes = [data for name, data, _ in chunks if name == b"PLTE"]
    if kind == _PALETTE and not (len(palettes) == 1 and 0 < len(palettes[0]) <= 3 << depth):
        raise UnusablePicture("the PNG file has no usable palette.")
    line = 1 + (width * _CHANNELS[kind] * depth + 7) // 8
    pixels = _unpacked(b"".join(data for name, data, _ in chunks if name == b"IDAT"), line * height)
    if any(pixels[at] > _LAST_FILTER for at in range(0, len(pixels), line)):
        raise UnusablePicture("the PNG file is damaged.")
    return width, height, pixels


def _unpacked(data: bytes, length: int) -> bytes:
    """The bytes of the pixels: exactly as many as the header promises, never more in memory."""
    unpacking = zlib.decompressobj()
    try:
        pixels = unpacking.decompress(data, length + 1)
    except zlib.error as error:
        raise UnusablePicture("the PNG file is damaged.") from error
    if len(pixels) != length or not unpacking.eof:
        raise UnusablePicture("the PNG file is damaged: its pixels are not complete.")
    return pixels
