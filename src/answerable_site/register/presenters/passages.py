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
    return Marked(
        page=passage.page,
        before=passage.text[left:first],
        words=passage.text[first:last],
        after=passage.text[last:right],
        is_cut=left > 0 or right < length,
        has_picture=bool(passage.picture),
    )
