"""How the reading of a document goes on and ends. The product itself does these."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.rules import Viewer
from answerable_site.register import rules
from answerable_site.register.models import Candidate, DocumentReading, Passage
from answerable_site.register.rules import ReadingState

if TYPE_CHECKING:
    from answerable.documents import Document
    from answerable.extraction.model import Reading


class ReadingOvertaken(ValueError):
    """The reading has ended, or another one has taken its place: its result is not wanted."""


@transaction.atomic
def begin_reading(*, by: Viewer, at: datetime, reading_id: int, step: str) -> DocumentReading:
    """Take up a reading that waits.

    Raises:
        ReadingOvertaken: it does not wait any more.
    """
    reading = _locked(reading_id, ReadingState.WAITING)
    reading.state, reading.step, reading.percent = ReadingState.READING, step, 5
    reading.last_sign_at = at
    reading.save()
    _record(by, at, "register.begin_reading", reading)
    return reading


@transaction.atomic
def report_progress(
    *, by: Viewer, at: datetime, reading: DocumentReading, step: str, percent: int
) -> None:
    """Say how far a reading has come: a step in words and a percentage of the whole.

    Raises:
        ReadingOvertaken: it has ended meanwhile.
    """
    current = _locked(reading.pk, ReadingState.READING)
    current.step, current.percent, current.last_sign_at = step, percent, at
    current.save()
    _record(by, at, "register.report_progress", current, percent=percent)


@transaction.atomic
def complete_reading(
    *,
    by: Viewer,
    at: datetime,
    reading: DocumentReading,
    document: Document,
    found: Reading,
    pictures: Mapping[int, bytes],
) -> DocumentReading:
    """Keep what was read: the text of every page, pictures of some, facts and candidates.

    Args:
        by: the product.
        at: when the reading ended.
        reading: one that is being read.
        document: the document as read.
        found: what was found in it.
        pictures: PNG pictures by page.

    Raises:
        ReadingOvertaken: it has ended meanwhile.
    """
    current = _locked(reading.pk, ReadingState.READING)
    facts = rules.storable(found.as_json())
    items: list[dict[str, Any]] = facts.pop("items")
    current.facts = facts | {"notes": rules.storable(document.notes)}
    current.media_type = document.media_type
    current.state, current.step, current.percent = ReadingState.READ, "", 100
    current.last_sign_at = current.ended_at = at
    current.save()
    _keep_passages(current, document, pictures)
    _keep_candidates(current, items)
    _record(by, at, "register.complete_reading", current, candidates=len(items))
    return current


@transaction.atomic
def refuse_reading(*, by: Viewer, at: datetime, reading: DocumentReading, sentence: str) -> None:
    """End a reading without result, with a sentence for the person who sent the file.

    Raises:
        ReadingOvertaken: it has ended meanwhile.
    """
    current = _locked(reading.pk, ReadingState.WAITING, ReadingState.READING)
    current.state, current.refusal, current.step = ReadingState.REFUSED, sentence, ""
    current.last_sign_at = current.ended_at = at
    current.save()
    _record(by, at, "register.refuse_reading", current)


def _locked(reading_id: int, *states: ReadingState) -> DocumentReading:
    reading = DocumentReading.objects.select_for_update().filter(pk=reading_id).first()
    if reading is None or reading.state not in states:
        raise ReadingOvertaken("This reading has ended already.")
    return reading


def _record(by: Viewer, at: datetime, act: str, reading: DocumentReading, **details: int) -> None:
    record(
        by=by,
        at=at,
        act=act,
        subject=f"register.document:{reading.document_id}",
        details={"reading": reading.pk, **details},
    )


def _keep_passages(
    reading: DocumentReading, document: Document, pictures: Mapping[int, bytes]
) -> None:
    pages = rules.page_texts(
        rules.storable(document.text), [(block.page, block.start) for block in document.blocks]
    )
    Passage.objects.bulk_create(
        Passage(
            reading=reading,
            page=page.page,
            start=page.start,
            text=page.text,
            picture=_kept_picture(pictures.get(page.page)),
        )
        for page in pages
    )


def _kept_picture(content: bytes | None) -> str:
    if content is None:
        return ""
    return default_storage.save(f"pictures/{uuid.uuid4().hex}", ContentFile(content))


def _keep_candidates(reading: DocumentReading, items: list[dict[str, Any]]) -> None:
    candidates = Candidate.objects.bulk_create(
        Candidate(
            reading=reading,
            position=index * rules.STEP,
            kind=item["kind"],
            number=(item["number"] or "")[:40],
            text=item["text"],
            proposal=item,
            page=item["page"],
            start=item["span"][0],
            end=item["span"][1],
            confidence=item["confidence"],
        )
        for index, item in enumerate(items, start=1)
    )
    children = [candidate for candidate in candidates if candidate.proposal["parent"] is not None]
    for child in children:
        child.parent = candidates[child.proposal["parent"]]
    Candidate.objects.bulk_update(children, ["parent"])
