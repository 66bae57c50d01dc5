"""The inspectorates that a document names, and the one force that it is about."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from answerable.extraction.lines import Line

_INSPECTORATES: Final = (
    (
        "HMICFRS",
        (
            r"HMICFRS|(?i:Inspectorate\s+of\s+Constabulary,?\s+(?:and\s+|&\s+)?Fire"
            r"|Arolygiaeth\s+Cwnstabliaeth\s+a\s+Gwasanaethau\s+T[âa]n)"
        ),
    ),
    (
        "HMIC",
        r"HMIC\b(?!FRS)|(?i:Inspectorate\s+of\s+Constabulary(?!,?\s+(?:and\s+|&\s+)?Fire))",
    ),
    ("HMCPSI", r"HMCPSI|(?i:Crown\s+Prosecution\s+Service\s+Inspectorate)"),
    (
        "HMI Probation",
        r"HMI\s?(?i:Probation)|(?i:Inspectorate\s+of\s+Probation|Arolygiaeth\s+Prawf)",
    ),
    (
        "HMI Prisons",
        r"HMI\s?(?i:Prisons)|HMIP\b|(?i:Inspectorate\s+of\s+Prisons|Arolygiaeth\s+Carchardai)",
    ),
    ("CQC", r"(?i:Care\s+Quality\s+Commission)|CQC\b"),
    ("Ofsted", r"(?:Ofsted|OFSTED)\b"),
    ("Estyn", r"(?:Estyn|ESTYN)\b"),
    ("HIW", r"(?i:Healthcare\s+Inspectorate\s+Wales|Arolygiaeth\s+Gofal\s+Iechyd\s+Cymru)|HIW\b"),
    ("CIW", r"(?i:Care\s+Inspectorate\s+Wales|Arolygiaeth\s+Gofal\s+Cymru)|CIW\b"),
    ("IOPC", r"(?i:Independent\s+Office\s+for\s+Police\s+Conduct)|IOPC\b"),
)
_NAMED: Final = tuple((name, re.compile(rf"\b(?:{words})")) for name, words in _INSPECTORATES)
_NO_INSPECTORATE: Final = {"IOPC"}
_NO_PLACE_LISTED: Final = """
the of national state chief home joint our all local british every each any this that your new
modern effective english welsh scottish an a in on for how neighbourhood and with by to from peel
majesty’s independent college former counter military roads uk his her inspecting inspection
response re against many some most other both no
"""
_NO_PLACE: Final = frozenset(_NO_PLACE_LISTED.split())
_PLACE_OF: Final = frozenset(["city", "isle", "isles", "vale", "forest", "county", "borough"])
"""Words that "of" joins to a place's name; of any other the place is what follows."""
_FORCE: Final = re.compile(
    r"\b(?P<place>(?!Police\b|Constabulary\b)[A-Z][\w’'-]+(?:(?:\s+(?:and|&|upon|of)\s+"
    r"|\s+)(?!Police\b|Constabulary\b)[A-Z][\w’'-]+){0,3})\s+(?P<body>Police(?:\s+Service)?"
    r"|Constabulary|Fire (?:and|&) "
    r"Rescue (?:Service|Authority))(?!\s+(?:and\s+[Cc]rime|&\s+[Cc]rime|and\s+Fire|&\s+Fire"
    r"|Officer|Federation|Chiefs|National|Authority|Service\b))"
)
_CAPITALS: Final = re.compile(r"(?:^|(?<=[|\n]\s)|(?<=[|\n]))[^a-z|\n]{6,200}(?=$|[|\n])")
_SMALL_WORD: Final = re.compile(r"\b(?:And|Of|The|For|Upon|In)\b")
_INSPECTING: Final = re.compile(
    r"\b(?:inspectors|inspection|inspected|report|review|visit|carried out|undertaken|published"
    r"|led)\b[^.]{0,60}\b(?:from|by|of)\s+(?:the\s+)?"
    r"(?:HM|His|Her|Care Q|Estyn|Ofsted|CQC)[^.]{0,160}"
)
_INSPECTORATES_LABEL: Final = re.compile(
    r"^(?:(?:lead |participating )?inspectorates?(?: involved| taking part)?"
    r"|inspected by|inspecting bod(?:y|ies))\s*(?::|$)",
    re.IGNORECASE,
)
_FORCE_LABEL: Final = re.compile(
    r"^(?:name of )?(?:police )?(?:force|service|constabulary)(?: inspected| name)?\s*(?::|$)",
    re.IGNORECASE,
)
_LABELS_WITHIN: Final = 60
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
    labelled = _beside(lines, _INSPECTORATES_LABEL)
    cover = [
        *running,
        *labelled,
        *(line.text for line in lines[:_COVER_LINES] if _is_cover_line(line)),
    ]
    top = [line.text for line in lines[:_TOP_LINES]]
    inspecting = [found[0] for text in top for found in _INSPECTING.finditer(text)]
    named = _named_in("\n".join([*cover, *inspecting]))
    everything = "\n".join(line.text for line in lines)
    if "HMIC" in named and "HMICFRS" in _named_in("\n".join(top)):
        named = tuple("HMICFRS" if name == "HMIC" else name for name in named)
    return named or _named_in(everything)[:1]


def _is_cover_line(line: Line) -> bool:
    return len(line.text) < _SENTENCE and not line.text.endswith(".")


def _beside(lines: tuple[Line, ...], label: re.Pattern[str]) -> list[str]:
    """What is printed beside or right below a label near the top."""
    top = lines[: _LABELS_WITHIN + 1]
    found = [
        (line.text, after.text) for line, after in pairwise(top) if label.match(line.text.strip())
    ]
    return [after if label.fullmatch(text.strip()) else text for text, after in found]


def force_of(
    lines: tuple[Line, ...], title: str | None, running: tuple[str, ...] = ()
) -> str | None:
    """The one force or service that title or text is about, as named, or None.

    Args:
        lines: the lines of the document.
        title: its title.
        running: the texts of headers and footers.
    """
    top = " | ".join(line.text for line in lines[:_TOP_LINES])
    for text in (title or "", " | ".join(_beside(lines, _FORCE_LABEL)), " | ".join(running), top):
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
    for match in _FORCE.finditer(_in_mixed_case(text)):
        words = match["place"].split()
        for at, word in enumerate(words):
            if word == "of" and words[at - 1].lower() not in _PLACE_OF:
                words = words[at + 1 :]
                break
        while words and words[0].lower() in _NO_PLACE:
            words = words[1:]
        if words and words[-1].lower() not in _NO_PLACE:
            found.append(" ".join([*words, *match["body"].split()]))
    return found


def _in_mixed_case(text: str) -> str:
    """A text with its lines in capitals as they would be printed in running text."""
    return _CAPITALS.sub(
        lambda found: _SMALL_WORD.sub(lambda small: small[0].lower(), found[0].title()), text
    )
