"""Fonts inside a PDF: the tables that draw letters, and which letters they stand for.

Sources: OpenType specification, “Organization of an OpenType Font”; ISO 32000-1, 9.10.3.
"""

from __future__ import annotations

import re
import struct
from typing import Final

_SFNT: Final = (b"\0\1\0\0", b"true", b"OTTO")
_DRAWING: Final = {
    *(b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"),
    *(b"CFF ", b"vhea", b"vmtx"),
}
_ENTRY: Final = struct.Struct(">4sLLL")
_HEADER: Final = struct.Struct(">4sHHHH")
_CODES: Final = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_LETTERS: Final = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE: Final = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[0-9A-Fa-f<>\s]*\])"
)
_LONGEST: Final = 16
"""Hexadecimal digits that one code may stand for: a ligature of four letters."""
_AT_ONCE: Final = 100
_FRAME: Final = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Letters def
/CMapType 2 def
%s
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def is_sfnt(content: bytes) -> bool:
    """Whether a font is a table of tables (TrueType, OpenType)."""
    return content.startswith(_SFNT)


def bare_font(content: bytes) -> bytes:
    """The font with the tables that draw, without names, licences, makers and unknown tables."""
    version, count, *_ = _HEADER.unpack_from(content)
    tables = [
        (tag, checksum, content[offset : offset + length])
        for tag, checksum, offset, length in (
            _ENTRY.unpack_from(content, _HEADER.size + _ENTRY.size * at) for at in range(count)
        )
        if tag in _DRAWING
    ]
    largest = 1 << (len(tables).bit_length() - 1)
    search = (largest * 16, largest.bit_length() - 1, (len(tables) - largest) * 16)
    directory, bodies = [_HEADER.pack(version, len(tables), *search)], []
    at = _HEADER.size + _ENTRY.size * len(tables)
    for tag, checksum, table in tables:
        directory.append(_ENTRY.pack(tag, checksum, at, len(table)))
        bodies.append(table + b"\0" * (-len(table) % 4))
        at += len(bodies[-1])
    return b"".join((*directory, *bodies))


def clean_unicode_map(content: bytes) -> bytes:
    """The same table of codes and letters in a frame of our own, without remarks and names."""
    parts = [
        b"1 begincodespacerange\n<%s> <%s>\nendcodespacerange" % pair
        for found in _CODES.findall(content)
        for pair in _PAIR.findall(found)
    ]
    letters, ranges = [], []
    for kind, listed in _LETTERS.findall(content):
        if kind == b"char":
            letters += [
                b"<%s> <%s>" % (code, one[:_LONGEST]) for code, one in _PAIR.findall(listed)
            ]
        else:
            ranges += [b"<%s> <%s> %s" % found for found in _RANGE.findall(listed)]
    for name, lines in ((b"char", letters), (b"range", ranges)):
        for at in range(0, len(lines), _AT_ONCE):
            some = lines[at : at + _AT_ONCE]
            parts.append(b"%d beginbf%s\n%s\nendbf%s" % (len(some), name, b"\n".join(some), name))
    return _FRAME % b"\n".join(parts)
