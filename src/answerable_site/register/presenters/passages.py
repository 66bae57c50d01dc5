"""A passage of a document with the words in question marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable_site.register.models import Passage


@dataclass(frozen=True, slots=True)
class Marked:
    """Text before, inside and after a mark. `is_cut` says that more of the page was left out."""

    page: int
    before: str
    words: str
    after: str
    is_cut: bool
    has_picture: bool


def marked(passage: Passage, start: int, end: int, *, around: int) -> Marked:
    """A page with the characters `start` to `end` of the document marked.

    Args:
        passage: the page.
        start: offset of the first marked character in the document's text.
        end: offset one past the last; what lies on the next page is not marked here.
        around: how many characters to show at most before and after the mark.
    """
    length = len(passage.text)
    first = min(max(0, start - passage.start), length)
    last = min(max(first, end - passage.start), length)
    left, right = max(0, first - around), min(length, last + around)
    before, after = passage.text[left:first], passage.text[last:right]
    return Marked(
        page=passage.page,
        before=_from_a_whole_word(before) if left > 0 else before,
        words=passage.text[first:last],
        after=_to_a_whole_word(after) if right < length else after,
        is_cut=left > 0 or right < length,
        has_picture=bool(passage.picture),
    )


def _from_a_whole_word(text: str) -> str:
    broken, _, whole = text.partition(" ")
    return f"… {whole}" if whole else broken


def _to_a_whole_word(text: str) -> str:
    whole, _, broken = text.rpartition(" ")
    return f"{whole} …" if whole else broken
