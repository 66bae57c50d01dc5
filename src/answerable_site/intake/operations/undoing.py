"""Taking a whole load back, while nothing depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.db import connection, transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.casework.rules import says_enough
from answerable_site.intake import access
from answerable_site.intake.models import Batch, Link
from answerable_site.intake.operations.holding import _hold_loads_of
from answerable_site.intake.rules import LinkState
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

_MADE: Final = "case_id IN (SELECT case_id FROM intake_loadedcase WHERE batch_id = %(batch)s)"
_TOLD: Final = "case_id IN (SELECT case_id FROM intake_loadedevent WHERE batch_id = %(batch)s)"
_LINKED: Final = """id IN (SELECT linked.id FROM intake_link linked JOIN intake_loadedcase made
    ON made.case_id = linked.case_id OR made.case_id = linked.other_id
    WHERE made.batch_id = %(batch)s)"""
_NAMED: Final = """id IN (SELECT waiting.link_id FROM intake_linkrow waiting
    JOIN intake_setasiderow held ON held.id = waiting.row_id WHERE held.batch_id = %(batch)s)"""
_DEPENDING: Final = {
    "Something was recorded or loaded later in a case that it is about.": f"""
        SELECT 1 FROM casework_caseevent event WHERE event.{_TOLD} AND event.number > (
            SELECT MIN(own.number) FROM intake_loadedevent own
            WHERE own.batch_id = %(batch)s AND own.case_id = event.case_id
        ) AND NOT EXISTS (SELECT 1 FROM intake_loadedevent own
            WHERE own.batch_id = %(batch)s AND own.event_id = event.id)""",
    "Somebody opened one of its cases with a reason.": f"""
        SELECT 1 FROM casework_caseopening WHERE {_MADE}""",
    "Somebody was assigned to one of its cases.": f"""
        SELECT 1 FROM casework_caseassignment WHERE {_MADE}""",
    "One of its cases stands in the frame of a review of case files.": f"""
        SELECT 1 FROM casereviews_frameentry WHERE {_MADE}""",
    "One of its cases was shared.": f"""
        SELECT 1 FROM casework_caseshare share WHERE share.{_MADE}
            AND share.shared_at <> %(loaded_at)s""",
    "One of its cases has a further reference.": f"""
        SELECT 1 FROM casework_casereference one WHERE one.{_MADE} AND one.kind <> 'crime'
            AND NOT EXISTS (SELECT 1 FROM intake_loadedreference own
                WHERE own.batch_id = %(batch)s AND own.reference_id = one.id)""",
    "It took the place of what had come by a link that has ended, which would stand again.": """
        SELECT 1 FROM intake_loadedevent own
        JOIN casework_caseevent event ON event.id = own.event_id
        JOIN intake_loadedevent former ON former.case_id = own.case_id
            AND event.replaces IN (former.number, former.stands_as)
        JOIN intake_linkedload through ON through.batch_id = former.batch_id
        JOIN intake_link link ON link.id = through.link_id AND link.case_id = own.case_id
        WHERE own.batch_id = %(batch)s AND link.state = 'ended'""",
    "Rows that it had set aside were taken since.": """
        SELECT 1 FROM intake_setasiderow held
        JOIN intake_batch taking ON taking.id = held.taken_in_id
        WHERE held.batch_id = %(batch)s AND taking.undone_at IS NULL""",
    "A reference of its rows was linked to a case. End that link first.": f"""
        SELECT 1 FROM intake_link one WHERE one.state = 'confirmed' AND one.{_NAMED}""",
    "One of its cases was linked. End that link first.": f"""
        SELECT 1 FROM intake_link one WHERE one.state = 'confirmed' AND one.{_LINKED}""",
}
"""Why a load cannot be taken back, each with a question that finds such a thing."""
_GIVE_BACK: Final = (
    # What it had put right stands again.
    "UPDATE intake_loadedevent SET is_current = %(no)s WHERE batch_id = %(batch)s",
    """UPDATE intake_loadedevent SET is_current = %(yes)s WHERE id IN (
        SELECT former.id FROM intake_loadedevent own
        JOIN casework_caseevent event ON event.id = own.event_id
        JOIN intake_loadedevent former ON former.case_id = own.case_id
            AND former.source_id = own.source_id
            AND COALESCE(former.stands_as, former.number) = event.replaces
        WHERE own.batch_id = %(batch)s)""",
    f"UPDATE casework_case SET reckoned_on = NULL WHERE {_TOLD.replace('case_id IN', 'id IN', 1)}",
)
_ERASE: Final = (
    # Whatever was proposed about the cases that it made goes with them.
    """DELETE FROM intake_linkrow WHERE row_id IN (
        SELECT id FROM intake_setasiderow WHERE batch_id = %(batch)s)""",
    *(f"DELETE FROM intake_{table} WHERE link_{_LINKED}" for table in ("linkrow", "linkedload")),
    f"DELETE FROM intake_link WHERE {_LINKED}",
    # With whom it had shared cases that were there before, they are shared no more.
    f"DELETE FROM casework_caseshare WHERE {_MADE}",
    f"""UPDATE casework_caseshare SET ended_at = %(undone_at)s WHERE {_TOLD}
        AND organisation_id = %(organisation)s AND shared_at = %(loaded_at)s
        AND ended_at IS NULL""",
    # What others of its organisation had told through a link shares them again.
    f"""UPDATE casework_caseshare SET ended_at = NULL WHERE {_TOLD}
        AND organisation_id = %(organisation)s AND ended_at = %(loaded_at)s
        AND shared_at <> %(loaded_at)s AND (case_id, shared_at) IN (
            SELECT link.case_id, former.loaded_at FROM intake_link link
            JOIN intake_linkedload through ON through.link_id = link.id
            JOIN intake_batch former ON former.id = through.batch_id
            WHERE link.state = 'confirmed' AND former.organisation_id = %(organisation)s
                AND former.undone_at IS NULL)""",
    # The database lets events go only because the load is marked as undone.
    """DELETE FROM casework_caseevent WHERE id IN (
        SELECT event_id FROM intake_loadedevent WHERE batch_id = %(batch)s)""",
    *(
        f"DELETE FROM casework_{table} WHERE {_MADE}"
        for table in ("casedue", "casebreach", "casefinding")
    ),
    """DELETE FROM casework_casereference WHERE id IN (
        SELECT reference_id FROM intake_loadedreference WHERE batch_id = %(batch)s)""",
    f"DELETE FROM casework_casereference WHERE {_MADE}",
    f"DELETE FROM casework_case WHERE {_MADE.replace('case_id IN', 'id IN', 1)}",
    *(
        f"DELETE FROM intake_{table} WHERE batch_id = %(batch)s"
        for table in ("loadedevent", "loadedreference", "loadedcase", "setasiderow")
    ),
)


class CannotBeUndone(ValueError):
    """Something depends on the load; `reasons` says what, a sentence each."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(f"This load cannot be undone. {' '.join(reasons)}")
        self.reasons = tuple(reasons)


