"""A template cut into pieces: text, tags of HTML, tags of Django."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from django.template.base import tag_re

_MASK = "\ufdd8"
_HTML = re.compile(r"<!--.*?-->|</?(?P<name>[a-zA-Z][\w-]*)[^<>]*>|<![^>]*>", re.DOTALL)
_DJANGO = re.compile(r"{%\s*comment\b(?s:.*?){%\s*endcomment\s*%}|" + tag_re.pattern)

INLINE = {
    *("a", "abbr", "b", "br", "cite", "code", "em", "i", "kbd", "q", "small", "span", "strong"),
    *("sub", "sup", "time"),
}
"""Elements that stand inside a sentence."""
_ENDS = {"if": "endif", "for": "endfor", "with": "endwith"}
_BETWEEN = {"elif", "else", "empty"}
_WORDS = {"uk_date", "uk_moment"}
_EMPTY = {"br"}


class Kind(Enum):
    """What a piece does to the text around it."""

    TEXT = "text"
    VALUE = "value"
    """Something put in: `{{ … }}` or a date."""
    OPENS = "opens"
    CLOSES = "closes"
    PARTS = "parts"
    """Between two branches: `{% else %}`."""
    WALL = "wall"
    """No sentence goes across it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece, with where it stands in the template."""

    kind: Kind
    text: str
    start: int
    name: str = ""
    """Of the element or the tag that opens or closes."""

    @property
    def end(self) -> int:
        """Where the next piece begins."""
        return self.start + len(self.text)


def pieces_of(source: str) -> list[Piece]:
    """The whole template, in order."""
    # Tags of Django become as many characters that mean nothing in HTML.
    masked = _DJANGO.sub(_masked, source)
    found: list[Piece] = []
    at = 0
    for tag in _HTML.finditer(masked):
        found.extend(_between(source, at, tag.start()))
        found.append(_element(source[tag.start() : tag.end()], tag.start(), tag["name"] or ""))
        at = tag.end()
    found.extend(_between(source, at, len(source)))
    return found


def _masked(found: re.Match[str]) -> str:
    return _MASK * len(found[0])


def _element(text: str, start: int, name: str) -> Piece:
    name = name.lower()
    if name not in INLINE:
        return Piece(Kind.WALL, text, start, name)
    if name in _EMPTY:
        return Piece(Kind.VALUE, text, start, name)
    return Piece(Kind.CLOSES if text.startswith("</") else Kind.OPENS, text, start, name)


def _between(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text and tags of Django between two tags of HTML."""
    at = start
    for tag in _DJANGO.finditer(source, start, end):
        if tag.start() > at:
            yield Piece(Kind.TEXT, source[at : tag.start()], at)
        yield _tag(tag[0], tag.start())
        at = tag.end()
    if end > at:
        yield Piece(Kind.TEXT, source[at:end], at)


def _tag(text: str, start: int) -> Piece:
    if text.startswith("{{"):
        return Piece(Kind.VALUE, text, start, "{{")
    name = text[2:-2].split(maxsplit=1)[0] if text[2:-2].strip() else ""
    if text.startswith("{#"):
        return Piece(Kind.WALL, text, start, "#")
    if name in _WORDS:
        return Piece(Kind.VALUE, text, start, name)
    if name in _ENDS:
        return Piece(Kind.OPENS, text, start, name)
    for opening, closing in _ENDS.items():
        if name == closing:
            return Piece(Kind.CLOSES, text, start, opening)
    return Piece(Kind.PARTS if name in _BETWEEN else Kind.WALL, text, start, name)


def runs_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The stretches of a template that each are one message or none."""
    stretch: list[Piece] = []
    for piece in pieces:
        if piece.kind is Kind.WALL:
            yield from _runs(stretch)
            stretch = []
        else:
            stretch.append(piece)
    yield from _runs(stretch)


def _runs(stretch: list[Piece]) -> Iterator[list[Piece]]:
    stretch = _trimmed(stretch)
    if not stretch:
        return
    partners = _partners(stretch)
    loose = [
        number
        for number, piece in enumerate(stretch)
        if piece.kind in {Kind.OPENS, Kind.CLOSES, Kind.PARTS} and number not in partners
    ]
    if loose:
        yield from _apart(stretch, loose)
    elif _says_something(stretch, partners):
        yield stretch
    else:
        # Nothing but groups: each says something of its own.
        outer = [number for number, depth in _depths(stretch) if depth == 0]
        inner = [number for number in outer if stretch[number].kind is not Kind.TEXT]
        if inner and any(stretch[number].kind is not Kind.VALUE for number in inner):
            yield from _apart(stretch, outer)
        elif any(has_words(piece) for piece in stretch):
            yield stretch


def _apart(stretch: list[Piece], walls: list[int]) -> Iterator[list[Piece]]:
    at = 0
    for wall in [*walls, len(stretch)]:
        yield from _runs(stretch[at:wall])
        if wall < len(stretch) and has_words(stretch[wall]):
            yield [stretch[wall]]
        at = wall + 1


def _trimmed(stretch: list[Piece]) -> list[Piece]:
    blank = [piece.kind is Kind.TEXT and not piece.text.strip() for piece in stretch]
    first = next((number for number, is_blank in enumerate(blank) if not is_blank), len(stretch))
    last = len(stretch) - next((n for n, is_blank in enumerate(reversed(blank)) if not is_blank), 0)
    return stretch[first:last]


def _partners(stretch: list[Piece]) -> set[int]:
    """Numbers of the pieces that open and close within the stretch, and of what parts them."""
    waiting: list[tuple[int, list[int]]] = []
    matched: set[int] = set()
    for number, piece in enumerate(stretch):
        match piece.kind:
            case Kind.OPENS:
                waiting.append((number, []))
            case Kind.PARTS if waiting:
                waiting[-1][1].append(number)
            case Kind.CLOSES:
                if waiting and stretch[waiting[-1][0]].name == piece.name:
                    opened, parts = waiting.pop()
                    matched |= {opened, number, *parts}
                elif any(stretch[opened].name == piece.name for opened, _ in waiting):
                    while stretch[waiting[-1][0]].name != piece.name:
                        waiting.pop()
                    waiting.pop()
    return matched


def _depths(stretch: list[Piece]) -> Iterator[tuple[int, int]]:
    """Each piece with how many groups it stands in; what opens, parts and closes stands outside."""
    depth = 0
    for number, piece in enumerate(stretch):
        if piece.kind is Kind.CLOSES:
            depth -= 1
        yield number, depth - 1 if piece.kind is Kind.PARTS else depth
        if piece.kind is Kind.OPENS:
            depth += 1


def _says_something(stretch: list[Piece], _partners_in: set[int]) -> bool:
    """Whether there are words of the template itself, outside all groups."""
    return any(
        depth == 0 and stretch[number].kind is Kind.TEXT and has_words(stretch[number])
        for number, depth in _depths(stretch)
    )


_FILTERED_WORDS = re.compile(
    r"\|(?:default|default_if_none|yesno|pluralize):\"([^\"]*[A-Za-z]{2}[^\"]*)\""
)


def has_words(piece: Piece) -> bool:
    """Whether a piece has words that somebody reads."""
    if piece.kind is Kind.TEXT:
        return re.search(r"[A-Za-z]", re.sub(r"&[#\w]+;", "", piece.text)) is not None
    return piece.name == "{{" and _FILTERED_WORDS.search(piece.text) is not None
