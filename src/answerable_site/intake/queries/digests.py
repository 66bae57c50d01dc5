"""The digest of a load, reckoned from the rows as they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db import connection

from answerable_site.intake.models import Batch
from answerable_site.intake.rules import root_digest
from answerable_site.intake.rules.digest import Line

_AT_ONCE: Final = 8192
_LINES: Final = """
    SELECT event.case_id, event.number, event.kind, event.happened_on, event.victim, event.suspect,
           CAST(event.facts AS text), event.replaces
    FROM intake_loadedevent loaded JOIN casework_caseevent event ON event.id = loaded.event_id
    WHERE loaded.batch_id = %s ORDER BY event.case_id, event.number
"""


def digest_of_rows(batch: Batch) -> str:
    """What `rules.root_digest` makes of the events of a load. Its entry in the record of acts names
    the same for as long as nobody undid it."""
    return root_digest(_lines(batch))


def _lines(batch: Batch) -> Iterator[Line]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(_LINES, [batch.pk])
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows
