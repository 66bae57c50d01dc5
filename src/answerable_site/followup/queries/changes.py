"""What changed since a moment: every row of history, with who wrote it and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Model, Q

from answerable_site.followup.models import (
    Action,
    Assurance,
    Closure,
    Commitment,
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
from answerable_site.followup.queries.listing import (
    Line,
    Lines,
    Order,
    Standing,
    Wanted,
    listed_commitments,
)
from answerable_site.people.rules import Viewer


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
    """As `_SOURCES` names them."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A commitment and what was written about it since a moment, the latest first."""

    line: Line
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class _Source:
    """A table of history, or one of the moments of its rows."""

    what: Happened
    model: type[Model]
    facts: tuple[str, ...]
    at: str = "at"
    by: str | None = "by__full_name"
    commitment: str = "commitment"
    of_actions: bool = False


_SOURCES = (
    _Source(Happened.OWNED, Ownership, ("owner__full_name", "reason"), of_actions=True),
    _Source(Happened.DATED, TargetDate, ("number", "on", "whose", "reason"), of_actions=True),
    _Source(Happened.PAUSED, Pause, ("until_on", "reason"), of_actions=True),
    _Source(Happened.UPDATED, ProgressUpdate, ("rating", "state"), of_actions=True),
    _Source(
        Happened.RAISED,
        Escalation,
        ("trigger", "told__full_name", "title"),
        at="raised_at",
        by=None,
        of_actions=True,
    ),
    _Source(
        Happened.ACKNOWLEDGED,
        Escalation,
        ("trigger",),
        at="acknowledged_at",
        by="acknowledged_by__full_name",
        of_actions=True,
    ),
    _Source(Happened.SAID, OwnStatement, ("view", "on")),
    _Source(Happened.ASSURED, Assurance, ("level__name", "on")),
    _Source(Happened.INSPECTED, InspectorateStatement, ("status", "on")),
    _Source(Happened.SHOWN, Evidence, ("title", "on")),
    _Source(
        Happened.JUDGED,
        EvidenceJudgement,
        ("evidence__title", "is_sufficient"),
        commitment="evidence__commitment",
    ),
    _Source(Happened.TESTED, CriterionTest, ("is_met",), commitment="criterion__commitment"),
    _Source(Happened.CLOSED, Closure, ("check_due_on",)),
    _Source(Happened.CHECKED, Closure, ("lasted",), at="checked_at", by="checked_by__full_name"),
    _Source(Happened.REOPENED, Closure, (), at="reopened_at", by="reopened_by__full_name"),
    _Source(Happened.PLANNED, Review, ("due_on",)),
    _Source(Happened.REVIEWED, Review, ("held_on",), at="held_at", by="held_by__full_name"),
    _Source(Happened.RISKED, Risk, ("rating",)),
    _Source(Happened.WORDED, PublicWording, ()),
    _Source(Happened.APPROVED, PublicWording, (), at="approved_at", by="approved_by__full_name"),
)


def changed_commitments(viewer: Viewer, *, since: datetime) -> Lines[Line]:
    """Visible commitments, open or closed, of which something was written since a moment, the
    latest change first."""
    wanted = Wanted(standing=Standing.ALL, changed_since=since, order=Order.LATEST_CHANGE)
    return listed_commitments(viewer, wanted, on=since.date())


def changes_of(lines: Sequence[Line], *, since: datetime) -> list[Changed]:
    """What was written about some commitments and their actions since a moment; the number of
    queries does not depend on how much it is."""
    keys = [line.id for line in lines]
    serving: dict[int, list[int]] = defaultdict(list)
    links = Action.commitments.through.objects.filter(commitment__in=keys)
    for action, commitment in links.values_list("action_id", "commitment_id"):
        serving[action].append(commitment)
    found: dict[int, list[Change]] = defaultdict(list)
    for commitment, change in _begun(keys, since):
        found[commitment].append(change)
    for action, change in _added(list(serving), since):
        for commitment in serving[action]:
            found[commitment].append(change)
    for source in _SOURCES:
        for about, of_action, change in _read(source, keys, list(serving), since):
            for one in [about] if about else serving[of_action or 0]:
                found[one].append(change)
    return [
        Changed(line, sorted(found[line.id], key=lambda one: one.at, reverse=True))
        for line in lines
    ]


def _begun(keys: Sequence[int], since: datetime) -> Iterator[tuple[int, Change]]:
    begun = Commitment.objects.filter(pk__in=keys, created_at__gte=since)
    for key, at, by in begun.values_list("pk", "created_at", "created_by__full_name"):
        yield key, Change(Happened.BEGUN, at, by, None, ())


def _added(actions: Sequence[int], since: datetime) -> Iterator[tuple[int, Change]]:
    added = Action.objects.filter(pk__in=actions, created_at__gte=since)
    for key, at, by, title in added.values_list(
        "pk", "created_at", "created_by__full_name", "title"
    ):
        yield key, Change(Happened.ACTION_ADDED, at, by, title, ())


def _read(
    source: _Source, commitments: Sequence[int], actions: Sequence[int], since: datetime
) -> Iterator[tuple[int | None, int | None, Change]]:
    about = Q(**{f"{source.commitment}__in": commitments})
    columns = [source.at, f"{source.commitment}_id", *source.facts]
    if source.of_actions:
        about |= Q(action__in=actions)
        columns += ["action_id", "action__title"]
    if source.by:
        columns.append(source.by)
    rows = source.model._default_manager.filter(about, **{f"{source.at}__gte": since})  # noqa: SLF001
    for row in rows.order_by().values_list(*columns):
        told = dict(zip(columns, row, strict=True))
        yield (
            told[f"{source.commitment}_id"],
            told.get("action_id"),
            Change(
                what=source.what,
                at=told[source.at],
                by=told[source.by] if source.by else None,
                action=told.get("action__title"),
                facts=tuple(told[name] for name in source.facts),
            ),
        )
