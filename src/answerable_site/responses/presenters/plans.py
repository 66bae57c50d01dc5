"""The office's own milestones in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable_site.design.dates import date_in_words
from answerable_site.responses.presenters.texts import by_whom
from answerable_site.responses.queries import OfficePlan
from answerable_site.responses.rules.milestones import MilestoneState

STATES = {
    MilestoneState.DONE_IN_TIME: ("Done", "govuk-tag--green"),
    MilestoneState.DONE_LATE: ("Done late", "govuk-tag--orange"),
    MilestoneState.DUE: ("Ahead", "govuk-tag--blue"),
    MilestoneState.OVERDUE: ("Overdue", "govuk-tag--red"),
}


@dataclass(frozen=True, slots=True)
class ShownMilestone:
    """One milestone."""

    title: str
    on: date
    done: str
    tag: str
    tag_classes: str
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownPause:
    """One pause of the milestones."""

    days: str
    reason: str
    by: str


def shown_milestones(plan: OfficePlan) -> tuple[ShownMilestone, ...]:
    """The milestones in their order."""
    return tuple(
        ShownMilestone(
            title=each.milestone.step.words[:1].upper() + each.milestone.step.words[1:],
            on=each.milestone.on,
            done=f"Done on {date_in_words(each.done_on)}." if each.done_on else "",
            tag=STATES[each.state][0],
            tag_classes=STATES[each.state][1],
            working=each.milestone.working,
        )
        for each in plan.steps
    )


def shown_pauses(plan: OfficePlan) -> tuple[ShownPause, ...]:
    """The pauses, earliest first."""
    return tuple(
        ShownPause(
            days=f"From {date_in_words(row.from_on)} "
            + (f"to {date_in_words(row.to_on)}, both included" if row.to_on else "on"),
            reason=row.reason,
            by=by_whom(row.recorded_by, row.recorded_at),
        )
        for row in plan.pauses
    )
