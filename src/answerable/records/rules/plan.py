"""Plans: every item has an owner’s answer by its original day, and what is overdue goes up.

A moved day never makes an item less late: the first day that it had counts for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.items import Item, items
from answerable.records.kinds.plan import InvestigationPlanned, ItemMoved, ItemReviewed, ItemSet
from answerable.records.kinds.report import NotACrime
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, in_words
from answerable.records.rules.ending import ended_on
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_DAY = timedelta(days=1)
_CITATION = "recommendation 4 of the joint inspection of July 2021"


def _rule(code: str, asks: str, confidence: Confidence, limit: str = "") -> Rule:
    return Rule(code, asks, _CITATION, confidence, recommendation=4, limit=limit)


PLAN = _rule(
    "investigation_plan",
    "Every investigation has a plan",
    Confidence.CONFIRMED,
)
DATED = _rule(
    "plan_item_dated",
    "Every item of a plan has a target day",
    Confidence.CONFIRMED,
)
ANSWER = _rule(
    "answer_plan_item",
    "An item of a plan is answered by its original target day",
    Confidence.REASONED,
)
REVIEW = _rule(
    "review_plan_item",
    "The progress of an item is looked at by the day that was set for it",
    Confidence.REASONED,
)
ESCALATE = _rule(
    "escalate_overdue_item",
    "An item that is overdue by its original target day is taken further up",
    Confidence.REASONED,
    limit="escalate_overdue_item",
)
REASON = _rule(
    "moved_with_reason",
    "An item is given another day with a reason",
    Confidence.CONFIRMED,
)
CLOSED = _rule(
    "closed_with_open_items",
    "A case does not end while items of its plans are open",
    Confidence.REASONED,
)


def impossible(_file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why an item cannot be accepted: without a day it needs the reason, and no day can be before
    the one on which it was set."""
    event = recorded.event
    if isinstance(event, ItemSet) and event.target_on is None and not event.why_no_target.strip():
        yield "Say by which day this is to be done, or why no day is set."
    if isinstance(event, ItemSet | ItemMoved) and event.target_on and event.target_on < event.on:
        yield "The target day is before the day on which it was set. Check both days."
    review_on = getattr(event, "review_on", None)
    if review_on and review_on < event.on:
        yield "The day of the next review is before the day on which it was set. Check both days."


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """What of the plans is late, undated, moved without a reason, or left open at the end."""
    every = items(file)
    end = ended_on(file)
    yield from _ended_without_plan(file, end)
    yield from _moved_without_reason(file)
    for item in every:
        yield from _undated(item)
        yield from _open_at_the_end(item, end)
    yield from asked.breaches(_asked_by(every, on), limits, on)


def dues(file: CaseFile, limits: Limits, on: date) -> Iterator[Due]:
    """A plan where there is none, open items, reviews of their progress, and what is to go up."""
    if file.first(InvestigationPlanned) is None and ended_on(file) is None:
        words = "Make an investigation plan"
        yield Due(PLAN, words, Side.POLICE, file.reported_on, None)
    yield from asked.dues(_asked_by(items(file), on), limits)


def _asked_by(every: tuple[Item, ...], on: date) -> Iterator[Asked]:
    for item in every:
        yield _answer(item)
        yield from _reviews(item)
        if item.original_on and item.original_on < on:
            yield _escalation(item, item.original_on)


def _answer(item: Item) -> Asked:
    moved = f" (moved to {in_words(item.target_on)})" if item.moves and item.target_on else ""
    return Asked(
        rule=ANSWER,
        to_do=f"Answer {item.name}{moved}",
        side=item.side,
        since=item.event.on,
        done_on=item.ended_on,
        about=About(event=item.number),
        due_on=item.original_on,
    )


def _reviews(item: Item) -> Iterator[Asked]:
    """Each look at its progress that was to come, until the next one or the end of the item."""
    looks: list[ItemSet | ItemReviewed] = [item.event, *item.reviews]
    for this, following in zip(looks, [*looks[1:], None], strict=True):
        if this.review_on is None:
            continue
        yield Asked(
            rule=REVIEW,
            to_do=f"Look at how far {item.name} has come",
            side=item.event.plan.set_by,
            since=this.on,
            done_on=asked.earliest(following.on if following else None, item.ended_on),
            about=About(event=item.number),
            due_on=this.review_on,
        )


def _escalation(item: Item, original_on: date) -> Asked:
    """That it goes up, unless it is answered before."""
    return Asked(
        rule=ESCALATE,
        to_do=f"Take {item.name} further up",
        side=item.event.plan.set_by,
        since=original_on,
        done_on=asked.earliest(*(one.on for one in item.escalations), item.ended_on),
        about=About(event=item.number),
    )


def _ended_without_plan(file: CaseFile, end: date | None) -> Iterator[Breach]:
    planned = file.first(InvestigationPlanned)
    if end and file.first(NotACrime) is None and (planned is None or planned.on > end):
        yield Breach(PLAN, f"The case ended on {in_words(end)} without an investigation plan.", end)


def _undated(item: Item) -> Iterator[Breach]:
    if item.dated_on == item.event.on:
        return
    is_open = item.dated_on is None and item.ended_on is None
    yield Breach(
        DATED,
        f"{item.title} was set on {in_words(item.event.on)} without a target day.",
        item.event.on,
        About(event=item.number),
        is_open=is_open,
    )


def _moved_without_reason(file: CaseFile) -> Iterator[Breach]:
    for number, move in file.of(ItemMoved):
        if not move.reason.strip():
            words = (
                f"An item was moved to {in_words(move.target_on)} on {in_words(move.on)} without a "
                "reason."
            )
            yield Breach(REASON, words, move.on, About(event=number))


def _open_at_the_end(item: Item, end: date | None) -> Iterator[Breach]:
    if end and item.event.on <= end and (item.ended_on is None or item.ended_on > end):
        yield Breach(
            CLOSED,
            f"The case ended on {in_words(end)} while {item.name} was open.",
            end,
            About(event=item.number),
            is_open=item.ended_on is None,
        )


RULES = (PLAN, DATED, ANSWER, REVIEW, ESCALATE, REASON, CLOSED)
