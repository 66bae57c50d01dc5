"""What is due in cases, for worklists: next deadline first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from answerable.records.event import Side
from answerable_site.casework.models import Case, CaseBreach, CaseDue
from answerable_site.casework.queries.cases import numbers_open_to
from answerable_site.casework.queries.desk import Desk
from answerable_site.casework.queries.recording import is_client
from answerable_site.casework.rules import ROLES_OF_SIDE
from answerable_site.people.rules import Role, Viewer


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a worklist is narrowed."""

    every_case: bool = False
    """All that the viewer oversees, not only those open to them."""
    rule: str = ""
    late_on: date | None = None
    """Only what is late on this day."""


def dues_visible_to(viewer: Viewer, wanted: Wanted, *, at: datetime) -> QuerySet[CaseDue]:
    """What is due from the viewer’s side in cases that they work on or oversee.

    A support worker sees what is due for the clients of their own service alone.
    """
    found = CaseDue.objects.order_by(F("due_on").asc(nulls_last=True), "id")
    found = found.filter(_overseen(viewer) if wanted.every_case else _own(viewer, at))
    if wanted.rule:
        found = found.filter(rule=wanted.rule)
    if wanted.late_on:
        found = found.late(wanted.late_on)
    return found


def dues_listed() -> QuerySet[CaseDue]:
    """What a worklist shows of dues whose numbers `dues_visible_to` gave."""
    return CaseDue.objects.select_related("case")


def dues_shown(desk: Desk, case: Case) -> QuerySet[CaseDue]:
    """What is due in a case, from every side; at the desk of a support worker only what is due from
    support services for their own clients."""
    found = CaseDue.objects.filter(case=case).order_by(F("due_on").asc(nulls_last=True), "id")
    if desk.victims is None:
        return found
    return found.filter(Q(victim__isnull=True) | Q(victim__in=desk.victims), side=Side.SUPPORT)


def breaches_shown(desk: Desk, case: Case) -> QuerySet[CaseBreach]:
    """What was not kept to in a case. Support services are not shown how others kept to their
    rules."""
    found = CaseBreach.objects.filter(case=case)
    return found if desk.victims is None else found.none()


def _for_clients(viewer: Viewer) -> Q:
    return Q(side=Side.SUPPORT) & (Q(victim__isnull=True) | Q(is_client(viewer)))


def _own(viewer: Viewer, at: datetime) -> Q:
    cases = numbers_open_to(viewer, at=at)
    whole = [side for side in (Side.POLICE, Side.CPS) if viewer.holds(*ROLES_OF_SIDE[side])]
    found = Q(side__in=whole)
    if viewer.holds(*ROLES_OF_SIDE[Side.SUPPORT]):
        found |= _for_clients(viewer)
    return found & Q(case__in=cases)


def _overseen(viewer: Viewer) -> Q:
    return Q(
        owed_by__in=viewer.organisations_where(Role.SUPERVISOR, Role.GATEKEEPER, Role.CPS_MANAGER)
    )
