"""Exceptions, each with why in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.listing import (
    ListedCommitment,
    assurance_in_words,
    listed_commitment,
    times_moved,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from answerable_site.followup.queries import Exceptional, Line


@dataclass(frozen=True, slots=True)
class ShownException:
    """A commitment and every reason for which it is an exception."""

    commitment: ListedCommitment
    whys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownCount:
    """How many are an exception for a reason."""

    why: str
    label: str
    count: str
    is_shown: bool
    """It is the reason that the page is narrowed to."""


def shown_exception(one: Exceptional, *, on: date) -> ShownException:
    """One exception, seen from a day."""
    return ShownException(
        commitment=listed_commitment(one.line, on=on),
        whys=tuple(why_in_words(why, one, on=on) for why in one.whys),
    )


def shown_counts(counts: Mapping[rules.Why, int], *, shown: str = "") -> list[ShownCount]:
    """Every reason that anything has, with how many.

    Args:
        shown: the reason that the page is narrowed to; empty for any.
    """
    return [
        ShownCount(
            why=why.value,
            label=why.label,
            count=f"{count:,}",
            is_shown=why.value == shown,
        )
        for why, count in counts.items()
        if count or why.value == shown
    ]


def why_in_words(why: rules.Why, one: Exceptional, *, on: date) -> str:
    """A sentence that says what is the matter."""
    line = one.line
    match why:
        case rules.Why.LATE:
            return _late(line, on)
        case rules.Why.ESCALATED:
            return f"Escalated: {', '.join(one.escalated_to)}."
        case rules.Why.CLAIMED:
            return _claimed(line)
        case rules.Why.MOVED_OFTEN:
            return (
                f"Its date {times_moved(line.revisions)}: {_day(line.original_on)} at first, "
                f"{_day(line.target_on)} now."
            )
        case rules.Why.NO_OWNER if one.owner_is_gone:
            return f"{line.owner} owns it and has no role in {line.organisation} any more."
        case rules.Why.NO_OWNER:
            return "Nobody owns it."
        case rules.Why.REVIEW_MISSED:
            return f"A review was due by {_day(line.review_due_on)} and was not held."
        case rules.Why.UPDATE_MISSED:
            return f"A progress update was due by {_day(line.update_due_on)}."
        case rules.Why.EVIDENCE_OLD:
            return f"Its newest evidence speaks of {_day(line.evidence_on)}: too old to rely on."
        case rules.Why.CHECK_DUE:
            return (
                f"Closed on {_day(line.closed_on)}; whether it lasted was to be checked by "
                f"{_day(line.check_due_on)}."
            )


def _late(line: Line, on: date) -> str:
    said = f"{rules.in_words(line.dates, on=on)}, counted from the original date"
    worked_to = f"; worked to {_day(line.target_on)} now" if line.revisions else ""
    return f"{said}, {_day(line.original_on)}{worked_to}."


def _claimed(line: Line) -> str:
    proof = (
        f"its newest evidence speaks of {_day(line.evidence_on)}"
        if line.evidence_on
        else "no evidence was added"
    )
    since = f" on {_day(line.done_on)}" if line.done_on else ""
    return (
        f"Complete{since}, says {line.organisation}; {proof}, and the office’s assurance is: "
        f"{assurance_in_words(line)}."
    )


def _day(day: date | None) -> str:
    return date_in_words(day) if day else "no date"
