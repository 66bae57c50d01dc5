"""Who may open the pages of cases, and who may do what in a case that they may see."""

from __future__ import annotations

from collections.abc import Iterable

from answerable_site.casework.models import Case, CaseAssignment, CaseShare
from answerable_site.casework.rules import ASSIGNS, READS_CASES, SEES_EVERY_CASE, ReferenceKind
from answerable_site.people.access import Refused, RouteRules, holds
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer

reads_cases = holds(*READS_CASES)
adds_cases = holds(Role.INVESTIGATOR, Role.SUPERVISOR)
assigns = holds(*ASSIGNS)
supervises = holds(Role.SUPERVISOR)

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
    return organisation_id is None or not viewer.holds_in(organisation_id, *SEES_EVERY_CASE)


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
