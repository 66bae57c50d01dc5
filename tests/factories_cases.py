"""Invented cases with everybody who works on them, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tests import factories
from tests.made_once import made_once

from answerable.records.event import Event
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import VictimIdentified
from answerable_site.casework import operations
from answerable_site.casework.models import Case, CaseEvent, CaseOpening
from answerable_site.casework.rules import Ground
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
WORDS = "The duty sergeant asked me to check the handover."
PLACES = {
    Role.INVESTIGATOR: "force",
    Role.SUPERVISOR: "force",
    Role.GATEKEEPER: "force",
    Role.ACCESS_AUDITOR: "force",
    Role.PROSECUTOR: "area",
    Role.CPS_MANAGER: "area",
    Role.SUPPORT_WORKER: "service",
    Role.FILE_REVIEWER: "inspectorate",
}


@dataclass(frozen=True)
class County:
    """A force with those who work on its cases, and one case that an investigator added."""

    force: Organisation
    area: Organisation
    service: Organisation
    inspectorate: Organisation
    people: dict[Role, User]
    """Somebody in each role of `PLACES`."""
    case: Case

    def viewer(self, role: Role) -> Viewer:
        """Who holds a role, on the day of `AT`."""
        return factories.viewer(self.people[role], on=AT.date())


@made_once
def county(name: str = "Wexmoor", reference: str = "12A/34567/26") -> County:
    """A whole county; call it twice with different names for two that must not see each other."""
    force = factories.organisation(f"{name} Police", OrganisationKind.POLICE_FORCE, "")
    places = {
        "force": force,
        "area": factories.organisation(f"CPS {name}", OrganisationKind.CPS_AREA, ""),
        "service": factories.organisation(f"{name} Support", OrganisationKind.SUPPORT_SERVICE, ""),
        "inspectorate": factories.organisation(
            f"{name} Inspectorate", OrganisationKind.INSPECTORATE, ""
        ),
    }
    people = {
        role: factories.person(f"{name} {role.label}", (places[place], role))
        for role, place in PLACES.items()
    }
    investigator = factories.viewer(people[Role.INVESTIGATOR], on=AT.date())
    return County(people=people, case=case(force, investigator, reference), **places)


def case(force: Organisation, by: Viewer, reference: str) -> Case:
    """One case of a force."""
    return operations.add_case(
        by=by, at=AT, force=force, reported_on=date(2026, 5, 30), reference=reference
    )


def victim(county: County, number: int = 1) -> CaseEvent:
    """The case has a victim, as its investigator recorded."""
    return recorded(county, VictimIdentified(on=date(2026, 5, 30), victim=number))


def recorded(
    county: County,
    event: Event,
    *,
    role: Role = Role.INVESTIGATOR,
    at: datetime = AT,
    why: str = "It could not be done sooner.",
) -> CaseEvent:
    """Something that happened in the case, recorded by somebody to whom it is open."""
    return operations.record_event(
        by=county.viewer(role), at=at, case=county.case, event=event, why_in_breach=why
    )


def ended(county: County) -> CaseEvent:
    """The police decided on no further action, as the supervisor recorded."""
    opened(county, Role.SUPERVISOR)
    decision = Decision(on=AT.date(), maker=Maker.POLICE, made=What.NO_FURTHER_ACTION)
    return recorded(county, decision, role=Role.SUPERVISOR)


def shared(county: County, *organisations: Organisation) -> None:
    """The case is shared with organisations, by the supervisor."""
    for organisation in organisations:
        operations.share(
            by=county.viewer(Role.SUPERVISOR), at=AT, case=county.case, organisation=organisation
        )


def assigned(county: County, role: Role, organisation: Organisation) -> None:
    """Somebody of an organisation that shares the case works on it."""
    by = Role.CPS_MANAGER if organisation == county.area else Role.SUPERVISOR
    operations.assign(
        by=county.viewer(by),
        at=AT,
        case=county.case,
        user=county.people[role],
        organisation=organisation,
    )


def opened(
    county: County, role: Role, *, at: datetime = AT, ground: Ground = Ground.SUPERVISION
) -> CaseOpening:
    """Somebody opens the case with a reason."""
    return operations.open_case(
        by=county.viewer(role), at=at, case=county.case, ground=ground, words=WORDS
    )
