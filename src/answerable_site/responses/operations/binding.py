"""Whether section 55 binds the body for a report: a person's decision."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access, queries
from answerable_site.responses.models import BindingDecision
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.versions import NothingChanged
from answerable_site.responses.rules.words import BindingGround


class DecisionIncomplete(ValueError):
    """The decision lacks its reason, or the other report that it relies on."""


@transaction.atomic
def decide_binding(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    ground: BindingGround,
    reason: str,
    answered_with: Inspection | None = None,
) -> BindingDecision:
    """Record whether the law asks the body for this response, and why; the latest counts.

    Args:
        ground: the answer; what it says of the duty is in `rules.binding.RULES`.
        reason: in the person's words.
        answered_with: the force report with the same findings, where that is the ground; it must
            concern the body too.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        DecisionIncomplete: the reason or the other report is missing.
        NothingChanged: this was decided before, with the same reason.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    other = _other_report(ground, answered_with, inspection, body)
    if not reason.strip():
        raise DecisionIncomplete("Say why. The reason stays with the decision.")
    response = LockedResponse.of(inspection, body, by=by, at=at)
    last = response.row.binding_decisions.last()
    said = (ground, reason.strip(), other and other.pk)
    if last and (last.ground, last.reason, last.answered_with_id) == said:
        raise NothingChanged("This was decided before, with the same reason.")
    decision = BindingDecision.objects.create(
        response=response.row,
        ground=ground,
        proposed=queries.proposed_binding(inspection, body).ground,
        answered_with=other,
        reason=reason.strip(),
        decided_at=at,
        decided_by_id=response.person_id,
    )
    voided = response.void_preparation("The decision on the duty to respond was changed.")
    record(
        by=by,
        at=at,
        act="responses.decide_binding",
        subject=response.subject,
        details={"ground": ground, "proposed": decision.proposed, "voided": voided},
    )
    return decision


def _other_report(
    ground: BindingGround,
    answered_with: Inspection | None,
    inspection: Inspection,
    body: Organisation,
) -> Inspection | None:
    if ground is not BindingGround.ANSWERED_WITH_ANOTHER:
        return None
    if answered_with is None:
        raise DecisionIncomplete("Choose the report on your force that has the same findings.")
    if (
        answered_with.pk == inspection.pk
        or not answered_with.bodies_concerned.filter(pk=body.pk).exists()
    ):
        raise DecisionIncomplete("Choose another report, one that concerns your body.")
    return answered_with
