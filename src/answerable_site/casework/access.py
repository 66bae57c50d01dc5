"""Who may open the pages of cases, and who may do what in a case that they may see."""

from __future__ import annotations

from collections.abc import Iterable

from rules.predicates import predicate

from answerable.records.event import Event, Side
from answerable_site.casework.models import Case, CaseAssignment, CaseShare, LimitVersion
from answerable_site.casework.rules import (
    ASSIGNS,
    HAS_LIMITS,
    READS_CASES,
    RECORDS_EVENTS,
    ROLES_OF_SIDE,
    SEES_EVERY_CASE,
    SEES_RESTRICTED,
    WRITES_LETTERS,
    ReferenceKind,
    is_restricted,
    roles_recording,
    side_of,
)
from answerable_site.people.access import Refused, RouteRules, holds
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer

reads_cases = holds(*READS_CASES)
adds_cases = holds(Role.INVESTIGATOR, Role.SUPERVISOR)
assigns = holds(*ASSIGNS)
supervises = holds(Role.SUPERVISOR)
records_events = holds(*RECORDS_EVENTS)
checks_records = holds(*ROLES_OF_SIDE[Side.POLICE])
leads_police = holds(Role.SUPERVISOR, Role.GATEKEEPER)
oversees_cases = holds(*SEES_EVERY_CASE)
writes_letters = holds(*WRITES_LETTERS)
administers_limits = predicate(
    lambda viewer: any(
        post.role == Role.ADMINISTRATOR and post.organisation_kind in HAS_LIMITS
        for post in viewer.posts
    ),
    name="administers a force or a CPS Area",
)


ROUTES: RouteRules = {
    "casework:cases": reads_cases,
    "casework:add": adds_cases,
    "casework:look_up": reads_cases,
    "casework:case": reads_cases,
    "casework:open": reads_cases,
    "casework:add_reference": reads_cases,
    "casework:assign": assigns,
    "casework:end_assignment": assigns,
    "casework:share": supervises,
    "casework:end_share": supervises,
    "casework:due": reads_cases,
    "casework:rule": reads_cases,
    "casework:choose_event": records_events,
    "casework:record": records_events,
    "casework:event": reads_cases,
    "casework:letter": writes_letters,
    "casework:notice": writes_letters,
    "casework:quality": checks_records,
    "casework:hand_over": assigns,
    "casework:pilot": leads_police,
    "casework:pathway": oversees_cases,
    "casework:limits": reads_cases | administers_limits,
    "casework:limit": holds(*READS_CASES, Role.ADMINISTRATOR),
    "casework:set_limit": holds(Role.ADMINISTRATOR),
    "casework:confirm_limit": holds(Role.ADMINISTRATOR),
}


def can_add(viewer: Viewer, force_id: int) -> bool:
    """Whether the viewer may add a case of the force."""
    return viewer.holds_in(force_id, Role.INVESTIGATOR, Role.SUPERVISOR)


def check_can_add(viewer: Viewer, force_id: int) -> None:
    """Raises Refused unless the viewer investigates or supervises in the force."""
    if not can_add(viewer, force_id):
        raise Refused("Only an investigator or a supervisor of the force can add a case.")


def check_can_plant_decoy(viewer: Viewer, force_id: int) -> None:
    """Raises Refused unless the viewer audits access in the force."""
    if not viewer.holds_in(force_id, Role.ACCESS_AUDITOR):
        raise Refused("Only an access auditor of the force can add a decoy.")


def check_can_count(viewer: Viewer, organisation_id: int) -> None:
    """Raises Refused unless the viewer keeps training in the organisation: numbers, no case."""
    if not viewer.holds_in(organisation_id, Role.TRAINING_COORDINATOR):
        raise Refused("Only a training coordinator of the organisation sees these numbers.")


def breaks_glass(viewer: Viewer, organisation_id: int | None) -> bool:
    """Whether opening a case for an organisation needs a second person’s look: no role of the
    viewer’s there sees every case.

    Args:
        organisation_id: as `queries.organisation_on` gives it.
    """
    return organisation_id not in viewer.organisations_where(*SEES_EVERY_CASE)


def can_share(viewer: Viewer, case: Case) -> bool:
    """Whether the viewer may share a case that they see."""
    return viewer.holds_in(case.force_id, Role.SUPERVISOR)


