"""What sort of paper a document is, and which bodies the inspection is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from answerable.extraction.facts.labelled import Label
from answerable.extraction.lines import Line
from answerable.extraction.model import DocumentKind, InspectionType
from answerable.extraction.sections import Part, Section
from answerable.extraction.wording import asks

_TOP: Final = 12
_SHORT: Final = 250
_ANSWERED: Final = (
    r"(?:[\w’'&-]+\s+){0,6}(?:reports?|inspections?|recommendations?|super-complaint"
    r"|hmic(?:frs)?)\b"
)
_RESPONSE_TITLE: Final = re.compile(
    rf"\b(?:response|reply|comments) (?:to|on) {_ANSWERED}"
    r"|\b(?:commissioner|pf?cc|chief constable|mayor)(?:[’']?s?)?(?: for [\w ]{3,30})?(?: "
    r"\([^)]*\))?:?"
    r" (?:response|comments)\b"
    r"|^(?:the )?(?:\w+ ){0,3}response (?:of|from|by) (?:the )?.{3,80}"
    r"|^section 55 (?:response|comments)"
    r"|\bcomments (?:of|from|by) the .{0,60}(?:commissioner|policing body)",
    re.IGNORECASE,
)
_SALUTATION: Final = re.compile(r"^dear\s+\S", re.IGNORECASE)
_MEETING: Final = re.compile(r"^(?:draft )?(?:minutes|agenda|notes) (?:of|for)\b", re.IGNORECASE)
_TRACKER: Final = re.compile(
    r"\b(?:tracker|recommendations? register|action log|status of recommendations)\b", re.IGNORECASE
)
_REPORT: Final = re.compile(
    r"\b(?:inspect(?:ion|ed|ors?|orates?)|hmic(?:frs)?|hmcpsi|peel|re-inspection|revisit|thematic"
    r"|recommendations?|areas? for improvement)\b",
    re.IGNORECASE,
)
_RECIPIENT: Final = re.compile(
    r"\b(?P<office>chief constable|commissioner of police|chief fire officer|police(?:,? fire)? "
    r"and crime commissioner)\b",
    re.IGNORECASE,
)
_NEWS: Final = re.compile(
    r"^(?:news|press release|media release|blog|newsletter|news release|latest news)\b",
    re.IGNORECASE,
)
_REINSPECTION: Final = re.compile(
    r"\b(?:re-?inspection|re-?visit|follow[- ]up inspection|progress (?:letter|review)|second "
    r"inspection)\b",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(
    r"\bjoint(?:\s+\w+){0,2}\s+(?:inspection|thematic|review|targeted)\b", re.IGNORECASE
)
_NATIONAL: Final = re.compile(
    r"\b(?:national|thematic|how (?:well |effectively )?(?:the )?(?:police|forces)|(?:two|three"
    r"|four|five|six|seven|eight|nine|ten|twelve|\d+) forces|state of policing|police service in "
    r"England|England and Wales|all "
    r"(?:43 )?(?:police )?forces|police forces|super-complaint)\b",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"\bletter\b", re.IGNORECASE)
_TYPES: Final = (
    (InspectionType.REINSPECTION, _REINSPECTION),
    (InspectionType.NATIONAL, re.compile(r"\b(?:national|thematic)\b", re.IGNORECASE)),
    (InspectionType.JOINT, re.compile(r"\bjoint\b", re.IGNORECASE)),
    (
        InspectionType.FORCE,
        re.compile(r"\b(?:force|local|peel|constabulary|single|service)\b", re.IGNORECASE),
    ),
    (InspectionType.LETTER, _LETTER),
)


def document_kind_of(
    divided: tuple[tuple[Line, Section], ...], title: str | None, *, tracks: bool
) -> DocumentKind:
    """Report, letter, response, tracker, or other where nothing speaks of an inspection."""
    lines = [line for line, _ in divided]
    top = [line.text for line in lines[:_TOP]]
    if any(_MEETING.search(text) for text in [title or "", *top[:2]]):
        return DocumentKind.OTHER
    if _TRACKER.search(title or ""):
        return DocumentKind.TRACKER
    if any(
        _RESPONSE_TITLE.search(text)
        for text in [*(text for text in top if len(text) < 300), title or ""]
    ):
        return DocumentKind.RESPONSE
    if any(section.part is Part.RESPONSE for _, section in divided):
        return DocumentKind.RESPONSE
    if any(_SALUTATION.match(line.text) for line in lines[:40]):
        return DocumentKind.LETTER
    if tracks or any(_TRACKER.search(text) for text in top):
        return DocumentKind.TRACKER
    if any(_NEWS.match(text) for text in top):
        return DocumentKind.OTHER
    if any(_REPORT.search(line.text) for line in lines):
        return DocumentKind.REPORT
    return DocumentKind.OTHER


def inspection_type_of(
    lines: tuple[Line, ...],
    title: str | None,
    said: Mapping[Label, str],
    kind: DocumentKind,
    inspectorates: tuple[str, ...],
    force: str | None,
) -> InspectionType | None:
    """The type as printed beside its label; else told from title, letter form and bodies named."""
    printed = said.get(Label.TYPE, "")
    for inspection_type, pattern in _TYPES:
        if pattern.search(printed):
            return inspection_type
    cover = (line.text for line in lines[:_TOP] if len(line.text) < _SHORT and not asks(line.text))
    top = " | ".join([title or "", *cover])
    if kind is DocumentKind.LETTER:
        return InspectionType.LETTER
    if _REINSPECTION.search(top):
        return InspectionType.REINSPECTION
    if _JOINT.search(top):
        return InspectionType.JOINT
    if _NATIONAL.search(title or "") and (force is None or force not in (title or "")):
        return InspectionType.NATIONAL
    if force is not None:
        return InspectionType.FORCE
    if _NATIONAL.search(top) or (
        kind is DocumentKind.REPORT and any(_NATIONAL.search(line.text) for line in lines[:80])
    ):
        return InspectionType.NATIONAL
    return InspectionType.JOINT if len(inspectorates) > 1 else None


def recipient_of(lines: tuple[Line, ...]) -> str | None:
    """The office that a letter is written to, or None if it is no letter or names no office."""
    salutation = next(
        (at for at, line in enumerate(lines[:40]) if _SALUTATION.match(line.text)), None
    )
    if salutation is None:
        return None
    for line in lines[: salutation + 1]:
        found = _RECIPIENT.search(line.text)
        if found:
            return f"the {found['office'].lower()}"
    return None
