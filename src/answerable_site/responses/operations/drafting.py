"""What the body writes itself: its comments, its reply, its explanations."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access
from answerable_site.responses.models import BodyComments, Explanation, Reply
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.facts import ExplanationKind


class NotOfThisReport(ValueError):
    """The finding stands in another report."""


@transaction.atomic
def write_own_comments(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    text: str,
    version: int,
) -> BodyComments:
    """Write the next version of the body's own comments.

    Args:
        version: the latest version that the writer saw; 0 for none.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    written = {"text": text.strip()}
    comments = BodyComments.objects.create(
        response=response.row,
        version=response.next_version(
            response.row.body_comments.last(), seen=version, after=written
        ),
        written_at=at,
        written_by_id=response.person_id,
        **written,
    )
    voided = response.void_preparation("The body’s own comments were changed.")
    record(
        by=by,
        at=at,
        act="responses.write_own_comments",
        subject=response.subject,
        details={"version": comments.version, "voided": voided},
    )
    return comments


@transaction.atomic
def write_reply(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    text: str,
    version: int,
) -> Reply:
    """Write the next version of the body's reply to the chief officer; empty text takes it back.

    Args:
        version: the latest version that the writer saw; 0 for none.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    written = {"text": text.strip()}
    reply = Reply.objects.create(
        response=response.row,
        version=response.next_version(response.row.replies.last(), seen=version, after=written),
        written_at=at,
        written_by_id=response.person_id,
        **written,
    )
    voided = response.void_preparation("The reply to the chief officer was changed.")
    record(
        by=by,
        at=at,
        act="responses.write_reply",
        subject=response.subject,
        details={"version": reply.version, "voided": voided},
    )
    return reply


@transaction.atomic
def explain_finding(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    finding_id: int,
    kind: ExplanationKind,
    text: str,
    version: int,
    due_on: date | None = None,
    owner: str = "",
) -> Explanation:
    """Write the next version of the body's answer to a finding; it may be unfinished.

    Args:
        finding_id: a recommendation, area for improvement or cause of concern of the report.
        kind: action taken, action proposed, or none and why.
        version: the latest version that the writer saw; 0 for none.
        due_on: for proposed action, the day by which it is to be complete; else ignored.
        owner: for proposed action, who sees to it; else ignored.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NotOfThisReport: the finding stands in another report.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    finding = inspection.recommendations.filter(pk=finding_id).first()
    if finding is None:
        raise NotOfThisReport("This finding stands in another report.")
    response = LockedResponse.of(inspection, body, by=by, at=at)
    proposed = kind is ExplanationKind.ACTION_PROPOSED
    written = {
        "kind": kind,
        "text": text.strip(),
        "due_on": due_on if proposed else None,
        "owner": owner.strip() if proposed else "",
    }
    latest = response.row.explanations.filter(recommendation=finding).last()
    explanation = Explanation.objects.create(
        response=response.row,
        recommendation=finding,
        version=response.next_version(latest, seen=version, after=written),
        written_at=at,
        written_by_id=response.person_id,
        **written,
    )
    voided = response.void_preparation("The explanation of a finding was changed.")
    record(
        by=by,
        at=at,
        act="responses.explain_finding",
        subject=response.subject,
        details={
            "recommendation": finding.pk,
            "version": explanation.version,
            "kind": kind,
            "voided": voided,
        },
    )
    return explanation
