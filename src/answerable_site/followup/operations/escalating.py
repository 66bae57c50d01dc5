"""Who is told when something goes up, raising it, and acknowledging it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import Action, Commitment, Escalation, LadderStep
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Viewer


@transaction.atomic
def name_step(
    *, by: Viewer, at: datetime, organisation: Organisation, position: int, title: str, person: User
) -> LadderStep:
    """Say who of an organisation is told at a level from now on, in place of whoever was.

    Args:
        position: 0 for the first level; at most one more than there are.

    Raises:
        access.Refused: the viewer does not manage the organisation’s commitments, or levels would
            be left out.
        NothingSaid: the level has no title.
    """
    access.check_can_name_levels(by, organisation.pk, OrganisationKind(organisation.kind))
    title = rules.words_in(title, "Enter what this level is called")
    steps = LadderStep.objects.select_for_update(of=("self",)).filter(
        organisation=organisation, ended_at__isnull=True
    )
    if not 0 <= position <= len(steps):
        raise Refused("Name the levels below first.")
    for step in steps:
        if step.position == position:
            step.ended_at = at
            step.save(update_fields=["ended_at"])
    named = LadderStep.objects.create(
        organisation=organisation,
        position=position,
        title=title,
        person=person,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="followup.name_step",
        subject=f"people.organisation:{organisation.pk}",
        details={"position": position, "person": person.pk},
    )
    return named


@transaction.atomic
def end_last_step(*, by: Viewer, at: datetime, organisation: Organisation) -> None:
    """Take the highest level away.

    Raises:
        access.Refused: the viewer does not manage the organisation’s commitments, or there is none.
    """
    access.check_can_name_levels(by, organisation.pk, OrganisationKind(organisation.kind))
    last = (
        LadderStep.objects.select_for_update(of=("self",))
        .filter(organisation=organisation, ended_at__isnull=True)
        .order_by("-position")
        .first()
    )
    if last is None:
        raise Refused("There is no level to take away.")
    last.ended_at = at
    last.save(update_fields=["ended_at"])
    record(
        by=by,
        at=at,
        act="followup.end_last_step",
        subject=f"people.organisation:{organisation.pk}",
        details={"position": last.position},
    )


@transaction.atomic
def raise_escalations(*, by: Actor, at: datetime, on: date) -> list[Escalation]:
    """Raise what goes up on a day, and settle what no longer holds. Doing it twice does it once.

    Args:
        on: the civil date (Europe/London) of the moment.
    """
    # Two runs at once: the second waits here, and then finds nothing left to raise.
    list(LadderStep.objects.select_for_update(of=("self",)).filter(ended_at__isnull=True))
    moved = queries.movement(on=on)
    raised = [
        Escalation.objects.create(
            commitment=rise.about if isinstance(rise.about, Commitment) else None,
            action=rise.about if isinstance(rise.about, Action) else None,
            organisation_id=rise.step.organisation_id,
            trigger=rise.trigger,
            position=rise.step.position,
            title=rise.step.title,
            told=rise.step.person,
            on=on,
            raised_at=at,
        )
        for rise in moved.rises
    ]
    Escalation.objects.filter(pk__in=moved.settled).update(settled_at=at)
    if raised or moved.settled:
        record(
            by=by,
            at=at,
            act="followup.raise_escalations",
            subject="followup.escalations",
            details={"raised": [one.pk for one in raised], "settled": list(moved.settled)},
        )
    return raised


@transaction.atomic
def acknowledge(*, by: Viewer, at: datetime, escalation: Escalation, words: str) -> None:
    """Say what is done about something that went up; it goes no further for this trigger.

    Raises:
        access.Refused: the viewer is not who was told, nor works on the commitment; or it was
            acknowledged, or no longer holds.
        NothingSaid: there are no words.
    """
    words = rules.words_in(words, "Say what is done about it")
    kept = Escalation.objects.select_for_update(of=("self",)).get(pk=escalation.pk)
    access.check_can_acknowledge(by, kept)
    if kept.acknowledged_at is not None or kept.settled_at is not None:
        raise Refused("This was acknowledged already, or no longer holds.")
    kept.acknowledged_at, kept.acknowledged_by_id = at, signed_in(by)
    kept.acknowledged_words = words
    kept.save(update_fields=["acknowledged_at", "acknowledged_by", "acknowledged_words"])
    record(
        by=by,
        at=at,
        act="followup.acknowledge",
        subject=f"followup.escalation:{kept.pk}",
    )


@transaction.atomic(durable=True)
def claim_escalations(
    *, by: Actor, at: datetime, escalations: list[Escalation]
) -> list[Escalation]:
    """Take escalations for sending, so that no other run sends them.

    A transaction of its own: they are claimed before the e-mail goes out.

    Returns:
        Those that no other run has taken.
    """
    free = Escalation.objects.select_for_update(of=("self",)).filter(
        pk__in=[one.pk for one in escalations], mailed_at__isnull=True
    )
    keys = set(free.values_list("pk", flat=True))
    if not keys:
        return []
    Escalation.objects.filter(pk__in=keys).update(mailed_at=at)
    record(
        by=by,
        at=at,
        act="followup.claim_escalations",
        subject="followup.escalations",
        details={"escalations": sorted(keys)},
    )
    return [one for one in escalations if one.pk in keys]


@transaction.atomic(durable=True)
def note_not_mailed(*, by: Actor, at: datetime, escalations: list[Escalation]) -> None:
    """Note that the mail server did not take the e-mail: the next run tries again."""
    keys = [one.pk for one in escalations]
    Escalation.objects.filter(pk__in=keys).update(mailed_at=None)
    record(
        by=by,
        at=at,
        act="followup.note_not_mailed",
        subject="followup.escalations",
        details={"escalations": keys},
    )
