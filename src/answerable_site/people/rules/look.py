"""What may stand as the colour and the logo of an office: what documents can bear."""

from __future__ import annotations

from answerable.writing.brand import (
    LARGEST_LOGO_BYTES,
    Brand,
    Logo,
    UnusableColour,
    UnusableLogo,
    contrast_with_white,
)

__all__ = [
    "LARGEST_LOGO_BYTES",
    "UnusableColour",
    "UnusableLogo",
    "checked_colour",
    "checked_logo",
    "contrast_with_white",
]


def checked_colour(given: str) -> str:
    """The colour as "#rrggbb" in small letters; empty for none.

    Raises:
        UnusableColour: it is written otherwise, or too pale to be read on white.
    """
    colour = given.strip().lower()
    return Brand(colour=colour or None).colour or ""


def checked_logo(png: bytes, alternative: str) -> Logo:
    """The picture with the words for those who do not see it; what was hidden in the file is gone.

    Raises:
        UnusableLogo: the file is no PNG picture of a fitting size, or the words are missing.
    """
    logo = Logo(png, alternative.strip())
    return Logo(logo.picture, logo.alternative)
