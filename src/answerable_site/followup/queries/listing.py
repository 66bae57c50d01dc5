"""The lists of commitments and of actions, filtered and in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from answerable_site.followup import rules
from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.models import Action, Commitment
from answerable_site.followup.queries import searching
from answerable_site.followup.queries.conditions import (
    actions_where,
    background,
    commitments_where,
    stands,
    stands_late,
)
from answerable_site.followup.queries.lines import ActionLine, Line, Lines
from answerable_site.followup.queries.priorities import recommendations_that_serve
from answerable_site.followup.queries.visible import bodies_followed_by, commitments_visible_to
from answerable_site.followup.queries.wanted import (
    ANY,
    NOBODY,
    UNSAID,
    Order,
    Standing,
    Wanted,
)
from answerable_site.people.rules import Viewer
from answerable_site.register import search
from answerable_site.register.models import Recommendation, Theme

MOST_COUNTED = 1000
"""What is costly to find is counted up to here: nobody pages further."""
MOST_OF_A_WORD = 100
"""Actions that are called by a word: of these nobody pages as far."""


def listed_commitments(viewer: Viewer, wanted: Wanted, *, on: date) -> Lines[Line]:
    """Visible commitments that the filters leave, in order.

    Args:
        viewer: whose follow-up it is.
        wanted: the filters; words are those of a promise or of its recommendation, as
            `searching.promised_in` and `search.matching` have them.
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
    if wanted.words:
        found = searching.called(found, wanted.words)
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
    """Actions that serve a visible commitment."""
    return actions_serving(commitments_listed_to(viewer))


def actions_serving(commitments: QuerySet[Commitment]) -> QuerySet[Action]:
    """Actions that serve one of some commitments, asked one by one as the list goes."""
    return Action.objects.filter(Exists(commitments.filter(actions=OuterRef("pk"))))


def _condition(wanted: Wanted, on: date) -> Q:
    condition = _of_both(wanted, on, needs_proof=True)
    if wanted.words:
        matching = search.matching(Recommendation.objects.all(), wanted.words)
        about = Q(recommendation__in=matching.values("pk"))
        condition &= about | searching.promised_in(wanted.words)
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
