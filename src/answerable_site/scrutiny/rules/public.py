"""The public part of a meeting as a document: what stands in it was marked public, item by item.

Internal words stay inside: reasons of moved dates, words beside states, names of owners, evidence
itself, risks. What the public is told of progress is the wording that two people approved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    SummaryList,
    Table,
    WrittenDocument,
    plain,
)
from answerable.writing.text import paragraphs_from_text
from answerable_site.responses.rules.composition.words import LANGUAGE, line, paragraph
from answerable_site.scrutiny.rules.facts import CommitmentFacts, ItemFacts, PackFacts
from answerable_site.scrutiny.rules.packing import (
    asked_for,
    earlier_blocks,
    in_words,
    item_heading,
    meeting_pairs,
    times,
    view_cells,
)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a question."""

    words: str
    by: str
    on: date
    in_writing: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that may be public, with its answers."""

    words: str
    by: str
    to: str
    answers: tuple[Answered, ...]
    answer_due_on: date | None = None
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that may be public."""

    words: str
    item_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A meeting was moved to another day."""

    from_on: date
    to_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class CalledOff:
    """A meeting was called off on a day."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What became of the meeting, without what is not public."""

    held: bool
    present: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    decided: tuple[Decided, ...] = ()
    minutes: str = ""
    minutes_agreed_on: date | None = None
    link: str = ""
    moved: tuple[Moved, ...] = ()
    called_off: CalledOff | None = None


class NothingPublic(ValueError):
    """No part of the meeting is public."""


def public_part(
    facts: PackFacts, proceedings: Proceedings, *, public_items: frozenset[int], on: date
) -> WrittenDocument:
    """What the public reads of a meeting.

    Args:
        facts: those of the pack.
        proceedings: what was asked, answered and decided in public.
        public_items: items that are public; all others stand nowhere, with what belongs to them.
        on: the civil date that the document bears.

    Raises:
        NothingPublic: no item is public.
        answerable.writing.blocks.UnwritableBlock: a title is empty.
    """
    items = [item for item in facts.items if item.item_id in public_items]
    if not items:
        raise NothingPublic("No item of this meeting is public.")
    blocks: list[Block] = [SummaryList(tuple(meeting_pairs(facts)))]
    blocks += _not_as_planned(proceedings)
    if proceedings.link and proceedings.called_off is None:
        blocks.append(paragraph(f"It can be followed at {proceedings.link}"))
    if len(items) < len(facts.items):
        blocks.append(paragraph("Parts of this meeting are not public."))
    for number, item in enumerate(items, start=1):
        blocks += _item(number, item, proceedings)
    blocks += _of_the_whole(proceedings)
    return WrittenDocument(
        title=line(facts.title),
        subtitle=f"Meeting on {in_words(facts.on)}",
        language=LANGUAGE,
        author_body=line(facts.body),
        date=on,
        blocks=tuple(blocks),
    )


def _not_as_planned(proceedings: Proceedings) -> Iterator[Block]:
    """That it is not held, or not on the day that was told first."""
    for one in proceedings.moved:
        yield paragraph(
            line(f"Moved from {in_words(one.from_on)} to {in_words(one.to_on)}: {one.reason}")
        )
    called_off = proceedings.called_off
    if called_off is not None:
        yield paragraph(
            line(f"Called off on {in_words(called_off.on)}, and not held: {called_off.reason}")
        )


def _item(number: int, item: ItemFacts, proceedings: Proceedings) -> Iterator[Block]:
    yield item_heading(number, item)
    if item.commitment is not None:
        yield from _commitment(item.commitment)
    elif item.why.strip():
        yield from paragraphs_from_text(item.why)
    yield from _said(
        [one for one in proceedings.asked if one.item_id == item.item_id],
        [one for one in proceedings.decided if one.item_id == item.item_id],
    )


def _commitment(facts: CommitmentFacts) -> Iterator[Block]:
    yield from asked_for(facts)
    yield Heading(2, "Where it stands")
    rows = (
        (f"{line(facts.organisation)}, of itself", facts.own_view),
        ("The policing body’s assurance", facts.assurance),
        ("The inspectorate’s status", facts.inspectorate),
    )
    yield Table(
        "Three views, which are never one",
        ("Who says it", "State", "Since"),
        tuple((who, *view_cells(view)) for who, view in rows),
    )
    sufficient = sum(1 for one in facts.proofs if one.judged)
    moved_to = ", ".join(in_words(move.on) for move in facts.moves[1:])
    moved = times(max(len(facts.moves) - 1, 0))
    yield SummaryList(
        (
            ("Original date", plain(in_words(facts.original_on))),
            ("Date worked to now", plain(in_words(facts.target_on))),
            ("Moved", plain(f"{moved}: {moved_to}" if moved_to else moved)),
            ("Against the original date", plain(facts.standing)),
            ("Evidence", plain(f"{len(facts.proofs)} given, {sufficient} judged sufficient")),
        )
    )
    yield from paragraphs_from_text(facts.told_the_public)
    yield from earlier_blocks(one for one in facts.earlier if one.is_public)


def _of_the_whole(proceedings: Proceedings) -> Iterator[Block]:
    """What belongs to no item: attendance, other questions and decisions, minutes."""
    asked = [one for one in proceedings.asked if one.item_id is None]
    decided = [one for one in proceedings.decided if one.item_id is None]
    if asked or decided:
        yield Heading(1, "Beside the agenda")
        yield from _said(asked, decided)
    if not proceedings.held:
        return
    if proceedings.present:
        yield Heading(1, "Who was there")
        yield BulletList(tuple(plain(line(one)) for one in proceedings.present))
    if proceedings.apologies:
        yield Heading(1, "Apologies")
        yield BulletList(tuple(plain(line(one)) for one in proceedings.apologies))
    yield Heading(1, "Minutes")
    if proceedings.minutes_agreed_on is None:
        yield paragraph("The minutes are not agreed yet.")
    else:
        yield paragraph(f"Agreed on {in_words(proceedings.minutes_agreed_on)}.")
        yield from paragraphs_from_text(proceedings.minutes)


def _said(asked: Sequence[Asked], decided: Sequence[Decided]) -> Iterator[Block]:
    if asked:
        yield Heading(2, "Questions and answers")
    for one in asked:
        yield Heading(3, line(f"{one.by} asked {one.to}"))
        yield from paragraphs_from_text(one.words)
        for answer in one.answers:
            written = " in writing" if answer.in_writing else ""
            yield paragraph(line(f"{answer.by} answered{written} on {in_words(answer.on)}:"))
            yield from paragraphs_from_text(answer.words)
        if not one.answers:
            due = one.answer_due_on
            promised = f" An answer in writing is due by {in_words(due)}." if due else ""
            yield paragraph(f"Not answered yet.{promised}")
    if decided:
        yield Heading(2, "Decisions and actions")
        yield BulletList(tuple(plain(_decision(one)) for one in decided))


def _decision(one: Decided) -> str:
    return line(f"{one.words} By {in_words(one.due_on)}." if one.due_on else one.words)
