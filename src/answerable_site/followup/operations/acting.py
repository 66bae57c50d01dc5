"""Actions: what is to be done, what it serves, what it waits for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.followup import access, rules
from answerable_site.followup.models import Action, Commitment, Dependency, Ownership, TargetDate
from answerable_site.followup.operations.marking import Held
from answerable_site.people.access import signed_in
from answerable_site.people.models import User
from answerable_site.people.rules import Viewer


class ServesNothing(ValueError):
    """An action has to serve a commitment of its organisation."""


@dataclass(frozen=True, slots=True)
class NewAction:
    """What is to be done."""

    title: str
    words: str = ""
    kind: rules.ActionKind = rules.ActionKind.ACTION
    parent: Action | None = None
    owner: User | None = None
    target: rules.Target | None = None
    reference: str = ""


@transaction.atomic
def add_action(*, by: Viewer, at: datetime, commitment: Commitment, action: NewAction) -> Action:
    """Add an action, a milestone or a task to a commitment; its organisation does it.

    Raises:
        access.Refused: the viewer neither owns nor manages the commitment, or it is closed.
        ServesNothing: the task’s action serves another commitment.
        OwnerRefused: the owner has no role in the organisation that does it.
    """
    held = Held(commitment)
    access.check_can_work_on(by, held.thing)
    held.check_open()
    person_id = signed_in(by)
    if action.parent and not action.parent.commitments.filter(pk=commitment.pk).exists():
        raise ServesNothing("The action of this task serves another commitment")
    if action.owner:
        held.check_could_own(action.owner, on=civil_date(at))
    target = action.target
    added = Action.objects.create(
        organisation_id=held.thing.organisation_id,
        kind=rules.ActionKind.TASK if action.parent else action.kind,
        parent=action.parent,
        title=action.title,
        words=action.words,
        reference=action.reference,
        owner=action.owner,
        original_on=target.on if target else None,
        target_on=target.on if target else None,
        whose_date=target.whose if target else "",
        created_at=at,
        created_by_id=person_id,
    )
    added.commitments.add(held.thing)
    if action.owner:
        Ownership.objects.create(action=added, owner=action.owner, at=at, by_id=person_id)
    if target:
        TargetDate.objects.create(
            action=added, number=0, on=target.on, whose=target.whose, at=at, by_id=person_id
        )
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.add_action",
        subject=f"followup.action:{added.pk}",
        details={"commitment": commitment.pk},
    )
    return added


@transaction.atomic
def link_action(
    *, by: Viewer, at: datetime, action: Action, commitments: Iterable[Commitment]
) -> None:
    """Say which commitments an action serves, all of them of its organisation.

    Raises:
        access.Refused: the viewer does not manage one that is added or left out, or it is closed.
        ServesNothing: none is left, or one is of another organisation.
    """
    wanted = {one.pk: one for one in commitments}
    if not wanted:
        raise ServesNothing("An action has to serve at least one commitment")
    if any(one.organisation_id != action.organisation_id for one in wanted.values()):
        raise ServesNothing("An action serves commitments of the organisation that does it")
    held = Held(action)
    before = set(held.thing.commitments.values_list("pk", flat=True))
    for changed in sorted(wanted.keys() ^ before):
        served = Held(Commitment(pk=changed))
        access.check_can_manage(by, served.thing)
        served.check_open()
    held.keep(at=at)
    held.thing.commitments.set(wanted)
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.link_action",
        subject=held.subject,
        details={"before": sorted(before), "after": sorted(wanted)},
    )


@transaction.atomic
def add_dependency(
    *, by: Viewer, at: datetime, action: Action, needed: Action, reason: str
) -> None:
    """Say that an action waits for another.

    Raises:
        access.Refused: the viewer neither owns nor manages it, or all that it serves is closed.
        rules.InACircle: the other waits for it already, in the end.
    """
    held = Held(action)
    access.check_can_work_on(by, held.thing)
    held.check_open()
    rules.check_no_circle(
        Dependency.objects.values_list("action", "needed"), action=action.pk, needed=needed.pk
    )
    Dependency.objects.update_or_create(
        action=held.thing,
        needed=needed,
        defaults={"reason": reason, "at": at, "by_id": signed_in(by)},
    )
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.add_dependency",
        subject=held.subject,
        details={"needed": needed.pk},
    )


@transaction.atomic
def end_dependency(*, by: Viewer, at: datetime, action: Action, needed: Action) -> None:
    """Say that an action waits for another no longer.

    Raises:
        access.Refused: the viewer neither owns nor manages it, or all that it serves is closed.
    """
    held = Held(action)
    access.check_can_work_on(by, held.thing)
    held.check_open()
    Dependency.objects.filter(action=held.thing, needed=needed).delete()
    held.keep(at=at)
    record(
        by=by,
        at=at,
        act="followup.end_dependency",
        subject=held.subject,
        details={"needed": needed.pk},
    )
