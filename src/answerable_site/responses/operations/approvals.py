"""Named checks between preparation and signature: which a body wants, and who gave them."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access, queries
from answerable_site.responses.models import Approval, ApprovalStep
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.operations.signing import DocumentChanged, NotPrepared


class StepExists(ValueError):
    """The body has a step of this name."""


class StepEnded(ValueError):
    """The step was ended before."""


class CannotApprove(ValueError):
    """The step is not open for approval."""


@transaction.atomic
def add_approval_step(
    *, by: Viewer, at: datetime, body: Organisation, organisation: Organisation, title: str
) -> ApprovalStep:
    """Want one more named check before every signature of the body, after those there are.

    Args:
        organisation: whose approvers give it: the body itself, or its force.
        title: as people call the check, such as "Monitoring officer".

    Raises:
        access.Refused: the viewer does not administer the body.
        CannotApprove: the name is empty, or the organisation is neither the body nor its force.
        StepExists: the body has a step of this name.
    """
    person_id = access.check_can_set_steps(by, body.pk)
    if not title.strip() or organisation.pk not in {body.pk, body.force_id}:
        raise CannotApprove("Give the step a name, and choose the body or its force.")
    last = ApprovalStep.objects.filter(body=body).aggregate(last=Max("position"))["last"]
    try:
        with transaction.atomic():
            step = ApprovalStep.objects.create(
                body=body,
                organisation=organisation,
                title=title.strip(),
                position=(last or 0) + 1,
                from_at=at,
                from_by_id=person_id,
            )
    except IntegrityError as problem:
        raise StepExists("There is a step of this name already.") from problem
    record(
        by=by,
        at=at,
        act="responses.add_approval_step",
        subject=f"responses.approvalstep:{step.pk}",
        details={"body": body.pk, "organisation": organisation.pk},
    )
    return step


@transaction.atomic
def end_approval_step(*, by: Viewer, at: datetime, step: ApprovalStep) -> ApprovalStep:
    """Want the check no longer. Approvals that were given stay in the record.

    Raises:
        access.Refused: the viewer does not administer the body.
        StepEnded: it was ended before.
    """
    step = ApprovalStep.objects.select_for_update().get(pk=step.pk)
    person_id = access.check_can_set_steps(by, step.body_id)
    if step.ended_at:
        raise StepEnded("This step was ended before.")
    step.ended_at, step.ended_by_id = at, person_id
    step.save(update_fields=["ended_at", "ended_by"])
    record(
        by=by,
        at=at,
        act="responses.end_approval_step",
        subject=f"responses.approvalstep:{step.pk}",
        details={"body": step.body_id},
    )
    return step


@transaction.atomic
def approve_response(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    step_id: int,
    content_hash: str,
) -> Approval:
    """Approve, in a named step, the prepared document that was shown.

    Steps are approved in their order. Any later change voids the preparation, and its approvals
    with it.

    Args:
        step_id: one of the body's steps.
        content_hash: of the unsigned document that the approver saw.

    Raises:
        access.Refused: the viewer is no approver for the step, or prepared the response.
        NotPrepared: nothing waits.
        CannotApprove: the step is not the next one, or the same person gave an earlier one.
        DocumentChanged: anything changed since it was prepared or shown.
        ResponsePublished: the response is published.
    """
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(by, inspection, body, response.row, on=civil_date(at))
    if held.preparation is None:
        raise NotPrepared("Nothing waits for an approval. The response must be prepared first.")
    missing = held.approvals_missing
    step = missing[0] if missing else None
    if step is None or step.pk != step_id:
        raise CannotApprove("This step is not the next one. Open the response again.")
    access.check_can_approve(by, step, held.preparation)
    if any(approval.approved_by_id == by.user_id for approval in held.approvals):
        raise CannotApprove("You approved an earlier step. Another person must approve this one.")
    if held.changed_since_preparation or held.preparation.content_hash != content_hash:
        raise DocumentChanged(
            "The document changed since it was shown to you, so it was not approved. Read it again."
        )
    approval = Approval.objects.create(
        preparation=held.preparation,
        step=step,
        content_hash=content_hash,
        approved_at=at,
        approved_by_id=response.person_id,
    )
    record(
        by=by,
        at=at,
        act="responses.approve_response",
        subject=response.subject,
        details={
            "preparation": held.preparation.pk,
            "step": step.pk,
            "content_hash": content_hash,
        },
    )
    return approval
