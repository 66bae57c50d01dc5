"""Lead-ins and group headings: who should act, and by when, for the items below them."""

from __future__ import annotations

from answerable.extraction.addressees import addressees_in, sole_bodies
from answerable.extraction.deadlines import deadline_in, sole_deadline
from answerable.extraction.find.drafts import Signal
from answerable.extraction.find.naming import Naming
from answerable.extraction.find.phrasing import LONGEST_TITLE, is_generic_lead
from answerable.extraction.lines import Line
from answerable.extraction.marks import Mark, MarkKind
from answerable.extraction.wording import asks


class Leading(Naming):
    """Reads the words that only say for whom and by when others stand."""

    def _is_group(self, line: Line) -> bool:
        """Whether the line only says who or by when for the items below it, or announces them."""
        text = line.text
        if is_generic_lead(text):
            deadline = deadline_in(text)
            self._close(keep_cause=True)
            self._hand_down(deadline.worded if deadline else None, addressees_in(text), by=line)
            return True
        if len(text) > LONGEST_TITLE or asks(text):
            return False
        bodies, deadline = sole_bodies(text), sole_deadline(text)
        if not bodies and deadline is None:
            return False
        if not (line.looks_like_heading or text.endswith(":")):
            return False
        if (
            self._open is not None
            and (self._open.number or self._single)
            and not line.looks_like_heading
            and not self._open.points
            and text.endswith(":")
            and not bodies
        ):
            return False
        self._close(keep_cause=True)
        self._hand_down(
            deadline.worded if deadline else self._lead_deadline,
            bodies or self._lead_addressees,
            by=line,
        )
        return True

    def _is_numbered_group(self, mark: Mark) -> bool:
        """Whether a lead-in such as "Chief constables should:" stands over numbered items."""
        draft = self._open
        if draft is None or draft.signals != {Signal.LISTED} or draft.points:
            return False
        return mark.kind is MarkKind.NUMBER and draft.is_lead

    def _make_group(self) -> None:
        """Turn a lead-in from an item into the words that name addressee and date for others."""
        draft = self._open
        if draft is None:
            return
        deadline = deadline_in(draft.text)
        self.drafts.remove(draft)
        self._open = None
        self._lead_addressees = addressees_in(draft.text)
        self._lead_deadline = deadline.worded if deadline else draft.deadline_worded
        self._lead_heads = True
