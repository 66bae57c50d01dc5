"""Passes everything that is open from a body to the one that succeeds it, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable_site.config.console import CannotBeDone, acting, organisation
from answerable_site.followup import operations as followup
from answerable_site.people import operations as people
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.register import operations as register
from answerable_site.responses import operations as responses
from answerable_site.responses.queries import Passing, passing
from answerable_site.scrutiny import operations as scrutiny

_PROBLEMS = (
    Refused,
    people.CannotSucceed,
    responses.NotToBePassed,
    followup.BothFollowUp,
)


@dataclass(frozen=True, slots=True)
class Succession:
    """What passes from a body to its successor."""

    body: Organisation
    successor: Organisation
    force: Organisation | None
    work: Passing
    commitments: int
    meetings: int


def succeed(
    *, old: str, new: str, on: date, reason: str, by_email: str, dry_run: bool = False
) -> Succession:
    """Let one body succeed another from a day on.

    Args:
        old: slug of the body that ends.
        new: slug of the body that takes over.
        on: the first day of the new body, not to come.
        by_email: the address of an administrator of either body; the record names this person.
        dry_run: find out what would pass, and leave everything as it is.

    Raises:
        CannotBeDone: a body or person is unknown, the person administers neither body, the bodies
            cannot succeed each other, or both have begun a response to the same inspection or
            follow the same up.
    """
    at = timezone.now()
    by = acting(by_email, on=timezone.localdate(at))
    try:
        with transaction.atomic():
            found = _succeed(old, new, on=on, reason=reason, by=by, at=at)
            transaction.set_rollback(dry_run)
    except _PROBLEMS as problem:
        raise CannotBeDone(str(problem)) from problem
    return found


def in_words(succession: Succession, *, is_done: bool) -> Iterator[str]:
    """What passed or would pass, a line each."""
    to, work = succession.successor.name, succession.work
    passes = "passed" if is_done else "would pass"
    yield f"From {succession.body.name} to {to}:"
    if succession.force:
        yield f"  the force {succession.force.name} {passes}"
    for response in work.responses:
        yield f"  the response to “{response.inspection.title}” {passes}, as far as it is written"
    for inspection in work.not_begun:
        yield f"  the duty to answer “{inspection.title}” {passes}; nobody has begun"
    if succession.commitments:
        yield f"  {_count(succession.commitments, 'commitment')} with what is done {passes}"
    if succession.meetings:
        yield f"  {_count(succession.meetings, 'meeting')} {passes}"
    yield f"  {_published(work.stays)} with {succession.body.name}"
    if not is_done:
        yield "Nothing was changed."


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _published(count: int) -> str:
    return "1 published response stays" if count == 1 else f"{count} published responses stay"


def _succeed(old: str, new: str, *, on: date, reason: str, by: Viewer, at: datetime) -> Succession:
    body, successor = organisation(old), organisation(new)
    force = body.force
    people.succeed_body(by=by, at=at, body=body, successor=successor, on=on, reason=reason)
    work = passing(body, successor)
    _check_nothing_is_in_the_way(work, successor)
    register.pass_inspections(
        by=by, at=at, from_body=body, to_body=successor, still_open=work.still_open
    )
    for response in work.responses:
        responses.hand_over(by=by, at=at, response=response, to_body=successor, on=on)
    commitments = followup.pass_follow_up(by=by, at=at, from_body=body, to_body=successor, on=on)
    meetings = scrutiny.pass_meetings(by=by, at=at, from_body=body, to_body=successor, on=on)
    press.pass_what_goes_on(by=by, at=at, from_body=body, to_body=successor)
    return Succession(body, successor, force, work, commitments, meetings)


def _check_nothing_is_in_the_way(work: Passing, successor: Organisation) -> None:
    if work.in_the_way:
        named = ", ".join(f"“{inspection.title}”" for inspection in work.in_the_way)
        raise CannotBeDone(
            f"{successor.name} has begun a response of its own to {named}. Two responses of one "
            "body to one report cannot be: publish that of the old body first. Nothing was changed."
        )
