"""What a line or text does in a paper that asks: request, lead in, name a subject, carry on."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from answerable.extraction.addressees import addressees_in, sole_bodies
from answerable.extraction.deadlines import deadline_in
from answerable.extraction.find.prose import opens_with_addressee
from answerable.extraction.lines import Line
from answerable.extraction.model import Addressee
from answerable.extraction.wording import (
    MODAL,
    WHEN,
    asks,
    asks_to_have_done,
    commands,
    goes_on,
    recommends,
    reports,
    sentences,
)

_GENERIC_LEAD: Final = re.compile(
    r"\b(?:following|these|below)\b.{0,60}\b(?:recommendations?|areas? for improvement|causes? "
    r"of concern)\b"
    r"|\b(?:recommendations?|areas? for improvement)\b.{0,60}\b(?:as follows|are|below"
    r"|follow)\b\W*$"
    r"|^(?:we|i)\b.{0,60}\b(?:recommendations?|areas? for improvement)\b[^:]{0,80}:$",
    re.IGNORECASE,
)
_COMMITTEE: Final = re.compile(
    r"\b(?:committee|panel|board|members|cabinet|meeting) (?:is|are|be) (?:asked|invited"
    r"|recommended"
    r"|requested)\b|\b(?:committee|panel|members|cabinet) (?:should |to |now )?(?:notes?|resolves?"
    r"|approves?|receives?)\b|\b(?:to|that .{0,40}) (?:note|approve) (?:the|this) (?:report|update"
    r"|contents)\b",
    re.IGNORECASE,
)
_SPEAKER: Final = re.compile(r"(?:I|We|Our|My|You)\b")
_REPLY: Final = re.compile(
    r"^(?:[A-Z][\w’'&-]*(?: [\w’'&-]+){0,4}\s*(?::|\s[–—])\s"
    r"|(?:we|i|our|accepted|agreed|partially|not accepted|noted)\b"
    r"|the (?:force|constabulary|commissioner|office) (?:has|have|is|was|will|accepts?|already)\b)",
    re.IGNORECASE,
)
_CALLS_ON: Final = re.compile(
    r"^(?:(?P<who>[^:.;]{3,120}?) (?:is|are) (?:(?:now|also|therefore) )?(?:asked|urged|invited"
    r"|called (?:up)?on) to\b"
    r"|(?:we|i) (?:(?:now|also|therefore|further) )?(?:expect|ask|urge|invite|require"
    r"|call (?:up)?on|want) (?P<whom>[^:.;]{3,120}?) to\b)",
    re.IGNORECASE,
)
LONGEST_TITLE: Final = 110
_SUBORDINATE: Final = re.compile(r"\b(?:that|which|who|whose|whether|because|why)\b")
_LONGEST_LEAD: Final = 400
_BARE_LEAD: Final = 12


def is_plain_heading(line: Line) -> bool:
    """Whether a line is a heading that names no item and asks nothing."""
    return (
        line.looks_like_heading
        and not line.is_named
        and not asks(line.text)
        and not commands(line.body)
    )


def is_request(text: str) -> bool:
    """Whether the text asks, recommends or commands."""
    return (
        asks(text)
        or recommends(text)
        or commands(text)
        or asks_to_have_done(text)
        or bool(calls_on(text))
    )


def calls_on(text: str, *, force: str | None = None) -> tuple[Addressee, ...]:
    """The bodies in "Chief constables are asked to" or "We expect the force to", else nobody.

    Args:
        text: the request.
        force: the name that "the force" stands for, where the document gives it.
    """
    found = _CALLS_ON.match(WHEN.sub("", text))
    return sole_bodies(found["who"] or found["whom"], force=force) if found else ()


def closes_points(text: str) -> bool:
    """Whether a paragraph below bullets is one sentence that asks, and so ends their item."""
    told = list(islice(sentences(text), 2))
    return len(told) == 1 and asks_plainly(text) and not reports(text)


def asks_plainly(text: str) -> bool:
    """Whether the main clause asks, and not one that tells what somebody proposed."""
    if recommends(text) or commands(text) or asks_to_have_done(text) or calls_on(text):
        return True
    modal = MODAL.search(text)
    if modal is None or _SPEAKER.match(text) or not _asks_of_others(text):
        return False
    return not _SUBORDINATE.search(text[: modal.start()]) or bool(addressees_in(text))


def is_addressed_lead(line: Line) -> bool:
    """Whether a line such as "Chief constables should:" opens bullets that complete it."""
    text = line.text
    if line.mark is not None or not text.endswith(":"):
        return False
    if calls_on(text):
        return True
    if not asks(text) or reports(text):
        return False
    return len(text.split()) <= _BARE_LEAD and opens_with_addressee(text)


def belongs(text: str, *, numbered: bool) -> bool:
    """Whether a paragraph below an item carries it on, and does not explain or report."""
    if reports(text) or _SPEAKER.match(text):
        return False
    if goes_on(text):
        return _asks_of_others(text) or text.endswith(":") or deadline_in(text) is not None
    return numbered and (is_request(first_sentence(text)) or text.endswith(":"))


def _asks_of_others(text: str) -> bool:
    """Whether a sentence asks that is not the writer's word to the reader ("You should know")."""
    return any(
        asks(sentence.text) and not _SPEAKER.match(sentence.text) for sentence in sentences(text)
    )


def first_sentence(text: str) -> str:
    """The sentence that opens a text."""
    return next((sentence.text for sentence in sentences(text)), text)


def last_sentence(text: str) -> str:
    """The sentence that ends a text."""
    last = text
    for sentence in sentences(text):
        last = sentence.text
    return last


def is_generic_lead(text: str) -> bool:
    """Whether the last sentence announces items, as "We make these recommendations:" does."""
    last = last_sentence(text)
    return len(last) < _LONGEST_LEAD and _GENERIC_LEAD.search(last) is not None


def is_title(line: Line) -> bool:
    """Whether the words beside a label name the subject and ask nothing."""
    body = line.body
    if is_request(body) or len(body) > LONGEST_TITLE or body.endswith((".", ":", ";")):
        return False
    return bool(body)


def request_of(text: str) -> str:
    """The start of a run-on paragraph up to the first sentence that only reports."""
    end = 0
    for sentence in sentences(text):
        if end and reports(sentence.text):
            break
        end = sentence.end
    return text[:end]


def is_for_meeting(text: str) -> bool:
    """Whether the text asks a committee to note or approve something."""
    return _COMMITTEE.search(text[:400]) is not None


def replies(text: str) -> bool:
    """Whether a paragraph below an item answers it ("Northmoor: under way", "We have")."""
    return _REPLY.match(text) is not None
