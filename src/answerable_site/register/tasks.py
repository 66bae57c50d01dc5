"""Reading documents in the background. The parsing itself happens in a limited child process."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.utils import timezone

from answerable_site.background import task
from answerable_site.people.rules import PRODUCT
from answerable_site.register import operations
from answerable_site.register.rules import MOST_PICTURES

if TYPE_CHECKING:
    from answerable.documents import Document
    from answerable.extraction.model import Reading
    from answerable_site.register.models import DocumentReading

READING = "Reading the file"
LOOKING = "Looking for recommendations"
PICTURING = "Making page pictures"
UNEXPECTED = (
    "Something went wrong on our side while this file was read. "
    "Try again, or enter the inspection by hand."
)
log = logging.getLogger(__name__)


@task
def read_document(reading_id: int) -> None:
    """Read one document that waits, as the clock of the machine says."""
    read_waiting(reading_id, now=timezone.now)


def read_waiting(reading_id: int, *, now: Callable[[], datetime]) -> None:
    """Read one document that waits; every end is written down, so that nobody waits for ever.

    Args:
        now: the clock by which each step is written down.
    """
    from answerable.documents import Unreadable

    try:
        reading = operations.begin_reading(
            by=PRODUCT, at=now(), reading_id=reading_id, step=READING
        )
    except operations.ReadingOvertaken:
        return
    try:
        _read(reading, now)
    except operations.ReadingOvertaken:
        log.warning("Reading %s was overtaken by another.", reading_id)
    except Unreadable as refusal:
        _refuse(reading, str(refusal), now())
    except Exception:
        log.exception("Reading %s failed.", reading_id)
        _refuse(reading, UNEXPECTED, now())


def _read(reading: DocumentReading, now: Callable[[], datetime]) -> None:
    from answerable.documents import read
    from answerable.extraction import read_inspection

    content = _content(reading)
    document = read(content)
    _report(reading, LOOKING, 40, now())
    found = read_inspection(document)
    _report(reading, PICTURING, 60, now())
    pictures = dict(_pictures(content, document, found))
    operations.complete_reading(
        by=PRODUCT,
        at=now(),
        reading=reading,
        document=document,
        found=found,
        pictures=pictures,
    )


def _content(reading: DocumentReading) -> bytes:
    with default_storage.open(reading.document.stored_as) as stored:
        content: bytes = stored.read()
    return content


def _pictures(content: bytes, document: Document, found: Reading) -> Iterator[tuple[int, bytes]]:
    """Pictures of the pages that hold candidates, as far as the file lets itself be drawn."""
    from answerable.documents import MediaType, Unreadable, picture

    if document.media_type != MediaType.PDF:
        return
    pages = sorted({item.place.page for item in found.items})[:MOST_PICTURES]
    for page in pages:
        try:
            yield page, picture(content, page)
        except Unreadable:
            return


def _report(reading: DocumentReading, step: str, percent: int, at: datetime) -> None:
    operations.report_progress(by=PRODUCT, at=at, reading=reading, step=step, percent=percent)


def _refuse(reading: DocumentReading, sentence: str, at: datetime) -> None:
    try:
        operations.refuse_reading(by=PRODUCT, at=at, reading=reading, sentence=sentence)
    except operations.ReadingOvertaken:
        log.warning("Reading %s was overtaken by another.", reading.pk)
