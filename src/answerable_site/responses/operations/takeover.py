"""A list of past responses is kept while somebody looks at it, and loaded whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.core.files import File
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register import operations as register
from answerable_site.register.access import person_id
from answerable_site.register.operations import KeptList
from answerable_site.register.rules import DateSource, InspectionFacts
from answerable_site.responses import access, queries
from answerable_site.responses.models import PastResponse, Response, Takeover
from answerable_site.responses.rules.past import PastAnswer
from answerable_site.responses.rules.takeover import (
    ListedResponse,
    Outcome,
    Plan,
    PlannedRow,
    ReadRow,
    planned,
)

FOLDER: Final = "takeovers"
_MANY: Final = 500
"""Rows in one statement; every database takes as many."""
_UPDATED: Final = (*PastAnswer.__slots__, "takeover", "recorded_at", "recorded_by")


class PlanChanged(ValueError):
    """Loading the list would do something else than what was shown."""


class NothingToLoad(ValueError):
    """The list has mistakes, or tells nothing new."""


@transaction.atomic
def keep_list(
    *, by: Viewer, at: datetime, body: Organisation, name: str, content: File[bytes]
) -> KeptList:
    """Keep a list byte for byte under a random name; lists that nobody confirmed in time go.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_draft(by, body.pk)
    kept = KeptList.of(content, name=name, folder=FOLDER, at=at)
    record(
        by=by,
        at=at,
        act="responses.keep_list",
        subject=f"people.organisation:{body.pk}",
        details={"sha256": kept.sha256},
    )
    return kept


@transaction.atomic
def load_list(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    kept: KeptList,
    rows: Sequence[ReadRow],
    digest: str,
) -> Takeover:
    """Enter every response of a list that was shown to the viewer before, or none of them.

    A report that the register does not hold is entered with it. The list is deleted afterwards.

    Args:
        by: a response officer of the body.
        at: when.
        body: whose responses these are.
        kept: the list.
        rows: what it tells, read again.
        digest: of the plan that was shown.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        PlanChanged: loading would do something else than was shown.
        NothingToLoad: a row is refused, or none changes anything.
    """
    access.check_can_draft(by, body.pk)
    body = Organisation.objects.select_for_update().get(pk=body.pk)  # one list at a time
    _hold_responses(body)
    plan = planned(rows, queries.known_reports(by, body))
    if plan.digest != digest:
        raise PlanChanged(
            "The register was changed since you looked at the list. Look at what would happen now, "
            "and load it then."
        )
    if not plan.may_be_loaded:
        raise NothingToLoad("There is nothing to load: correct the rows that are refused first.")
    takeover = Takeover.objects.create(
        body=body,
        name=kept.name,
        sha256=kept.sha256,
        rows=len(plan.rows),
        added=plan.counts[Outcome.ADDED],
        changed=plan.counts[Outcome.UPDATED],
        loaded_at=at,
        loaded_by_id=person_id(by),
    )
    _add(_with(plan, Outcome.ADDED), takeover, by=by)
    changed = _update(_with(plan, Outcome.UPDATED), takeover)
    record(
        by=by,
        at=at,
        act="responses.load_list",
        subject=f"responses.takeover:{takeover.pk}",
        details={
            "body": body.pk,
            "sha256": kept.sha256,
            "rows": takeover.rows,
            "added": takeover.added,
            "changed": changed,
        },
    )
    kept.drop_once_committed()
    return takeover


def _hold_responses(body: Organisation) -> None:
    """Nobody publishes or records one of them between the plan and the loading."""
    rows = Response.objects.select_for_update().filter(body=body).order_by("pk")
    list(rows.values_list("pk", flat=True))


def _with(plan: Plan, outcome: Outcome) -> list[PlannedRow]:
    return [row for row in plan.rows if row.outcome is outcome]


def _add(rows: Sequence[PlannedRow], takeover: Takeover, *, by: Viewer) -> None:
    """A past response for each row, with its report where the register does not hold that."""
    entered = iter(
        register.enter_inspections(
            by=by,
            at=takeover.loaded_at,
            body=takeover.body,
            facts=[_facts(_told_by(row)) for row in rows if row.known is None],
        )
    )
    inspections = [row.known.inspection_id if row.known else next(entered).pk for row in rows]
    responses = _responses(inspections, takeover)
    PastResponse.objects.bulk_create(
        (
            _told(PastResponse(response_id=responses[inspection]), row, takeover)
            for row, inspection in zip(rows, inspections, strict=True)
        ),
        batch_size=_MANY,
    )


def _facts(listed: ListedResponse) -> InspectionFacts:
    return InspectionFacts(
        title=listed.title,
        kind=listed.kind_taken,
        published_on=listed.report_published_on,
        date_source=DateSource.OTHER,
        legal_basis=listed.basis_taken,
        inspectorates=listed.inspectorates,
        source_address=listed.report_address,
    )


def _told_by(row: PlannedRow) -> ListedResponse:
    if row.listed is None:
        raise NothingToLoad(f"Row {row.number} tells nothing that can be loaded.")
    return row.listed


def _responses(inspections: Sequence[int], takeover: Takeover) -> dict[int, int]:
    """The key of the body's response to each inspection; the first act makes its row."""
    held = dict(Response.objects.filter(body=takeover.body).values_list("inspection_id", "pk"))
    new = Response.objects.bulk_create(
        (
            Response(
                inspection_id=inspection,
                body=takeover.body,
                begun_at=takeover.loaded_at,
                begun_by_id=takeover.loaded_by_id,
            )
            for inspection in inspections
            if inspection not in held
        ),
        batch_size=_MANY,
    )
    return held | {response.inspection_id: response.pk for response in new}


def _update(rows: Sequence[PlannedRow], takeover: Takeover) -> dict[str, Any]:
    """Say of each response what its row tells over what was held; what changed, by its key."""
    held = {
        past.response.inspection_id: past
        for past in PastResponse.objects.filter(response__body=takeover.body).select_related(
            "response"
        )
    }
    changed: dict[str, Any] = {}
    updated: list[PastResponse] = []
    for row in rows:
        if row.known is None or row.answer is None:
            continue
        past = held[row.known.inspection_id]
        changed[str(past.response_id)] = row.answer.changes_from(past.answer)
        updated.append(_told(past, row, takeover))
    PastResponse.objects.bulk_create(
        updated,
        batch_size=_MANY,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=_UPDATED,
    )
    return changed


def _told(past: PastResponse, row: PlannedRow, takeover: Takeover) -> PastResponse:
    """The past response as the row tells it; the caller saves it."""
    if row.answer is not None:
        past.take(row.answer)
    past.takeover = takeover
    past.recorded_at, past.recorded_by_id = takeover.loaded_at, takeover.loaded_by_id
    return past
