"""One walk through the lines of a document that gathers its items."""

from __future__ import annotations

import re
from typing import Final

from answerable.extraction.addressees import addressees_in, sole_bodies
from answerable.extraction.deadlines import deadline_in, sole_deadline
from answerable.extraction.find.attributes import (
    Said,
    attach,
    identifier_in,
    is_over,
    said_in,
    tells_end,
)
from answerable.extraction.find.drafts import Draft, Piece, Signal
from answerable.extraction.find.prose import opens_with_addressee, prose_items
from answerable.extraction.find.tables import ItemTable, drafts_of
from answerable.extraction.lines import Line
from answerable.extraction.marks import Mark, MarkKind
from answerable.extraction.model import Addressee, ItemKind
from answerable.extraction.sections import Part, Section
from answerable.extraction.wording import (
    asks,
    commands,
    goes_on,
    is_unfinished,
    leans_back,
    recommends,
    reports,
    sentences,
)

_GENERIC_LEAD: Final = re.compile(
    r"\b(?:following|these|below)\b.{0,60}\b(?:recommendations?|areas? for improvement|causes? "
    r"of concern)\b"
    r"|\b(?:recommendations?|areas? for improvement)\b.{0,60}\b(?:as follows|are|below"
    r"|follow)\b\W*$"
    r"|^(?:we|i)\b.{0,60}\b(?:recommendations?|areas? for improvement)\b[^:]{0,80}:$",
    re.IGNORECASE,
)
_COMMITTEE: Final = re.compile(
    r"\b(?:committee|panel|board|members|cabinet|meeting) (?:is|are|be) (?:asked|invited|recommended"
    r"|requested)\b|\b(?:committee|panel|members|cabinet) (?:should |to |now )?(?:notes?|resolves?"
    r"|approves?|receives?)\b|\b(?:to|that .{0,40}) (?:note|approve) (?:the|this) (?:report|update"
    r"|contents)\b",
    re.IGNORECASE,
)
_SPEAKER: Final = re.compile(r"(?:I|We|Our|My|You)\b")
_REPLY: Final = re.compile(
    r"^(?:[A-Z][\w’'&-]*(?: [\w’'&-]+){0,4}\s*(?::|\s[–—])\s"
    r"|(?:we|i|our|accepted|agreed|partially|not accepted|noted)\b"
    r"|the (?:force|constabulary|commissioner|office) (?:has|have|is|was|will|accepts?|already)\b)",
    re.IGNORECASE,
)
_LONGEST_TITLE: Final = 110
_LONGEST_LEAD: Final = 400


