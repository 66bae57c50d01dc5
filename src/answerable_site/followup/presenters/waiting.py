"""What waits for one person, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.addresses import ACTION, COMMITMENT
from answerable_site.followup.presenters.listing import (
    ListedAction,
    ListedCommitment,
    listed_action,
    listed_commitment,
)

if TYPE_CHECKING:
    from answerable_site.followup.queries import Asked, Line, Work


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody waits for."""

    href: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps of one kind."""

    heading: str
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class ShownWork:
    """What waits for a viewer: steps first, then what they own."""

    waiting: tuple[Steps, ...]
    commitments: list[ListedCommitment]
    actions: list[ListedAction]

    @property
    def is_empty(self) -> bool:
        return not (self.waiting or self.commitments or self.actions)


def shown_work(work: Work, *, on: date) -> ShownWork:
    """Everything, seen from a day; kinds without a step are left out."""
    kinds = (
        Steps(
            "To acknowledge: it went up to you",
            [
                Step(
                    *_where(one),
                    f"{rules.Trigger(one.what).label}; went up on {date_in_words(one.on)}",
                )
                for one in work.to_acknowledge
            ],
        ),
        Steps(
            "To judge: the organisation says that it is complete",
            [_step(line, on) for line in work.to_judge],
        ),
        Steps(
            "To close: said and assured to be complete",
            [_step(line, on) for line in work.to_close],
        ),
        Steps(
            "To check: closed, and did it last?",
            [_step(line, on) for line in work.to_check],
        ),
        Steps(
            "To approve: words for the public",
            [
                Step(*_where(one), f"Proposed by {one.by} on {date_in_words(one.on)}")
                for one in work.to_approve
            ],
        ),
        Steps(
            "To agree: what somebody else reports for your organisation",
            [
                Step(
                    *_where(one),
                    f"By {one.by} on {date_in_words(one.on)}. {rules.Rating(one.what).label}",
                )
                for one in work.to_agree
            ],
        ),
    )
    return ShownWork(
        waiting=tuple(kind for kind in kinds if kind.steps),
        commitments=[listed_commitment(line, on=on) for line in work.commitments],
        actions=[listed_action(line, on=on) for line in work.actions],
    )


def _step(line: Line, on: date) -> Step:
    shown = listed_commitment(line, on=on)
    return Step(
        shown.href,
        f"{shown.organisation}: {shown.summary}",
        f"{shown.heading}. {shown.dates.in_a_line}",
    )


def _where(one: Asked) -> tuple[str, str]:
    if one.commitment_id is not None:
        return COMMITMENT.of(one.commitment_id), one.summary or ""
    if one.action_id is None:
        raise LookupError("A row of history is about a commitment or about an action.")
    return ACTION.of(one.action_id), one.title or ""
