"""The lists of commitments and of actions, filtered and in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from answerable_site.followup import rules
from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.models import Action, Commitment
from answerable_site.followup.queries.conditions import (
    actions_where,
    background,
    commitments_where,
    stands,
    stands_late,
)
from answerable_site.followup.queries.priorities import recommendations_that_serve
from answerable_site.followup.queries.visible import bodies_followed_by, commitments_visible_to
from answerable_site.people.rules import Viewer
from answerable_site.register import search
from answerable_site.register.models import Recommendation, Theme

ANY = "any"
"""Of timeliness: late in whatever way. Of exceptions: for whatever reason."""
UNSAID = "unsaid"
"""Of the three states: nothing was said yet."""
NOBODY = "nobody"
"""Of owners: there is none."""
MOST_COUNTED = 1000
"""What is costly to find is counted up to here: nobody pages further."""
MOST_OF_A_WORD = 100
"""Actions whose title holds a word: their titles are read one by one."""


class Standing(StrEnum):
    """Whether a list holds what is open."""

    OPEN = ""
    CLOSED = "closed"
    ALL = "all"

    @property
    def label(self) -> str:
        return {"": "Open", "closed": "Closed", "all": "Open and closed"}[self]


class Order(StrEnum):
    """How a list is ordered."""

    SOONEST = ""
    LATEST_CHANGE = "changed"

    @property
    def label(self) -> str:
        return {"": "Soonest original date first", "changed": "Latest change first"}[self]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; empty means all, except that closed ones are asked for."""

    words: str = ""
    priority_id: int | None = None
    inspection_id: int | None = None
    theme_id: int | None = None
    owner: str = ""
    """A key, or `NOBODY`."""
    organisation_id: int | None = None
    body_id: int | None = None
    whose: str = ""
    timeliness: str = ""
    """A `rules.Timeliness`, or `ANY` for what missed its original date."""
    own_view: str = ""
    assurance: str = ""
    inspectorate: str = ""
    standing: str = Standing.OPEN
    exception: str = ""
    """A `rules.Why`, or `ANY`."""
    changed_since: datetime | None = None
    order: str = Order.SOONEST


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
    body: str
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
    "body": "body__name",
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
        names = line.__dataclass_fields__
        self._columns = [_FROM.get(name, name) for name in names]

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
        for row in self.found.values_list(*self._columns).iterator(chunk_size=2000):
            yield self._line(*row)

    def of(self, keys: Sequence[int]) -> list[Of]:
        """The lines of some rows, in the order of their keys."""
        model: type[Model] = self.found.model
        rows = model._default_manager.filter(pk__in=keys).values_list(*self._columns)  # noqa: SLF001
        lines = {row[0]: self._line(*row) for row in rows}
        return [lines[key] for key in keys if key in lines]


def listed_commitments(viewer: Viewer, wanted: Wanted, *, on: date) -> Lines[Line]:
    """Visible commitments that the filters leave, in order.

    Args:
        viewer: whose follow-up it is.
        wanted: the filters; text search as `search.matching` has it, and in the promises.
        on: the civil date on which timeliness and exceptions are seen.
    """
    visible = commitments_listed_to(viewer)
    found = visible.filter(_condition(wanted, on))
    if wanted.exception:
        seen = background(visible, on=on)
        found = found.filter(_either(commitments_where(w, seen) for w in _whys(wanted.exception)))
    is_costly = bool(wanted.words or wanted.exception)
    return Lines(_ordered(found, wanted.order), Line, at_once=MOST_COUNTED if is_costly else None)


def listed_actions(viewer: Viewer, wanted: Wanted, *, on: date) -> Lines[ActionLine]:
    """Actions that serve a visible commitment and that the filters leave, soonest first.

    Of the filters those count that an action has: words, owner, organisation, whose date,
    timeliness, open or closed, exceptions.
    """
    found = actions_listed_to(viewer).filter(_action_condition(wanted, on))
    if wanted.exception:
        seen = background(commitments_listed_to(viewer), on=on)
        found = found.filter(_either(actions_where(w, seen) for w in _whys(wanted.exception)))
    ordered = found.order_by(F("original_on").asc(nulls_last=True), "pk")
    most = MOST_OF_A_WORD if wanted.words else MOST_COUNTED
    return Lines(ordered, ActionLine, at_once=most)


def lines_chosen(viewer: Viewer, keys: Sequence[int]) -> list[Line]:
    """The lines of visible commitments that somebody chose, the soonest original date first."""
    chosen = commitments_listed_to(viewer).filter(pk__in=keys)
    return Lines(_ordered(chosen, Order.SOONEST), Line)[: len(keys)]


