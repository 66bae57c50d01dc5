"""Texts marked where they answer what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from answerable_site.fulltext.asked import Asked
from answerable_site.fulltext.engines import engine
from answerable_site.fulltext.letters import plain
from answerable_site.fulltext.welsh import forms_of

LONGEST: Final = 100_000
"""Characters of a text that are looked through."""
_BEGIN, _END = "\ue000", "\ue001"
"""Characters for private use, which no text is to hold."""
_NO_SIGNS: Final = str.maketrans({_BEGIN: " ", _END: " ", "\x00": " "})
_WORD: Final = re.compile(r"[^\W_]+")
_BEFORE: Final = 60
"""Characters of an excerpt before the first mark."""
_SHORTEST_BEGINNING: Final = 3

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the places in it that answer, in order and apart."""

    text: str
    spans: tuple[Span, ...] = ()

    def whole(self) -> tuple[Piece, ...]:
        """All of it, in pieces."""
        return tuple(_pieces(self.text, self.spans, 0, len(self.text)))

    def excerpt(self, length: int) -> tuple[Piece, ...]:
        """The stretch around the first place that answers, or the beginning where there is none.

        Args:
            length: about how many characters.
        """
        text = self.text
        if len(text) <= length:
            return self.whole()
        first = self.spans[0][0] if self.spans else 0
        begin = max(0, min(first - _BEFORE, len(text) - length))
        if begin > 0:
            begin = min(first, _after_blank(text, begin))
        end = len(text) if begin + length >= len(text) else _before_blank(text, begin + length)
        end = max(end, self.spans[0][1] if self.spans else 0)
        before = (Piece("… "),) if begin > 0 else ()
        after = (Piece(" …"),) if end < len(text) else ()
        return (*before, *_pieces(text, self.spans, begin, end), *after)


def mark(texts: Sequence[str], asked: Asked, *, has_welsh: bool = False) -> list[Marked]:
    """Each text with the places that answer.

    Args:
        texts: as they were read for whoever asks; nothing else is looked at.
        has_welsh: whether words of Welsh stand in them too.
    """
    shown = [text[:LONGEST].translate(_NO_SIGNS) for text in texts]
    if not asked:
        return [Marked(text) for text in shown]
    found = engine().marked(shown, asked, begin=_BEGIN, end=_END)
    return [
        Marked(text, _apart([*_spans(signed), *(_welsh(text, asked) if has_welsh else ())]))
        for text, signed in zip(shown, found, strict=True)
    ]


def _spans(signed: str) -> Iterator[Span]:
    """The places between signs, in the text without them."""
    signs = 0
    begin = 0
    for place, character in enumerate(signed):
        if character == _BEGIN:
            begin = place - signs
        elif character == _END:
            yield begin, place - signs
        else:
            continue
        signs += 1


def _welsh(text: str, asked: Asked) -> Iterator[Span]:
    """The words of which one begins so, in any of its forms."""
    beginnings = tuple(
        form
        for term in asked.wanted
        for word in term.words
        if len(word) >= _SHORTEST_BEGINNING
        for form in forms_of(plain(word).lower())
    )
    if not beginnings:
        return
    for word in _WORD.finditer(plain(text)):
        if word[0].lower().startswith(beginnings):
            yield word.span()


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Places in order; of those that overlap, one."""
    apart: list[Span] = []
    for begin, end in sorted(spans):
        if apart and begin < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end))
        else:
            apart.append((begin, end))
    return tuple(apart)


def _pieces(text: str, spans: Sequence[Span], begin: int, end: int) -> Iterator[Piece]:
    place = begin
    for first, last in spans:
        if last <= begin or first >= end:
            continue
        stop = min(last, end)
        if first > place:
            yield Piece(text[place:first])
        yield Piece(text[max(first, begin) : stop], is_marked=True)
        place = stop
    if place < end:
        yield Piece(text[place:end])


def _after_blank(text: str, place: int) -> int:
    return text.find(" ", place) + 1 or place


def _before_blank(text: str, place: int) -> int:
    found = text.rfind(" ", 0, place)
    return found if found > 0 else place
