"""The tables of history: what each of their rows says, and since which moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Model

from answerable_site.followup.models import (
    Assurance,
    Closure,
    Commitment,
    Criterion,
    CriterionTest,
    Escalation,
    Evidence,
    EvidenceJudgement,
    InspectorateStatement,
    Ownership,
    OwnStatement,
    Pause,
    ProgressUpdate,
    PublicWording,
    Review,
    Risk,
    TargetDate,
)


class Happened(StrEnum):
    """What was written down."""

    BEGUN = "begun"
    ACTION_ADDED = "action_added"
    OWNED = "owned"
    DATED = "dated"
    PAUSED = "paused"
    UPDATED = "updated"
    SAID = "said"
    ASSURED = "assured"
    INSPECTED = "inspected"
    SHOWN = "shown"
    JUDGED = "judged"
    TESTED = "tested"
    CLOSED = "closed"
    CHECKED = "checked"
    REOPENED = "reopened"
    PLANNED = "planned"
    REVIEWED = "reviewed"
    RISKED = "risked"
    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    WORDED = "worded"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Change:
    """A row of history: what, when, by whom."""

    what: Happened
    at: datetime
    by: str | None
    """None where the product did it."""
    action: str | None
    """The title of the action that it is about; None if it is about the commitment."""
    facts: tuple[Any, ...]
    """As the table of history names them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that a row of history holds, and what it says."""

    what: Happened
    facts: tuple[str, ...] = ()
    at: str = "at"
    by: str | None = "by__full_name"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of history. `queries.changes` asks it."""

    model: type[Model]
    moments: tuple[Moment, ...]
    key: str = "commitment_id"
    """The column with the commitment that a row is about."""
    through: tuple[str, type[Model]] | None = None
    """The name of the relation to the table that has that column, and its model; None where the
    table itself has it."""
    of_actions: bool = False

    @property
    def commitment(self) -> str:
        """The way from a row to the key of its commitment, as lookups have it."""
        return f"{self.through[0]}__{self.key}" if self.through else self.key


TABLES = (
    Table(
        Commitment,
        (Moment(Happened.BEGUN, at="created_at", by="created_by__full_name"),),
        key="id",
    ),
    Table(Ownership, (Moment(Happened.OWNED, ("owner__full_name", "reason")),), of_actions=True),
    Table(
        TargetDate,
        (Moment(Happened.DATED, ("number", "on", "whose", "reason")),),
        of_actions=True,
    ),
    Table(Pause, (Moment(Happened.PAUSED, ("until_on", "reason")),), of_actions=True),
    Table(ProgressUpdate, (Moment(Happened.UPDATED, ("rating", "state")),), of_actions=True),
    Table(
        Escalation,
        (
            Moment(
                Happened.RAISED, ("trigger", "told__full_name", "title"), at="raised_at", by=None
            ),
            Moment(
                Happened.ACKNOWLEDGED,
                ("trigger",),
                at="acknowledged_at",
                by="acknowledged_by__full_name",
            ),
        ),
        of_actions=True,
    ),
    Table(OwnStatement, (Moment(Happened.SAID, ("view", "on")),)),
    Table(Assurance, (Moment(Happened.ASSURED, ("level__name", "on")),)),
    Table(InspectorateStatement, (Moment(Happened.INSPECTED, ("status", "on")),)),
    Table(Evidence, (Moment(Happened.SHOWN, ("title", "on")),)),
    Table(
        EvidenceJudgement,
        (Moment(Happened.JUDGED, ("evidence__title", "is_sufficient")),),
        through=("evidence", Evidence),
    ),
    Table(
        CriterionTest,
        (Moment(Happened.TESTED, ("is_met",)),),
        through=("criterion", Criterion),
    ),
    Table(
        Closure,
        (
            Moment(Happened.CLOSED, ("check_due_on",)),
            Moment(Happened.CHECKED, ("lasted",), at="checked_at", by="checked_by__full_name"),
            Moment(Happened.REOPENED, at="reopened_at", by="reopened_by__full_name"),
        ),
    ),
    Table(
        Review,
        (
            Moment(Happened.PLANNED, ("due_on",)),
            Moment(Happened.REVIEWED, ("held_on",), at="held_at", by="held_by__full_name"),
        ),
    ),
    Table(Risk, (Moment(Happened.RISKED, ("rating",)),)),
    Table(
        PublicWording,
        (
            Moment(Happened.WORDED),
            Moment(Happened.APPROVED, at="approved_at", by="approved_by__full_name"),
        ),
    ),
)
