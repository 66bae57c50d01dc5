"""Three states that are never one: the organisation’s, the office’s, the inspectorate’s."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import (
    Assurance,
    AssuranceLevel,
    Commitment,
    InspectorateStatement,
    OwnStatement,
)
from answerable_site.followup.operations.marking import Held
from answerable_site.followup.operations.telling import DayRefused
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import Viewer

RESTS_ON = "Say what this rests on"


@transaction.atomic
def state_own_view(
    *,
    by: Viewer,
    at: datetime,
    today: date,
    commitment: Commitment,
    view: rules.OwnView,
    on: date,
    words: str,
) -> None:
    """Say how the organisation that has to act sees it, or write down what it told the office.

    The day since which it says to be complete is kept until it says otherwise.

    Args:
        today: the civil date.
        on: the civil date that the statement speaks of.

    Raises:
        access.Refused: the viewer neither owns nor manages it; or it is closed, and would be said
            to be less than complete.
        NothingSaid: there are no words.
        DayRefused: the day lies ahead.
    """
    words = rules.words_in(words, RESTS_ON)
    _check_day(on, today)
    held = Held(commitment)
    access.check_can_work_on(by, held.thing)
    own = {post.organisation_id for post in by.posts}
    OwnStatement.objects.create(
        commitment=held.thing,
        view=view,
        on=on,
        words=words,
        told_to_office=held.thing.organisation_id not in own,
        at=at,
        by_id=signed_in(by),
    )
    complete = view is rules.OwnView.COMPLETE
    done_on = (held.thing.done_on or on) if complete else None
    if held.thing.closed_on is not None and not complete:
        raise Refused(rules.CLOSED)
    held.keep(at=at, own_view=view, done_on=done_on)
    record(
        by=by,
        at=at,
        act="followup.state_own_view",
        subject=held.subject,
        details={"view": view, "on": on.isoformat()},
    )


@transaction.atomic
def give_assurance(
    *,
    by: Viewer,
    at: datetime,
    today: date,
    commitment: Commitment,
    level: AssuranceLevel,
    words: str,
) -> None:
    """Say what the policing body judges on what it has seen.

    Args:
        today: the civil date, which is that of the judgement.

    Raises:
        access.Refused: the viewer judges not for the body, or owns the work; or it is closed.
        NothingSaid: there are no words.
        rules.NotYet: it has to show first that it lasts.
    """
    words = rules.words_in(words, RESTS_ON)
    held = Held(commitment)
    access.check_can_judge(by, held.thing)
    held.check_open()
    if level.body_id != held.thing.body_id:
        raise Refused("This level belongs to another body.")
    held.check_independent(by)
    given = [
        rules.Given(rules.AssuranceKind(kind), on)
        for kind, on in held.thing.assurances.order_by("at", "pk").values_list("kind", "on")
    ]
    kind = rules.AssuranceKind(level.kind)
    rules.check_assurance(
        given,
        kind,
        on=today,
        demonstration_days=queries.policy_of(held.thing.body_id).demonstration_days,
    )
    Assurance.objects.create(
        commitment=held.thing,
        level=level,
        kind=kind,
        on=today,
        words=words,
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at, assurance=kind, assurance_name=level.name)
    record(
        by=by,
        at=at,
        act="followup.give_assurance",
        subject=held.subject,
        details={"level": level.pk, "kind": kind},
    )


@transaction.atomic
def record_inspectorate_status(
    *,
    by: Viewer,
    at: datetime,
    today: date,
    commitment: Commitment,
    status: rules.InspectorateStatus,
    on: date,
    words: str,
    source_address: str = "",
    closure_level: str = "",
) -> None:
    """Write down what the inspectorate says; nobody else closes it for the inspectorate.

    Args:
        today: the civil date.
        on: the civil date on which the inspectorate said so.

    Raises:
        access.Refused: the viewer judges not for the body.
        NothingSaid: there are no words.
        DayRefused: the day lies ahead.
    """
    words = rules.words_in(words, RESTS_ON)
    _check_day(on, today)
    held = Held(commitment)
    access.check_can_judge(by, held.thing)
    InspectorateStatement.objects.create(
        commitment=held.thing,
        status=status,
        on=on,
        words=words,
        source_address=source_address,
        closure_level=closure_level,
        at=at,
        by_id=signed_in(by),
    )
    held.keep(at=at, inspectorate=status)
    record(
        by=by,
        at=at,
        act="followup.record_inspectorate_status",
        subject=held.subject,
        details={"status": status, "on": on.isoformat()},
    )


def _check_day(on: date, today: date) -> None:
    if on > today:
        raise DayRefused("This must be today or in the past")
