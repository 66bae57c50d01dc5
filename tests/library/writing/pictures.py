"""PNG files for tests, made chunk by chunk so that each can be wrong in one way."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk with its length and checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def header(width: int, height: int, *, depth: int = 8, kind: int = 2, interlaced: int = 0) -> bytes:
    """The header chunk."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced))


def pixels(line: bytes, height: int) -> bytes:
    """The pixel chunk: the same line over and over, unfiltered."""
    return chunk(b"IDAT", zlib.compress((b"\x00" + line) * height))


END = chunk(b"IEND", b"")


def png(width: int = 300, height: int = 80, *, remarks: bytes = b"") -> bytes:
    """A whole picture in one colour; `remarks` stand between header and pixels."""
    colour = bytes([29, 112, 184])
    return SIGNATURE + header(width, height) + remarks + pixels(colour * width, height) + END