def commitments_to_change(viewer: Viewer, keys: Sequence[int]) -> QuerySet[Commitment]:
    """Visible commitments that somebody chose, with what decides who may change them."""
    return (
        commitments_visible_to(viewer)
        .filter(pk__in=keys)
        .select_related("organisation", "owner")
        .defer("organisation__logo")
    )


def commitments_listed_to(viewer: Viewer) -> QuerySet[Commitment]:
    """`commitments_visible_to`, in a form that an index can answer wherever it can be had.

    Most see what their own bodies follow up and nothing else, and for them that is all there is to
    ask.
    """
    bodies = bodies_followed_by(viewer)
    elsewhere = Commitment.objects.filter(
        organisation__in=viewer.organisations_where(*FOLLOWS_UP)
    ).exclude(body__in=bodies)
    if elsewhere.exists():
        return commitments_visible_to(viewer)
    return Commitment.objects.filter(body__in=bodies)


def actions_listed_to(viewer: Viewer) -> QuerySet[Action]:
    """Actions that serve a visible commitment, asked one by one as the list goes."""
    serving = commitments_listed_to(viewer).filter(actions=OuterRef("pk"))
    return Action.objects.filter(Exists(serving))


def _condition(wanted: Wanted, on: date) -> Q:
    condition = _of_both(wanted, on, needs_proof=True)
    if wanted.words:
        matching = search.matching(Recommendation.objects.all(), wanted.words)
        found = Q(summary__icontains=wanted.words) | Q(recommendation__in=matching.values("pk"))
        condition &= found
    if wanted.inspection_id is not None:
        of_report = Recommendation.objects.filter(inspection=wanted.inspection_id)
        condition &= Q(recommendation__in=of_report.values("pk"))
    if wanted.theme_id is not None:
        grouped = Theme.recommendations.through.objects.filter(theme=wanted.theme_id)
        condition &= Q(recommendation__in=grouped.values("recommendation"))
    if wanted.priority_id is not None:
        condition &= Q(recommendation__in=recommendations_that_serve(wanted.priority_id))
    if wanted.body_id is not None:
        condition &= Q(body=wanted.body_id)
    for name in ("own_view", "assurance", "inspectorate"):
        if value := getattr(wanted, name):
            condition &= Q(**{name: "" if value == UNSAID else value})
    if wanted.changed_since is not None:
        condition &= Q(changed_at__gte=wanted.changed_since)
    # A closure to check is an exception of something closed: asked for, it is shown.
    if wanted.standing == Standing.OPEN and not wanted.exception:
        condition &= Q(closed_on__isnull=True)
    elif wanted.standing == Standing.CLOSED:
        condition &= Q(closed_on__isnull=False)
    return condition


def _action_condition(wanted: Wanted, on: date) -> Q:
    condition = _of_both(wanted, on, needs_proof=False)
    if wanted.words:
        condition &= Q(title__icontains=wanted.words) | Q(reference__iexact=wanted.words)
    if wanted.standing == Standing.OPEN:
        condition &= Q(state__in=rules.OPEN_STATES)
    elif wanted.standing == Standing.CLOSED:
        condition &= ~Q(state__in=rules.OPEN_STATES)
    return condition


def _of_both(wanted: Wanted, on: date, *, needs_proof: bool) -> Q:
    condition = Q()
    if wanted.owner:
        is_nobody = wanted.owner == NOBODY
        condition &= Q(owner__isnull=True) if is_nobody else Q(owner=int(wanted.owner))
    if wanted.organisation_id is not None:
        condition &= Q(organisation=wanted.organisation_id)
    if wanted.whose:
        condition &= Q(whose_date=wanted.whose)
    if wanted.timeliness == ANY:
        condition &= stands_late(on=on, needs_proof=needs_proof)
    elif wanted.timeliness:
        kind = rules.Timeliness(wanted.timeliness)
        condition &= stands(kind, on=on, needs_proof=needs_proof)
    return condition


def _whys(exception: str) -> tuple[rules.Why, ...]:
    return tuple(rules.Why) if exception == ANY else (rules.Why(exception),)


def _either(conditions: Iterator[Q]) -> Q:
    found = Q(pk__in=())
    for condition in conditions:
        found |= condition
    return found


def _ordered(found: QuerySet[Commitment], order: str) -> QuerySet[Commitment]:
    if order == Order.LATEST_CHANGE:
        return found.order_by("-changed_at", "pk")
    return found.order_by(F("original_on").asc(nulls_last=True), "pk")