class Walk:
    """The state of a walk: the item being gathered and what is handed down to those below it."""

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

    # -- what a line can be -------------------------------------------------------------------

    def take(self, line: Line, section: Section) -> None:
        """Read one line in its section."""
        if section.heading is not self._section.heading or section.part is not self._section.part:
            self._enter(section)
        if section.part is Part.BODY and _is_plain_heading(line) and not self._awaits_words():
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
        elif section.part is Part.BODY and _is_plain_heading(line) and not self._awaits_words():
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

    def finish(self) -> list[Draft]:
        """The items found, in order of print.

        A sentence that merely says what a body should do counts only where the paper recommends
        in no plainer way.
        """
        self._close()
        found = [draft for draft in self.drafts if not draft.is_past]
        sure = [draft for draft in found if draft.signals != {Signal.ASKS}]
        return found if self._is_letter else sure or found

    # -- sections -----------------------------------------------------------------------------

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
        self._trusted = True
        self._hand_down(None, ())

    def _open_heading(self, line: Line) -> None:
        """A heading such as "Recommendations to the Home Office" names addressees for those below;
        "Area for improvement" alone opens one item."""
        if self._section.part is not Part.ITEMS:
            return
        words = line.text.strip(" :").lower()
        self._single = not re.search(r"recommendations|areas|causes|afis", words)
        if self._single:
            self._begin(line, self._kind, None, Signal.NAMED)
            if self._kind is ItemKind.CAUSE_OF_CONCERN:
                self._cause = self._open
        self._hand_down(
            None, sole_bodies(re.sub(r"^.*?\b(?:for|to)\b", "", words_of(line), count=1))
        )

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

    # -- items that name themselves -----------------------------------------------------------

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
        if len(line.body) < _LONGEST_TITLE and is_over(line.body) and not asks(line.body):
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
        if _is_title(line):
            draft.title = Piece(line.body, line.body_start, line.end, line.page)
            draft.addressees = sole_bodies(line.body) or draft.addressees
        elif line.start > line.block.start:
            kept = _request_of(line.body)
            draft.pieces.append(Piece(kept, *line.body_place(0, len(kept)), line.page))
        else:
            draft.say(line)

    # -- beside items -------------------------------------------------------------------------

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

    # -- all other lines ----------------------------------------------------------------------

    def _is_reply(self, line: Line) -> bool:
        """Whether a response answers the item before, right below it ("Northmoor: under way")."""
        if self._open is None:
            return self._answers and line.mark is None and not line.looks_like_heading
        if line.mark is not None or not _REPLY.match(line.text):
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

    def _awaits_words(self) -> bool:
        """Whether a label stood alone and its words are still to come."""
        return self._open is not None and not self._open.pieces and not self._open.points

    def _first_words(self, draft: Draft, line: Line) -> None:
        """The words of an item whose label or number stood alone."""
        if (
            line.looks_like_heading
            and not asks(line.text)
            and not commands(line.body)
            and line.mark is None
        ):
            draft.title = draft.title or Piece(line.text, line.start, line.end, line.page)
            return
        if (
            draft.title is not None
            and not (
                asks(line.body)
                or commands(line.body)
                or recommends(line.body)
                or line.body.endswith(":")
            )
            and draft.kind is not ItemKind.CAUSE_OF_CONCERN
        ):
            self._close()
            self._plain(line)
            return
        if line.is_bullet and (self._single is False or not asks(line.body)):
            draft.point(line)
            return
        if line.mark and line.mark.kind is MarkKind.NUMBER and draft.number is None:
            draft.number = line.mark.label
        draft.say(line)

    # -- in parts that list items -------------------------------------------------------------

    def _listed(self, line: Line) -> None:
        mark = line.mark
        if mark is None:
            self._listed_paragraph(line)
        elif mark.kind is MarkKind.BULLET:
            self._listed_bullet(line)
        elif self._is_numbered_group(mark):
            self._make_group()
            self._listed_number(line, mark)
        elif self._is_sub_point(mark):
            assert self._open is not None  # noqa: S101 -- told by _is_sub_point
            self._open.point(line)
        else:
            self._listed_number(line, mark)

    def _listed_number(self, line: Line, mark: Mark) -> None:
        body = line.body
        wanted = _is_request(body) or body.lower().startswith("that ")
        opens = body.endswith(":") or _is_title(line) or not body
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
            and not _is_lead(draft)
        ):
            self._new_unnumbered(line)
        elif draft is None:
            if self._trusted and (_is_request(line.body) or self._lead_promises):
                self._new_unnumbered(line)
        elif (
            draft.number is not None
            or Signal.NAMED in draft.signals
            or _is_lead(draft)
            or self._is_deeper(line)
        ):
            draft.point(line)
        elif _is_request(line.body):
            self._new_unnumbered(line)
        elif draft.points:
            draft.point(line)
        else:
            self._close()

    def _listed_paragraph(self, line: Line) -> None:
        text, draft = line.text, self._open
        if self._is_group(line):
            return
        if _is_plain_heading(line):
            self._close(keep_cause=True)
            self._hand_down(None, ())
            return
        if draft is not None and draft.kind is ItemKind.CAUSE_OF_CONCERN:
            self._after_cause(draft, line)
        elif draft is not None and (draft.number is not None or self._single):
            if not _belongs(text, numbered=not self._single):
                self._close()
                self._trusted = self._trusted and not self._single
            else:
                draft.say(line)
        elif (
            draft is not None and leans_back(text) and not reports(text) and not addressees_in(text)
        ):
            draft.say(line)
        elif (
            _is_request(text)
            and not reports(text)
            and not _COMMITTEE.search(text)
            and self._may_be_item(text)
        ):
            self._new_unnumbered(line)
        elif self._drafts_here() and not text.endswith(":"):
            self._close()
            self._trusted = self._announced = False

    def _may_be_item(self, text: str) -> bool:
        return (
            (self._trusted and not self._single)
            or recommends(text)
            or bool(deadline_in(text) and addressees_in(text))
        )

    def _drafts_here(self) -> bool:
        return any(draft.run == self._run for draft in self.drafts)

    def _new_unnumbered(self, line: Line) -> None:
        self._close(keep_cause=True)
        if not line.is_bullet and not self._lead_heads:
            self._hand_down(None, ())
        kind = ItemKind.RECOMMENDATION if self._cause is not None else self._kind
        draft = self._begin(line, kind, None, Signal.LISTED)
        draft.say(line)

    def _is_group(self, line: Line) -> bool:
        """Whether the line only says who or by when for the items below it, or announces them."""
        text = line.text
        if _is_generic_lead(text):
            deadline = deadline_in(text)
            self._close(keep_cause=True)
            self._hand_down(deadline.worded if deadline else None, addressees_in(text), by=line)
            return True
        if len(text) > _LONGEST_TITLE or asks(text):
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

    def _is_sub_point(self, mark: Mark) -> bool:
        draft = self._open
        if draft is None or draft.kind is ItemKind.CAUSE_OF_CONCERN:
            return False
        if draft.number is None:
            return _is_lead(draft)
        if mark.label and mark.label.startswith(f"{draft.number}."):
            return True
        if Signal.NUMBERED in draft.signals and mark.shape == self._shape_of_items:
            return False
        return (
            Signal.NAMED in draft.signals
            or _is_lead(draft)
            or bool(draft.points)
            or mark.kind is not MarkKind.NUMBER
        )

    def _is_numbered_group(self, mark: Mark) -> bool:
        """Whether a lead-in such as "Chief constables should:" stands over numbered items."""
        draft = self._open
        if draft is None or draft.signals != {Signal.LISTED} or draft.points:
            return False
        return mark.kind is MarkKind.NUMBER and _is_lead(draft)

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

    def _is_deeper(self, line: Line) -> bool:
        level = line.block.level
        return level is not None and self._level_of_open is not None and level > self._level_of_open

    # -- in the body --------------------------------------------------------------------------

    def _in_body(self, line: Line) -> None:
        draft = self._open
        if draft is not None and draft.kind is ItemKind.CAUSE_OF_CONCERN:
            self._listed_bullet(line) if line.is_bullet else self._after_cause(draft, line)
            return
        if (
            draft is not None
            and line.mark is not None
            and (
                _is_lead(draft)
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
            and _belongs(line.text, numbered=False)
        ):
            draft.say(line)
            return
        self._close()
        if line.mark is None and _is_generic_lead(line.text) and line.text.endswith(":"):
            self._announce(line)
        elif not self._is_response:
            for found in prose_items(line, is_letter=self._is_letter):
                self._close()
                self._begin_prose(line, found)
            if self._open is None and _is_addressed_lead(line):
                self._begin(line, ItemKind.RECOMMENDATION, None, Signal.LEADS).say(line)
                self._single = False

    def _announce(self, line: Line) -> None:
        """A sentence such as "I make these recommendations:" opens a list without a heading."""
        self._is_group(line)
        self._announced = True
        self._single, self._trusted = False, True

    def _begin_prose(self, line: Line, found: tuple[int, int, str | None, Signal]) -> None:
        start, end, number, signal = found
        draft = self._begin(line, ItemKind.RECOMMENDATION, number, signal)
        piece = Piece(line.body[start:end], *line.body_place(start, end), line.page)
        draft.start = piece.start
        draft.pieces.append(piece)
        self._single = False

    # -- beginning and ending -----------------------------------------------------------------

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
        self._answers = False
        self._level_of_open = line.block.level
        if signal is Signal.NUMBERED and line.mark:
            self._shape_of_items = line.mark.shape
        self._pending = None
        return draft

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
        whole = draft.text + " ".join(point.text for point in draft.points)
        if not _stands(draft, whole):
            self.drafts.remove(draft)

    _level_of_open: int | None = None
    _shape_of_items: str = ""


def words_of(line: Line) -> str:
    """A heading's words without its number and closing colon."""
    return line.text.strip(" :")


def _is_plain_heading(line: Line) -> bool:
    return (
        line.looks_like_heading
        and not line.is_named
        and not asks(line.text)
        and not commands(line.body)
    )


def _is_request(text: str) -> bool:
    return asks(text) or recommends(text) or commands(text)


def _is_addressed_lead(line: Line) -> bool:
    """Whether a line such as "Chief constables should:" opens bullets that complete it."""
    text = line.text
    if line.mark is not None or not text.endswith(":") or not asks(text) or reports(text):
        return False
    return len(text.split()) <= 12 and opens_with_addressee(text)


def _belongs(text: str, *, numbered: bool) -> bool:
    """Whether a paragraph below an item carries it on, and does not explain or report."""
    if reports(text) or _SPEAKER.match(text):
        return False
    if goes_on(text):
        return asks(text) or text.endswith(":") or deadline_in(text) is not None
    return numbered and (_is_request(text) or text.endswith(":"))


def last_sentence(text: str) -> str:
    """The sentence that ends a text."""
    last = text
    for sentence in sentences(text):
        last = sentence.text
    return last


def _is_generic_lead(text: str) -> bool:
    """Whether the last sentence announces items, as "We make these recommendations:" does."""
    last = last_sentence(text)
    return len(last) < _LONGEST_LEAD and _GENERIC_LEAD.search(last) is not None


def _is_lead(draft: Draft) -> bool:
    """Whether the text ends so that bullets complete its sentence."""
    return draft.text.rstrip().endswith((":", "–", "—", "…", "...")) or bool(
        re.search(r"\b(?:should|must|to|that|by)\s*$", draft.text)
    )


def _is_title(line: Line) -> bool:
    """Whether the words beside a label name the subject and ask nothing."""
    body = line.body
    if _is_request(body) or len(body) > _LONGEST_TITLE or body.endswith((".", ":", ";")):
        return False
    return bool(body)


def _request_of(text: str) -> str:
    """The start of a run-on paragraph up to the first sentence that only reports."""
    end = 0
    for sentence in sentences(text):
        if end and reports(sentence.text):
            break
        end = sentence.end
    return text[:end]


def _stands(draft: Draft, whole: str) -> bool:
    """Whether what was gathered is an item at all."""
    if not whole.strip() or _COMMITTEE.search(whole[:200]):
        return False
    if draft.kind is ItemKind.CAUSE_OF_CONCERN:
        return True
    if Signal.NUMBERED in draft.signals and draft.title is not None and draft.title in draft.pieces:
        return False
    if Signal.NAMED in draft.signals and draft.number is not None:
        return not is_unfinished(whole) or _is_request(whole) or len(whole.split()) > 8
    return _is_request(whole) or Signal.NUMBERED in draft.signals
