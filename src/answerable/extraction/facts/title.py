"""The title of the inspection, as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from answerable.documents.model import BlockKind
from answerable.extraction.dates import sole_date
from answerable.extraction.facts.answered_title import answered_title_in, without_source
from answerable.extraction.facts.labelled import Label
from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind

_NO_TITLE: Final = re.compile(
    r"^(?:hmicfrs|hmic|hmcpsi|(?:his|her) majesty[’']s.{0,90}inspectorate.{0,90}|hm "
    r"inspectorate.{0,90}|office of .{0,80}|.{0,60}\boffice of (?:the )?police.{0,60}|criminal "
    r"justice joint inspection"
    r"|promoting improvements.{0,80}|official(?:[- ]sensitive)?|contents|draft|dear\b.{0,80}"
    r"|(?:from|to|date|sent|cc|our ref|your ref|reference|ref|tel|email|telephone|address"
    r"|isbn)\b\s*[:.].{0,120}|by e-?mail.{0,60}|www\..{0,80}|https?:.{0,120}|page \d+.{0,20}"
    r"|(?:hmicfrs|hmic|hmcpsi)?\W*(?:inspection |thematic |final )?report|letter|summary|foreword"
    r"|introduction|overview|recommendations?|published\b.{0,40}|(?:last )?updated\b.{0,40})\W*$",
    re.IGNORECASE,
)
_OF_A_SITE: Final = re.compile(
    r"^(?:home|menu|search|skip to.{0,60}|jump to.{0,60}|you are here.*|.{0,80}[>»›].{1,120}"
    r"|(?:about|contact|follow|find) us|our (?:work|people|office)|news|publications?|reports?"
    r"|share(?: (?:this )?page)?|print(?: this page)?|tweet|twitter|facebook|linkedin|cymraeg"
    r"|english|.{0,30}\bcookies?\b.{0,30}|accessibility|sign in|log in|close|back to.{0,40}"
    r"|on this page|sitemap|(?:(?:home|reports?|publications|recommendations|news|about|contact"
    r"|search|our work)\b\W*){2,})\W*$",
    re.IGNORECASE,
)
"""Menus, trails and buttons that a web page saved as text prints above its title."""
_SUBJECT: Final = re.compile(
    r"^(?:subject|re)\s*:\s*(?:(?:re|fw|fwd)\s*:\s*)*(?P<value>\S.*)$", re.IGNORECASE
)
_WITHIN: Final = 25
_ANSWERED_WITHIN: Final = 10
_LONGEST: Final = 300
_ADDRESS: Final = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|^\d+\s+\w+\s+(?:street|road|lane|way|avenue)|@"
)
_OFFICE: Final = re.compile(
    r"^(?:the\s+)?(?:acting |temporary )?(?:chief constable|commissioner|police and crime"
    r"|mayor)\b.{0,60}$",
    re.IGNORECASE,
)
_FILE_NAME: Final = re.compile(
    r"\.(?:docx?|pdf|odt|rtf|html?|txt)$|^microsoft word\b|^(?:untitled|document\d*)$|\w_\w",
    re.IGNORECASE,
)


def title_of(lines: tuple[Line, ...], said: Mapping[Label, str], stated: str | None) -> str | None:
    """The title: labelled, a letter's subject, the report that a reply names, the first heading.

    Args:
        lines: the lines of the document.
        said: what is printed beside labels.
        stated: the title that the file gives itself; it counts where the text shows none.
    """
    if Label.TITLE in said:
        return without_source(said[Label.TITLE])
    top = [line for line in lines[:_WITHIN] if line.page <= 2]
    for line in top:
        subject = _SUBJECT.match(line.text)
        if subject:
            return without_source(subject["value"].strip())
    for line in top[:_ANSWERED_WITHIN]:
        answered = answered_title_in(line.text)
        if answered:
            return answered
    chosen = _of_letter(top) if _salutation(top) is not None else _of_cover(lines, top)
    if chosen is not None:
        return without_source(_whole(chosen, top))
    stated = (stated or "").strip()
    return stated if stated and not _FILE_NAME.search(stated) else None


def _salutation(top: list[Line]) -> int | None:
    return next((at for at, line in enumerate(top) if line.text.lower().startswith("dear")), None)


def _of_letter(top: list[Line]) -> Line | None:
    """A heading above "Dear ...", the subject right below it, or the first heading below."""
    letter = _salutation(top) or 0
    headed = _highest([line for line in top[:letter] if _can_be_title(line)])
    if headed is not None:
        return headed
    below = [line for line in top[letter + 1 :] if _can_be_title(line)]
    if below and below[0] is top[letter + 1]:
        return below[0]
    return next((line for line in below if line.looks_like_heading), None)


def _of_cover(lines: tuple[Line, ...], top: list[Line]) -> Line | None:
    """The highest heading above the running text, else the largest or the first line."""
    numbered = _sole_top_heading(lines)
    if numbered is not None:
        return numbered
    titles = [line for line in top if _can_be_title(line)]
    text = next((line.start for line in top if _is_running_text(line)), None)
    above = [line for line in titles if text is None or line.start < text]
    plain = [line for line in titles if line.block.cell is None]
    return (
        _highest(above)
        or _highest(titles)
        or _largest(titles)
        or next(iter(plain), None)
        or next((line for line in titles if line.block.style.bold), None)
    )


def _sole_top_heading(lines: tuple[Line, ...]) -> Line | None:
    """A first heading that an editor numbered ("1. Warm dogs") and that all others stand below."""
    headings = [line for line in lines if line.block.kind is BlockKind.HEADING]
    if not headings or headings[0] not in lines[:_WITHIN]:
        return None
    first, *others = headings
    if not others and first is not lines[0]:
        return None
    marked = first.mark is not None and first.mark.kind is MarkKind.NUMBER
    if not marked or _NO_TITLE.match(first.body) or not first.body:
        return None
    highest = min((line.block.level or 9 for line in others), default=10)
    return first if (first.block.level or 9) < highest else None


def _is_running_text(line: Line) -> bool:
    text = line.text.rstrip()
    return line.block.kind is BlockKind.PARAGRAPH and len(text) > 60 and text.endswith(".")


def _can_be_title(line: Line) -> bool:
    text = line.text.strip()
    if line.mark is not None or not (3 < len(text) <= _LONGEST):
        return False
    if _NO_TITLE.match(text) or _OF_A_SITE.match(text):
        return False
    if sole_date(text) or _ADDRESS.search(text) or _OFFICE.match(text):
        return False
    return not text.endswith((".", ":", ",")) and any(letter.isalpha() for letter in text)


def _highest(titles: list[Line]) -> Line | None:
    headings = [line for line in titles if line.block.kind is BlockKind.HEADING]
    if not headings:
        return None
    return min(
        headings,
        key=lambda line: (line.block.level or 9, -(line.block.style.size or 0), line.start),
    )


def _largest(titles: list[Line]) -> Line | None:
    sized = [line for line in titles if line.block.style.size]
    if not sized:
        return None
    largest = max(line.block.style.size or 0 for line in sized)
    if largest <= min(line.block.style.size or 0 for line in sized):
        return None
    return next(line for line in sized if line.block.style.size == largest)


def _whole(chosen: Line, top: list[Line]) -> str:
    """The title with a line of the same size and rank that carries it on."""
    text = chosen.body
    at = top.index(chosen) if chosen in top else len(top)
    for line in top[at + 1 : at + 3]:
        same = (
            line.block.kind is chosen.block.kind
            and line.block.level == chosen.block.level
            and line.block.style.size == chosen.block.style.size
        )
        carries_on = line.text[:1].islower() or text.rstrip().endswith((":", "–", "—", "-", ","))
        if not (same and carries_on):
            break
        text = f"{text} {line.text}"
    return text
