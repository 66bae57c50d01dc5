"""What goes up today, to whom: read by the job that raises it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Min, Q, QuerySet

from answerable_site.followup import rules
from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.followup.models import Action, Commitment, Escalation, LadderStep
from answerable_site.followup.queries.policies import policies_by_body
from answerable_site.people.models import Assignment


@dataclass(frozen=True, slots=True)
class Rise:
    """Something to raise: about what, why, and to which step of which ladder."""

    about: Commitment | Action
    trigger: rules.Trigger
    step: LadderStep


@dataclass(frozen=True, slots=True)
class Movement:
    """What changes on a day: what goes up, and which escalations no longer hold."""

    rises: tuple[Rise, ...]
    settled: tuple[int, ...]


def movement(*, on: date) -> Movement:
    """What goes up on a civil date (Europe/London), and what has come to rest."""
    standing = list(_standing_escalations())
    raised = _by_thing(standing)
    ladders, policies, owners = _ladders(), policies_by_body(), _owners(on)
    rises: list[Rise] = []
    holding: set[tuple[str, int, str]] = set()
    for thing, body_id in _open_things():
        policy = policies.get(body_id, rules.Policy())
        facts = _facts(thing, has_owner=(thing.owner_id, thing.organisation_id) in owners)
        ladder = ladders.get(thing.organisation_id) or ladders.get(body_id, [])
        for trigger in rules.triggers(facts, on=on, evidence_months=policy.evidence_months):
            key = (_name(thing), thing.pk, trigger.value)
            holding.add(key)
            position = rules.next_level(
                raised.get(key, []), on=on, levels=len(ladder), step_days=policy.step_days
            )
            if position is not None:
                rises.append(Rise(thing, trigger, ladder[position]))
    settled = tuple(one.pk for one in standing if _key(one) not in holding)
    return Movement(tuple(rises), settled)


def escalations_to_mail() -> QuerySet[Escalation]:
    """Escalations of which nobody was told by e-mail yet and that wait for their word."""
    return (
        Escalation.objects.filter(
            mailed_at__isnull=True, settled_at__isnull=True, acknowledged_at__isnull=True
        )
        .select_related("told", "organisation", "commitment__recommendation__inspection", "action")
        .order_by("told", "pk")
    )


def levels_told(commitments: Collection[int]) -> dict[int, tuple[str, ...]]:
    """What the levels are called that were told of a commitment, or of an action that serves it,
    and that have not come to rest; by the key of the commitment."""
    wanted = frozenset(commitments)
    rows = (
        _standing_escalations()
        .filter(Q(commitment__in=wanted) | Q(action__commitments__in=wanted))
        .order_by("position", "title")
        .values_list("commitment", "action__commitments", "title")
    )
    levels: dict[int, list[str]] = defaultdict(list)
    for commitment, through_action, title in rows:
        concerned = commitment or through_action
        if concerned in wanted and title not in levels[concerned]:
            levels[concerned].append(title)
    return {key: tuple(titles) for key, titles in levels.items()}


def _standing_escalations() -> QuerySet[Escalation]:
    return Escalation.objects.filter(settled_at__isnull=True).order_by("raised_at", "pk")


def _by_thing(standing: Iterable[Escalation]) -> dict[tuple[str, int, str], list[rules.Raised]]:
    found: dict[tuple[str, int, str], list[rules.Raised]] = defaultdict(list)
    for one in standing:
        found[_key(one)].append(rules.Raised(one.position, one.on, one.acknowledged_at is not None))
    return found


def _open_things() -> Iterator[tuple[Any, int]]:
    """Open commitments and actions, each with the policing body whose policy counts: for an action
    that serves several, the first."""
    for commitment in Commitment.objects.filter(closed_on__isnull=True).iterator():
        yield commitment, commitment.body_id
    actions = (
        Action.objects.filter(state__in=rules.OPEN_STATES, commitments__closed_on__isnull=True)
        .annotate(first_body=Min("commitments__body"))
        .iterator()
    )
    for action in actions:
        yield action, action.first_body


def _facts(thing: Commitment | Action, *, has_owner: bool) -> rules.Standing:
    if isinstance(thing, Action):
        return rules.Standing(
            original_on=thing.original_on,
            revisions=thing.revisions,
            has_owner=has_owner,
            paused_until=thing.paused_until,
        )
    said_done = thing.done_on is not None
    return rules.Standing(
        # Once it is said to be done it waits for the office, and its own ladder is done with.
        original_on=None if said_done else thing.original_on,
        revisions=thing.revisions,
        has_owner=has_owner,
        review_due_on=thing.review_due_on,
        update_due_on=None if said_done else thing.update_due_on,
        latest_evidence_on=thing.evidence_on,
        paused_until=thing.paused_until,
    )


def _ladders() -> dict[int, list[LadderStep]]:
    found: dict[int, list[LadderStep]] = defaultdict(list)
    for step in LadderStep.objects.filter(ended_at__isnull=True).select_related("person"):
        found[step.organisation_id].append(step)
    return found


def _owners(on: date) -> set[tuple[int | None, int]]:
    return set(
        Assignment.objects.in_force(on)
        .filter(Q(user__is_active=True), role__in=FOLLOWS_UP)
        .values_list("user", "organisation")
    )


def _name(thing: Commitment | Action) -> str:
    return "commitment" if isinstance(thing, Commitment) else "action"


def _key(one: Escalation) -> tuple[str, int, str]:
    if one.commitment_id is not None:
        return ("commitment", one.commitment_id, one.trigger)
    return ("action", one.action_id or 0, one.trigger)
