"""Reviews, risks, escalations, pauses and practice reviews."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.naming import short
from answerable_site.followup.presenters.parts import (
    Act,
    Entry,
    Section,
    Tag,
    act,
    acts,
    dates,
    newest_first,
    said,
)
from answerable_site.followup.presenters.powers import Powers

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment, PracticeReview

_RISKS = {
    rules.RiskRating.LOW: "grey",
    rules.RiskRating.MEDIUM: "yellow",
    rules.RiskRating.HIGH: "red",
}


def reviews_section(commitment: Commitment, powers: Powers, *, on: date) -> Section:
    """Days on which it is looked at: those to come, then those that were."""
    rows = list(commitment.reviews.all())
    planned = [row for row in rows if row.held_on is None]
    held = newest_first(row for row in rows if row.held_on is not None)
    return Section(
        "reviews",
        "Reviews",
        entries=tuple(_planned(row, powers, on) for row in planned),
        empty="None is planned.",
        acts=acts(act("Plan a review", "plan_review", commitment.pk) if powers.plans else None),
        folded="Reviews that were held" if held else "",
        earlier=tuple(_held(row) for row in held),
    )


def risks_section(commitment: Commitment, powers: Powers) -> Section:
    """What could stand in the way."""
    rows = list(commitment.risks.all())
    over = [row for row in rows if row.ended_at is not None]
    return Section(
        "risks",
        "Risks",
        entries=tuple(_risk(row, powers) for row in rows if row.ended_at is None),
        empty="None is written down.",
        acts=acts(act("Add a risk", "add_risk", commitment.pk) if powers.works_on else None),
        folded="Risks that are over" if over else "",
        earlier=tuple(_risk(row, powers) for row in over),
    )


def escalations_section(thing: Any, powers: Powers) -> Section:
    """What went up to whom, and what they did about it."""
    rows = newest_first(thing.escalations.all())
    standing = [row for row in rows if row.settled_at is None]
    return Section(
        "escalations",
        "Escalations",
        entries=tuple(_escalation(row, powers) for row in standing),
        empty="Nothing has gone up." if not rows else "Nothing stands.",
        folded="Escalations that are settled" if len(rows) > len(standing) else "",
        earlier=tuple(_escalation(row, powers) for row in rows if row not in standing),
    )


def pauses_section(thing: Any, offered: tuple[Act, ...], *, on: date) -> Section:
    """For how long nothing goes up, and why."""
    rows = newest_first(thing.pauses.all())
    latest = rows[:1] if rows and rows[0].until_on >= on else []
    return Section(
        "pauses",
        "Pauses",
        intro=("A pause holds escalation back. It moves no date.",),
        entries=tuple(_pause(row) for row in latest),
        empty="It is not paused.",
        acts=offered,
        folded="Earlier pauses" if len(rows) > len(latest) else "",
        earlier=tuple(_pause(row) for row in rows[len(latest) :]),
    )


def practice_section(reviews: Iterable[PracticeReview]) -> Section:
    """Reviews of how something is done that this commitment asked for."""
    return Section(
        "practice",
        "Practice reviews",
        entries=tuple(listed_practice(one) for one in reviews),
        empty="None is recorded for this.",
    )


def listed_practice(one: PracticeReview) -> Entry:
    """A practice review as an entry of a list."""
    return Entry(
        one.title,
        href=reverse("followup:practice_review", args=[one.pk]),
        facts=(
            rules.Pathway(one.pathway).label,
            f"Held on {date_in_words(one.held_on)}",
            f"Period: {dates(one.period_from_on, one.period_to_on)}",
            f"Next by {date_in_words(one.next_due_on)}",
        ),
    )


def trigger_of(row: Any) -> str:
    """Why something went up."""
    return rules.Trigger(row.trigger).label


def _planned(row: Any, powers: Powers, on: date) -> Entry:
    return Entry(
        f"Review by {date_in_words(row.due_on)}",
        tags=(Tag("Missed", "red"),) if on > row.due_on else (),
        facts=(f"Planned by {said(row.by, row.at)}",),
        words=row.note,
        acts=acts(
            act("Say what came of it", "hold_review", row.pk, about=f"the review by {row.due_on}")
            if powers.manages
            else None
        ),
    )


def _held(row: Any) -> Entry:
    return Entry(
        f"Held on {date_in_words(row.held_on)}",
        facts=(f"Due by {date_in_words(row.due_on)}", said(row.held_by, row.held_at)),
        words=row.words,
        notes=(f"Planned because: {row.note}",) if row.note else (),
    )


def _risk(row: Any, powers: Powers) -> Entry:
    rating = rules.RiskRating(row.rating)
    over = row.ended_at is not None
    return Entry(
        row.words,
        tags=(Tag("Over") if over else Tag(f"{rating.label} risk", _RISKS[rating]),),
        facts=(said(row.by, row.at),),
        words=f"Against it: {row.mitigation}" if row.mitigation else "",
        notes=(f"Over: {row.ended_because} ({said(row.ended_by, row.ended_at)})",) if over else (),
        acts=acts(
            act("It is over", "end_risk", row.pk, about=short(row.words))
            if not over and powers.works
            else None
        ),
    )


def _escalation(row: Any, powers: Powers) -> Entry:
    answered = row.acknowledged_by is not None
    settled = row.settled_at is not None
    state = (
        Tag("Settled")
        if settled
        else Tag("Acknowledged", "blue")
        if answered
        else Tag("Not acknowledged", "red")
    )
    words = f"{said(row.acknowledged_by, row.acknowledged_at)}" if answered else ""
    return Entry(
        trigger_of(row),
        tags=(state,),
        facts=(
            f"Level {row.position + 1}: {row.title}",
            f"{row.told.full_name} was told on {date_in_words(row.on)}",
        ),
        notes=(f"{row.acknowledged_words} ({words})",) if answered else (),
        acts=acts(
            act("Say what is done about it", "acknowledge", row.pk, about=trigger_of(row))
            if not answered and not settled and powers.can_acknowledge(row)
            else None
        ),
    )


def _pause(row: Any) -> Entry:
    return Entry(dates(row.from_on, row.until_on), facts=(said(row.by, row.at),), words=row.reason)
