"""When the reading of a document has been left behind, and what may be stored of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from answerable_site.register.rules.words import ReadingState

LEFT_BEHIND_AFTER: Final = timedelta(minutes=10)
MOST_PICTURES: Final = 40
"""Pages with candidates of which a picture is made."""
SURE_ENOUGH: Final = 0.5
"""Below this confidence a candidate is never accepted together with others."""


def left_behind(state: str, *, last_sign_at: datetime, now: datetime) -> bool:
    """Whether a reading has shown no sign of life for ten minutes: its worker is gone."""
    at_work = state in {ReadingState.WAITING, ReadingState.READING}
    return at_work and now - last_sign_at > LEFT_BEHIND_AFTER


def without_doubts(*, confidence: float, doubts: Iterable[str]) -> bool:
    """Whether a candidate may be accepted together with others, without a look at each."""
    return confidence >= SURE_ENOUGH and not list(doubts)


def storable(value: Any) -> Any:
    """Plain data without characters that a database refuses; every string keeps its length.

    A file from outside may hold NUL characters and halves of surrogate pairs.
    """
    match value:
        case str():
            return value.translate(_REFUSED)
        case dict():
            return {storable(key): storable(held) for key, held in value.items()}
        case list() | tuple():
            return [storable(held) for held in value]
        case _:
            return value


_REFUSED = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page and where it starts in the document's text."""

    page: int
    start: int
    text: str


def page_texts(text: str, blocks: Iterable[tuple[int, int]]) -> list[PageText]:
    """A document's text cut into pages.

    Args:
        text: the text of the whole document.
        blocks: page and offset of each block, in reading order. A block that a layout put out of
            order stays with the page before it, so that no offset is lost.
    """
    begins: list[tuple[int, int]] = []
    for page, start in blocks:
        if not begins or page > begins[-1][0]:
            begins.append((page, start))
    ends = [start for _, start in begins[1:]] + [len(text)]
    return [
        PageText(page, start, text[start:end])
        for (page, start), end in zip(begins, ends, strict=True)
    ]
