"""The case of one office of the matrix, open to those who supervise in the force."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from tests import factories
from tests.site.access.records import Records

from answerable_site.casework import operations
from answerable_site.casework.models import Case
from answerable_site.casework.rules import Ground
from answerable_site.people.models import User
from answerable_site.people.rules import OrganisationKind, Role

REFERENCE = "45/26"


def add_cases(records: Records) -> None:
    """A case that an investigator works on, shared with a support service."""
    force, at = records.office.force, timezone.now() - timedelta(hours=1)
    detective = factories.person(f"{records.mark} Sergeant", (force, Role.INVESTIGATOR))
    supervisor = factories.person(f"{records.mark} Inspector", (force, Role.SUPERVISOR))
    case = operations.add_case(
        by=factories.viewer(detective, on=at.date()),
        at=at,
        force=force,
        reported_on=date(2026, 4, 1),
        reference=REFERENCE,
    )
    service = factories.organisation(
        f"{records.mark} Refuge", OrganisationKind.SUPPORT_SERVICE, "Head"
    )
    share = operations.share(
        by=factories.viewer(supervisor, on=at.date()), at=at, case=case, organisation=service
    )
    _open_to_supervisors(case)
    one = {"case_id": case.pk}
    for route in ("case", "open", "add_reference", "assign", "share"):
        records.arguments[f"casework:{route}"] = one
    records.arguments["casework:end_assignment"] = {"assignment_id": case.assignments.get().pk}
    records.arguments["casework:end_share"] = {"share_id": share.pk}


def _open_to_supervisors(case: Case) -> None:
    """Each opens it with a reason, so that what a role may do in it is what is left to ask."""
    now = timezone.now()
    for user in User.objects.filter(assignments__organisation=case.force).distinct():
        viewer = factories.viewer(user, on=timezone.localdate())
        if viewer.holds_in(case.force_id, Role.SUPERVISOR):
            operations.open_case(
                by=viewer,
                at=now,
                case=case,
                ground=Ground.SUPERVISION,
                words="The matrix asks what my role may do here.",
            )
