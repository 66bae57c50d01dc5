"""What a file tells beside what is held, in tables of one load."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.db import connection

from answerable_site.casework.rules import ReferenceKind
from answerable_site.intake.models import Batch
from answerable_site.intake.operations.loading.tables import _Tables

NEW: Final = "(known_number IS NULL OR digest <> known_digest)"
STANDS: Final = "state = 'confirmed'"
"""Of a link."""
_STANDING: Final = "COALESCE(held.stands_as, held.number)"
"""The number under which an event of a load stands, or stands again."""


class _Comparing(_Tables):
    """`staging` has filled `staged_case` and `staged_event`."""

    def compare(self) -> None:
        """Put what is told beside what is held: the tables `told_case`, `met_event` with the events
        of cases that are held, and `told_twice` of the cases that the file names by more than one
        reference. The view `told_event` has the events of the other cases too.

        The plus before a column keeps SQLite from looking through all references of the force.
        """
        self._execute("DROP VIEW IF EXISTS told_event")
        self._make(
            "told_case",
            """SELECT staged.number, staged.reported_on, staged.rows,
                held.case_id AS known_id, held.id AS known_reference
            FROM staged_case staged
            LEFT JOIN casework_casereference held ON held.keyed_hash = staged.keyed_hash
                AND held.kind = %s AND +held.owner_id = %s""",
            [ReferenceKind.CRIME.value, self.source.force_id],
        )
        self._execute("CREATE UNIQUE INDEX told_case_number ON told_case (number)")
        self._make(
            "met_event",
            f"""SELECT told.*, one.known_id, {_STANDING} AS known_number,
                held.digest AS known_digest, held.id AS known_link
            FROM told_case one JOIN staged_event told ON told.case_number = one.number
            LEFT JOIN intake_loadedevent held ON held.source_id = %s
                AND held.case_id = one.known_id AND held.identity = told.identity
                AND held.is_current
            WHERE one.known_id IS NOT NULL""",
            [self.source.pk],
        )
        self._execute("CREATE INDEX met_event_case ON met_event (case_number, number)")
        self._let_count_as_new()
        self._execute(
            """CREATE TEMPORARY VIEW told_event AS SELECT * FROM met_event
            UNION ALL SELECT told.*, NULL, NULL, NULL, NULL
            FROM told_case one JOIN staged_event told ON told.case_number = one.number
            WHERE one.known_id IS NULL"""
        )
        self._make(
            "told_twice",
            """SELECT known_id FROM told_case WHERE known_id IS NOT NULL
            GROUP BY known_id HAVING COUNT(*) > 1""",
        )

    def _let_count_as_new(self) -> None:
        """What came through a link is no news to its case, but has to be told by this load too once
        the file names the case by another reference: when the link ends, it stays then."""
        self._execute(
            f"""UPDATE met_event SET known_digest = '' WHERE known_id IN (
                SELECT case_id FROM intake_link WHERE {STANDS} AND force_id = %s)
            AND EXISTS (SELECT 1 FROM told_case one
                JOIN intake_loadedevent held ON held.id = met_event.known_link
                JOIN intake_linkedload through ON through.batch_id = held.batch_id
                JOIN intake_link link ON link.id = through.link_id AND link.case_id = held.case_id
                WHERE one.number = met_event.case_number AND link.{STANDS}
                AND link.reference_id <> one.known_reference)
            AND NOT EXISTS (SELECT 1 FROM casework_caseevent other
                WHERE other.case_id = met_event.known_id
                AND other.replaces = met_event.known_number)""",
            [self.source.force_id],
        )

    def unknown_cases(self) -> list[int]:
        """Cases that are not held and of which the source does not say when they were reported."""
        return self._numbers(
            "SELECT number FROM told_case WHERE known_id IS NULL AND reported_on IS NULL"
        )

    def other_days(self) -> list[tuple[int, date | str]]:
        """Cases that are held with another day of the report, and that day."""
        return self._fetch(
            """SELECT told.number, held.reported_on FROM told_case told
            JOIN casework_case held ON held.id = told.known_id
            WHERE told.reported_on <> held.reported_on"""
        )

    def linked_references(self) -> list[int]:
        """Cases found by the reference of a link though the source itself says when they were
        reported: what it tells may be of a case of its own."""
        return self._numbers(
            """SELECT number FROM told_case WHERE reported_on IS NOT NULL AND known_reference IN (
                SELECT reference_id FROM intake_link WHERE reference_id IS NOT NULL)"""
        )

    def put_right_by_hand(self) -> list[int]:
        """Cases in which somebody else took the place of an event of which the file tells anew."""
        return self._numbers(
            f"""SELECT DISTINCT told.case_number FROM met_event told
            JOIN casework_caseevent other ON other.case_id = told.known_id
                AND other.replaces = told.known_number
            WHERE {NEW}"""
        )

    def further_references(self) -> list[int]:
        """Cases of the file that are one case with another of it, which it names by an earlier one
        of the references of that case."""
        return self._numbers(
            """SELECT number FROM (
                SELECT number, ROW_NUMBER() OVER (
                    PARTITION BY known_id ORDER BY known_reference) AS place
                FROM told_case WHERE known_id IN (SELECT known_id FROM told_twice)
            ) one WHERE place > 1"""
        )

    def news_of_known_cases(self) -> list[tuple[Any, ...]]:
        """What is new of cases that are held: their number in the file and their key, then of each
        event its number, row, facts, the fact that names another event and that event’s number, and
        the number of the event whose place it takes; in this order."""
        return self._fetch(
            """SELECT told.case_number, told.known_id, told.number, told.row, told.facts,
                told.about_fact, told.about, about.known_number, told.known_number
            FROM met_event told LEFT JOIN met_event about
                ON about.case_number = told.case_number AND about.number = told.about
            WHERE told.known_number IS NULL OR told.digest <> told.known_digest
            ORDER BY told.known_id, told.number"""
        )

    def set_aside(self, cases: Iterable[int]) -> None:
        """Leave cases of the file out."""
        numbers = [(number,) for number in cases]
        with connection.cursor() as cursor:
            for table, column in (("met_event", "case_number"), ("told_case", "number")):
                cursor.executemany(f"DELETE FROM {table} WHERE {column} = %s", numbers)

    def find_gone(self, superseded: Batch) -> None:
        """Put together what the superseded load, and those that it superseded itself, told of cases
        which this file has, and this file tells no more: table `gone_event`. What somebody put
        right by hand stays, and so does what the file may tell under a further reference of the
        case, for those rows are set aside."""
        self._make(
            "gone_event",
            f"""SELECT held.id AS link, one.number AS case_number, held.case_id,
                {_STANDING} AS number, held.identity
            FROM intake_loadedevent held JOIN told_case one ON one.known_id = held.case_id
            WHERE held.batch_id IN (WITH RECURSIVE former (id) AS (
                    SELECT CAST(%s AS bigint) UNION SELECT batch.supersedes_id
                    FROM former JOIN intake_batch batch ON batch.id = former.id
                    WHERE batch.supersedes_id IS NOT NULL)
                SELECT id FROM former) AND held.is_current
                AND held.case_id NOT IN (SELECT known_id FROM told_twice)
                AND NOT EXISTS (SELECT 1 FROM met_event told
                    WHERE told.case_number = one.number AND told.identity = held.identity)
                AND NOT EXISTS (SELECT 1 FROM casework_caseevent other
                    WHERE other.case_id = held.case_id AND other.replaces = {_STANDING})""",
            [superseded.pk],
        )