def check_can_share(viewer: Viewer, case: Case) -> None:
    """Raises Refused unless the viewer supervises in the force of the case."""
    if not can_share(viewer, case):
        raise Refused("Only a supervisor of the force can share its case.")


def check_can_end_share(viewer: Viewer, share: CaseShare) -> None:
    """Raises Refused unless the viewer supervises in the force of the case."""
    check_can_share(viewer, share.case)


def assigns_for(viewer: Viewer, case: Case, organisation: Organisation) -> bool:
    """Whether the viewer may say who of an organisation works on a case.

    A supervisor of the force does so for the force, and for the services and inspectorates that
    share the case; a CPS Area says who of its own does.
    """
    if organisation.kind == OrganisationKind.CPS_AREA:
        return viewer.holds_in(organisation.pk, Role.CPS_MANAGER)
    return viewer.holds_in(case.force_id, Role.SUPERVISOR)


def can_assign(viewer: Viewer, case: Case, organisations: Iterable[Organisation]) -> bool:
    """Whether the viewer may say who of any of some organisations works on a case."""
    return any(assigns_for(viewer, case, organisation) for organisation in organisations)


def check_can_assign(viewer: Viewer, case: Case, *organisations: Organisation) -> None:
    """Raises Refused unless `can_assign` for one of the organisations."""
    if not can_assign(viewer, case, organisations):
        raise Refused(
            "Only a supervisor of the force, or for a CPS Area its manager, can say who works on "
            "this case."
        )


def check_can_end_assignment(viewer: Viewer, assignment: CaseAssignment) -> None:
    """Raises Refused unless the viewer could make the assignment."""
    check_can_assign(viewer, assignment.case, assignment.organisation)


def check_can_refer(viewer: Viewer, kind: ReferenceKind, owner: Organisation) -> None:
    """Raises Refused unless the reference is one that the viewer’s organisation gives."""
    if owner.kind != kind.belongs_to or not viewer.holds_in(owner.pk, *READS_CASES):
        raise Refused("Only those whose reference it is can add it.")


def can_record(viewer: Viewer, organisation: Organisation, kind: type[Event]) -> bool:
    """Whether the viewer may record a kind of event for an organisation that works on a case."""
    return viewer.holds_in(organisation.pk, *roles_recording(kind, side_of(organisation.kind)))


def check_can_record(
    viewer: Viewer, organisation: Organisation | None, kind: type[Event]
) -> Organisation:
    """The organisation for which the viewer records a kind of event.

    Args:
        organisation: as `queries.recording_organisation` gives it.

    Raises:
        Refused: the viewer may not.
    """
    if organisation is None or not can_record(viewer, organisation, kind):
        raise Refused(f"Your role does not record this: {kind.LABEL}.")
    return organisation


def sees_restricted(viewer: Viewer, case: Case) -> bool:
    """Whether a viewer reads characteristics whose disclosure may be a crime."""
    return viewer.holds_in(case.force_id, *SEES_RESTRICTED)


def check_can_record_restricted(viewer: Viewer, case: Case, event: Event) -> None:
    """Raises Refused where an event holds what only named roles read, and the viewer is none."""
    if is_restricted(event) and not sees_restricted(viewer, case):
        raise Refused("Only an investigator or a supervisor of the force can record this.")


def can_set_limit(viewer: Viewer, organisation: Organisation) -> bool:
    """Whether the viewer may propose a limit of the organisation, or confirm what another did."""
    return organisation.kind in HAS_LIMITS and viewer.holds_in(organisation.pk, Role.ADMINISTRATOR)


def check_can_set_limit(viewer: Viewer, organisation: Organisation) -> None:
    """Raises Refused unless the viewer administers this force or CPS Area."""
    if not can_set_limit(viewer, organisation):
        raise Refused("Only an administrator of the force or CPS Area can set its limits.")


def can_confirm_limit(viewer: Viewer, version: LimitVersion) -> bool:
    """Whether the viewer is another administrator there than the one who set the version."""
    return can_set_limit(viewer, version.organisation) and viewer.user_id != version.set_by_id


def check_can_confirm_limit(viewer: Viewer, version: LimitVersion) -> None:
    """Raises Refused unless `can_confirm_limit`."""
    check_can_set_limit(viewer, version.organisation)
    if viewer.user_id == version.set_by_id:
        raise Refused("Another administrator must confirm this limit: not the one who set it.")
