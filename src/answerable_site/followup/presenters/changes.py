"""What changed, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.listing import ListedCommitment, listed_commitment
from answerable_site.followup.queries import Happened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from answerable_site.followup.queries import Change, Changed

PRODUCT = "Answerable (automatic)"


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One row of history."""

    at: datetime
    by: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ShownChanged:
    """A commitment and what was written about it."""

    commitment: ListedCommitment
    changes: tuple[ShownChange, ...]


def shown_changes(changed: Iterable[Changed], *, on: date) -> list[ShownChanged]:
    """Everything that changed, seen from a day."""
    return [
        ShownChanged(
            commitment=listed_commitment(one.line, on=on),
            changes=tuple(_shown(change) for change in one.changes),
        )
        for one in changed
    ]


def _shown(change: Change) -> ShownChange:
    about = f"Action “{change.action}”: " if change.action else ""
    words = _WORDS[change.what](*change.facts)
    sentence = f"{about}{words[0].lower()}{words[1:]}" if about else words
    return ShownChange(change.at, change.by or PRODUCT, f"{sentence}.")


def _owned(owner: str | None, reason: str) -> str:
    return f"{'Owner: ' + owner if owner else 'The owner was taken off'}{_because(reason)}"


def _dated(number: int, on: date, whose: str, reason: str) -> str:
    whose_words = rules.Whose(whose).label.lower()
    if number == 0:
        return f"Original date set: {date_in_words(on)} ({whose_words})"
    return f"Date moved to {date_in_words(on)} ({whose_words}){_because(reason)}"


def _updated(rating: str, state: str) -> str:
    now = f"; {rules.ActionState(state).label.lower()}" if state else ""
    return f"Progress update. {rules.Rating(rating).label}{now}"


def _raised(trigger: str, told: str, title: str) -> str:
    return f"Went up to {told}, {title}. {rules.Trigger(trigger).label}"


def _judged(title: str, is_sufficient: bool) -> str:  # noqa: FBT001
    return f"Evidence “{title}” found {'' if is_sufficient else 'not '}sufficient"


def _because(reason: str) -> str:
    return f". Why: {reason.rstrip('.')}" if reason else ""


_WORDS: dict[Happened, Callable[..., Any]] = {
    Happened.BEGUN: lambda: "Follow-up began",
    Happened.ACTION_ADDED: lambda: "Added",
    Happened.OWNED: _owned,
    Happened.DATED: _dated,
    Happened.PAUSED: lambda until, reason: f"Paused until {date_in_words(until)}{_because(reason)}",
    Happened.UPDATED: _updated,
    Happened.SAID: lambda view, on: (
        f"The organisation’s own view of {date_in_words(on)}: {rules.OwnView(view).label}"
    ),
    Happened.ASSURED: lambda level, on: f"The office’s assurance of {date_in_words(on)}: {level}",
    Happened.INSPECTED: lambda status, on: (
        f"The inspectorate’s status of {date_in_words(on)}: "
        f"{rules.InspectorateStatus(status).label}"
    ),
    Happened.SHOWN: lambda title, on: (
        f"Evidence added: “{title}”, which speaks of {date_in_words(on)}"
    ),
    Happened.JUDGED: _judged,
    Happened.TESTED: lambda is_met: f"A criterion was found {'met' if is_met else 'not met'}",
    Happened.CLOSED: lambda check: (
        f"Closed; whether it lasts is to be checked by {date_in_words(check)}"
    ),
    Happened.CHECKED: lambda lasted: f"Checked: it {'lasted' if lasted else 'did not last'}",
    Happened.REOPENED: lambda: "Reopened",
    Happened.PLANNED: lambda due: f"A review was planned by {date_in_words(due)}",
    Happened.REVIEWED: lambda on: f"A review was held on {date_in_words(on)}",
    Happened.RISKED: lambda rating: f"A risk was written down. {rules.RiskRating(rating).label}",
    Happened.RAISED: _raised,
    Happened.ACKNOWLEDGED: lambda trigger: (
        f"An escalation was acknowledged. {rules.Trigger(trigger).label}"
    ),
    Happened.WORDED: lambda: "Words for the public were proposed",
    Happened.APPROVED: lambda: "Words for the public were approved",
}
