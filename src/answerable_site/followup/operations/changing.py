"""Changes that are made to one commitment or action, or to many commitments at once.

Each makes itself and leaves no entry in the record of acts: whoever makes it records it, one by one
or all together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import (
    Action,
    Commitment,
    Ownership,
    Review,
    TargetDate,
)
from answerable_site.followup.operations.marking import Held, OwnerRefused
from answerable_site.people.access import signed_in
from answerable_site.people.models import User
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class Moment:
    """Who changes something, when, and on which civil date."""

    by: Viewer
    at: datetime
    on: date


@dataclass(frozen=True, slots=True)
class NewOwner:
    """Somebody owns it from now on; nobody, where the owner is taken off."""

    owner: User | None
    reason: str = ""

    def make(self, thing: Commitment | Action, moment: Moment) -> Held:
        """Let it change hands.

        Raises:
            access.Refused: the viewer manages neither.
            OwnerRefused: nothing changes, the person has no role there, or no reason is given.
        """
        held = Held(thing)
        access.check_can_manage_either(moment.by, held.thing)
        if held.thing.owner_id == (self.owner.pk if self.owner else None):
            raise OwnerRefused("This is the owner already")
        if held.thing.owner_id is not None and not self.reason.strip():
            raise OwnerRefused("Say why it changes hands")
        if self.owner:
            held.check_could_own(self.owner, on=moment.on)
        Ownership.objects.create(
            **held.about,
            owner=self.owner,
            reason=self.reason.strip(),
            at=moment.at,
            by_id=signed_in(moment.by),
        )
        held.keep(at=moment.at, owner=self.owner)
        return held

    def told(self) -> dict[str, Any]:
        """What the record of acts keeps of it."""
        return {"owner": self.owner.pk if self.owner else None}


@dataclass(frozen=True, slots=True)
class NewTarget:
    """It is worked to another date from now on. The original stays."""

    target: rules.Target

    def make(self, thing: Commitment | Action, moment: Moment) -> Held:
        """Set the date.

        Raises:
            access.Refused: the viewer neither owns nor manages it, or it is closed.
            rules.DateRefused: it cannot be set so.
        """
        held = Held(thing)
        access.check_can_work_on(moment.by, held.thing)
        held.check_open()
        before = [
            rules.Target(row.on, rules.Whose(row.whose), row.reason)
            for row in held.thing.targets.order_by("number")
        ]
        rules.check_new_target(
            before,
            self.target,
            allowed=_fewest_revisions(held.thing),
            may_allow_more=all(
                access.may_allow_more(moment.by, one) for one in _served(held.thing)
            ),
        )
        TargetDate.objects.create(
            **held.about,
            number=len(before),
            on=self.target.on,
            whose=self.target.whose,
            reason=self.target.reason.strip(),
            at=moment.at,
            by_id=signed_in(moment.by),
        )
        held.keep(
            at=moment.at,
            target_on=self.target.on,
            original_on=before[0].on if before else self.target.on,
            revisions=len(before),
            whose_date=self.target.whose,
        )
        return held

    def told(self) -> dict[str, Any]:
        """What the record of acts keeps of it."""
        return {"on": self.target.on.isoformat(), "whose": self.target.whose}


@dataclass(frozen=True, slots=True)
class PlannedReview:
    """It is looked at by a day."""

    due_on: date
    note: str = ""
    """Why many are planned at once; it stays beside each of them."""

    def make(self, thing: Commitment, moment: Moment) -> Held:
        """Plan the review.

        Raises:
            access.Refused: the viewer does not manage it, or it is closed.
        """
        held = Held(thing)
        access.check_can_manage(moment.by, held.thing)
        held.check_open()
        Review.objects.create(
            commitment=held.thing,
            due_on=self.due_on,
            note=self.note.strip(),
            at=moment.at,
            by_id=signed_in(moment.by),
        )
        held.keep(at=moment.at, review_due_on=queries.earliest_open_review(held.thing))
        return held

    def told(self) -> dict[str, Any]:
        """What the record of acts keeps of it."""
        return {"due_on": self.due_on.isoformat()}


Change = NewOwner | NewTarget | PlannedReview


def _served(thing: Commitment | Action) -> list[Commitment]:
    return [thing] if isinstance(thing, Commitment) else list(thing.commitments.all())


def _fewest_revisions(thing: Commitment | Action) -> int | None:
    """What the strictest of the bodies allows; None where all allow any number."""
    allowed = [queries.policy_of(one.body_id).revisions_allowed for one in _served(thing)]
    limits = [one for one in allowed if one is not None]
    return min(limits, default=None)
