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
_HEAD: Final = 40
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
    r"|\b(?:inspection|recommendations?|hmic(?:frs)?) response(?: form| template)?$"
    r"|\bcomments (?:of|from|by) the .{0,60}(?:commissioner|policing body)",
    re.IGNORECASE,
)
_SAYS_IT_REPLIES: Final = re.compile(
    r"\b(?:my|our)(?: \w+){0,2} (?:response|comments|reply)\b[^.]{0,80}\bsection 55\b"
    r"|\bsection 55\b[^.]{0,120}\b(?:my|our)(?: \w+){0,2} (?:response|comments|reply)\b"
    r"|\b(?:i|we)\b(?: am| are)? (?:write|writing|respond(?:ing)?|reply(?:ing)?) (?:to you )?"
    r"(?:in (?:response|reply) )?to (?:the|your) [^.]{0,60}\b(?:reports?|inspections?)\b",
    re.IGNORECASE,
)
_TO_A_MINISTER: Final = re.compile(
    r"^dear (?:home secretary|secretary of state|(?:policing )?minister)\b", re.IGNORECASE
)
_REPLIES_TO_LAW: Final = re.compile(r"\bsection 55\b|\b(?:response|comments)\b", re.IGNORECASE)
_WHO_REPLIES: Final = re.compile(
    r"\b(?:response|responses|reply|replies|accepted|taken|doing|done|our|my|commissioner|pf?ccs?"
    r"|opcc|mayor|chief constable|chief officer|force|constabulary|policing body|office)\b",
    re.IGNORECASE,
)
"""A heading "Comment" alone does not say that somebody answers."""
_OFFICE: Final = (
    r"(?:the )?(?:chief (?:constable|officer)|(?:police(?:,? fire)? and crime )?commissioner|pf?cc"
    r"|mayor|(?:local )?policing body)"
)
_REPLY_CELL: Final = re.compile(
    rf"^(?:(?:response|comments?|reply) (?:of|from|by) {_OFFICE}\b.{{0,30}}"
    rf"|{_OFFICE}(?:[’']s?)? (?:response|comments?|reply))\W*$",
    re.IGNORECASE,
)
_SALUTATION: Final = re.compile(r"^dear\s+\S", re.IGNORECASE)
_CLOSE: Final = re.compile(r"^yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
_NO_INSPECTION_PAPER: Final = re.compile(
    r"^(?:draft )?(?:minutes|agenda|notes) (?:of|for|from)\b"
    r"|(?:^|[:–—-] ?)(?:(?:draft|approved) )?(?:minutes|agenda|glossary)$"
    r"|^(?:a )?glossary(?: of\b|:| –)|\breports and (?:our |the |all )?responses$",
    re.IGNORECASE,
)
_ATTENDANCE: Final = re.compile(
    r"^(?:present|in attendance|apologies(?: for absence)?)(?:\s*:|$)", re.IGNORECASE
)
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
    (InspectionType.NATIONAL, re.compile(r"\bnational\b", re.IGNORECASE)),
    (InspectionType.JOINT, re.compile(r"\bjoint\b", re.IGNORECASE)),
    (InspectionType.NATIONAL, re.compile(r"\bthematic\b", re.IGNORECASE)),
    (
        InspectionType.FORCE,
        re.compile(r"\b(?:force|local|peel|constabulary|single|service)\b", re.IGNORECASE),
    ),
    (InspectionType.LETTER, _LETTER),
)


def document_kind_of(
    divided: tuple[tuple[Line, Section], ...], title: str | None, *, tracks: bool, answers: bool
) -> DocumentKind:
    """Report, letter, response, tracker, or other where nothing speaks of an inspection.

    Args:
        divided: the lines with their sections.
        title: the title, if there is one.
        tracks: whether a table of items has a column for their status.
        answers: whether a table of items has the chief officer's reply beside them, and no status.
    """
    lines = [line for line, _ in divided]
    top = [line.text for line in lines[:_TOP]]
    short = [text for text in top if len(text) < _SHORT]
    if any(_NO_INSPECTION_PAPER.search(text) for text in [title or "", *top[:2]]):
        return DocumentKind.OTHER
    if sum(_ATTENDANCE.match(line.text) is not None for line in lines[:_HEAD]) > 1:
        return DocumentKind.OTHER
    if _TRACKER.search(title or ""):
        return DocumentKind.TRACKER
    if any(_RESPONSE_TITLE.search(text) for text in [*short, title or ""]) or _replies(divided):
        return DocumentKind.RESPONSE
    if answers and not _lists_outside_tables(divided):
        return DocumentKind.RESPONSE
    if any(_SALUTATION.match(line.text) for line in lines[:_HEAD]):
        return DocumentKind.LETTER
    if any(_CLOSE.match(line.text) for line in lines):
        return DocumentKind.LETTER
    headings = (text for text in short if not asks(text))
    if not tracks and any(line.block.cell and _REPLY_CELL.match(line.text) for line in lines):
        return DocumentKind.RESPONSE
    if (tracks and not _lists_outside_tables(divided)) or any(map(_TRACKER.search, headings)):
        return DocumentKind.TRACKER
    if any(_NEWS.match(text) for text in top):
        return DocumentKind.OTHER
    if any(_REPORT.search(line.text) for line in lines):
        return DocumentKind.REPORT
    return DocumentKind.OTHER


def _replies(divided: tuple[tuple[Line, Section], ...]) -> bool:
    """Whether a heading, or the letter itself, says that a body answers an inspection."""
    head = [line.text for line, _ in divided[:_HEAD]]
    if any(map(_SAYS_IT_REPLIES.search, head)):
        return True
    if any(map(_TO_A_MINISTER.match, head)) and any(map(_REPLIES_TO_LAW.search, head)):
        return True
    return any(
        section.part is Part.RESPONSE
        and section.heading is not None
        and _WHO_REPLIES.search(section.heading.text)
        and not _heads_column(section.heading)
        for _, section in divided
    )


def _heads_column(line: Line) -> bool:
    """Whether a heading stands above a column, as in a list of reports and replies to them."""
    return line.block.cell is not None and line.block.cell.column > 0


def _lists_outside_tables(divided: tuple[tuple[Line, Section], ...]) -> bool:
    """Whether items stand in the text, so that a table of earlier ones is a part of a report."""
    return any(
        (section.part is Part.ITEMS or line.is_labelled)
        and line.block.cell is None
        and asks(line.text)
        for line, section in divided
    )


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
