"""A response of former days is recorded by hand, or what is recorded is corrected."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from django.core.files import File
from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.register.operations import StoredFile
from answerable_site.responses import access, queries
from answerable_site.responses.models import KeptFile, PastResponse
from answerable_site.responses.operations.chief_officer import DatesOutOfOrder
from answerable_site.responses.operations.files import UNKNOWN_TYPE
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules.past import PastAnswer


class PublishedHere(ValueError):
    """The response was published with the product, so nothing of former days is recorded."""


class ReferenceTaken(ValueError):
    """Another past response of the body is held under this reference."""


@transaction.atomic
def record_past_response(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    answer: PastAnswer,
    document: File[bytes] | None = None,
    document_name: str = "",
) -> PastResponse:
    """Record what is known of a response of former days, or correct it; what is empty is not known.

    Args:
        by: a response officer of the body.
        at: when.
        inspection: the report that was answered.
        body: the body that answered it.
        answer: everything that is known.
        document: the response as it was published, if it is there; kept byte for byte. Without
            one the document that is kept stays.
        document_name: as its sender named it; shown, never used as a path.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NotConcerned: the inspection does not concern the body.
        DatesOutOfOrder: a day lies in the future, or the response came before the report.
        ReferenceTaken: another past response of the body has this reference.
        PublishedHere: a version of the response was published with the product.
    """
    access.check_can_draft(by, body.pk)
    _check_days(inspection, answer, on=civil_date(at))
    response = LockedResponse.of(inspection, body, by=by, at=at)
    if queries.was_published_here(response.row):
        raise PublishedHere(
            "This response was published with Answerable. Nothing of former days can be recorded."
        )
    if queries.reference_is_taken(body, answer.reference, except_for=response.row.pk):
        raise ReferenceTaken(
            f"Another response is held under the reference {answer.reference}. Enter another one."
        )
    past = queries.past_of(response.row) or PastResponse(response=response.row)
    changes = answer.changes_from(past.answer)
    file = _kept(response, document, document_name) if document else None
    past.take(answer)
    past.file = file or past.file
    past.recorded_at, past.recorded_by_id = at, response.person_id
    past.save()
    record(
        by=by,
        at=at,
        act="responses.record_past_response",
        subject=response.subject,
        details={
            "changed": changes,
            "file": file.sha256 if file else None,
        },
    )
    return past


def _check_days(inspection: Inspection, answer: PastAnswer, *, on: date) -> None:
    days = (
        answer.published_on,
        answer.invited_on,
        answer.comments_received_on,
        answer.copied_to_inspectors_on,
        answer.copied_to_secretary_on,
    )
    if any(day and day > on for day in days):
        raise DatesOutOfOrder("One of the days is in the future. Enter days that have passed.")
    if answer.published_on and answer.published_on < inspection.published_on:
        raise DatesOutOfOrder(
            "The response cannot be published before the report. Check both days; the day of the "
            "report is corrected in the register."
        )


def _kept(response: LockedResponse, document: File[bytes], name: str) -> KeptFile:
    stored = StoredFile.of(document, name=name, folder="responses")
    return KeptFile.objects.create(
        response=response.row,
        media_type=UNKNOWN_TYPE,
        kept_at=response.at,
        kept_by_id=response.person_id,
        **asdict(stored),
    )
