"""The messages of a template, and the template with its messages in Welsh.

A template is its own list of messages: each sentence that stands between walls (elements that are
no part of a sentence, tags that are no part of one) is one message, with what is put in, and with
elements without their attributes: `Read <a>the report</a> of {{ name }}`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.template.base import tag_re

from answerable.languages import marks
from answerable_site.design.languages.pieces import (
    Kind,
    Piece,
    has_words,
    pieces_of,
    runs_of,
)

Welsh = Callable[[str], str | None]

_ATTRIBUTE = re.compile(r"(?P<name>\b(?:aria-label|alt|title|placeholder))=\"(?P<text>[^\"]*)\"")
_OPTION = re.compile(
    r"(?P<name>\b[a-z_]*(?:text|title|label|caption|legend|heading|hint|name|lead|button))=\"(?P<text>[^\"]*)\""
)
_WITH_OPTIONS = {"govuk", "govukblock", "include", "with"}
_NOT_SAID = {"service_name", "logo_text", "name"}
_VARIABLE = re.compile(r"{{\s*([^\s|}]+)")
_ELEMENT = re.compile(r"</?\w+>")
_CHOICE = re.compile(r"{% (?:(?:if|elif) (?P<value>\S+) (?:==|!=|<=?|>=?) \d+|else|endif) %}")
_VALUE = re.compile(r"{{\s*(?P<what>[^\s|}]+)(?P<rest>[^}]*)}}")


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a template."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a message stands in a template, and what stands there in Welsh."""

    start: int
    end: int
    message: str
    instead: Callable[[str | None], str]


def messages_of(source: str) -> list[Message]:
    """The messages of a template, in order; one that stands twice is named twice."""
    return [
        Message(place.message, source.count("\n", 0, place.start) + 1)
        for place in _places(source)
        if place.message
    ]


def in_welsh(source: str, welsh: Welsh) -> str:
    """The template with Welsh where there is any, and marks around what is English still.

    Args:
        welsh: the Welsh of a message, or None.

    Welsh that `fault_in` finds fault with is left out: nobody should miss a page for it.
    """
    made: list[str] = []
    at = 0
    for place in _places(source):
        said = welsh(place.message) if place.message else None
        if said is not None and fault_in(place.message, said):
            said = None
        made.extend((source[at : place.start], place.instead(said)))
        at = place.end
    return "".join([*made, source[at:]])


def fault_in(english: str, said: str) -> str:
    """Why the Welsh of a message of a template cannot stand in its place; empty where it can.

    It may put in what the English puts in and nothing else, and may choose by a number.
    """
    values = set(_VARIABLE.findall(english))
    added = set(_VARIABLE.findall(said)) - values
    tags = {tag for tag in tag_re.findall(said) if tag.startswith("{%")}
    tags -= {tag for tag in tag_re.findall(english) if tag.startswith("{%")}
    added |= {tag for tag in tags if not _is_choice(tag, values)}
    if added:
        return f"It puts in what the English does not: {', '.join(sorted(added))}."
    if Counter(_ELEMENT.findall(english)) != Counter(_ELEMENT.findall(said)):
        return "Its elements are others than those of the English."
    return ""


def _is_choice(tag: str, values: set[str]) -> bool:
    """Whether a tag chooses by a number that the English puts in."""
    chosen = _CHOICE.fullmatch(tag)
    return chosen is not None and (not chosen["value"] or chosen["value"] in values)


def _places(source: str) -> list[_Place]:
    pieces = pieces_of(source)
    found: list[_Place] = []
    in_runs: set[int] = set()
    for run in runs_of(pieces):
        if any(has_words(piece) for piece in run):
            found.append(_sentence(run))
            in_runs |= {piece.start for piece in run}
    for piece in pieces:
        if piece.start not in in_runs:
            found.extend(_in_a_piece(piece))
    return sorted(found, key=lambda place: place.start)


def _in_a_piece(piece: Piece) -> Iterator[_Place]:
    """Messages inside a tag, and values that are no part of a sentence."""
    if piece.name == "{{":
        yield _Place(piece.start, piece.end, "", lambda _: _marking(piece.text))
    elif piece.text.startswith("<"):
        yield from _quoted(piece, _ATTRIBUTE)
        for tag in tag_re.finditer(piece.text):
            yield from _quoted(Piece(Kind.WALL, tag[0], piece.start + tag.start()), _OPTION)
    elif piece.text.startswith("{%") and piece.name in _WITH_OPTIONS:
        yield from _quoted(piece, _OPTION)


def _quoted(piece: Piece, pattern: re.Pattern[str]) -> Iterator[_Place]:
    for found in pattern.finditer(piece.text):
        text = found["text"]
        said = tag_re.sub("", text)
        if found["name"] in _NOT_SAID or not re.search(r"[A-Za-z]{2}", said):
            continue
        start = piece.start + found.start("text")
        instead = _quoted_in_welsh(text, marked=pattern is _OPTION)
        yield _Place(start, start + len(text), _one_line(text), instead)


def _quoted_in_welsh(text: str, *, marked: bool) -> Callable[[str | None], str]:
    def instead(said: str | None) -> str:
        if said is None:
            return marks.marked_as_english(text) if marked else text
        return said.replace('"', "”")

    return instead


def _sentence(run: list[Piece]) -> _Place:
    start, end = run[0].start, run[-1].end
    blank_before = len(run[0].text) - len(run[0].text.lstrip()) if run[0].kind is Kind.TEXT else 0
    blank_after = len(run[-1].text) - len(run[-1].text.rstrip()) if run[-1].kind is Kind.TEXT else 0
    message = _message(run)

    def instead(said: str | None) -> str:
        if said is None:
            whole = "".join(piece.text for piece in run)
            inner = whole[blank_before : len(whole) - blank_after]
            return f"{whole[:blank_before]}{marks.WORDING}{inner}{marks.END}" + (
                whole[len(whole) - blank_after :] if blank_after else ""
            )
        told = _with_attributes(said, [piece for piece in run if piece.kind is Kind.OPENS])
        first, last = run[0].text[:blank_before], run[-1].text
        after = last[len(last) - blank_after :] if blank_after else ""
        return f"{first}{told}{after}"

    return _Place(start, end, message, instead)


def _message(run: Iterable[Piece]) -> str:
    return _one_line("".join(_elided(piece) for piece in run))


def _elided(piece: Piece) -> str:
    is_element = piece.kind is Kind.OPENS and piece.text.startswith("<")
    return f"<{piece.name}>" if is_element else piece.text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _with_attributes(said: str, opening: list[Piece]) -> str:
    """Welsh with the attributes of its elements, which are taken in order."""
    said = _VALUE.sub(lambda found: _marking(found[0]), said)
    for piece in opening:
        if not piece.text.startswith("<"):
            continue
        said = said.replace(f"<{piece.name}>", f"<\ufdd9{piece.text[1:]}", 1)
    return said.replace("\ufdd9", "")


def _marking(value: str) -> str:
    """A value that says its language: `{{ name|spoken }}`."""
    return _VALUE.sub(lambda found: f"{{{{ {found['what']}|spoken{found['rest']}}}}}", value, 1)
