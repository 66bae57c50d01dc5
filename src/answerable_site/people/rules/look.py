"""What may stand as the colour and the logo of an office."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LEAST_CONTRAST = 4.5
"""Of text against its ground: WCAG 2.2, success criterion 1.4.3 (level AA)."""
LARGEST_LOGO_BYTES = 200 * 1024
WIDEST_LOGO, HIGHEST_LOGO, SMALLEST_LOGO_SIDE = 1200, 400, 16
"""In pixels."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class UnusableColour(ValueError):
    """The colour cannot be used; the message says why."""


class UnusableLogo(ValueError):
    """The file or its words cannot be used as a logo; the message says why."""


def checked_colour(given: str) -> str:
    """The colour as "#rrggbb" in small letters; empty for none.

    Raises:
        UnusableColour: it is written otherwise, or too pale to be read on white.
    """
    colour = given.strip().lower()
    if not colour:
        return ""
    if not _COLOUR.fullmatch(colour):
        raise UnusableColour(
            "Write the colour as # and six of the digits 0 to 9 and a to f, such as #1d70b8."
        )
    contrast = contrast_with_white(colour)
    if contrast < LEAST_CONTRAST:
        raise UnusableColour(
            f"This colour is too pale to read on white: its contrast is {_down(contrast)} to 1, "
            f"and at least {LEAST_CONTRAST} to 1 is needed. Choose a darker one."
        )
    return colour


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of a colour "#rrggbb" with white, from 1 (white) to 21 (black).

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def checked_logo(png: bytes) -> bytes:
    """The file, if it is a PNG picture of a size that fits above a letter; known by its content.

    Source: Portable Network Graphics (PNG) Specification, W3C, ISO/IEC 15948.

    Raises:
        UnusableLogo: it is too large, no PNG, damaged, interlaced, or of other dimensions.
    """
    if len(png) > LARGEST_LOGO_BYTES:
        raise UnusableLogo(
            f"The logo must be smaller than {LARGEST_LOGO_BYTES // 1024} KB. Save it smaller."
        )
    if not png.startswith(_SIGNATURE):
        raise UnusableLogo("The logo must be a PNG picture. Save it as PNG and try again.")
    chunks = list(_chunks(png))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1] != b"IEND" or b"IDAT" not in names:
        raise UnusableLogo(_DAMAGED)
    _check_header(chunks[0][1])
    return png


def checked_alternative(given: str) -> str:
    """The words that stand for the logo where it is not seen.

    Raises:
        UnusableLogo: there are none, or more than one line.
    """
    words = given.strip()
    if not words or not words.isprintable():
        raise UnusableLogo(
            "Enter one line of words for people who cannot see the logo, such as the name of the "
            "office."
        )
    return words


_DAMAGED = "The PNG picture is damaged or not complete. Save it again and try once more."


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and data of each chunk up to the end that the file states; checksums are compared."""
    at, name = len(_SIGNATURE), b""
    while name != b"IEND":
        length = int.from_bytes(png[at : at + 4], "big")
        name, whole = png[at + 4 : at + 8], png[at : at + 12 + length]
        if len(whole) != 12 + length or zlib.crc32(whole[4:-4]).to_bytes(4, "big") != whole[-4:]:
            raise UnusableLogo(_DAMAGED)
        yield name, whole[8:-4]
        at += len(whole)


def _check_header(header: bytes) -> None:
    if len(header) != 13:
        raise UnusableLogo(_DAMAGED)
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    if min(width, height) < SMALLEST_LOGO_SIDE or width > WIDEST_LOGO or height > HIGHEST_LOGO:
        raise UnusableLogo(
            f"The logo has {width} by {height} pixels. It must have at least {SMALLEST_LOGO_SIDE} "
            f"on each side, at most {WIDEST_LOGO} across and {HIGHEST_LOGO} down."
        )
    if header[12]:
        raise UnusableLogo("The PNG picture is interlaced. Save it without interlacing.")


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _down(ratio: float) -> float:
    """To tenths and never up: 4.48 is too little and must not be worded as 4.5."""
    return int(ratio * 10) / 10
