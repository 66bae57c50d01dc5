"""The inspectorates that a document names, and the one force that it is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from answerable.extraction.lines import Line

_INSPECTORATES: Final = (
    (
        "HMICFRS",
        r"HMICFRS|Inspectorate of Constabulary (?:and|&) Fire",
    ),
    ("HMIC", r"HMIC\b(?!FRS)|Inspectorate of Constabulary(?!\s+(?:and|&) Fire)"),
    ("HMCPSI", r"HMCPSI|Crown Prosecution Service Inspectorate"),
    ("HMI Probation", r"HMI\s?Probation|Inspectorate of Probation"),
    ("HMI Prisons", r"HMI\s?Prisons|HMIP\b|Inspectorate of Prisons"),
    ("CQC", r"Care Quality Commission|CQC\b"),
    ("Ofsted", r"Ofsted\b"),
    ("Estyn", r"Estyn\b"),
    ("HIW", r"Healthcare Inspectorate Wales|HIW\b"),
    ("CIW", r"Care Inspectorate Wales|CIW\b"),
    ("IOPC", r"Independent Office for Police Conduct|IOPC\b"),
)  # fmt: skip
_NAMED: Final = tuple((name, re.compile(rf"\b(?:{words})")) for name, words in _INSPECTORATES)
_NO_INSPECTORATE: Final = {"IOPC"}
_NO_PLACE: Final = frozenset(
    [
        "the",
        "of",
        "national",
        "state",
        "chief",
        "home",
        "joint",
        "our",
        "all",
        "local",
        "british",
        "every",
        "each",
        "any",
        "this",
        "that",
        "your",
        "new",
        "modern",
        "effective",
        "english",
        "welsh",
        "scottish",
        "an",
        "a",
        "in",
        "on",
        "for",
        "how",
        "neighbourhood",
        "and",
        "with",
        "by",
        "to",
        "from",
        "peel",
        "majesty’s",
        "independent",
        "college",
        "former",
        "metropolitan",
        "counter",
        "military",
        "roads",
        "uk",
        "his",
        "her",
        "inspecting",
        "inspection",
        "response",
        "re",
        "against",
        "many",
        "some",
        "most",
        "other",
        "both",
        "no",
    ]
) - {"metropolitan"}
_FORCE: Final = re.compile(
    r"\b(?P<place>(?!Police\b|Constabulary\b)[A-Z][\w’'-]+(?:(?:\s+(?:and|&|upon|of)\s+"
    r"|\s+)(?!Police\b|Constabulary\b)[A-Z][\w’'-]+){0,3})\s+(?P<body>Police(?:\s+Service)?"
    r"|Constabulary|Fire (?:and|&) "
    r"Rescue (?:Service|Authority))(?!\s+(?:and\s+[Cc]rime|&\s+[Cc]rime|and\s+Fire|&\s+Fire"
    r"|Officer|Federation|Chiefs|National|Authority|Service\b))"
)
_INSPECTING: Final = re.compile(
    r"\b(?:inspectors|inspection|inspected|report|review|visit|carried out|undertaken|published"
    r"|led)\b[^.]{0,60}\b(?:from|by|of)\s+(?:the\s+)?"
    r"(?:HM|His|Her|Care Q|Estyn|Ofsted|CQC)[^.]{0,160}"
)
_TOP_LINES: Final = 40
_COVER_LINES: Final = 14
_SENTENCE: Final = 230


def inspectorates_of(lines: tuple[Line, ...], running: tuple[str, ...]) -> tuple[str, ...]:
    """Short names of the inspectorates whose report this is, in order of mention.

    Those on the cover, in running headers and footers, and where the text says who inspected
    count; a body named only in passing does not, unless no other is named.

    Args:
        lines: the lines of the document.
        running: the texts of headers and footers.
    """
    cover = [*running, *(line.text for line in lines[:_COVER_LINES] if _is_cover_line(line))]
    top = [line.text for line in lines[:_TOP_LINES]]
    inspecting = [found[0] for text in top for found in _INSPECTING.finditer(text)]
    named = _named_in("\n".join([*cover, *inspecting]))
    everything = "\n".join(line.text for line in lines)
    if "HMIC" in named and "HMICFRS" in _named_in("\n".join(top)):
        named = tuple("HMICFRS" if name == "HMIC" else name for name in named)
    return named or _named_in(everything)[:1]


def _is_cover_line(line: Line) -> bool:
    return len(line.text) < _SENTENCE and not line.text.endswith(".")


def force_of(lines: tuple[Line, ...], title: str | None) -> str | None:
    """The one force or service that title or text is about, as named, or None."""
    for text in (title or "", " | ".join(line.text for line in lines[:_TOP_LINES])):
        names = Counter(_forces_in(text))
        if len(names) == 1:
            return next(iter(names))
    names = Counter(_forces_in(" | ".join(line.text for line in lines)))
    if not names:
        return None
    (first, times), *others = names.most_common(2)
    return first if times >= 3 and (not others or times >= 4 * others[0][1]) else None


def _named_in(text: str) -> tuple[str, ...]:
    at: dict[str, int] = {}
    for name, pattern in _NAMED:
        found = pattern.search(text)
        if found and name not in _NO_INSPECTORATE:
            at[name] = found.start()
    if "HMICFRS" in at:
        at.pop("HMIC", None)
    return tuple(sorted(at, key=lambda name: at[name]))


def _forces_in(text: str) -> list[str]:
    found = []
    for match in _FORCE.finditer(text):
        words = match["place"].split()
        while words and words[0].lower() in _NO_PLACE:
            words = words[1:]
        if words and words[-1].lower() not in _NO_PLACE:
            found.append(" ".join([*words, *match["body"].split()]))
    return found
