"""What one office of the matrix follows up, with everybody whom the same recommendation binds."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from tests import factories
from tests.site.access import seats
from tests.site.access.records import Records

from answerable_site.followup import operations
from answerable_site.followup.models import Commitment
from answerable_site.followup.operations import NewAction, NewEvidence, Promise
from answerable_site.followup.rules import EvidenceKind, Target, Whose
from answerable_site.people.models import Organisation
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role, Viewer
from answerable_site.register.models import Recommendation

BOUND = (
    OrganisationKind.LOCAL_POLICING_BODY,
    OrganisationKind.POLICE_FORCE,
    OrganisationKind.CPS_AREA,
    OrganisationKind.SUPPORT_SERVICE,
    OrganisationKind.NATIONAL_BODY,
)
"""Each of these has people who see what is followed up."""


def add_follow_up(records: Records) -> None:
    """Every organisation around the office is bound by one recommendation; the force’s commitment
    has no owner, an action, a proof, and went up."""
    now, today = timezone.now(), timezone.localdate()
    officer = _viewer(records, Role.RESPONSE_OFFICER)
    organisations = {kind: seats.organisation(records.office, kind) for kind in BOUND}
    commitments = dict(
        zip(
            organisations,
            operations.begin_commitments(
                by=officer,
                at=now,
                on=today,
                body=records.office.body,
                promises=[_promise(records, one) for one in organisations.values()],
            ),
            strict=True,
        )
    )
    own = commitments[OrganisationKind.LOCAL_POLICING_BODY]
    operations.assign_owner(
        by=officer,
        at=now,
        on=today,
        thing=own,
        owner=seats.member(records.office, Role.ACTION_OWNER),
    )
    forces = commitments[OrganisationKind.POLICE_FORCE]
    action = operations.add_action(
        by=officer, at=now, commitment=forces, action=NewAction(f"Brief {records.mark}")
    )
    operations.add_evidence(
        by=officer,
        at=now,
        today=today,
        commitment=forces,
        evidence=NewEvidence(
            EvidenceKind.LINK,
            f"Audit of {records.mark}",
            on=today,
            address="https://example.org/audit",
        ),
    )
    _go_up(records, officer, forces)
    kept = operations.save_filter(by=officer, at=now, name=records.mark, asked={"q": "bags"})
    records.arguments |= {
        "followup:commitment": {"commitment_id": forces.pk},
        "followup:action": {"action_id": action.pk},
        "followup:drop_filter": {"filter_id": kept.pk},
    }


def _promise(records: Records, organisation: Organisation) -> Promise:
    recommendation = Recommendation.objects.filter(
        inspection__bodies_concerned=records.office.body
    ).earliest("pk")
    return Promise(
        recommendation,
        organisation,
        f"{records.mark}: {organisation.name} writes it down",
        target=Target(date(2027, 1, 1), Whose.INSPECTORATE),
    )


def _go_up(records: Records, officer: Viewer, commitment: Commitment) -> None:
    now = timezone.now()
    operations.name_step(
        by=officer,
        at=now,
        organisation=records.office.body,
        position=0,
        title="Chief executive",
        person=records.office.holder,
    )
    operations.set_target(
        by=officer,
        at=now,
        thing=commitment,
        target=Target(date(2027, 2, 1), Whose.INTERNAL, f"{records.mark} asked"),
    )
    operations.raise_escalations(by=PRODUCT, at=now, on=timezone.localdate() + timedelta(days=1))


def _viewer(records: Records, role: Role) -> Viewer:
    return factories.viewer(seats.member(records.office, role), on=timezone.localdate())
