"""What lists show of a commitment and of an action, read a page at a time."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from answerable_site.followup import rules
from answerable_site.followup.models import Action, Commitment


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of a commitment."""

    id: int
    summary: str
    recommendation_id: int
    kind: str
    number: str
    text: str
    limb: str | None
    limb_position: int | None
    inspection_id: int
    inspection: str
    organisation_id: int
    organisation: str
    body_id: int
    owner_id: int | None
    owner: str | None
    original_on: date | None
    target_on: date | None
    revisions: int
    whose_date: str
    done_on: date | None
    closed_on: date | None
    paused_until: date | None
    own_view: str
    assurance: str
    assurance_name: str
    inspectorate: str
    review_due_on: date | None
    update_due_on: date | None
    evidence_on: date | None
    check_due_on: date | None
    changed_at: datetime

    @property
    def dates(self) -> rules.Dates:
        """What timeliness follows from."""
        return rules.Dates(
            original_on=self.original_on,
            done_on=self.done_on,
            needs_proof=True,
            proved_on=self.closed_on,
        )


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What a list shows of an action."""

    id: int
    title: str
    reference: str
    organisation_id: int
    organisation: str
    owner_id: int | None
    owner: str | None
    original_on: date | None
    target_on: date | None
    revisions: int
    whose_date: str
    state: str
    rating: str
    done_on: date | None
    paused_until: date | None

    @property
    def dates(self) -> rules.Dates:
        """What timeliness follows from."""
        return rules.Dates(
            original_on=self.original_on,
            done_on=self.done_on,
            dropped=self.state == rules.ActionState.CANCELLED,
        )


Of = TypeVar("Of", Line, ActionLine)
_FROM = {
    "kind": "recommendation__kind",
    "number": "recommendation__number",
    "text": "recommendation__text",
    "limb": "limb__label",
    "limb_position": "limb__position",
    "inspection_id": "recommendation__inspection_id",
    "inspection": "recommendation__inspection__title",
    "organisation": "organisation__name",
    "owner": "owner__full_name",
}
"""Where the fields of a line come from that are not the row's own."""


class Lines(Generic[Of]):
    """Rows in order, fetched as lines: what a paginator asks for, and iteration.

    A page takes two queries: its keys, which an index holds in order, then the lines of those
    alone. No model instances: lists are made by the thousand.
    """

    def __init__(
        self,
        found: QuerySet[Any],
        line: type[Of],
        *,
        at_once: int | None = None,
    ) -> None:
        """What is costly to find is found once: its keys, at most so many as `at_once` says."""
        self.found = found
        self._line: type[Of] = line
        self._at_once = at_once

    def count(self) -> int:
        """How many there are, or as many as are found at once."""
        return len(self._keys) if self._at_once else self.found.order_by().count()

    def __getitem__(self, part: slice) -> list[Of]:
        keys = self.found.values_list("pk", flat=True)
        return self.of(self._keys[part] if self._at_once else list(keys[part]))

    @cached_property
    def _keys(self) -> list[int]:
        return list(self.found.values_list("pk", flat=True)[: self._at_once])

    @property
    def is_all(self) -> bool:
        """Whether `count` counts all there are."""
        return self._at_once is None or self.count() < self._at_once

    def __iter__(self) -> Iterator[Of]:
        """Every line, without holding all of them."""
        for row in self.found.values_list(*_columns(self._line)).iterator(chunk_size=2000):
            yield self._line(*row)

    def of(self, keys: Sequence[int]) -> list[Of]:
        """The lines of some rows, in the order of their keys."""
        every = _every_commitment() if self._line is Line else _every_action()
        lines = {row[0]: self._line(*row) for row in every.filter(pk__in=keys)}
        return [lines[key] for key in keys if key in lines]


def _columns(line: type[Line | ActionLine]) -> list[str]:
    return [_FROM.get(name, name) for name in line.__dataclass_fields__]


@functools.cache
def _every_commitment() -> QuerySet[Any, Any]:
    """All rows as lines have them, in no order. Never read itself: every page narrows it, and
    what to select and to join is worked out once."""
    return Commitment.objects.order_by().values_list(*_columns(Line))


@functools.cache
def _every_action() -> QuerySet[Any, Any]:
    """The same of actions."""
    return Action.objects.order_by().values_list(*_columns(ActionLine))
