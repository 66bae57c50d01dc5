"""Cases of a county at some point of their way, one for each journey that goes on from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils import timezone
from tests import factories_cases
from tests.factories_cases import County

from answerable.records.event import Event
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import (
    Status,
    SuspectIdentified,
    SuspectStatus,
    VictimIdentified,
)
from answerable.records.kinds.submission import Submitted
from answerable.records.kinds.support import Answer, SupportOffered
from answerable.records.stages import Stage
from answerable_site.people.rules import Role

REPORTED = date(2026, 5, 30)
SUBMITTED, DECIDED, SHARED = (
    "a case that waits for the prosecutors",
    "a case that the police ended today",
    "a case with two victims and two services",
)


def fill(name: str, other: str) -> dict[str, str]:
    """Two counties, with cases of the first; gives the addresses of those."""
    county, neighbour = factories_cases.county(name), factories_cases.county(other)
    return {
        SUBMITTED: _submitted(county),
        DECIDED: _decided(county),
        SHARED: _shared(county, neighbour),
    }


def _submitted(county: County) -> str:
    """The police sent it to the prosecutors; one of these works on it."""
    begun = _begun(county, "12A/1/26")
    factories_cases.shared(begun, begun.area)
    factories_cases.opened(begun, Role.CPS_MANAGER)
    factories_cases.assigned(begun, Role.PROSECUTOR, begun.area)
    _happened(begun, Submitted(on=REPORTED, suspects=(1,)))
    return _address(begun)


def _decided(county: County) -> str:
    """The police decided today that there is no further action; nobody was told."""
    begun = _begun(county, "12A/2/26")
    _happened(begun, SuspectStatus(on=REPORTED, suspect=1, status=Status.INTERVIEWED))
    now = timezone.now()
    factories_cases.opened(begun, Role.SUPERVISOR, at=now)
    _happened(
        begun,
        Decision(
            on=timezone.localdate(now),
            maker=Maker.POLICE,
            made=What.NO_FURTHER_ACTION,
            rationale="For officials alone.",
        ),
        role=Role.SUPERVISOR,
    )
    return _address(begun)


def _shared(county: County, neighbour: County) -> str:
    """Each of two victims has support from another service."""
    begun = _begun(county, "12A/3/26")
    _happened(begun, VictimIdentified(on=REPORTED, victim=2))
    for victim, home in ((1, county), (2, neighbour)):
        factories_cases.shared(begun, home.service)
        factories_cases.assigned(
            replace(begun, people=home.people | {Role.SUPERVISOR: county.people[Role.SUPERVISOR]}),
            Role.SUPPORT_WORKER,
            home.service,
        )
        _happened(
            begun,
            SupportOffered(
                on=REPORTED,
                victim=victim,
                stage=Stage.BEFORE_ACCOUNT,
                service=home.service.pk,
                answer=Answer.ACCEPTED,
            ),
        )
    return _address(begun)


def _begun(county: County, reference: str) -> County:
    """A further case, with a victim and a suspect, that the supervisor has opened."""
    investigator = county.viewer(Role.INVESTIGATOR)
    begun = replace(county, case=factories_cases.case(county.force, investigator, reference))
    factories_cases.opened(begun, Role.SUPERVISOR)
    factories_cases.victim(begun)
    _happened(begun, SuspectIdentified(on=REPORTED, suspect=1))
    return begun


def _happened(county: County, event: Event, role: Role = Role.INVESTIGATOR) -> None:
    factories_cases.recorded(county, event, role=role, at=timezone.now())


def _address(county: County) -> str:
    return reverse("casework:case", args=[county.case.pk])
