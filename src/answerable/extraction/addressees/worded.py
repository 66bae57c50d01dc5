"""Subjects made of bodies that no list knows, kept whole as worded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from answerable.extraction.addressees.named import Named

_JOINT: Final = re.compile(
    r"\s*,\s*(?:and\s+|or\s+|as well as\s+)?|\s+(?:and|or|&|as well as|together with"
    r"|jointly with|along with)\s+"
)
_PROPER: Final = re.compile(
    r"(?:[Tt]he\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:and\s+)?[A-Z][\w’'-]*)*)*"
)
"""A name in capitals; "and" joins its words only behind "of": "Faculty of Law and Medicine"."""
_DETERMINER: Final = re.compile(
    r"^(?:the|its|their|his|her|our|all|each|every|any|both|those|these|other|local)\s+",
    re.IGNORECASE,
)
_EDGE: Final = re.compile(
    r"^(?:(?:also|both|then|that|therefore|and|but)\s+)+"
    r"|\s*,?\s+(?:each|all|both|together|jointly|also|therefore|then|now|urgently)$",
    re.IGNORECASE,
)
_NO_NOUN_PHRASE: Final = re.compile(
    r"\b(?:that|which|who|whose|what|how|when|where|why|whether|if|because|so|to|by|with|as|than"
    r"|from|on|at|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may"
    r"|must|should|not|no|nobody|there|it|this|that|these|they|we|you|i|he|she|who)\b|[.;:?!“”()]",
    re.IGNORECASE,
)
_ACTING_LISTED: Final = """
forum forums group groups unit units board boards bureau centre centres partner partners
partnership partnerships supplier suppliers contractor contractors body bodies organisation
organisations charity charities adviser advisers advisor advisors trust trusts commission
commissioner commissioners coroner coroners ombudsman treasury faculty council councils college
inspectorate inspectorates regulator regulators agency agencies authority authorities service
services provider providers team teams department departments directorate ministry minister
ministers secretary director directors constable constables officer officers lead leads chair
chairs chairman chairmen panel panels committee committees network brigade brigades force forces
crew crews manager managers supervisor supervisors company companies university universities
association federation parliament government institute academy assembly mayor mayors staff
superintendents sergeants inspectors investigators detectives handlers trainers nurses doctors
"""
_ACTING: Final = frozenset(_ACTING_LISTED.split())
_THINGS_LISTED: Final = """
review plan plans policy policies guidance training process processes framework strategy strategies
report reports protocol protocols system systems programme programmes work course courses
assessment assessments model approach procedure procedures standard standards agreement change
changes response responses result results data analysis audit audits evaluation inquiry
investigation investigations step steps action actions arrangement arrangements measure measures
tool tools form forms record records list lists meeting meetings evidence information decision
decisions case cases call calls incident incidents victim victims child children detainee detainees
suspect suspects item items device devices vehicle vehicles figure figures search searches letter
"""
_THINGS: Final = frozenset(_THINGS_LISTED.split())
_LONGEST_NAME: Final = 8
"""In words."""


def worded_subjects(phrase: str, named: Sequence[Named]) -> list[Named] | None:
    """The bodies of a phrase that joins bodies and nothing else, each whole; None of any other.

    A body off the list counts by its own name, by a word for those who act ("forum", "supplier"),
    or because the phrase joins it to a body that is known. A single name of the list is left to
    those rules.

    Args:
        phrase: the words before the verb that asks, without phrases of time or manner.
        named: the bodies of the list that the phrase names.
    """
    parts = _parts(phrase, named)
    if not parts or any(_is_no_body(phrase[start:end]) for start, end in parts):
        return None
    known = [_known_in(part, named) for part in parts]
    found = []
    for (start, end), body in zip(parts, known, strict=True):
        words = phrase[start:end]
        if body is not None and body.name == words:
            found.append(body)
        elif body is not None and body.end == end:
            found.append(Named(_kind_of(words, body), words, start, end))
        elif body is None and (_acts(words) or (any(known) and _may_act(words))):
            found.append(Named("other", words, start, end))
        else:
            return None
    return found


def _parts(phrase: str, named: Sequence[Named]) -> list[tuple[int, int]]:
    """Where the joined parts stand; no name, known or in capitals, is cut."""
    whole = [(body.start, body.end) for body in named]
    whole += [found.span() for found in _PROPER.finditer(phrase)]
    joints = [
        joint.span()
        for joint in _JOINT.finditer(phrase)
        if not any(start < joint.start() < end for start, end in whole)
    ]
    edges = [0, *(edge for joint in joints for edge in joint), len(phrase)]
    trimmed = (_trimmed(phrase, *pair) for pair in zip(edges[::2], edges[1::2], strict=True))
    return [(start, end) for start, end in trimmed if end > start]


def _trimmed(phrase: str, start: int, end: int) -> tuple[int, int]:
    words = phrase[start:end]
    start += len(words) - len(words.lstrip(" ,"))
    end -= len(words) - len(words.rstrip(" ,"))
    for edge in _EDGE.finditer(phrase[start:end]):
        if edge.start() == 0:
            start += edge.end()
        else:
            end = start + edge.start() if start + edge.start() <= end else end
    return start, end


def _is_no_body(words: str) -> bool:
    return len(words.split()) > _LONGEST_NAME or _NO_NOUN_PHRASE.search(words) is not None


def _known_in(part: tuple[int, int], named: Sequence[Named]) -> Named | None:
    inside = [body for body in named if part[0] <= body.start and body.end <= part[1]]
    return inside[-1] if inside else None


def _kind_of(words: str, body: Named) -> str:
    """The kind of a listed body; with words before it, a commissioner or service may be any."""
    before = _DETERMINER.sub("", words[: len(words) - len(body.name)].strip() + " ")
    general = re.match(r"^(?:services|(?:the\s+)?commissioners?)$", body.name, re.IGNORECASE)
    return "other" if before.strip() and general else body.kind


def _acts(words: str) -> bool:
    """Whether the words name somebody: a name in capitals, or a word for those who act."""
    bare = _DETERMINER.sub("", words)
    head = re.split(r"\s+(?:of|for|in)\s+", bare)[0].split()[-1:]
    if not head or head[0].lower() in _THINGS:
        return False
    if head[0].lower() in _ACTING:
        return True
    named = _PROPER.fullmatch(words)
    return named is not None and len(re.findall(r"\b[A-Z]", words)) > 1


def _may_act(words: str) -> bool:
    """Whether the words can name a body beside a known one: "its owner", "vets"; no adverb."""
    bare = _DETERMINER.sub("", words)
    head = re.split(r"\s+(?:of|for|in)\s+", bare)[0].split()[-1:]
    if not head or head[0].lower() in _THINGS:
        return False
    return bare != words or head[0].endswith("s")
