"""The walk that tells for each line which part of the document it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from typing import Final

from answerable.documents.model import BlockKind
from answerable.extraction.addressees import addressees_in, sole_bodies
from answerable.extraction.deadlines import sole_deadline
from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind
from answerable.extraction.model import ItemKind
from answerable.extraction.sections.headings import ends_list, named_part
from answerable.extraction.sections.model import Part, Section
from answerable.extraction.wording import asks, commands, may_command, reports

_TITLE_LINES: Final = 3
"""The title of a response names a response and opens none."""
_CLOSED: Final = re.compile(r"\b(?:closed|completed|discharged|archived)\b", re.IGNORECASE)
_APART_AS_A_WHOLE: Final = re.compile(
    r"\b(?:minutes|agenda|committee|panel|glossary|definitions)\b|^what (?:is|are) ", re.IGNORECASE
)
_FOR_WHOM: Final = re.compile(r"^(?:actions? )?(?:for|to)\s", re.IGNORECASE)
_SALUTATION: Final = re.compile(r"^dear\s+\S", re.IGNORECASE)
_COURTESY: Final = re.compile(
    r"^(?:thank you|thanks|further to|following|as you|as promised|this letter|i write|you will"
    r"|i (?:visited|have))\b",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"^(?:(?:draft|approved|unconfirmed) )?(?:minutes|agenda)(?: (?:of|for|from)\b.*)?$",
    re.IGNORECASE,
)
"""What a meeting noted are no recommendations of an inspectorate."""
_TOP: Final = 8
_ANSWERS: Final = re.compile(r"\b(?:response|reply|comments)\b", re.IGNORECASE)
_BARE_REPLY: Final = re.compile(r"^(?:the )?(?:response|responses|comments)$", re.IGNORECASE)
_ANSWER: Final = re.compile(
    r"^(?:(?:our |force |the force[’']s )?(?:response|answer|reply|comment|update|action)\s*[:–—]"
    r"|(?:accepted|agreed|partially accepted|not accepted|done|complete)\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Passed:
    """What was read so far."""

    labels: set[str] = field(default_factory=set)
    last: str | None = None
    fresh: bool = False
    """Whether a heading for items has nothing below it yet."""

    def remember(self, line: Line) -> None:
        """Note the label of a line that may be an item."""
        if line.mark and line.mark.label and line.mark.kind is not MarkKind.LETTER:
            self.labels.add(line.mark.label)
            self.last = line.mark.label

    def leads_to(self, line: Line) -> bool:
        """Whether a line goes on with the list: its number is the next, or it is the first."""
        if line.mark is None or not (asks(line.body) or commands(line.body)):
            return False
        if self.fresh:
            return True
        label = line.mark.label or ""
        both = label.isdecimal() and (self.last or "").isdecimal()
        return both and int(label) == int(self.last or 0) + 1


def divide(
    lines: tuple[Line, ...], *, but_tables: Set[int] = frozenset()
) -> Iterator[tuple[Line, Section]]:
    """Each line with the section it stands in; a heading stands in the section that it opens.

    Args:
        lines: the lines of a document.
        but_tables: tables whose cells open no section, because they list items.
    """
    section = Section(Part.BODY, None)
    answers = any(_ANSWERS.search(line.text) for line in lines[:_TOP])
    past = _Passed()
    if any(_MEETING.match(line.text) for line in lines[:_TITLE_LINES]):
        apart = Section(Part.APART, lines[0])
        yield from ((line, apart) for line in lines)
        return
    for index, line in enumerate(lines):
        if _is_subject(lines, index):
            yield replace(line, mark=None), section
            continue
        if _is_title(lines[:index], line) or (
            line.block.cell and line.block.cell.table in but_tables
        ):
            yield line, section
            continue
        if section.frame and line.frame != section.frame:
            kept = _goes_on_outside(lines[index - 1], line)
            section = replace(section, frame=None) if kept else Section(Part.BODY, line)
        if _BARE_REPLY.match(line.text) and line.block.kind is BlockKind.HEADING and not answers:
            section = _at_plain_heading(section, line, None, past)
        else:
            section = _after(section, line, lines[index + 1 : index + 4], past)
        past.fresh = line is section.heading or (
            past.fresh and line.mark is None and not asks(line.text)
        )
        if section.part is Part.ITEMS or line.is_named:
            past.remember(line)
        yield line, section


def _goes_on_outside(before: Line, line: Line) -> bool:
    """Whether a list leaves its box only because the page turned or the drawing does."""
    if line.mark is None or line.is_labelled:
        return line.page != before.page and line.text[:1].islower()
    return line.page != before.page or (line.mark.kind is MarkKind.NUMBER and asks(line.body))


def _is_title(before: tuple[Line, ...], line: Line) -> bool:
    """Whether the line is the paper's own title, which names a reply or progress and opens none."""
    if len(before) >= _TITLE_LINES or any(one.looks_like_heading for one in before):
        return False
    if line.mark is not None or (line.block.level or 1) > 1:
        return False
    opened = named_part(line)
    if opened is None or _APART_AS_A_WHOLE.search(line.text) or _CLOSED.search(line.text):
        return False
    return opened.part in {Part.RESPONSE, Part.PAST, Part.APART}


