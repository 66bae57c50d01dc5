"""The agenda: proposed from exceptions, decided by people, put into an order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from answerable_site.audit.operations import record
from answerable_site.followup.models import Commitment
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import queries, rules
from answerable_site.scrutiny.models import AgendaItem, Meeting
from answerable_site.scrutiny.operations.held import ANY_STATE, PLANNED, Held
from answerable_site.scrutiny.rules import ItemState, Openness

_FROZEN = "The pack is frozen: the agenda stays as it is."


@transaction.atomic
def propose_items(*, by: Viewer, at: datetime, today: date, meeting: Meeting) -> list[AgendaItem]:
    """Propose every exception of follow-up that nobody has decided about for this meeting.

    What was proposed before and is no exception any more is proposed no longer.

    Args:
        today: the civil date on which the exceptions stand.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the pack is frozen.
    """
    held = Held.kept(by, meeting, PLANNED, _FROZEN)
    AgendaItem.objects.filter(meeting=held, state=ItemState.PROPOSED).delete()
    person_id, position = signed_in(by), _last(held)
    proposed = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=held,
            commitment=one.commitment,
            position=position + number,
            title=_title(one.commitment),
            why=" ".join(one.whys),
            is_public=held.openness == Openness.PUBLIC,
            at=at,
            by_id=person_id,
        )
        for number, one in enumerate(queries.proposals(by, held, on=today), start=1)
    )
    record(
        by=by,
        at=at,
        act="scrutiny.propose_items",
        subject=held.subject,
        details={"commitments": [one.commitment_id for one in proposed]},
    )
    return proposed


@transaction.atomic
def accept_items(
    *, by: Viewer, at: datetime, meeting: Meeting, items: Iterable[AgendaItem]
) -> None:
    """Put proposed items, or such as were left out, on the agenda, after what stands there.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the pack is frozen.
    """
    held = Held.kept(by, meeting, PLANNED, _FROZEN)
    wanted = [one.pk for one in items]
    rows = held.items.filter(pk__in=wanted).exclude(state=ItemState.ON_AGENDA)
    position = _last(held)
    accepted = list(rows.order_by("position", "pk"))
    for number, item in enumerate(accepted, start=1):
        item.state, item.position = ItemState.ON_AGENDA, position + number
        item.left_out_because = ""
        item.decided_at, item.decided_by_id = at, signed_in(by)
    AgendaItem.objects.bulk_update(
        accepted, ["state", "position", "left_out_because", "decided_at", "decided_by"]
    )
    record(
        by=by,
        at=at,
        act="scrutiny.accept_items",
        subject=held.subject,
        details={"items": [one.pk for one in accepted]},
    )


@transaction.atomic
def leave_out(*, by: Viewer, at: datetime, item: AgendaItem, reason: str) -> None:
    """Leave an item out of the agenda, proposed or on it.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the pack is frozen.
        NothingSaid: no reason is given.
    """
    held = Held.kept(by, item.meeting, PLANNED, _FROZEN)
    because = rules.words_in(reason, "Say why this is left out")
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    row.state, row.left_out_because = ItemState.LEFT_OUT, because
    row.decided_at, row.decided_by_id = at, signed_in(by)
    row.save(update_fields=["state", "left_out_because", "decided_at", "decided_by"])
    record(
        by=by,
        at=at,
        act="scrutiny.leave_out",
        subject=held.subject,
        details={"item": item.pk, "commitment": item.commitment_id},
    )


@transaction.atomic
def add_item(
    *,
    by: Viewer,
    at: datetime,
    meeting: Meeting,
    title: str,
    why: str,
    is_public: bool,
    commitment: Commitment | None = None,
) -> AgendaItem:
    """Put an item on the agenda by hand.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the pack is frozen, or the commitment is on the list already.
        NothingSaid: it has no title and no commitment.
    """
    held = Held.kept(by, meeting, PLANNED, _FROZEN)
    if commitment is None:
        title = rules.words_in(title, "Write what the item is about")
    elif held.items.filter(commitment=commitment).exists():
        raise rules.OutOfOrder("This is on the agenda already, was proposed or left out.")
    item = AgendaItem.objects.create(
        meeting=held,
        commitment=commitment,
        position=_last(held) + 1,
        title=title.strip() or _title(commitment),
        why=why.strip(),
        is_public=is_public and held.openness != Openness.CLOSED,
        state=ItemState.ON_AGENDA,
        at=at,
        by_id=signed_in(by),
        decided_at=at,
        decided_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="scrutiny.add_item",
        subject=held.subject,
        details={"item": item.pk, "commitment": item.commitment_id},
    )
    return item


@transaction.atomic
def move_item(*, by: Viewer, at: datetime, item: AgendaItem, up: bool) -> None:
    """Let an item and the one above or below it change places; at the end nothing happens.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the pack is frozen, or the item is not on the agenda.
    """
    held = Held.kept(by, item.meeting, PLANNED, _FROZEN)
    order = list(queries.items_of(held))
    here = next((n for n, one in enumerate(order) if one.pk == item.pk), None)
    if here is None:
        raise rules.OutOfOrder("This item is not on the agenda.")
    there = here + (-1 if up else 1)
    if 0 <= there < len(order):
        order[here], order[there] = order[there], order[here]
    for number, one in enumerate(order, start=1):
        one.position = number
    AgendaItem.objects.bulk_update(order, ["position"])
    record(
        by=by,
        at=at,
        act="scrutiny.move_item",
        subject=held.subject,
        details={"item": item.pk, "up": up},
    )


@transaction.atomic
def set_publicity(*, by: Viewer, at: datetime, item: AgendaItem, is_public: bool) -> None:
    """Say whether the public may read what belongs to an item.

    Once the pack is frozen an item can be closed, but not opened any more.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: it cannot be opened.
    """
    held = Held.kept(by, item.meeting, ANY_STATE, "")
    if is_public and held.state != rules.MeetingState.PLANNED:
        raise rules.OutOfOrder("The pack is frozen: what was not public stays so.")
    if is_public and held.openness == Openness.CLOSED:
        raise rules.OutOfOrder("The meeting is not public, and nothing of it can be.")
    AgendaItem.objects.filter(pk=item.pk).update(is_public=is_public)
    record(
        by=by,
        at=at,
        act="scrutiny.set_publicity",
        subject=held.subject,
        details={"item": item.pk, "is_public": is_public},
    )


def _last(meeting: Meeting) -> int:
    last: int | None = meeting.items.aggregate(Max("position"))["position__max"]
    return last or 0


def _title(commitment: Commitment | None) -> str:
    if commitment is None:
        return ""
    called = queries.called(commitment.recommendation)
    return f"{called}, {commitment.organisation.name}: {commitment.summary}"[:300]
