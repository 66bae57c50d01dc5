"""The item being gathered, and what is handed down to those below it."""

from __future__ import annotations

from typing import Final

from answerable.extraction.find.attributes import (
    Said,
    tells_end,
)
from answerable.extraction.find.drafts import Draft, Piece, Signal
from answerable.extraction.find.phrasing import (
    is_for_meeting,
    is_request,
    last_sentence,
)
from answerable.extraction.find.prose import InProse
from answerable.extraction.lines import Line
from answerable.extraction.marks import MarkKind
from answerable.extraction.model import Addressee, ItemKind
from answerable.extraction.sections import Part, Section
from answerable.extraction.wording import is_unfinished

_BARE_NAME: Final = 8
"""Words in a title at most."""


class Gathering:
    """The state of a walk: what is open, and who and by when holds for what follows."""

    def __init__(self, *, is_response: bool, is_letter: bool) -> None:
        self.drafts: list[Draft] = []
        self.replies: list[tuple[str | None, Line]] = []
        """Words of a response right below an item, with the item's number."""
        self._is_response = is_response
        self._latest: Draft | None = None
        self._next_number: str | None = None
        self._answering: str | None = None
        self._answers = False
        self._announced = False
        self._is_letter = is_letter
        self._section = Section(Part.BODY, None)
        self._open: Draft | None = None
        self._before: Line | None = None
        self._cause: Draft | None = None
        self._run = 0
        self._kind = ItemKind.RECOMMENDATION
        self._single = False
        self._trusted = True
        self._lead_deadline: str | None = None
        self._lead_addressees: tuple[Addressee, ...] = ()
        self._lead_promises = self._lead_heads = False
        self._pending: Said | None = None
        self._level_of_open: int | None = None
        self._shape_of_items = ""
        self._marks_of_items: MarkKind | None = None
        self._bulleted = False
        """Whether bullets mark the items of the list."""
        self._describes = False
        """Whether the bullets to come only tell what was seen or said."""

    def _enter(self, section: Section) -> None:
        self._close(keep_cause=section.part is Part.ITEMS)
        if (
            section.part is not Part.ITEMS
            or section.names is not ItemKind.RECOMMENDATION
            or (
                self._cause is not None
                and any(draft.parent is self._cause for draft in self.drafts)
            )
        ):
            self._cause = None
        self._run += 1
        self._kind = section.names or ItemKind.RECOMMENDATION
        self._latest = None
        self._single = self._announced = self._answers = False
        self._bulleted = self._describes = False
        self._trusted = True
        self._hand_down(None, ())

    def _hand_down(
        self,
        deadline: str | None,
        addressees: tuple[Addressee, ...],
        *,
        by: Line | None = None,
    ) -> None:
        """Remember who and by when for the items below; a heading's words hold for all of them,
        those of a lead-in for its bullets."""
        self._lead_deadline = deadline
        self._lead_addressees = addressees
        self._lead_promises = by is not None
        self._lead_heads = by is not None and by.looks_like_heading

    def _begin(self, line: Line, kind: ItemKind, number: str | None, signal: Signal) -> Draft:
        number, self._next_number = number or self._next_number, None
        draft = Draft(kind, number, self._run, line.start, line.page, signals={signal})
        draft.frame = line.frame
        draft.deadline_worded = self._lead_deadline
        draft.addressees = self._lead_addressees
        if kind is ItemKind.RECOMMENDATION and self._cause is not None:
            draft.parent = self._cause
            self._cause.pieces += self._cause.tentative
            self._cause.tentative = []
        self.drafts.append(draft)
        self._open = self._latest = draft
        self._answers = self._describes = False
        self._level_of_open = line.block.level
        if signal is Signal.NUMBERED and line.mark:
            self._shape_of_items, self._marks_of_items = line.mark.shape, line.mark.kind
        self._pending = None
        return draft

    def _begin_prose(self, line: Line, found: InProse) -> None:
        """Open an item that is a sentence of a paragraph."""
        draft = self._begin(line, ItemKind.RECOMMENDATION, found.number, found.signal)
        place = line.body_place(found.start, found.end)
        piece = Piece(line.body[found.start : found.end], *place, line.page)
        draft.start = piece.start
        draft.pieces.append(piece)
        self._single = False

    def _close(self, *, keep_cause: bool = False) -> None:
        draft = self._open
        self._open = None
        self._pending = None
        if not keep_cause:
            self._cause = None
        if draft is None:
            return
        if not draft.pieces and not draft.points and draft.title is not None:
            draft.pieces.append(draft.title)
        draft.is_past = draft.is_past or tells_end(last_sentence(draft.text))
        if not stands(draft):
            self.drafts.remove(draft)

    def _awaits_words(self) -> bool:
        """Whether a label stood alone and its words are still to come."""
        return self._open is not None and not self._open.pieces and not self._open.points

    def _drafts_here(self) -> bool:
        return any(draft.run == self._run for draft in self.drafts)

    def finish(self) -> list[Draft]:
        """The items found, in order of print.

        A sentence that merely says what a body should do counts only where the paper recommends
        in no plainer way.
        """
        self._close()
        found = [draft for draft in self.drafts if not draft.is_past]
        sure = [draft for draft in found if draft.signals != {Signal.ASKS}]
        return found if self._is_letter else sure or found


def stands(draft: Draft) -> bool:
    """Whether what was gathered is an item at all."""
    whole = draft.whole
    if not whole.strip() or is_for_meeting(whole):
        return False
    if draft.kind is ItemKind.CAUSE_OF_CONCERN:
        return True
    if Signal.NUMBERED in draft.signals and draft.title is not None and draft.title in draft.pieces:
        return False
    if Signal.NAMED in draft.signals and draft.number is not None:
        return not is_unfinished(whole) or is_request(whole) or len(whole.split()) > _BARE_NAME
    return is_request(whole) or Signal.NUMBERED in draft.signals