def _is_subject(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line only says what a letter is about: it stands by the salutation, and the letter
    begins below it."""
    line, near = lines[index], lines[max(0, index - 2) : index + 3]
    if line.is_labelled or line.is_bullet or named_part(line) is None:
        return False
    if not any(_SALUTATION.match(one.text) for one in near):
        return False
    below = [one for one in near if one.start > line.start and not _SALUTATION.match(one.text)]
    if not below or below[0].mark is not None:
        return False
    return reports(below[0].text) or _COURTESY.match(below[0].text) is not None


def _after(section: Section, line: Line, following: tuple[Line, ...], past: _Passed) -> Section:
    if line.is_labelled or _is_answered_number(section, line, following):
        return _at_named_item(section, line, following, past)
    opened = named_part(line)
    if opened is not None:
        if line.frame and following and following[0].frame == line.frame:
            opened = replace(opened, frame=line.frame)
        if section.part is Part.RESPONSE and opened.part in {Part.APART, Part.PAST}:
            return section
        if section.part in {Part.PAST, Part.APART} and (_is_below(line, section) or _is_term(line)):
            return section
        return opened
    if section.part in {Part.ITEMS, Part.BODY} and ends_list(line) and not line.is_bullet:
        return section if _is_below(line, section) else Section(Part.BODY, line)
    if section.part is Part.BODY and _heads_list_for(line, following):
        return Section(Part.ITEMS, line, ItemKind.RECOMMENDATION, line.block.level)
    if not line.looks_like_heading or asks(line.text) or commands(line.body):
        return section
    if section.part is Part.ITEMS and (sole_bodies(line.text) or sole_deadline(line.text)):
        return section
    return _at_plain_heading(section, line, following[0] if following else None, past)


def _heads_list_for(line: Line, following: tuple[Line, ...]) -> bool:
    """Whether "For chief constables" stands over a numbered list of what they should do."""
    if not following or not (line.looks_like_heading or line.text.endswith(":")):
        return False
    if not _FOR_WHOM.match(line.text) or not sole_bodies(line.text):
        return False
    first = following[0]
    numbered = first.mark is not None and first.mark.kind is MarkKind.NUMBER
    return numbered and (asks(first.body) or commands(first.body) or may_command(first.body))


def _is_answered_number(section: Section, line: Line, following: tuple[Line, ...]) -> bool:
    """Whether a reply prints a numbered item of the report and then its answer."""
    numbered = line.mark is not None and line.mark.kind is MarkKind.NUMBER
    if section.part is not Part.RESPONSE or not numbered or not following:
        return False
    return asks(line.body) and _ANSWER.match(following[0].text) is not None


def _is_term(line: Line) -> bool:
    """Whether the line only names a kind of item, as a glossary does before it explains it."""
    return line.is_named and line.block.kind is not BlockKind.HEADING


def _at_named_item(
    section: Section, line: Line, following: tuple[Line, ...], past: _Passed
) -> Section:
    """A named item ends a reply only where it is new and asks, since replies repeat their items."""
    if section.part is not Part.RESPONSE:
        return section
    label = line.mark.label if line.mark else None
    words = line.body or (following[0].text if following else "")
    if (
        label in past.labels
        or not (asks(words) or commands(words))
        or re.match(r"^[“\"‘]?(?:we|our|i)\b", words, re.IGNORECASE)
    ):
        return section
    if line.is_labelled:
        return Section(Part.BODY, line)
    return replace(section, part=Part.ITEMS, names=ItemKind.RECOMMENDATION)


def _at_plain_heading(
    section: Section, line: Line, following: Line | None, past: _Passed
) -> Section:
    """Most headings end a part; one over the next number of a list only groups the list."""
    if section.part is Part.BODY or _is_below(line, section):
        return section
    if section.part is Part.RESPONSE and (line.block.level is None or section.level is None):
        return section
    if section.part is Part.ITEMS:
        ranked = line.block.level is not None and section.level is not None
        if not ranked:
            return replace(section, trusted=following is not None and _is_item_like(following))
        if following is not None and past.leads_to(following):
            return section
    return Section(Part.BODY, line, level=line.block.level)


def _is_item_like(line: Line) -> bool:
    """Whether a line below a heading asks as an item of a list does."""
    if not (asks(line.body) or commands(line.body)):
        return False
    return line.mark is not None or bool(addressees_in(line.text))


def _is_below(line: Line, section: Section) -> bool:
    if line.block.kind is not BlockKind.HEADING or section.level is None:
        return False
    return line.block.level is not None and line.block.level > section.level
