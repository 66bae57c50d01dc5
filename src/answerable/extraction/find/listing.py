"""Lists of items: numbers, bullets and paragraphs below a heading for items."""

from __future__ import annotations

from typing import Final

from answerable.extraction.addressees import addressees_in
from answerable.extraction.deadlines import deadline_in
from answerable.extraction.find.drafts import Draft, Piece, Signal
from answerable.extraction.find.leading import Leading
from answerable.extraction.find.phrasing import (
    asks_plainly,
    belongs,
    calls_on,
    closes_points,
    first_sentence,
    is_for_meeting,
    is_plain_heading,
    is_request,
    is_title,
)
from answerable.extraction.find.prose import prose_items
from answerable.extraction.find.turning import describes, says_none, turns_away
from answerable.extraction.lines import Line
from answerable.extraction.marks import Mark, MarkKind
from answerable.extraction.model import ItemKind
from answerable.extraction.wording import asks, leans_back, may_command, recommends, reports

_SEVERAL: Final = 2


class Listing(Leading):
    """Reads the lines of a part that lists items."""

    def _listed(self, line: Line) -> None:
        mark = line.mark
        if self._describes and mark is not None and not self._asks_by_number(line):
            return
        self._describes = False
        if mark is None:
            self._listed_paragraph(line)
        elif mark.kind is MarkKind.BULLET:
            self._listed_bullet(line)
        elif self._is_numbered_group(mark):
            self._make_group()
            self._listed_number(line, mark)
        elif self._is_lettered_heading(line, mark):
            self._leave_list()
        elif self._open is not None and self._is_sub_point(self._open, mark):
            self._open.point(line)
        else:
            self._listed_number(line, mark)

    def _asks_by_number(self, line: Line) -> bool:
        """Whether a line goes on with numbered items after a description and its bullets."""
        numbered = line.mark is not None and line.mark.kind is MarkKind.NUMBER
        return numbered and asks(line.body)

    def _listed_number(self, line: Line, mark: Mark) -> None:
        body = line.body
        wanted = (
            is_request(body)
            or body.lower().startswith("that ")
            or (self._trusted and may_command(body))
        )
        opens = body.endswith(":") or is_title(line) or not body
        if reports(body) and not recommends(body):
            wanted = opens = False
        if not wanted and (not opens or not self._trusted):
            self._close()
            return
        if not self._trusted and not addressees_in(body) and not self._follows(mark.label):
            self._close()
            return
        self._close(keep_cause=True)
        self._single = False
        draft = self._begin(line, self._kind, mark.label, Signal.NUMBERED)
        self._say_first(draft, line)

    def _is_lettered_heading(self, line: Line, mark: Mark) -> bool:
        """Whether "B. What we saw" heads the next chapter: nothing before it awaits points."""
        draft = self._open
        if mark.kind is not MarkKind.LETTER or not (mark.label or "").isupper():
            return False
        awaits = draft is not None and (draft.is_lead or bool(draft.points))
        listed = mark.shape == self._shape_of_items or not self._drafts_here()
        return not awaits and not listed and is_title(line)

    def _follows(self, label: str | None) -> bool:
        """Whether a number is the next after the last item's."""
        last = next(
            (draft.number for draft in reversed(self.drafts) if draft.run == self._run), None
        )
        both = label is not None and last is not None and label.isdecimal() and last.isdecimal()
        return both and int(label or 0) == int(last or 0) + 1

    def _listed_bullet(self, line: Line) -> None:
        draft = self._open
        if (
            draft is not None
            and draft.kind is ItemKind.CAUSE_OF_CONCERN
            and asks(line.body)
            and not draft.is_lead
        ):
            self._new_unnumbered(line)
        elif draft is None:
            if self._trusted and (asks_plainly(line.body) or self._lead_promises):
                self._new_unnumbered(line)
        elif self._comes_back(draft, line):
            self._new_unnumbered(line)
        elif (
            draft.number is not None
            or Signal.NAMED in draft.signals
            or draft.is_lead
            or self._is_deeper(line)
        ):
            draft.point(line)
        elif is_request(line.body):
            self._new_unnumbered(line)
        elif draft.points:
            draft.point(line)
        else:
            self._close()

    def _listed_paragraph(self, line: Line) -> None:
        text, draft = line.text, self._open
        if self._is_group(line):
            return
        if says_none(text):
            self._close()
            self._trusted = self._announced = False
            return
        if self._several_in(line):
            return
        if is_plain_heading(line):
            self._close(keep_cause=True)
            self._hand_down(None, ())
            self._bulleted = False
            return
        if draft is not None and draft.kind is ItemKind.CAUSE_OF_CONCERN:
            self._after_cause(draft, line)
        elif draft is not None and (draft.number is not None or self._single):
            ends = bool(draft.points) and closes_points(text)
            carries_on = ends or belongs(text, numbered=not self._single)
            if turns_away(text, after=draft.whole) or not carries_on:
                self._close()
                self._trusted = self._trusted and not self._single
                self._describes = describes(text)
            else:
                draft.say(line)
        elif turns_away(text, after=draft.whole if draft else "") and not recommends(text):
            self._leave_list()
        elif (
            draft is not None and leans_back(text) and not reports(text) and not addressees_in(text)
        ):
            draft.say(line)
        elif (
            asks_plainly(text)
            and not self._hangs(text)
            and (not reports(text) or calls_on(text))
            and not is_for_meeting(text)
            and self._may_be_item(text)
        ):
            self._new_unnumbered(line)
        elif describes(text):
            self._close(keep_cause=True)
            self._describes = True
        elif not text.endswith(":"):
            self._leave_list()

    def _several_in(self, line: Line) -> bool:
        """Whether a paragraph recommends several things, each of them an item of its own."""
        found = [
            each for each in prose_items(line, is_letter=False) if each.signal is Signal.RECOMMENDS
        ]
        if len(found) < _SEVERAL:
            return False
        for each in found:
            self._close(keep_cause=True)
            self._begin_prose(line, each)
        return True

    def _leave_list(self) -> None:
        """Prose after the items: what follows needs to say more to be an item."""
        if self._drafts_here():
            self._close()
            self._trusted = self._announced = False

    def _hangs(self, text: str) -> bool:
        """Whether "They should be" says more of what stands above, where no item is open."""
        return leans_back(text) and self._drafts_here() and not addressees_in(text)

    def _may_be_item(self, text: str) -> bool:
        """Beside bullets, or after telling something, a paragraph must say who should act."""
        at_once = not self._bulleted and is_request(first_sentence(text))
        fits = at_once or any(body.kind != "other" for body in addressees_in(text))
        return (
            (self._trusted and not self._single and fits)
            or recommends(text)
            or bool(deadline_in(text) and addressees_in(text))
        )

    def _new_unnumbered(self, line: Line) -> None:
        self._close(keep_cause=True)
        if not line.is_bullet and not self._lead_heads:
            self._hand_down(None, ())
        kind = ItemKind.RECOMMENDATION if self._cause is not None else self._kind
        draft = self._begin(line, kind, None, Signal.LISTED)
        draft.say(line)
        self._bulleted = line.is_bullet

    def _after_cause(self, cause: Draft, line: Line) -> None:
        """After a cause of concern: a request opens its recommendations, the rest explains it."""
        if (
            asks(line.text)
            and (line.text.endswith(":") or addressees_in(line.text))
            and not reports(line.text)
        ):
            self._new_unnumbered(line)
        else:
            cause.tentative.append(Piece(line.text, line.start, line.end, line.page))

    def _is_sub_point(self, draft: Draft, mark: Mark) -> bool:
        if draft.kind is ItemKind.CAUSE_OF_CONCERN:
            return False
        if draft.number is None:
            return draft.is_lead
        if mark.label and mark.label.startswith(f"{draft.number}."):
            return True
        alike = mark.kind is self._marks_of_items or not draft.is_lead
        if Signal.NUMBERED in draft.signals and mark.shape == self._shape_of_items and alike:
            return False
        return (
            Signal.NAMED in draft.signals
            or draft.is_lead
            or bool(draft.points)
            or mark.kind is not MarkKind.NUMBER
        )

    def _comes_back(self, draft: Draft, line: Line) -> bool:
        """Whether a bullet stands at the item's own level again after points that stood deeper."""
        if not self._bulleted or draft.number is not None or self._before is None:
            return False
        own = line.block.level == self._level_of_open
        return own and self._is_deeper(self._before) and is_request(line.body)

    def _is_deeper(self, line: Line) -> bool:
        level = line.block.level
        return level is not None and self._level_of_open is not None and level > self._level_of_open
