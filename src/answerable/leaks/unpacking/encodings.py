"""What bytes say in an encoding that is itself written in letters: base64, hexadecimal, escapes."""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

_WHOLE: Final = 64
"""Bytes from which on what a row of letters decodes to is a piece of its own."""
_SURELY_NO_WORD: Final = 24
"""Letters from which on a row in small letters alone may be base64: below it, it is a word."""
_PACKED: Final = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\x78\x01", b"\x78\x9c", b"\x78\xda")
"""With what a short row begins that is a piece of its own all the same."""
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/_-]{8,}(?:\s{1,4}[A-Za-z0-9+/_-]{8,})*")
_PLAIN: Final = bytes((0, 9, 10, 13, *range(32, 127)))
_TO_PLAIN: Final = bytes.maketrans(b"-_", b"+/")
_BASE32: Final = re.compile(rb"[A-Z2-7]{16,}")
_BASE85: Final = re.compile(rb"<~(.{5,}?)~>", re.DOTALL)
_HEX: Final = re.compile(rb"(?:(?:0x)?[0-9A-Fa-f]{2}[\s:,;-]{0,2}){5,}")
_NO_HEX: Final = re.compile(rb"0x|[^0-9A-Fa-f]")
_CODES: Final = re.compile(rb"(?<!\d)(?:\d{2,3}[,;\s]+){4,}\d{2,3}(?!\d)")
_SPACES: Final = re.compile(rb"\s+")
_QUOTED: Final = re.compile(rb"=[0-9A-Fa-f]{2}|=\r?\n")
_PERCENT: Final = re.compile(rb"%[0-9A-Fa-f]{2}")
_ENTITY: Final = re.compile(rb"&(?:#\d{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,31});")
_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})"
    r"|x([0-9A-Fa-f]{2})|'([0-9A-Fa-f]{2})|([0-7]{3}))"
)
_ESCAPED: Final = re.compile(_ESCAPE.pattern.encode())
_LAST_LETTER: Final = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Decoded:
    """What bytes say in an encoding."""

    name: str
    data: bytes
    goes_on: bool = True
    """Whether it may hold more; else it is most likely no encoding, and only searched."""


def decoded(data: bytes) -> Iterator[Decoded]:
    """What bytes say in each encoding of which there is a sign in them."""
    if _is_text(data):
        for sign, name, decode in _ESCAPES:
            if sign.search(data):
                yield Decoded(name, decode(data))
    for name, rows in (
        ("base64", _base64(data)),
        ("base32", _base32(data)),
        ("base85", _base85(data)),
        ("hexadecimal", _hexadecimal(data)),
        ("character codes", _codes(data)),
    ):
        yield from _gathered(name, rows)


def _is_text(data: bytes) -> bool:
    if b"\0" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _gathered(name: str, rows: Iterator[bytes]) -> Iterator[Decoded]:
    """Long rows one by one, for each may be a file; short ones that are plain words together, and
    together those that are not: long words look like encodings, and decode to anything."""
    words, others = [], []
    for row in rows:
        if len(row) >= _WHOLE or row.startswith(_PACKED):
            yield Decoded(name, row)
        elif not row.translate(None, _PLAIN):
            words.append(row)
        else:
            others.append(row)
    if any(words):
        yield Decoded(name, b"\n".join(words))
    if others:
        yield Decoded(name, b"\n".join(others), goes_on=False)


def _base64(data: bytes) -> Iterator[bytes]:
    """From each of the four places where a row may begin: letters before it may belong to it."""
    for found in _BASE64.finditer(data):
        if len(found[0]) < _SURELY_NO_WORD and found[0][1:].islower():
            continue
        row = _SPACES.sub(b"", found[0]).translate(_TO_PLAIN)
        for start in range(4):
            piece = row[start:]
            if len(piece) % 4 == 1:  # a single letter more is no byte
                piece = piece[:-1]
            yield _or_nothing(base64.b64decode, piece + b"=" * (-len(piece) % 4))


def _base32(data: bytes) -> Iterator[bytes]:
    for found in _BASE32.finditer(data):
        whole = len(found[0]) // 8 * 8
        yield _or_nothing(base64.b32decode, found[0][:whole])


def _base85(data: bytes) -> Iterator[bytes]:
    for found in _BASE85.finditer(data):
        yield _or_nothing(base64.a85decode, found[1])


def _hexadecimal(data: bytes) -> Iterator[bytes]:
    """From the first digit and from the second: one before it may belong to it."""
    for found in _HEX.finditer(data):
        digits = _NO_HEX.sub(b"", found[0])
        for start in (0, 1):
            whole = len(digits[start:]) // 2 * 2
            yield _or_nothing(binascii.unhexlify, digits[start : start + whole])


def _codes(data: bytes) -> Iterator[bytes]:
    for found in _CODES.finditer(data):
        yield bytes(code for code in map(int, re.findall(rb"\d+", found[0])) if code < 256)


def _or_nothing(decode: Callable[[bytes], bytes], row: bytes) -> bytes:
    try:
        return decode(row)
    except ValueError:
        return b""


def _without_entities(data: bytes) -> bytes:
    return html.unescape(data.decode(errors="ignore")).encode(errors="ignore")


def _without_escapes(data: bytes) -> bytes:
    """`\\u0041`, `\\x41`, `\\'41` and `\\101` as what they stand for: bytes, or letters if one is
    too large for a byte."""

    def letter(found: re.Match[str]) -> str:
        *hexadecimal, octal = found.groups()
        code = int(octal, 8) if octal else int(next(filter(None, hexadecimal)), 16)
        return chr(min(code, _LAST_LETTER))

    text = _ESCAPE.sub(letter, data.decode())
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode(errors="ignore")


_ESCAPES: Final = (
    (_QUOTED, "quoted-printable", quopri.decodestring),
    (_PERCENT, "percent encoding", unquote_to_bytes),
    (_ENTITY, "character entities", _without_entities),
    (_ESCAPED, "escapes", _without_escapes),
)
