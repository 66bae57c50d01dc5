"""One change for many at once: shown first, then made, all together and with one entry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import rules
from answerable_site.followup.models import Action, Commitment
from answerable_site.followup.operations.changing import (
    Change,
    Moment,
    NewOwner,
    NewTarget,
)
from answerable_site.followup.operations.marking import OwnerRefused
from answerable_site.people.access import Refused
from answerable_site.people.rules import Viewer

MOST_AT_ONCE = 200


class NotAsShown(ValueError):
    """Something changed since the preview, so what would be done is no longer what was shown."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a change does to one commitment or action, or why it does nothing."""

    thing: Commitment | Action
    """As it was before."""
    before: str
    after: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What one change would do to many."""

    tried: Sequence[Tried]

    @property
    def can_be_made(self) -> list[Tried]:
        """Those that are not refused."""
        return [one for one in self.tried if not one.refusal]

    @property
    def digest(self) -> str:
        """A mark by which the same preview is known again."""
        told = [(one.thing.pk, one.before, one.after, one.refusal) for one in self.tried]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Trial:
    """One change tried on many commitments, or many actions, each in a savepoint of its own."""

    def __init__(
        self,
        change: Change,
        things: Iterable[Commitment] | Iterable[Action],
        *,
        by: Viewer,
        at: datetime,
        on: date,
    ) -> None:
        self.change = change
        # Always locked in the same order, so that two of these never wait for each other.
        self._things = sorted(things, key=lambda one: one.pk)[:MOST_AT_ONCE]
        self._moment = Moment(by, at, on)

    def preview(self) -> Preview:
        """What would come of it; everything is as before afterwards."""
        with transaction.atomic():
            preview = self.made()
            transaction.set_rollback(True)
        return preview

    def made(self) -> Preview:
        """What came of it, inside the caller’s transaction."""
        return Preview([self._tried(one) for one in self._things])

    @property
    def subject(self) -> str:
        """What it is about, as the record of acts names it."""
        are_actions = any(isinstance(one, Action) for one in self._things)
        return "followup.actions" if are_actions else "followup.commitments"

    def _tried(self, thing: Any) -> Tried:
        before = self._value(thing)
        try:
            with transaction.atomic():
                held = self.change.make(thing, self._moment)
        except (Refused, OwnerRefused, rules.DateRefused) as problem:
            return Tried(thing, before, before, f"{str(problem).rstrip('.')}.")
        return Tried(thing, before, self._value(held.thing))

    def _value(self, thing: Any) -> str:
        """What the change is about: a key or a day, empty for none."""
        match self.change:
            case NewOwner():
                value: object = thing.owner_id
            case NewTarget():
                value = thing.target_on
            case _:
                value = thing.review_due_on
        return "" if value is None else str(value)


@transaction.atomic
def change_many(*, by: Viewer, at: datetime, trial: Trial, note: str, shown: str) -> Preview:
    """Make one change to many, wherever it can be made, exactly as it was shown.

    Args:
        trial: the change and what it is tried on, for the same person and moment.
        note: why, for the record of acts.
        shown: the digest of the preview.

    Raises:
        NothingSaid: there is no note.
        NotAsShown: it would do something else than was shown; nothing was done.
    """
    note = rules.words_in(note, "Say why")
    made = trial.made()
    if made.digest != shown:
        raise NotAsShown("Something changed since. Look at the preview again.")
    record(
        by=by,
        at=at,
        act="followup.change_many",
        subject=trial.subject,
        details={
            "change": type(trial.change).__name__,
            **trial.change.told(),
            "note": note,
            "changed": [one.thing.pk for one in made.can_be_made],
            "refused": [one.thing.pk for one in made.tried if one.refusal],
        },
    )
    return made
