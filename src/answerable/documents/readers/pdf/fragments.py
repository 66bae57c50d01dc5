"""Words side by side become fragments, measured as the reader of the page sees them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from answerable.documents.readers.labels import BULLET
from answerable.documents.readers.pdf.drawings import Drawings
from answerable.documents.readers.pdf.faces import Face
from answerable.documents.readers.pdf.glyphs import Word
from answerable.documents.readers.pdf.turning import Turning
from answerable.documents.readers.pdf.walls import Walls

_GAP: Final = 0.9
"""Share of the font size: a wider gap on a line parts two fragments."""
_WORD_GAP: Final = 0.16
_RAISED: Final = 0.25
_SMALLEST: Final = 1.5
_MOST_DOTS: Final = 400
_BULLET_GAP: Final = 3.0
_MOST_OF_A_PAGE: Final = 0.4


@dataclass(slots=True)
class Fragment:
    """Words side by side on one line without a wide gap, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    white: bool = False
    island: int | None = None
    """The number of the panel or table that this fragment stands in for."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Sighted:
    """What a reader of the page sees, and how many characters nobody sees."""

    fragments: list[Fragment]
    askew: int
    """Characters dropped because they run across the direction of the page."""
    unseen: int
    """Characters dropped because they are invisible, white on white or too small to see."""


def fragments_of(words: Iterable[Word], turning: Turning, drawings: Drawings) -> Sighted:
    """The fragments of a page in the order of the file.

    Text that is set invisible is kept where it lies behind a picture of the page, as text
    recognition leaves it.
    """
    walls = Walls(drawings.edges)
    seen: list[Fragment] = []
    invisible: list[Fragment] = []
    askew = unseen = 0
    for word in words:
        if word.face.angle != turning.angle:
            askew += len(word.text)
        elif word.face.size < _SMALLEST:
            unseen += len(word.text)
        else:
            _add(invisible if word.face.invisible else seen, word, turning, walls)
    kept = [fragment for fragment in seen if not _is_lost(fragment, drawings)]
    unseen += _letters(seen) - _letters(kept)
    if invisible and _is_scan(turning, drawings) and _letters(kept) < _letters(invisible):
        kept += invisible
    else:
        unseen += _letters(invisible)
    inside = [item for item in kept if turning.holds(item.left, item.middle)]
    told = _once(inside or kept)
    return Sighted(told + _drawn_bullets(told, drawings), askew, unseen)


def _add(fragments: list[Fragment], word: Word, turning: Turning, walls: Walls) -> None:
    """Adds a word to the last fragment, or starts a new one where it stands apart."""
    face = word.face
    left, top, right, bottom = turning.upright(word.left, word.bottom, word.right, word.top)
    last = fragments[-1] if fragments else None
    if last is not None and _follows(last, face, left, (top + bottom) / 2):
        gap = left - last.right
        spaced = gap > _WORD_GAP * face.size or (word.spaced and gap > 0)
        if not (gap > 0 and walls.between(last.right, left, last.middle)):
            last.text += f" {word.text}" if spaced else word.text
            last.right = max(last.right, right)
            last.top, last.bottom = min(last.top, top), max(last.bottom, bottom)
            return
    fragments.append(
        Fragment(word.text, left, top, right, bottom, face.size, face.bold, face.italic, face.white)
    )


def _follows(last: Fragment, face: Face, left: float, middle: float) -> bool:
    """Whether a word goes on where the last fragment ended."""
    return (
        last.bold == face.bold
        and last.italic == face.italic
        and last.white == face.white
        and abs(last.size - face.size) <= _RAISED
        and abs(middle - last.middle) <= _RAISED * face.size
        and -face.size < left - last.right < _GAP * face.size
    )


def _drawn_bullets(fragments: Sequence[Fragment], drawings: Drawings) -> list[Fragment]:
    """Bullets that are drawn as a small shape before words."""
    bullets = []
    for dot in drawings.dots[:_MOST_DOTS]:
        middle = (dot.top + dot.bottom) / 2
        level = [item for item in fragments if item.top < middle < item.bottom]
        words = min(
            (item for item in level if item.left >= dot.right - 1),
            key=lambda item: item.left,
            default=None,
        )
        free = not any(item.left < dot.right and item.right > dot.left for item in level)
        if words is not None and free and words.left - dot.right < _BULLET_GAP * words.size:
            bullets.append(replace(words, text=BULLET, left=dot.left, right=dot.right, bold=False))
    return bullets


def _is_lost(fragment: Fragment, drawings: Drawings) -> bool:
    """Whether words are white on white."""
    return fragment.white and not any(
        box.left - 1 <= fragment.left <= box.right and box.top - 2 <= fragment.middle <= box.bottom
        for box in (*drawings.fills, *drawings.pictures)
    )


def _is_scan(turning: Turning, drawings: Drawings) -> bool:
    """Whether pictures cover much of the page."""
    covered = sum((box.right - box.left) * (box.bottom - box.top) for box in drawings.pictures)
    return covered > _MOST_OF_A_PAGE * turning.width * turning.height


def _once(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Without words that are printed twice on the same spot, as for a shadow."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for fragment in fragments:
        key = fragment.text, round(fragment.left / 2), round(fragment.top / 2)
        if key not in seen:
            seen.add(key)
            kept.append(fragment)
    return kept


def _letters(fragments: Iterable[Fragment]) -> int:
    return sum(len(fragment.text) for fragment in fragments)
