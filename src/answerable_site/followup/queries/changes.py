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
    """As the table of history names them."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A commitment and what was written about it since a moment, the latest first."""

    line: Line
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment that a row of history holds, and what it says."""

    what: Happened
    facts: tuple[str, ...] = ()
    at: str = "at"
    by: str | None = "by__full_name"


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of history."""

    model: type[Model]
    moments: tuple[_Moment, ...]
    commitment: str = "commitment"
    of_actions: bool = False


_TABLES = (
    _Table(Ownership, (_Moment(Happened.OWNED, ("owner__full_name", "reason")),), of_actions=True),
    _Table(
        TargetDate,
        (_Moment(Happened.DATED, ("number", "on", "whose", "reason")),),
        of_actions=True,
    ),
    _Table(Pause, (_Moment(Happened.PAUSED, ("until_on", "reason")),), of_actions=True),
    _Table(ProgressUpdate, (_Moment(Happened.UPDATED, ("rating", "state")),), of_actions=True),
    _Table(
        Escalation,
        (
            _Moment(
                Happened.RAISED, ("trigger", "told__full_name", "title"), at="raised_at", by=None
            ),
            _Moment(
                Happened.ACKNOWLEDGED,
                ("trigger",),
                at="acknowledged_at",
                by="acknowledged_by__full_name",
            ),
        ),
        of_actions=True,
    ),
    _Table(OwnStatement, (_Moment(Happened.SAID, ("view", "on")),)),
    _Table(Assurance, (_Moment(Happened.ASSURED, ("level__name", "on")),)),
    _Table(InspectorateStatement, (_Moment(Happened.INSPECTED, ("status", "on")),)),
    _Table(Evidence, (_Moment(Happened.SHOWN, ("title", "on")),)),
    _Table(
        EvidenceJudgement,
        (_Moment(Happened.JUDGED, ("evidence__title", "is_sufficient")),),
        commitment="evidence__commitment",
    ),
    _Table(
        CriterionTest, (_Moment(Happened.TESTED, ("is_met",)),), commitment="criterion__commitment"
    ),
    _Table(
        Closure,
        (
            _Moment(Happened.CLOSED, ("check_due_on",)),
            _Moment(Happened.CHECKED, ("lasted",), at="checked_at", by="checked_by__full_name"),
            _Moment(Happened.REOPENED, at="reopened_at", by="reopened_by__full_name"),
        ),
    ),
    _Table(
        Review,
        (
            _Moment(Happened.PLANNED, ("due_on",)),
            _Moment(Happened.REVIEWED, ("held_on",), at="held_at", by="held_by__full_name"),
        ),
    ),
    _Table(Risk, (_Moment(Happened.RISKED, ("rating",)),)),
    _Table(
        PublicWording,
        (
            _Moment(Happened.WORDED),
            _Moment(Happened.APPROVED, at="approved_at", by="approved_by__full_name"),
        ),
    ),
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
    for table in _TABLES:
        for about, of_action, change in _read(table, keys, list(serving), since):
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
    table: _Table, commitments: Sequence[int], actions: Sequence[int], since: datetime
) -> Iterator[tuple[int | None, int | None, Change]]:
    about = Q(**{f"{table.commitment}__in": commitments})
    if table.of_actions:
        about |= Q(action__in=actions)
    recent, columns = Q(), {f"{table.commitment}_id"}
    columns |= {"action_id", "action__title"} if table.of_actions else set()
    for one in table.moments:
        recent |= Q(**{f"{one.at}__gte": since})
        columns |= {one.at, *one.facts, *([one.by] if one.by else [])}
    rows = table.model._default_manager.filter(about, recent).order_by()  # noqa: SLF001
    for row in rows.values(*columns):
        for one in table.moments:
            if row[one.at] is not None and row[one.at] >= since:
                yield row[f"{table.commitment}_id"], row.get("action_id"), _told(one, row)


def _told(one: _Moment, row: dict[str, Any]) -> Change:
    return Change(
        what=one.what,
        at=row[one.at],
        by=row[one.by] if one.by else None,
        action=row.get("action__title"),
        facts=tuple(row[name] for name in one.facts),
    )
