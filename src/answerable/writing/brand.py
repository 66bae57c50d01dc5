"""The marks of the office whose document it is: one colour and one logo.

The brand is no part of the canonical bytes, so it is not signed: a document with another brand is
the same document, with the same hash. No brand carries a word or a meaning of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from answerable.writing.png import Picture, UnusablePicture, picture_in

LEAST_CONTRAST = 4.5
"""Of text against its ground: WCAG 2.2, success criterion 1.4.3 (level AA)."""
LARGEST_LOGO_BYTES = 300_000
LARGEST_LOGO_SIDE = 2_000
SMALLEST_LOGO_SIDE = 16
LOGO_BOX_MM = (70.0, 20.0)
"""The width and height within which a logo is shown, in millimetres."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class UnusableColour(ValueError):
    """The colour cannot be used in documents; the message says why."""


class UnusableLogo(ValueError):
    """The logo cannot be used in documents; the message says why."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands above the title, and the words for those who do not see it.

    Raises:
        UnusableLogo: when the file is no PNG picture, is too large or too small, or when the
            words are missing.
    """

    png: bytes
    alternative: str
    """What the logo says, such as the name of the office; read aloud in its place."""

    def __post_init__(self) -> None:
        if not self.alternative.strip() or not self.alternative.isprintable():
            raise UnusableLogo(
                "The logo needs one line of words for people who cannot see it, such as the name "
                "of the office."
            )
        if len(self.png) > LARGEST_LOGO_BYTES:
            raise UnusableLogo(
                f"The logo has {len(self.png):,} bytes. At most {LARGEST_LOGO_BYTES:,} can be "
                "used: save a smaller picture and try again."
            )
        picture = _read(self.png)
        shorter, longer = sorted((picture.width, picture.height))
        if shorter < SMALLEST_LOGO_SIDE or longer > LARGEST_LOGO_SIDE:
            raise UnusableLogo(
                f"The logo is {picture.width} by {picture.height} pixels. Each side must have "
                f"{SMALLEST_LOGO_SIDE} to {LARGEST_LOGO_SIDE:,} pixels."
            )

    @property
    def picture(self) -> bytes:
        """The PNG without remarks, places and dates: its pixels and their colours alone."""
        return _read(self.png).without_remarks

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height as shown, in millimetres: the largest that fit the box in shape."""
        picture = _read(self.png)
        scale = min(LOGO_BOX_MM[0] / picture.width, LOGO_BOX_MM[1] / picture.height)
        return round(picture.width * scale, 2), round(picture.height * scale, 2)


@dataclass(frozen=True, slots=True)
class Brand:
    """The colour of rules and headings, and the logo; either may be absent.

    Raises:
        UnusableColour: when the colour is not written "#rrggbb", or is too pale to read on white.
    """

    colour: str | None = None
    logo: Logo | None = None

    def __post_init__(self) -> None:
        if self.colour is None:
            return
        if not _COLOUR.fullmatch(self.colour):
            raise UnusableColour(
                f"“{self.colour}” is not a colour. Write it as # and six hexadecimal digits, such "
                "as #1d70b8."
            )
        contrast = contrast_with_white(self.colour)
        if contrast < LEAST_CONTRAST:
            raise UnusableColour(
                f"The colour {self.colour} is too pale to read on white: its contrast is "
                f"{_down_to_tenths(contrast)} to 1, and at least {LEAST_CONTRAST} to 1 is needed. "
                "Choose a darker one."
            )


UNBRANDED = Brand()


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of a colour "#rrggbb" with white, from 1 (white) to 21 (black).

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 1.05 / (luminance + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _down_to_tenths(ratio: float) -> float:
    """Never rounded up: 4.48 is too little and must not be worded as 4.5."""
    return int(ratio * 10) / 10


def _read(png: bytes) -> Picture:
    try:
        return picture_in(png)
    except UnusablePicture as problem:
        raise UnusableLogo(f"The logo cannot be used: {problem}") from problem
