"""Passages that a named person decides not to publish."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access, queries
from answerable_site.responses.models import Exclusion
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.completeness import texts_of
from answerable_site.responses.rules.exclusions import holds
from answerable_site.responses.rules.words import ExcludedPart


class CannotExclude(ValueError):
    """The passage, its place or a reason is missing."""


class AlreadyLifted(ValueError):
    """The passage is published again already."""


@transaction.atomic
def exclude_passage(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    part: ExcludedPart,
    passage: str,
    reason: str,
    public_reason: str,
    decided_as: str,
    finding_id: int | None = None,
) -> Exclusion:
    """Leave a passage out of what is published; the document says that one is missing, and why.

    Args:
        part: where it stands; for an explanation, `finding_id` names the finding.
        passage: word for word; line breaks do not matter.
        reason: for the office alone.
        public_reason: what the document says; it must not repeat the passage.
        decided_as: the office of the person who decides, as the document prints it.

    Raises:
        access.Refused: the viewer is no holder or delegate of the body.
        CannotExclude: the text does not hold the passage, or a reason is missing or repeats it.
        ResponsePublished: the response is published.
    """
    access.check_can_exclude(by, body.pk)
    if not (reason.strip() and public_reason.strip() and decided_as.strip()):
        raise CannotExclude("Give the reason for the office and the reason that readers see.")
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(by, inspection, body, response.row, on=civil_date(at))
    named = finding_id if part is ExcludedPart.EXPLANATION else None
    if not any(holds(text, passage) for text in texts_of(held.facts, part, named)):
        raise CannotExclude("These words do not stand there. Copy the passage word for word.")
    if holds(public_reason, passage):
        raise CannotExclude("The reason that readers see repeats the passage. Word it otherwise.")
    exclusion = Exclusion.objects.create(
        response=response.row,
        part=part,
        recommendation_id=named,
        passage=passage.strip(),
        reason=reason.strip(),
        public_reason=public_reason.strip(),
        decided_at=at,
        decided_by_id=response.person_id,
        decided_as=decided_as.strip(),
    )
    voided = response.void_preparation("A passage was left out.")
    record(
        by=by,
        at=at,
        act="responses.exclude_passage",
        subject=response.subject,
        details={"exclusion": exclusion.pk, "part": part, "voided": voided},
    )
    return exclusion


@transaction.atomic
def lift_exclusion(*, by: Viewer, at: datetime, exclusion: Exclusion, because: str) -> Exclusion:
    """Publish a passage after all, from the next version on.

    Raises:
        access.Refused: the viewer is no holder or delegate of the body.
        CannotExclude: the reason is missing.
        AlreadyLifted: somebody lifted it before.
        ResponsePublished: the response is published.
    """
    row = exclusion.response
    access.check_can_exclude(by, row.body_id)
    if not because.strip():
        raise CannotExclude("Say why the passage is published after all.")
    response = LockedResponse.of(row.inspection, row.body, by=by, at=at)
    exclusion = Exclusion.objects.get(pk=exclusion.pk)
    if exclusion.lifted_at:
        raise AlreadyLifted("This was lifted before.")
    exclusion.lifted_at, exclusion.lifted_by_id = at, response.person_id
    exclusion.lifted_because = because.strip()
    exclusion.save(update_fields=["lifted_at", "lifted_by", "lifted_because"])
    voided = response.void_preparation("A passage that was left out is published after all.")
    record(
        by=by,
        at=at,
        act="responses.lift_exclusion",
        subject=response.subject,
        details={"exclusion": exclusion.pk, "voided": voided},
    )
    return exclusion
