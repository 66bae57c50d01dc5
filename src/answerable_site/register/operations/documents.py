"""Documents as they are received."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.core.files import File
from django.db import transaction

import answerable
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register import access, rules
from answerable_site.register.models import DocumentReading, ReceivedDocument
from answerable_site.register.operations.storing import StoredFile
from answerable_site.register.rules import ReadingState

_STOPPED = "The reading stopped before it was finished. Try again, or enter the inspection by hand."


class ReadingStillGoesOn(ValueError):
    """The document is being read, or was read already."""


class DocumentAlreadyUsed(ValueError):
    """An inspection was made from the document already."""


@transaction.atomic
def add_document(
    *, by: Viewer, at: datetime, body: Organisation, name: str, content: File[bytes]
) -> DocumentReading:
    """Keep a file byte for byte under a random name and note that it waits to be read.

    Args:
        by: a response officer of the body.
        at: when it was received.
        body: the local policing body that holds it from now on.
        name: as the sender named the file; shown, never used as a path.
        content: the open file; any bytes.

    Returns:
        The reading that waits; hand its key to `tasks.read_document` once this has committed.

    Raises:
        access.Refused: the viewer is not a response officer of the body.
    """
    access.check_can_add(by, body.pk)
    stored = StoredFile.of(content, name=name, folder="documents")
    document = ReceivedDocument.objects.create(
        held_by=body,
        **asdict(stored),
        received_at=at,
        received_by_id=access.person_id(by),
    )
    record(
        by=by,
        at=at,
        act="register.add_document",
        subject=f"register.document:{document.pk}",
        details={"sha256": stored.sha256, "size": stored.size, "body": body.pk},
    )
    return _waiting(document, at)


@transaction.atomic
def read_again(*, by: Viewer, at: datetime, document: ReceivedDocument) -> DocumentReading:
    """Begin a new reading after one that was refused or left behind by a dead worker.

    Raises:
        access.Refused: the viewer is not a response officer of the holder.
        ReadingStillGoesOn: the last reading succeeded, or still shows signs of life.
    """
    access.check_can_handle(by, document)
    last = document.readings.select_for_update().first()
    if last is not None and last.state != ReadingState.REFUSED:
        if not rules.left_behind(last.state, last_sign_at=last.last_sign_at, now=at):
            raise ReadingStillGoesOn(
                "This document is being read, or was read already. Look at it again in a minute."
            )
        last.state, last.refusal, last.ended_at = ReadingState.REFUSED, _STOPPED, at
        last.save()
    reading = _waiting(document, at)
    record(
        by=by,
        at=at,
        act="register.read_again",
        subject=f"register.document:{document.pk}",
        details={"reading": reading.pk},
    )
    return reading


@transaction.atomic
def set_document_aside(*, by: Viewer, at: datetime, document: ReceivedDocument) -> None:
    """Note that no inspection will be made from a document. It is kept.

    Raises:
        access.Refused: the viewer is not a response officer of the holder.
        DocumentAlreadyUsed: an inspection was made from it.
    """
    access.check_can_handle(by, document)
    if document.inspections.exists():
        raise DocumentAlreadyUsed("An inspection was made from this document already.")
    document.set_aside_at, document.set_aside_by_id = at, access.person_id(by)
    document.save()
    record(
        by=by,
        at=at,
        act="register.set_document_aside",
        subject=f"register.document:{document.pk}",
    )


def _waiting(document: ReceivedDocument, at: datetime) -> DocumentReading:
    return DocumentReading.objects.create(
        document=document,
        state=ReadingState.WAITING,
        step="Waiting to be read",
        begun_at=at,
        last_sign_at=at,
        version=answerable.__version__,
    )
