"""What is due for the bodies concerned: derived from the register, opened by nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery

from answerable.statute import basis
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicResponse
from answerable_site.register.models import Inspection
from answerable_site.responses.models import BindingDecision, Preparation, Response, Revision
from answerable_site.responses.queries.past import answer_counted, judged_past, past_of
from answerable_site.responses.rules.facts import clock_where_owed
from answerable_site.responses.rules.states import Due, Progress, soonest_first, state_of
from answerable_site.responses.rules.words import BindingGround

Concerned = Inspection.bodies_concerned.through


@dataclass(frozen=True, slots=True)
class Duty:
    """An inspection and a body concerned, with the response if anybody has begun one."""

    inspection: Inspection
    body: Organisation
    response: Response | None


def duties_of(viewer: Viewer) -> QuerySet[Any]:
    """The inspections that the bodies answer whose work the viewer takes part in: one row for each
    `inspection` and body concerned, its `organisation`."""
    return Concerned.objects.filter(organisation__in=viewer.policing_body_ids)


def due_for(viewer: Viewer, *, on: date) -> tuple[Due, ...]:
    """What the bodies whose work the viewer takes part in answer or have answered.

    One entry for each visible inspection and body concerned, soonest last lawful day first, then
    those without a clock, then the answered and what passed to a successor. Two queries, however
    many there are.

    Args:
        viewer: who looks.
        on: the civil date (Europe/London) that days are counted on.
    """
    concerned = (
        duties_of(viewer)
        .select_related("inspection", "organisation__succeeded_by")
        .defer("organisation__logo", "organisation__succeeded_by__logo")
    )
    begun = _progress(viewer.policing_body_ids)
    return soonest_first(
        _due(
            row.inspection,
            row.organisation,
            begun.get((row.inspection_id, row.organisation_id)),
            on,
        )
        for row in concerned
    )


def duty_visible_to(viewer: Viewer, *, inspection_id: int, body_slug: str) -> Duty | None:
    """The duty of one body to answer one inspection; None unless the viewer takes part in it, and
    where it passed to the body's successor."""
    row = (
        duties_of(viewer)
        .filter(organisation__slug=body_slug, inspection=inspection_id)
        .select_related("inspection", "organisation__force")
        .defer("organisation__logo", "organisation__force__logo")
        .first()
    )
    if row is None:
        return None
    response = Response.objects.filter(
        inspection=row.inspection_id, body=row.organisation_id
    ).first()
    if response is None and row.organisation.succeeded_by_id is not None:
        return None
    return Duty(row.inspection, row.organisation, response)


def _progress(bodies: frozenset[int]) -> dict[tuple[int, int], Progress]:
    """How far each response of the bodies has come, by inspection and body."""
    standing = Preparation.objects.standing().filter(response=OuterRef("pk"))
    versions = PublicResponse.objects.filter(
        responses_version__signature__preparation__response=OuterRef("pk")
    ).order_by("-version")
    decided = BindingDecision.objects.filter(response=OuterRef("pk")).order_by("-decided_at", "-pk")
    published = "preparations__signature__published__public_response"
    responses = Response.objects.filter(body__in=bodies).select_related("past", "inspection")
    responses = responses.annotate(
        is_prepared=Exists(standing),
        is_signed=Exists(standing.filter(signature__isnull=False)),
        latest_withdrawn=Subquery(versions.values("withdrawn_at")[:1]),
        latest_complete=Subquery(versions.values("is_complete")[:1]),
        is_revising=Exists(Revision.objects.open().filter(response=OuterRef("pk"))),
        ground=Subquery(decided.values("ground")[:1]),
        answered_on=Min(
            f"{published}__published_on", filter=Q(**{f"{published}__is_complete": True})
        ),
        partly_on=Min(f"{published}__published_on"),
    )
    return {
        (response.inspection_id, response.body_id): Progress(
            prepared=response.is_prepared,
            signed=response.is_signed,
            public=response.partly_on is not None and response.latest_withdrawn is None,
            complete=bool(response.latest_complete),
            revising=response.is_revising,
            owed=response.ground is None or BindingGround(response.ground).binds,
            answered_on=answer_counted(
                response.inspection, past_of(response), here_on=response.answered_on
            ),
            partly_on=response.partly_on,
            past=judged_past(response),
        )
        for response in responses
    }


def _due(inspection: Inspection, body: Organisation, progress: Progress | None, on: date) -> Due:
    clock, no_clock = clock_where_owed(
        inspection.published_on,
        basis(inspection.legal_basis),
        is_owed=progress is None or progress.owed,
    )
    successor = _successor(body, progress, on)
    return Due(
        inspection_id=inspection.pk,
        inspection_title=inspection.title,
        published_on=inspection.published_on,
        body_id=body.pk,
        body_name=body.name,
        body_slug=body.slug,
        clock=clock,
        why_no_clock=no_clock,
        on=on,
        state=state_of(progress),
        past=progress.past if progress else None,
        answered_on=progress.answered_on if progress else None,
        stands=progress is not None and (progress.public or progress.past is not None),
        passed_to=successor.name if successor else "",
        passed_on=body.succeeded_on if successor else None,
    )


def _successor(body: Organisation, progress: Progress | None, on: date) -> Organisation | None:
    """The body that answers on a day in place of one that has no response of its own."""
    if progress is not None or body.succeeded_on is None or on < body.succeeded_on:
        return None
    return body.succeeded_by
