"""How something stands on a day, as a condition for the database.

Each condition says what a pure rule says of one row; tests hold the two together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from answerable_site.followup import rules
from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.models import Action, Commitment, Escalation
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
    undone_in_time = Q(done_on__isnull=True) | Q(done_on__gt=F("original_on"))
    found = Q(original_on__lt=on) & undone_in_time
    return found if needs_proof else found & ~Q(state=rules.ActionState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Background:
    """What exceptions are seen against on a day."""

    on: date
    months: dict[int, int]
    """After how many evidence is too old, by the body; others have the default."""
    people: dict[int, frozenset[int]]
    """Who could own something, by the organisation that acts; one without anybody is absent."""

    def months_of(self, body_id: int) -> int:
        """After how many months evidence is too old for a body."""
        return self.months.get(body_id, rules.Policy().evidence_months)

    def is_gone(self, owner_id: int | None, organisation_id: int) -> bool:
        """Whether an owner has no role in the organisation any more."""
        return owner_id is not None and owner_id not in self.people.get(organisation_id, ())


def background(commitments: QuerySet[Commitment], *, on: date) -> Background:
    """What exceptions among some commitments and their actions are seen against on a civil date."""
    acting = commitments.order_by().filter(organisation=OuterRef("organisation"))
    at_work = Assignment.objects.in_force(on).filter(
        Exists(acting), user__is_active=True, role__in=FOLLOWS_UP
    )
    people: dict[int, set[int]] = defaultdict(set)
    for organisation, user in at_work.order_by().values_list("organisation_id", "user_id"):
        people[organisation].add(user)
    return Background(
        on,
        {body: policy.evidence_months for body, policy in policies_by_body().items()},
        {organisation: frozenset(users) for organisation, users in people.items()},
    )


def commitments_where(why: Why, seen: Background) -> Q:
    """Commitments that are an exception for a reason, as `rules.exceptions` says."""
    if why is Why.CHECK_DUE:
        return Q(closed_on__isnull=False, check_due_on__lte=seen.on)
    return Q(closed_on__isnull=True) & open_ones_where(why, seen)


def open_ones_where(why: Why, seen: Background) -> Q:
    """The same of commitments that are open, for the reasons that these may have."""
    on = seen.on
    match why:
        case Why.LATE:
            return stands_late(on=on, needs_proof=True)
        case Why.ESCALATED:
            return _escalated()
        case Why.CLAIMED:
            return Q(own_view=rules.OwnView.COMPLETE) & ~Q(assurance__in=rules.ASSURED)
        case Why.MOVED_OFTEN:
            return Q(revisions__gte=rules.MANY_REVISIONS)
        case Why.NO_OWNER:
            return _without_owner(seen)
        case Why.REVIEW_MISSED:
            return Q(review_due_on__lt=on)
        case Why.UPDATE_MISSED:
            return Q(done_on__isnull=True, update_due_on__lt=on)
        case Why.EVIDENCE_OLD:
            return _with_old_evidence(seen)
        case Why.CHECK_DUE:
            return NOTHING


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


def _escalated() -> Q:
    standing = Escalation.objects.filter(settled_at__isnull=True)
    actions = standing.filter(action__isnull=False).values("action")
    served = Action.commitments.through.objects.filter(action__in=actions)
    return Q(pk__in=standing.filter(commitment__isnull=False).values("commitment")) | Q(
        pk__in=served.values("commitment")
    )


def _without_owner(seen: Background) -> Q:
    owned = NOTHING
    for organisation, people in seen.people.items():
        owned |= Q(organisation=organisation, owner__in=people)
    return Q(owner__isnull=True) | ~owned


def _with_old_evidence(seen: Background) -> Q:
    usual = rules.evidence_from(seen.on, rules.Policy().evidence_months)
    found = Q(evidence_on__lt=usual) & ~Q(body__in=seen.months)
    for body, months in seen.months.items():
        found |= Q(body=body, evidence_on__lt=rules.evidence_from(seen.on, months))
    return found
