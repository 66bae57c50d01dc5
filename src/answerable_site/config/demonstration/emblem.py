"""The invented office's emblem, drawn here: hills under a sun. No crest, and nobody's mark."""

from __future__ import annotations

import math
from struct import pack
from zlib import compress, crc32

WIDTH, HEIGHT = 240, 80
"""In pixels."""
_GROUND, _NEAR, _FAR, _SUN = range(4)
_SUN_AT, _SUN_RADIUS = (180, 26), 14


def emblem(colour: str) -> bytes:
    """A PNG picture in an office's colour.

    Args:
        colour: "#rrggbb"; the near hills have it, those behind are paler.
    """
    lines = b"".join(
        b"\0" + bytes(_at(across, down) for across in range(WIDTH)) for down in range(HEIGHT)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in (
            (b"IHDR", pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)),
            (b"PLTE", _palette(colour)),
            (b"IDAT", compress(lines, 9)),
            (b"IEND", b""),
        )
    )


def _at(across: int, down: int) -> int:
    """Which colour of the palette a pixel has."""
    if down > 56 - 14 * math.sin(across / 38):
        return _NEAR
    if down > 44 - 16 * math.sin(across / 27 + 2):
        return _FAR
    if math.dist((across, down), _SUN_AT) < _SUN_RADIUS:
        return _SUN
    return _GROUND


def _palette(colour: str) -> bytes:
    near = bytes.fromhex(colour.removeprefix("#"))
    far = bytes((channel + 255) // 2 for channel in near)
    return b"\xff\xff\xff" + near + far + b"\xd9\x9a\x2b"


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))
