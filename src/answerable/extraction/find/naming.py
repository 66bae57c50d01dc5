"""Items that name themselves ("Recommendation 4") and what is printed beside them."""

from __future__ import annotations

import re

from answerable.extraction.addressees import sole_bodies
from answerable.extraction.deadlines import sole_deadline
from answerable.extraction.find.attributes import (
    Said,
    attach,
    is_over,
    said_in,
    tells_end,
)
from answerable.extraction.find.drafts import Draft, Piece, Signal
from answerable.extraction.find.gathering import Gathering
from answerable.extraction.find.phrasing import (
    LONGEST_TITLE,
    is_plain_heading,
    is_request,
    is_title,
    request_of,
)
from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind
from answerable.extraction.model import ItemKind
from answerable.extraction.sections import Part
from answerable.extraction.wording import asks, may_command


class Naming(Gathering):
    """Opens items at their names and reads deadline, owner and state printed beside them."""

    def _open_heading(self, line: Line) -> None:
        """A heading such as "Recommendations to the Home Office" names addressees for those below;
        "Area for improvement" alone opens one item."""
        if self._section.part is not Part.ITEMS:
            return
        words = line.text.strip(" :").lower()
        self._single = not (
            re.search(r"recommendations|areas|causes|afis", words) or sole_bodies(words)
        )
        if self._single:
            self._begin(line, self._kind, None, Signal.NAMED)
            if self._kind is ItemKind.CAUSE_OF_CONCERN:
                self._cause = self._open
        self._hand_down(
            None, sole_bodies(re.sub(r"^.*?\b(?:for|to)\b", "", line.text.strip(" :"), count=1))
        )

    def _named(self, line: Line) -> None:
        mark = line.mark
        if mark is None or mark.names is None:
            return
        self._close(keep_cause=True)
        self._single = True
        if mark.names is ItemKind.AREA_FOR_IMPROVEMENT:
            self._cause = None
        draft = self._begin(line, mark.names, mark.label, Signal.NAMED)
        if mark.names is ItemKind.CAUSE_OF_CONCERN:
            self._cause = draft
        if len(line.body) < LONGEST_TITLE and is_over(line.body) and not asks(line.body):
            draft.is_past = True
        if mark.qualifier:
            draft.addressees = sole_bodies(mark.qualifier)
            deadline = sole_deadline(mark.qualifier)
            draft.deadline_worded = deadline.worded if deadline else None
            draft.is_past = draft.is_past or is_over(mark.qualifier)
        self._say_first(draft, line)

    def _say_first(self, draft: Draft, line: Line) -> None:
        if not line.body:
            return
        if is_title(line):
            draft.title = Piece(line.body, line.body_start, line.end, line.page)
            draft.addressees = sole_bodies(line.body) or draft.addressees
        elif line.start > line.block.start:
            kept = request_of(line.body)
            draft.pieces.append(Piece(kept, *line.body_place(0, len(kept)), line.page))
        else:
            draft.say(line)

    def _said(self, line: Line) -> bool:
        draft = self._open or self._latest
        if draft is None:
            return False
        if self._pending is not None:
            attach(draft, Said(self._pending.attribute, line.text))
            self._pending = None
            return True
        if tells_end(line.body):
            draft.is_past = True
            return True
        said = said_in(line.text, in_cell=line.block.cell is not None)
        if said is None:
            return False
        if said.value:
            attach(draft, said)
        else:
            self._pending = said
        return True

    def _has_only_title(self, line: Line) -> bool:
        """Whether the words below a titled label do not ask, so that the item ends there."""
        draft = self._open
        if draft is None or draft.title is None or draft.kind is ItemKind.CAUSE_OF_CONCERN:
            return False
        if is_plain_heading(line):
            return False
        return not (is_request(line.body) or may_command(line.body) or line.body.endswith(":"))

    def _first_words(self, draft: Draft, line: Line) -> None:
        """The words of an item whose label or number stood alone."""
        if is_plain_heading(line) and line.mark is None:
            draft.title = draft.title or Piece(line.text, line.start, line.end, line.page)
        elif line.is_bullet and not (self._single and asks(line.body)):
            draft.point(line)
        else:
            if line.mark and line.mark.kind is MarkKind.NUMBER and draft.number is None:
                draft.number = line.mark.label
            draft.say(line)
