"""ZIP archives, office documents among them: every member, and every byte between the members.

Source: APPNOTE.TXT, .ZIP File Format Specification, sections 4.3.7 (local header), 4.3.9 (data
descriptor) and 4.3.16 (end of central directory).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.part import Bounds, Part, TooMuch
from answerable.leaks.unpacking.compressed import inflated
from answerable.leaks.unpacking.office import structure_of

_LOCAL: Final = b"PK\x03\x04"
_LOCAL_LENGTH: Final = 30
_END: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_DESCRIPTORS: Final = (0, 12, 16, 20, 24)
"""Lengths of a data descriptor, with its signature and without, with long sizes and without."""
_DAMAGED: Final = (
    *(zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError, ValueError),
    zlib.error,
)
_ENCRYPTED: Final = 0x1
_DEFLATED: Final = 8


def ends_as_archive(data: bytes) -> bool:
    """Whether an archive stands behind other bytes, as in a file that is two kinds at once."""
    return _END in data and zipfile.is_zipfile(io.BytesIO(data))


def pieces(part: Part, bounds: Bounds) -> Iterator[Part | Finding]:
    """Members, their names and remarks, and what stands between and behind them."""
    try:
        package = zipfile.ZipFile(io.BytesIO(part.data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        yield part.tells(FindingKind.OPAQUE, label="the archive is damaged")
        yield from _loose(part, bounds)
        return
    with package:
        members = package.infolist()
        if len(members) > bounds.members:
            raise TooMuch("it has more files than a scan goes through")
        contents: dict[str, bytes] = {}
        for member in members:
            yield from _member(part, package, member, bounds, contents)
        for kind, name in structure_of(contents):
            yield part.tells(kind, name)
        yield from _beside(part, package, members, bounds)


def _member(
    part: Part,
    package: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    bounds: Bounds,
    contents: dict[str, bytes],
) -> Iterator[Part | Finding]:
    name = member.filename
    if member.flag_bits & _ENCRYPTED:
        yield part.tells(FindingKind.OPAQUE, name, label="it is locked with a password")
        return
    try:
        with package.open(member) as stream:
            content = stream.read(bounds.piece + 1)
    except _DAMAGED:
        yield part.tells(FindingKind.OPAQUE, name, label="it is damaged")
        return
    if len(content) > bounds.piece:
        yield part.tells(FindingKind.OPAQUE, name, label="it unpacks to more than a scan opens")
        return
    if name in contents:
        yield part.tells(FindingKind.STRAY_BYTES, name, label="the name stands twice")
    contents[name] = content
    yield part.inside(name, content)


def _beside(
    part: Part, package: zipfile.ZipFile, members: list[zipfile.ZipInfo], bounds: Bounds
) -> Iterator[Part | Finding]:
    """Headers with the names, remarks and extra fields; and what belongs to no member."""
    data, at = part.data, 0
    headers = [package.comment]
    gaps: list[bytes] = []
    for member in sorted(members, key=lambda one: one.header_offset):
        start, content = member.header_offset, _content_at(data, member.header_offset)
        headers += [data[start + len(_LOCAL) : content], member.extra, member.comment]
        _note_gap(gaps, data[at:start])
        at = max(at, content + member.compress_size)
    _note_gap(gaps, data[at : package.start_dir])
    end = data.rfind(_END)
    _note_gap(gaps, data[end + _END_LENGTH + len(package.comment) :])
    headers.append(data[package.start_dir : end])
    if package.comment:
        yield part.tells(FindingKind.STRAY_BYTES, label="a remark on the archive")
    yield part.inside("names and remarks", b"\n".join(headers))
    for gap in gaps:
        yield part.tells(FindingKind.STRAY_BYTES, label="between or behind the files in it")
        beside = part.inside("between the files", gap)
        yield beside
        yield from _loose(beside, bounds)


def _note_gap(gaps: list[bytes], gap: bytes) -> None:
    """Keep what stands between two members, unless it is the first one's data descriptor."""
    if len(gap) not in _DESCRIPTORS:
        gaps.append(gap)


def _content_at(data: bytes, start: int) -> int:
    name, extra = (int.from_bytes(data[start + at : start + at + 2], "little") for at in (26, 28))
    return start + _LOCAL_LENGTH + name + extra


def _loose(part: Part, bounds: Bounds) -> Iterator[Part]:
    """Members that no directory lists, by the headers before them."""
    at = part.data.find(_LOCAL)
    while at >= 0:
        method = int.from_bytes(part.data[at + 8 : at + 10], "little")
        length = int.from_bytes(part.data[at + 18 : at + 22], "little")
        packed = part.data[_content_at(part.data, at) :]
        if method == _DEFLATED:
            yield part.inside(f"from byte {at}", inflated(packed, bounds, raw=True)[0])
        else:
            yield part.inside(f"from byte {at}", packed[:length])
        at = part.data.find(_LOCAL, at + 1)
