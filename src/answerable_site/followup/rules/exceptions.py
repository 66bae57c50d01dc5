"""What somebody has to look at first: an exception is a reason, and the reason has a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable_site.followup.rules.ageing import is_past, is_too_old
from answerable_site.followup.rules.escalating import MANY_REVISIONS
from answerable_site.followup.rules.states import AssuranceKind, OwnView
from answerable_site.followup.rules.timeliness import Dates, timeliness


class Why(StrEnum):
    """Why something is an exception, the gravest first."""

    LATE = "late"
    ESCALATED = "escalated"
    CLAIMED = "claimed"
    MOVED_OFTEN = "moved_often"
    NO_OWNER = "no_owner"
    REVIEW_MISSED = "review_missed"
    UPDATE_MISSED = "update_missed"
    EVIDENCE_OLD = "evidence_old"
    CHECK_DUE = "check_due"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Why.LATE: "Past the original date",
    Why.ESCALATED: "Escalated, and not settled",
    Why.CLAIMED: "Claimed complete without assurance",
    Why.MOVED_OFTEN: f"Date moved {MANY_REVISIONS} times or more",
    Why.NO_OWNER: "Nobody owns it",
    Why.REVIEW_MISSED: "Review missed",
    Why.UPDATE_MISSED: "Progress update missed",
    Why.EVIDENCE_OLD: "Evidence too old",
    Why.CHECK_DUE: "Closed, check that it lasted is due",
}
FOR_A_MEETING = frozenset(
    {Why.LATE, Why.ESCALATED, Why.CLAIMED, Why.MOVED_OFTEN, Why.EVIDENCE_OLD, Why.CHECK_DUE}
)
"""Those that come before a meeting by themselves. A missing owner, review or update does once it
goes up."""
OF_ACTIONS = (Why.LATE, Why.MOVED_OFTEN, Why.NO_OWNER)
"""Those that an action can have: it is neither assured nor reviewed by itself."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What exceptions follow from, of a commitment or an action. No revised date is among it."""

    dates: Dates
    is_open: bool
    """A commitment that is not closed; an action on which something is left to do."""
    is_escalated: bool = False
    """It, or an action that serves it, went up to a level and has not come to rest."""
    revisions: int = 0
    has_owner: bool = True
    """Somebody owns it who still has a role there."""
    own_view: str = ""
    assurance: str = ""
    review_due_on: date | None = None
    update_due_on: date | None = None
    evidence_on: date | None = None
    check_due_on: date | None = None


ASSURED = frozenset({AssuranceKind.DEMONSTRATING, AssuranceKind.COMPLETE})
"""What answers a claim: the office has seen that it is done."""


def exceptions(facts: Facts, *, on: date, evidence_months: int) -> Iterator[Why]:
    """Every reason for which something is an exception on a civil date, the gravest first.

    A pause takes none away: it holds escalation back and hides nothing.

    Args:
        facts: as they are on the day.
        on: the civil date (Europe/London).
        evidence_months: months after which evidence is too old, as the body chose.
    """
    if not facts.is_open:
        if facts.check_due_on is not None and facts.check_due_on <= on:
            yield Why.CHECK_DUE
        return
    if timeliness(facts.dates, on=on).is_late:
        yield Why.LATE
    if facts.is_escalated:
        yield Why.ESCALATED
    if facts.own_view == OwnView.COMPLETE and facts.assurance not in ASSURED:
        yield Why.CLAIMED
    if facts.revisions >= MANY_REVISIONS:
        yield Why.MOVED_OFTEN
    if not facts.has_owner:
        yield Why.NO_OWNER
    if is_past(facts.review_due_on, on):
        yield Why.REVIEW_MISSED
    if facts.dates.done_on is None and is_past(facts.update_due_on, on):
        yield Why.UPDATE_MISSED
    if is_too_old(facts.evidence_on, on=on, months=evidence_months):
        yield Why.EVIDENCE_OLD
