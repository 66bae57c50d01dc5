"""How something stands on a day, as a condition for the database.

Each condition says what a pure rule says of one row; tests hold the two together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet

from answerable_site.followup import rules
from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.models import Action, Commitment
from answerable_site.followup.queries.policies import policies_by_body
from answerable_site.followup.rules import Timeliness, Why
from answerable_site.people.models import Assignment

NOTHING = Q(pk__in=())


def stands(kind: Timeliness, *, on: date, needs_proof: bool) -> Q:
    """The rows of which `rules.timeliness` says this on a civil date.

    Args:
        needs_proof: of commitments; an action is done when it is done.
    """
    done, dated = Q(done_on__lte=on), Q(original_on__isnull=False)
    proved = Q(closed_on__lte=on)
    in_time, late = Q(done_on__lte=F("original_on")), Q(done_on__gt=F("original_on"))
    undone = Q(done_on__isnull=True) | Q(done_on__gt=on)
    unproved = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    match kind:
        case Timeliness.DROPPED:
            return NOTHING if needs_proof else Q(state=rules.ActionState.CANCELLED)
        case Timeliness.NO_DATE:
            found = Q(original_on__isnull=True)
        case Timeliness.RUNNING:
            found = Q(original_on__gte=on) & undone
        case Timeliness.LATE:
            found = Q(original_on__lt=on) & undone
        case Timeliness.SAID_IN_TIME:
            found = done & unproved & in_time if needs_proof else NOTHING
        case Timeliness.SAID_LATE:
            found = done & unproved & late if needs_proof else NOTHING
        case Timeliness.DONE_IN_TIME:
            found = dated & done & in_time & (proved if needs_proof else Q())
        case Timeliness.DONE_LATE:
            found = dated & done & late & (proved if needs_proof else Q())
    return found if needs_proof else found & ~Q(state=rules.ActionState.CANCELLED)


def stands_late(*, on: date, needs_proof: bool) -> Q:
    """The rows that missed their original date, done since or not."""
    kinds = [kind for kind in Timeliness if kind.is_late]
    return reduce(or_, (stands(kind, on=on, needs_proof=needs_proof) for kind in kinds))


@dataclass(frozen=True, slots=True)
class Background:
    """What exceptions are seen against on a day."""

    on: date
    months: dict[int, int]
    """After how many evidence is too old, by the body; others have the default."""
    gone: frozenset[tuple[int, int]]
    """Owners who have no role any more in the organisation, with it."""

    def months_of(self, body_id: int) -> int:
        """After how many months evidence is too old for a body."""
        return self.months.get(body_id, rules.Policy().evidence_months)


def background(things: QuerySet[Commitment] | QuerySet[Action], *, on: date) -> Background:
    """What exceptions among some commitments or actions are seen against on a civil date."""
    owners = set(
        things.filter(owner__isnull=False)
        .order_by()
        .values_list("owner_id", "organisation_id")
        .distinct()
    )
    at_work = set(
        Assignment.objects.in_force(on)
        .filter(user__is_active=True, user__in={owner for owner, _ in owners}, role__in=FOLLOWS_UP)
        .values_list("user_id", "organisation_id")
    )
    months = {body: policy.evidence_months for body, policy in policies_by_body().items()}
    return Background(on, months, frozenset(owners - at_work))


def commitments_where(why: Why, seen: Background) -> Q:
    """Commitments that are an exception for a reason, as `rules.exceptions` says."""
    on = seen.on
    is_open = Q(closed_on__isnull=True)
    match why:
        case Why.LATE:
            return is_open & stands_late(on=on, needs_proof=True)
        case Why.CLAIMED:
            return is_open & Q(own_view=rules.OwnView.COMPLETE) & ~Q(assurance__in=rules.ASSURED)
        case Why.MOVED_OFTEN:
            return is_open & Q(revisions__gte=rules.MANY_REVISIONS)
        case Why.NO_OWNER:
            return is_open & _without_owner(seen)
        case Why.REVIEW_MISSED:
            return is_open & Q(review_due_on__lt=on)
        case Why.UPDATE_MISSED:
            return is_open & Q(done_on__isnull=True, update_due_on__lt=on)
        case Why.EVIDENCE_OLD:
            return is_open & _with_old_evidence(seen)
        case Why.CHECK_DUE:
            return Q(closed_on__isnull=False, check_due_on__lte=on)


def actions_where(why: Why, seen: Background) -> Q:
    """The same of actions, for the reasons in `rules.OF_ACTIONS`."""
    is_open = Q(state__in=rules.OPEN_STATES)
    match why:
        case Why.LATE:
            return is_open & stands_late(on=seen.on, needs_proof=False)
        case Why.MOVED_OFTEN:
            return is_open & Q(revisions__gte=rules.MANY_REVISIONS)
        case Why.NO_OWNER:
            return is_open & _without_owner(seen)
        case _:
            return NOTHING


def _without_owner(seen: Background) -> Q:
    found = Q(owner__isnull=True)
    by_organisation: dict[int, list[int]] = defaultdict(list)
    for owner, organisation in seen.gone:
        by_organisation[organisation].append(owner)
    for organisation, owners in by_organisation.items():
        found |= Q(organisation=organisation, owner__in=owners)
    return found


def _with_old_evidence(seen: Background) -> Q:
    usual = rules.evidence_from(seen.on, rules.Policy().evidence_months)
    found = Q(evidence_on__lt=usual) & ~Q(body__in=seen.months)
    for body, months in seen.months.items():
        found |= Q(body=body, evidence_on__lt=rules.evidence_from(seen.on, months))
    return found