@transaction.atomic
def undo_batch(*, by: Viewer, at: datetime, batch: Batch, why: str) -> Batch:
    """Take back everything that a load brought, as if it had never been. That it was there stays:
    its receipt, its counts, the digest of its events, who undid it and why.

    Args:
        why: in the words of whoever undoes it.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        CannotBeUndone: something depends on it, it was undone already, or nobody said why.
    """
    access.check_can_load(by, batch.source.organisation)
    with wall.lifted_for(by):
        _hold_loads_of(batch.source.force_id)
        batch = Batch.objects.select_for_update().get(pk=batch.pk)
        if reasons := list(_why_not(batch, why)):
            raise CannotBeUndone(reasons)
        _take_back(by, at, batch, why)
    record(
        by=by,
        at=at,
        act="intake.undo_batch",
        kind=Processing.ERASURE,
        subject=f"intake.batch:{batch.pk}",
        reason=batch.undone_why,
        details={
            "cases": batch.cases_added,
            "events": batch.events_added + batch.events_withdrawn,
            "root": batch.root_digest,
        },
    )
    return batch


def _why_not(batch: Batch, why: str) -> Iterator[str]:
    if batch.undone_at is not None:
        yield "It was undone already."
        return
    if not says_enough(why):
        yield "Say in a sentence why."
    yield from _why_it_stays(batch)


def _why_it_stays(batch: Batch) -> Iterator[str]:
    """What depends on a load, in sentences."""
    with connection.cursor() as cursor:
        for sentence, question in _DEPENDING.items():
            cursor.execute(f"{question} LIMIT 1", _told(batch))
            if cursor.fetchone():
                yield sentence


def _take_back(by: Viewer, at: datetime, batch: Batch, why: str) -> None:
    """Mark a load as undone and erase what it brought, within the transaction that says so."""
    batch.undone_at, batch.undone_by_id, batch.undone_why = at, signed_in(by), why.strip()
    batch.save(update_fields=["undone_at", "undone_by", "undone_why"])
    proposed = Link.objects.filter(state=LinkState.PROPOSED, rows__row__batch=batch)
    for_its_rows = list(proposed.values_list("pk", flat=True))
    for statement in (*_GIVE_BACK, *_ERASE):
        _execute(statement, batch)
    # What was proposed for its rows alone goes with them.
    Link.objects.filter(pk__in=for_its_rows, rows__isnull=True).delete()


def _execute(statement: str, batch: Batch) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, _told(batch))


def _told(batch: Batch) -> dict[str, Any]:
    to_database = connection.ops.adapt_datetimefield_value
    return {
        "batch": batch.pk,
        "organisation": batch.organisation_id,
        "loaded_at": to_database(batch.loaded_at),
        "undone_at": to_database(batch.undone_at),
        "yes": True,
        "no": False,
    }
