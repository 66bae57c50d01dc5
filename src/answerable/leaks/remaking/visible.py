"""Whether each letter of a PDF can be seen, and whether two PDF files look alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

_SCALE: Final = 2.0
"""Pixels a point: 144 an inch."""
_COARSE: Final = 1.0
"""The same where two pages are compared."""
_SLIGHT: Final = 48
"""Levels of grey, of 255, that do not count as a difference."""
_FEW_PIXELS: Final = 8
_LEAST_CONTRAST: Final = 24
"""Between the darkest and the lightest pixel of a letter, of 255."""
_SMALLEST: Final = 2.0
"""Points of height below which nobody reads a letter of those that have any."""
_ALL_INK: Final = frozenset("-–—_.,:;'’‘“”\"`´·•|!/\\lIij1■▪●")
"""Signs that fill their place, or hardly have one: they show one colour where they are seen too."""
_FORGIVEN: Final = 2
"""Letters of a page: a row of hidden ones is never so short, and a speck of a font is."""


def pages_with_unseen_text(data: bytes) -> list[int]:
    """The numbers, from 1, of pages with a letter whose place shows one colour alone.

    Each page is drawn, and the place of each letter is looked at.

    Args:
        data: a PDF file without forms and notes.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [number for number, page in enumerate(document, start=1) if _has_unseen(page)]


def pages_that_differ(before: bytes, after: bytes) -> list[int]:
    """The numbers, from 1, of pages that do not look alike in two PDF files of as many pages.

    Notes and fields of forms are left out of both.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(before) as first, pypdfium2.PdfDocument(after) as second:
        return [
            number
            for number, pages in enumerate(zip(first, second, strict=True), start=1)
            if not _look_alike(*(_drawn(page, _COARSE) for page in pages))
        ]


def _look_alike(one: Any, other: Any) -> bool:
    from PIL import ImageChops

    if one.size != other.size:
        return False
    differing = ImageChops.difference(one, other).point([0] * _SLIGHT + [255] * (256 - _SLIGHT))
    return bool(differing.histogram()[255] <= _FEW_PIXELS)


def _drawn(page: Any, scale: float) -> Any:
    """A page in grey, without notes."""
    return page.render(scale=scale, draw_annots=False).to_pil().convert("L")


def _has_unseen(page: Any) -> bool:
    picture = _drawn(page, _SCALE)
    unseen = sum(1 for box in _letters(page) if not _is_seen(picture, box, page.get_height()))
    return unseen > _FORGIVEN


def _letters(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each letter and digit, in points."""
    text = page.get_textpage()
    left, bottom, *_ = page.get_bbox()
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip() and letter not in _ALL_INK:
            box = text.get_charbox(index)
            yield (box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom)


def _is_seen(picture: Any, box: tuple[float, float, float, float], height: float) -> bool:
    left, bottom, right, top = box
    if max(top - bottom, right - left) < _SMALLEST:
        return False
    place = (
        max(0, round(left * _SCALE)),
        max(0, round((height - top) * _SCALE)),
        min(picture.width, round(right * _SCALE)),
        min(picture.height, round((height - bottom) * _SCALE)),
    )
    if place[2] <= place[0] or place[3] <= place[1]:
        return False
    darkest, lightest = picture.crop(place).getextrema()
    return bool(lightest - darkest >= _LEAST_CONTRAST)
