"""One walk through the lines of a document that gathers its items."""

from __future__ import annotations

from answerable.extraction.find.attributes import (
    identifier_in,
)
from answerable.extraction.find.drafts import Signal
from answerable.extraction.find.listing import Listing
from answerable.extraction.find.phrasing import (
    belongs,
    closes_points,
    is_addressed_lead,
    is_generic_lead,
    is_plain_heading,
    replies,
)
from answerable.extraction.find.prose import prose_items
from answerable.extraction.find.tables import ItemTable, drafts_of
from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind
from answerable.extraction.model import ItemKind
from answerable.extraction.sections import Part, Section


class Walk(Listing):
    """Takes the lines of a document one by one."""

    def take(self, line: Line, section: Section) -> None:
        """Read one line in its section."""
        if section.heading is not self._section.heading or section.part is not self._section.part:
            self._enter(section)
        if section.part is Part.BODY and is_plain_heading(line) and not self._awaits_words():
            self._run += 1
            self._announced = False
        if section.trusted != self._section.trusted:
            self._trusted = section.trusted
            self._hand_down(None, ())
        self._section = section
        if section.part in {Part.PAST, Part.APART, Part.RESPONSE}:
            self._close()
        elif line is section.heading and not line.is_labelled:
            self._open_heading(line)
        elif line.is_named:
            self._named(line)
        elif section.part is Part.BODY and is_plain_heading(line) and not self._awaits_words():
            self._close()
            self._latest = None
        elif identifier_in(line.text):
            self._close(keep_cause=True)
            self._next_number = identifier_in(line.text)
        elif not self._said(line):
            self._plain(line)
        self._before = line

    def take_table(self, table: ItemTable, section: Section) -> None:
        """Read a table of items; in parts about the past its rows are no items."""
        self._close()
        if section.part in {Part.PAST, Part.APART}:
            return
        self._run += 1
        kind = section.names or ItemKind.RECOMMENDATION
        self.drafts += drafts_of(table, kind, self._run)

    def _is_reply(self, line: Line) -> bool:
        """Whether a response answers the item before, right below it ("Northmoor: under way")."""
        if self._open is None:
            return self._answers and line.mark is None and not line.looks_like_heading
        if line.mark is not None or not replies(line.text):
            return False
        self._answering = self._open.number
        self._answers = True
        return True

    def _plain(self, line: Line) -> None:
        if self._open is not None and self._open.frame and line.frame != self._open.frame:
            turned = self._before is not None and line.page != self._before.page
            if (self._open.pieces or self._open.points) and not (turned and line.mark):
                self._close()
                self._single = False
                self._trusted = self._trusted and self._lists_openly()
            else:
                self._open.frame = None
        if self._awaits_words() and self._has_only_title(line):
            self._close()
        if line.is_paragraph and not self._awaits_words():
            self._close(keep_cause=True)
        if self._open is not None and self._awaits_words():
            self._first_words(self._open, line)
        elif self._open is not None and line.mark is None and line.text[:1].islower():
            self._open.say(line)
        elif self._is_response and self._is_reply(line):
            self._close()
            self.replies.append((self._answering, line))
        elif self._section.part is Part.ITEMS or self._announced:
            self._listed(line)
        else:
            self._in_body(line)

    def _lists_openly(self) -> bool:
        """Whether the part's heading stands outside boxes and tables, so that it goes on."""
        heading = self._section.heading
        return self._section.part is Part.ITEMS and heading is not None and heading.frame is None

    def _in_body(self, line: Line) -> None:
        draft = self._open
        if draft is not None and draft.kind is ItemKind.CAUSE_OF_CONCERN:
            self._listed_bullet(line) if line.is_bullet else self._after_cause(draft, line)
            return
        if (
            draft is not None
            and line.mark is not None
            and (
                draft.is_lead
                or draft.points
                or (self._single and line.mark.kind is not MarkKind.NUMBER)
            )
        ):
            draft.point(line)
            return
        if (
            draft is not None
            and line.mark is None
            and self._single
            and (belongs(line.text, numbered=False) or (draft.points and closes_points(line.text)))
        ):
            draft.say(line)
            return
        self._close()
        if line.mark is None and is_generic_lead(line.text) and line.text.endswith(":"):
            self._announce(line)
        elif not self._is_response:
            for found in prose_items(line, is_letter=self._is_letter):
                self._close()
                self._begin_prose(line, found)
            if self._open is None and is_addressed_lead(line):
                self._begin(line, ItemKind.RECOMMENDATION, None, Signal.LEADS).say(line)
                self._single = False

    def _announce(self, line: Line) -> None:
        """A sentence such as "I make these recommendations:" opens a list without a heading."""
        self._is_group(line)
        self._announced = True
        self._single, self._trusted = False, True
