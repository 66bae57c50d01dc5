"""What a file that corrects a load tells otherwise: counted by kind, and event by event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db import connection

from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable_site.casework import queries as casework
from answerable_site.casework.models import Case
from answerable_site.intake.models import Source
from answerable_site.intake.operations.loading.meeting import _recorded
from answerable_site.intake.rules import Compared, Differing, compared, differing

_AT_ONCE: Final = 500


class _Difference:
    """What is in the tables of a load that `_Comparing` has compared, and found what is gone."""

    def __init__(self, source: Source, at: datetime, references: Mapping[int, str]) -> None:
        """Args:
        references: of the cases of the file, by their number there; those that may be shown.
        """
        self.source = source
        self.at = at
        self.references = references

    def counted(self) -> tuple[Compared, ...]:
        """How many events of each kind are new, changed, told no longer and unchanged."""
        told = _fetch(
            """SELECT kind, COUNT(*) FILTER (WHERE known_number IS NULL),
                COUNT(*) FILTER (WHERE digest <> known_digest),
                COUNT(*) FILTER (WHERE digest = known_digest)
            FROM told_event GROUP BY kind"""
        )
        gone = _fetch(
            """SELECT event.kind, COUNT(*) FROM gone_event gone JOIN casework_caseevent event
                ON event.case_id = gone.case_id AND event.number = gone.number
            GROUP BY event.kind"""
        )
        return compared(told, dict(gone))

    def events(self) -> Iterator[Differing]:
        """Each event that is not as before, case by case in the order of the file."""
        cases = _fetch(
            """SELECT number, known_id, reported_on FROM told_case WHERE number IN (
                SELECT case_number FROM told_event
                WHERE known_number IS NULL OR digest <> known_digest
                UNION SELECT case_number FROM gone_event) ORDER BY number"""
        )
        for start in range(0, len(cases), _AT_ONCE):
            yield from self._of(cases[start : start + _AT_ONCE])

    def _of(self, cases: list[tuple[Any, ...]]) -> Iterator[Differing]:
        first, last = cases[0][0], cases[-1][0]
        told, gone = _by_case(_TOLD, first, last), _by_case(_GONE, first, last)
        held = Case.objects.filter(pk__in=[known for _, known, _ in cases if known is not None])
        files = {case.pk: file for case, file in casework.case_files(held)}
        for number, known, reported_on in cases:
            file = files.get(known) or CaseFile(0, _day(reported_on))
            rows, lost = told.get(number, []), [row[1] for row in gone.get(number, [])]
            yield from self._of_case(number, known, file, rows, lost)

    def _of_case(
        self,
        number: int,
        known: int | None,
        file: CaseFile,
        rows: list[tuple[Any, ...]],
        lost: list[int],
    ) -> Iterator[Differing]:
        numbers = {row[2]: place for place, row in enumerate(rows, start=file.next_number)}
        told = [_recorded(row, numbers, self.source, self.at) for row in rows]
        before = {one.number: one.event for one in file.recorded}
        now = CaseFile(file.case, file.reported_on, (*file.recorded, *told))
        changes: list[tuple[Event | None, Event | None]] = [
            (before.get(one.replaces or 0), one.event) for one in told
        ]
        for former, later in (*changes, *((before[one], None) for one in lost)):
            yield differing(
                now,
                case=known,
                before=former,
                after=later,
                reference="" if known else self.references.get(number, ""),
            )


_TOLD: Final = """SELECT told.case_number, told.known_id, told.number, told.row, told.facts,
        told.about_fact, told.about, about.known_number, told.known_number
    FROM told_event told LEFT JOIN told_event about
        ON about.case_number = told.case_number AND about.number = told.about
    WHERE told.case_number BETWEEN %s AND %s
        AND (told.known_number IS NULL OR told.digest <> told.known_digest)
    ORDER BY told.case_number, told.number"""
_GONE: Final = """SELECT case_number, number FROM gone_event
    WHERE case_number BETWEEN %s AND %s ORDER BY case_number, number"""


def _by_case(question: str, first: int, last: int) -> dict[int, list[tuple[Any, ...]]]:
    found = _fetch(question, [first, last])
    return {number: list(rows) for number, rows in groupby(found, key=itemgetter(0))}


def _day(told: date | str | None) -> date:
    """A day as either database gives it."""
    return told if isinstance(told, date) else date.fromisoformat(str(told))


def _fetch(question: str, parameters: list[int] | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
