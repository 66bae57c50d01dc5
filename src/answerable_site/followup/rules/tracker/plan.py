"""What loading a tracker would do, row by row; nothing is done here."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, Final

import msgspec

from answerable_site.followup.rules.states import ActionState, InspectorateStatus, OwnView
from answerable_site.followup.rules.tracker.finding import NewRecommendation
from answerable_site.followup.rules.tracker.known import (
    KnownAction,
    KnownCommitment,
    KnownRecommendation,
)
from answerable_site.followup.rules.tracker.moving import Change, Moves
from answerable_site.followup.rules.tracker.rows import Problem


class Outcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class OwnSaid:
    """What the organisation would be recorded to say of itself."""

    view: OwnView
    on: date


@dataclass(slots=True)
class PlannedCommitment:
    """A commitment that a row begins or changes."""

    recommendation: KnownRecommendation | NewRecommendation
    limb_id: int | None
    organisation_id: int
    known: KnownCommitment | None
    moves: Moves
    texts: dict[str, str] = field(default_factory=dict)
    """Fields that would be written, by name."""
    own: OwnSaid | None = None
    inspectorate: InspectorateStatus | None = None

    @property
    def changes_nothing(self) -> bool:
        return (
            self.known is not None
            and self.moves.is_still
            and not self.texts
            and self.own is None
            and self.inspectorate is None
        )


@dataclass(slots=True)
class PlannedAction:
    """An action that rows begin or change."""

    organisation_id: int
    known: KnownAction | None
    moves: Moves
    serves: list[int]
    """Positions in `Plan.commitments` of those that it would serve and does not yet."""
    texts: dict[str, str] = field(default_factory=dict)
    state: ActionState | None = None
    """The new state; None where it stays."""
    done_on: date | None = None

    @property
    def changes_nothing(self) -> bool:
        return (
            self.known is not None
            and self.moves.is_still
            and not self.serves
            and not self.texts
            and self.state is None
            and self.done_on is None
        )


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What becomes of one row, and why."""

    number: int
    """Counted from 1, as a spreadsheet program does."""
    outcome: Outcome
    about: str = ""
    """The recommendation that it is about, in words; empty where that is not clear."""
    action: str = ""
    """The title of the action that it tells; empty where it tells none."""
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What a person may want to check; no obstacle."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading a tracker would do."""

    rows: tuple[PlannedRow, ...]
    commitments: tuple[PlannedCommitment, ...] = ()
    """Those of rows that are not refused, each once, whether it changes or not."""
    actions: tuple[PlannedAction, ...] = ()

    @property
    def counts(self) -> Counter[Outcome]:
        """How many rows come to which outcome."""
        return Counter(row.outcome for row in self.rows)

    @property
    def may_be_loaded(self) -> bool:
        """Whether no row is refused and at least one changes something."""
        outcomes = set(self.counts)
        return Outcome.REFUSED not in outcomes and bool(outcomes & {Outcome.ADDED, Outcome.UPDATED})

    @property
    def digest(self) -> str:
        """The SHA-256 of everything that the plan would do: equal only for equal outcomes."""
        told = (
            self.rows,
            [_would(one, _OF_COMMITMENTS) for one in self.commitments],
            [_would(one, _OF_ACTIONS) for one in self.actions],
        )
        return hashlib.sha256(msgspec.json.encode(told, order="deterministic")).hexdigest()


def _names(part: type[PlannedCommitment | PlannedAction]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(part) if one.name != "known")


_OF_COMMITMENTS: Final = _names(PlannedCommitment)
_OF_ACTIONS: Final = _names(PlannedAction)


def _would(part: PlannedCommitment | PlannedAction, names: tuple[str, ...]) -> list[Any]:
    """What a part would do, and to which record: of what is held, its key alone."""
    return [part.known.pk if part.known else None, *(getattr(part, name) for name in names)]
