"""From what was staged to the tables of cases, in a few statements however long the file is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from django.db import connection

from answerable.records.kinds import to_stored
from answerable.records.kinds.correction import RecordedInError
from answerable.records.stages import Stage
from answerable.statute import civil_date
from answerable_site.casework.rules import ReferenceKind, side_of
from answerable_site.intake.models import Batch
from answerable_site.intake.operations.loading.comparing import NEW, STANDS, _Comparing
from answerable_site.intake.operations.loading.so_far import _SoFar, _Step

_BY_ANOTHER: Final = f"""intake_link link
    JOIN placed_case one ON one.known_id = link.case_id
        AND link.{STANDS} AND link.reference_id <> one.known_reference
    JOIN intake_linkedload through ON through.link_id = link.id"""
"""Cases that the file names by another reference than that of a link which stands, and the loads
that came through the link: what they told too, this load tells from now on."""
_SLICES: Final = 25
"""Events are written in so many parts at most, so that it shows how far they are."""
_LEAST_IN_SLICE: Final = 2_000
"""Cases; parts that are smaller would cost more than they show."""
_WITHDRAWN: Final = "The corrected file of this source no longer tells it."


@dataclass(frozen=True, slots=True)
class _Placed:
    """What a load would do, once nothing more is set aside."""

    rows_loaded: int
    rows_going_on: int
    cases_added: int
    events_changed: int


class _Placing(_Comparing):
    """One load within its transaction; `staging` has filled its tables."""

    def place(self) -> _Placed:
        """Give cases their keys, and what is new of cases that are held its numbers: `placed_case`
        and `placed_event`. Events of new cases have theirs already."""
        key = (
            "nextval(pg_get_serial_sequence('casework_case', 'id'))"
            if self.is_postgresql
            else "(SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'casework_case'), "
            "0)) + ROW_NUMBER() OVER (ORDER BY known_id IS NOT NULL, number)"
        )
        self._make(
            "placed_case",
            f"""SELECT told.*, COALESCE(known_id, {key}) AS case_id
            FROM (SELECT * FROM told_case ORDER BY number) told""",
        )
        self._execute("CREATE UNIQUE INDEX placed_case_number ON placed_case (number)")
        self._make(
            "placed_event",
            f"""SELECT told.*, known_id AS case_id, COALESCE(held.latest, 0) + ROW_NUMBER()
                OVER (PARTITION BY told.case_number ORDER BY told.number) AS placed
            FROM met_event told
            LEFT JOIN (SELECT case_id, MAX(number) AS latest FROM casework_caseevent
                WHERE case_id IN (SELECT known_id FROM told_case) GROUP BY case_id
            ) held ON held.case_id = told.known_id
            WHERE {NEW}""",
        )
        self._execute("CREATE INDEX placed_event_case ON placed_event (case_number, number)")
        return self._counted()

    def _counted(self) -> _Placed:
        ((new, rows_of_new, rows),) = self._fetch(
            """SELECT COUNT(*) FILTER (WHERE known_id IS NULL),
                COALESCE(SUM(rows) FILTER (WHERE known_id IS NULL), 0), COALESCE(SUM(rows), 0)
            FROM placed_case"""
        )
        ((changed, told_rows),) = self._fetch(
            "SELECT COUNT(known_number), COUNT(DISTINCT row) FROM placed_event"
        )
        return _Placed(
            rows_loaded=rows_of_new + told_rows,
            rows_going_on=rows,
            cases_added=new,
            events_changed=changed,
        )

    def write(self, batch: Batch, so_far: _SoFar) -> int:
        """Write cases, references, shares and events, from which load they are, and by which links
        it found their cases; how many events."""
        self._add_cases(batch)
        self._add_urns(batch)
        self._add_shares(batch)
        so_far.ended(_Step.CASES)
        self._execute(
            """UPDATE intake_loadedevent SET is_current = %s WHERE id IN (
            SELECT known_link FROM placed_event WHERE known_link IS NOT NULL)""",
            [False],
        )
        count = self._add_events(batch, so_far)
        self._note_links(batch)
        so_far.ended(_Step.EVENTS)
        self._execute(
            """UPDATE casework_case SET reckoned_on = NULL
            WHERE id IN (SELECT case_id FROM placed_event)"""
        )
        return count

    def _add_cases(self, batch: Batch) -> None:
        self._execute(
            """INSERT INTO casework_case
                (id, force_id, reported_on, added_at, added_by_id, stage, is_decoy)
            SELECT case_id, %s, reported_on, %s, %s, %s, %s
            FROM placed_case WHERE known_id IS NULL ORDER BY number""",
            [
                *(self.source.force_id, _moment(batch.loaded_at), batch.loaded_by_id),
                *(Stage.BEFORE_ACCOUNT.value, False),
            ],
        )
        # By hash, so that the two indexes that begin with it are filled from one end to the other.
        self._execute(
            """INSERT INTO casework_casereference (case_id, kind, owner_id, keyed_hash, sealed)
            SELECT one.case_id, %s, %s, staged.keyed_hash, staged.sealed
            FROM placed_case one JOIN staged_case staged ON staged.number = one.number
            WHERE one.known_id IS NULL ORDER BY staged.keyed_hash""",
            [ReferenceKind.CRIME.value, self.source.force_id],
        )
        self._execute(
            """INSERT INTO intake_loadedcase (batch_id, case_id)
            SELECT %s, case_id FROM placed_case WHERE known_id IS NULL ORDER BY number""",
            [batch.pk],
        )

    def _add_urns(self, batch: Batch) -> None:
        if not self.source.urn_column:
            return
        kind, force = ReferenceKind.URN.value, self.source.force_id
        self._make(
            "lacking_urn",
            """SELECT one.case_id, staged.urn_hash, staged.urn_sealed
            FROM placed_case one JOIN staged_case staged ON staged.number = one.number
            WHERE staged.urn_hash IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM casework_casereference held WHERE held.case_id = one.case_id
                AND held.kind = %s AND held.owner_id = %s AND held.keyed_hash = staged.urn_hash)""",
            [kind, force],
        )
        self._execute(
            """INSERT INTO casework_casereference (case_id, kind, owner_id, keyed_hash, sealed)
            SELECT case_id, %s, %s, urn_hash, urn_sealed FROM lacking_urn ORDER BY case_id""",
            [kind, force],
        )
        self._execute(
            """INSERT INTO intake_loadedreference (batch_id, case_id, reference_id)
            SELECT %s, held.case_id, held.id FROM lacking_urn one JOIN casework_casereference held
            ON held.case_id = one.case_id AND held.kind = %s AND held.owner_id = %s
                AND held.keyed_hash = one.urn_hash ORDER BY held.id""",
            [batch.pk, kind, force],
        )
        self._execute(
            f"""UPDATE intake_loadedreference SET batch_id = %s WHERE id IN (
                SELECT own.id FROM {_BY_ANOTHER}
                JOIN staged_case staged ON staged.number = one.number
                JOIN intake_loadedreference own
                    ON own.batch_id = through.batch_id AND own.case_id = one.case_id
                JOIN casework_casereference held
                    ON held.id = own.reference_id AND held.keyed_hash = staged.urn_hash)""",
            [batch.pk],
        )

    def _add_shares(self, batch: Batch) -> None:
        """Whoever told something of a case works on it; through a link no more, once they told
        something by another reference."""
        if self.source.organisation_id == self.source.force_id:
            return
        loaded_at = _moment(batch.loaded_at)
        self._execute(
            f"""UPDATE casework_caseshare SET ended_at = %s
            WHERE organisation_id = %s AND ended_at IS NULL AND shared_at <= %s
            AND (case_id, shared_at) IN (SELECT one.case_id, former.loaded_at FROM {_BY_ANOTHER}
                JOIN intake_batch former ON former.id = through.batch_id
                JOIN placed_event event ON event.case_number = one.number)""",
            [loaded_at, self.source.organisation_id, loaded_at],
        )
        self._execute(
            """INSERT INTO casework_caseshare (case_id, organisation_id, shared_at, shared_by_id)
            SELECT case_id, CAST(%s AS bigint), %s, CAST(%s AS bigint)
            FROM (SELECT case_id FROM placed_event UNION
                SELECT new.case_id FROM placed_case new
                JOIN staged_event told ON told.case_number = new.number
                WHERE new.known_id IS NULL) one
            WHERE NOT EXISTS (SELECT 1 FROM casework_caseshare held
                WHERE held.case_id = one.case_id AND held.organisation_id = %s
                AND held.ended_at IS NULL)""",
            [
                *(self.source.organisation_id, loaded_at, batch.loaded_by_id),
                self.source.organisation_id,
            ],
        )

    def _add_events(self, batch: Batch, so_far: _SoFar) -> int:
        ((last,),) = self._fetch("SELECT COALESCE(MAX(number), 0) FROM placed_case")
        length = max(_LEAST_IN_SLICE, last // _SLICES + 1)
        count = 0
        for first in range(1, last + 1, length):
            within = (first, first + length - 1)
            count += self._add_events_of_new_cases(batch, within)
            count += self._add_events_of_held_cases(batch, within)
            so_far.within(_Step.EVENTS, within[1], last)
        return count

    def _add_events_of_new_cases(self, batch: Batch, within: tuple[int, int]) -> int:
        told = """FROM placed_case one JOIN staged_event told ON told.case_number = one.number
            WHERE one.known_id IS NULL AND one.number BETWEEN %s AND %s
            ORDER BY one.number, told.number"""
        count = self._insert_events(
            batch,
            f"""SELECT one.case_id, told.number, told.kind, told.day, told.victim, told.suspect,
                {self._json("told.facts")}, CAST(NULL AS integer) {told}""",
            within,
        )
        self._link_events(
            batch,
            f"SELECT one.case_id, told.number AS placed, told.identity, told.digest {told}",
            within,
        )
        return count

    def _add_events_of_held_cases(self, batch: Batch, within: tuple[int, int]) -> int:
        about = "COALESCE(other.placed, told.known_number)"
        named = (
            f"{self._json('one.facts')} || jsonb_build_object(one.about_fact, {about})"
            if self.is_postgresql
            else f"json_set(one.facts, '$.' || one.about_fact, {about})"
        )
        count = self._insert_events(
            batch,
            f"""SELECT one.case_id, one.placed, one.kind, one.day, one.victim, one.suspect,
                CASE WHEN one.about_fact IS NULL THEN {self._json("one.facts")} ELSE {named} END,
                one.known_number
            FROM placed_event one
            LEFT JOIN placed_event other
                ON other.case_number = one.case_number AND other.number = one.about
                AND other.case_number BETWEEN %s AND %s
            LEFT JOIN met_event told
                ON told.case_number = one.case_number AND told.number = one.about
                AND told.case_number BETWEEN %s AND %s
            WHERE one.case_number BETWEEN %s AND %s
            ORDER BY one.case_number, one.placed""",
            within * 3,
        )
        self._link_events(
            batch,
            """SELECT case_id, placed, identity, digest FROM placed_event
            WHERE case_number BETWEEN %s AND %s""",
            within,
        )
        return count

    def _link_events(self, batch: Batch, question: str, parameters: Iterable[Any]) -> None:
        """Say from which load events are, from a question for their case, number and hashes."""
        self._execute(
            f"""INSERT INTO intake_loadedevent
                (batch_id, source_id, case_id, event_id, number, identity, digest, is_current)
            SELECT %s, %s, event.case_id, event.id, event.number, one.identity, one.digest, %s
            FROM ({question}) one JOIN casework_caseevent event
                ON event.case_id = one.case_id AND event.number = one.placed""",
            [batch.pk, self.source.pk, True, *parameters],
        )

    def _note_links(self, batch: Batch) -> None:
        """By which links cases were found, so that what came through one is known when it ends."""
        self._execute(
            """INSERT INTO intake_linkedload (batch_id, link_id)
            SELECT %s, link.id FROM intake_link link JOIN placed_case one
                ON one.known_reference = link.reference_id""",
            [batch.pk],
        )

    def _json(self, text: str) -> str:
        return f"CAST({text} AS jsonb)" if self.is_postgresql else text

    def withdraw(self, batch: Batch) -> int:
        """Let what `find_gone` found leave nothing; how many."""
        self._make(
            "left_event",
            """SELECT gone.*, (SELECT MAX(number) FROM casework_caseevent last
                    WHERE last.case_id = gone.case_id)
                + ROW_NUMBER() OVER (PARTITION BY gone.case_id ORDER BY gone.number) AS placed
            FROM gone_event gone""",
        )
        found = RecordedInError(on=civil_date(batch.loaded_at), reason=_WITHDRAWN)
        facts = msgspec.json.encode(to_stored(found)).decode()
        cast = "CAST(%s AS jsonb)" if self.is_postgresql else "%s"
        self._insert_events(
            batch,
            f"""SELECT case_id, placed, CAST(%s AS varchar), CAST(%s AS {self._date}),
                CAST(NULL AS integer), CAST(NULL AS integer),
                {cast}, number FROM left_event ORDER BY case_id, placed""",
            [found.kind(), found.on.isoformat(), facts],
        )
        self._execute(
            """UPDATE intake_loadedevent SET is_current = %s
            WHERE id IN (SELECT link FROM gone_event)""",
            [False],
        )
        self._execute(
            """INSERT INTO intake_loadedevent
                (batch_id, source_id, case_id, event_id, number, identity, digest, is_current)
            SELECT %s, %s, event.case_id, event.id, event.number, one.identity, '', %s
            FROM left_event one JOIN casework_caseevent event
                ON event.case_id = one.case_id AND event.number = one.placed ORDER BY event.id""",
            [batch.pk, self.source.pk, False],
        )
        self._execute(
            """UPDATE casework_case SET reckoned_on = NULL
            WHERE id IN (SELECT case_id FROM gone_event)"""
        )
        ((count,),) = self._fetch("SELECT COUNT(*) FROM gone_event")
        return int(count)

    @property
    def _date(self) -> str:
        return "date" if self.is_postgresql else "text"

    def _insert_events(self, batch: Batch, question: str, parameters: Iterable[Any] = ()) -> int:
        """Insert events from a question for their case, number, kind, day, victim, suspect, facts
        and whose place each takes; how many."""
        names = "case_id, number, kind, happened_on, victim, suspect, facts, replaces"
        return self._execute(
            f"""INSERT INTO casework_caseevent ({names},
                side, organisation_id, recorded_at, recorded_by_id, why_in_breach)
            SELECT told.*, CAST(%s AS varchar), CAST(%s AS bigint), {self._moment},
                CAST(%s AS bigint), '' FROM ({question}) told""",
            [
                *(side_of(self.source.organisation.kind), self.source.organisation_id),
                *(_moment(batch.loaded_at), batch.loaded_by_id, *parameters),
            ],
        )

    @property
    def _moment(self) -> str:
        return "CAST(%s AS timestamptz)" if self.is_postgresql else "%s"


def _moment(at: datetime) -> Any:
    """A moment as the database keeps it in a column of Django’s."""
    return connection.ops.adapt_datetimefield_value(at)
