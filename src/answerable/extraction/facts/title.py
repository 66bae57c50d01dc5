"""The title of the inspection, as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from answerable.documents.model import BlockKind
from answerable.extraction.dates import sole_date
from answerable.extraction.facts.labelled import Label
from answerable.extraction.lines import Line

_NO_TITLE: Final = re.compile(
    r"^(?:hmicfrs|hmic|hmcpsi|(?:his|her) majesty[’']s.{0,90}inspectorate.{0,90}|hm "
    r"inspectorate.{0,90}|office of .{0,80}|.{0,60}\boffice of (?:the )?police.{0,60}|criminal "
    r"justice joint inspection"
    r"|promoting improvements.{0,80}|official(?:[- ]sensitive)?|contents|draft|dear\b.{0,80}"
    r"|(?:from|to|date|sent|cc|our ref|your ref|reference|ref|tel|email|telephone|address"
    r"|isbn)\b\s*[:.].{0,120}|by e-?mail.{0,60}|www\..{0,80}|https?:.{0,120}|page \d+.{0,20}"
    r"|publication|publications|home|(?:hmicfrs|hmic|hmcpsi)?\W*(?:inspection |thematic |final "
    r")?report|letter|skip to.{0,60}|summary|foreword|introduction"
    r"|overview|recommendations?)\W*$",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"^(?:subject|re)\s*:\s*(?:(?:re|fw|fwd)\s*:\s*)*(?P<value>\S.*)$", re.IGNORECASE
)
_WITHIN: Final = 25
_LONGEST: Final = 300
_ADDRESS: Final = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|^\d+\s+\w+\s+(?:street|road|lane|way|avenue)|@"
)
_OFFICE: Final = re.compile(
    r"^(?:the\s+)?(?:acting |temporary )?(?:chief constable|commissioner|police and crime"
    r"|mayor)\b.{0,60}$",
    re.IGNORECASE,
)


def title_of(lines: tuple[Line, ...], said: Mapping[Label, str], stated: str | None) -> str | None:
    """The title: labelled, a letter's subject, the first or largest heading, the first words."""
    if Label.TITLE in said:
        return said[Label.TITLE]
    top = [line for line in lines[:_WITHIN] if line.page <= 2]
    for line in top:
        subject = _SUBJECT.match(line.text)
        if subject:
            return subject["value"].strip()
    titles = [line for line in top if _can_be_title(line)]
    letter = next((at for at, line in enumerate(top) if line.text.lower().startswith("dear")), None)
    headed = _highest([line for line in titles if letter is None or line in top[:letter]])
    if letter is not None and headed is None:
        titled = next(
            (line for line in top[letter + 1 :] if line.looks_like_heading and _can_be_title(line)),
            None,
        )
        if titled is not None:
            return titled.text
    chosen = headed or _largest(titles) or (titles[0] if titles and letter is None else None)
    if chosen is None:
        return stated.strip() if stated and stated.strip() else None
    return _whole(chosen, top)


def _can_be_title(line: Line) -> bool:
    text = line.text.strip()
    if line.mark is not None or not (3 < len(text) <= _LONGEST) or _NO_TITLE.match(text):
        return False
    if sole_date(text) or _ADDRESS.search(text) or _OFFICE.match(text):
        return False
    return not text.endswith((".", ":")) and any(letter.isalpha() for letter in text)


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
    text = chosen.text
    following = top[top.index(chosen) + 1 : top.index(chosen) + 3]
    for line in following:
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
