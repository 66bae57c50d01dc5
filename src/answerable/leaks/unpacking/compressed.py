"""One compressed stream: gzip, bzip2, xz and bare zlib; and what stands behind it."""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.part import Bounds, Part, TooMuch

_GZIP: Final = 31
_RAW: Final = -15
_ZLIB_HEADS: Final = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_MOST_STREAMS: Final = 256
_LEAST: Final = 8
"""Bytes below which what a stream unpacks to is chance."""
Buffer = bytes | memoryview


def gzipped(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    """The content of a gzip file, its name and remark, and the files behind it."""
    yield from _opened(part, zlib.decompressobj(_GZIP), bounds)


def bzipped(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    """The content of a bzip2 file, and what is behind it."""
    yield from _opened(part, bz2.BZ2Decompressor(), bounds)


def xz(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    """The content of an xz file, and what is behind it."""
    yield from _opened(part, lzma.LZMADecompressor(), bounds)


def bare(part: Part, bounds: Bounds) -> Iterator[Part]:
    """The content of bare zlib streams, wherever one begins in a piece."""
    whole = memoryview(part.data)
    for found in islice(_ZLIB_HEADS.finditer(part.data), _MOST_STREAMS):
        content, _ = inflated(whole[found.start() :], bounds)
        if len(content) >= _LEAST:
            yield part.inside(f"unpacked from byte {found.start()}", content)


def inflated(data: Buffer, bounds: Bounds, *, raw: bool = False) -> tuple[bytes, bytes]:
    """What a stream that may be damaged unpacks to as far as it goes, and the bytes behind it.

    Args:
        raw: whether it stands without the header of zlib, as in ZIP archives.

    Raises:
        TooMuch: it unpacks to more than a piece may have.
    """
    unpacking = zlib.decompressobj(_RAW) if raw else zlib.decompressobj()
    try:
        content = unpacking.decompress(data, bounds.piece + 1)
    except zlib.error:
        content = _as_far_as_it_goes(data, raw=raw)
    if len(content) > bounds.piece:
        raise TooMuch("it unpacks to more than a scan goes through")
    return content, unpacking.unused_data


def _as_far_as_it_goes(data: Buffer, *, raw: bool) -> bytes:
    unpacking = zlib.decompressobj(_RAW) if raw else zlib.decompressobj()
    content = bytearray()
    try:
        for at in range(0, len(data), 256):
            content += unpacking.decompress(data[at : at + 256], 256 * 256)
    except zlib.error:
        pass
    return bytes(content)


def _opened(part: Part, unpacking: Any, bounds: Bounds) -> Iterator[Part | Finding]:
    content = unpacking.decompress(part.data, bounds.piece + 1)
    if len(content) > bounds.piece:
        raise TooMuch("it unpacks to more than a scan goes through")
    if not unpacking.eof:
        raise EOFError
    yield part.inside("unpacked", content)
    if unpacking.unused_data:
        yield part.tells(FindingKind.STRAY_BYTES)
        yield part.inside("behind the end", unpacking.unused_data)
