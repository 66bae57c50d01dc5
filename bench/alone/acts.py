"""What makes something public, as it waits in an office of the matrix, and who made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from tests.site.access.records import Records

from answerable_site.figures import operations as figures
from answerable_site.figures.models import ProtectedFigures, ReleasedFigures
from answerable_site.figures.queries import release_of
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import (
    DataSetEdition,
    EntryCorrection,
    PublicEdition,
    PublicInspection,
    PublicProgress,
    PublicResponse,
)
from answerable_site.register.models import Inspection
from answerable_site.responses import operations as responses
from answerable_site.responses.models import Signature


@dataclass(frozen=True)
class Act:
    """One act that makes something public, in a state in which it only waits for somebody."""

    name: str
    do: Callable[[Viewer], object]
    makers: tuple[User, ...]
    """Whoever may not be the one who does it."""


def acts(records: Records) -> list[Act]:
    """Every act, with what waits for it."""
    at = records.arguments
    entry = PublicInspection.objects.get(pk=at["publication:release"]["entry_id"])
    correction = EntryCorrection.objects.get(
        pk=at["publication:release_correction"]["correction_id"]
    )
    edition = PublicEdition.objects.get(pk=at["publication:release_edition"]["edition_id"])
    snapshot = PublicProgress.objects.get(pk=at["publication:release_progress"]["snapshot_id"])
    figure = ProtectedFigures.objects.select_related("results").get(
        pk=at["figures:release"]["protected_id"]
    )
    return [
        Act(
            "release an entry",
            lambda by: press.release_entry(by=by, at=timezone.now(), entry=entry),
            (entry.prepared_by,),
        ),
        Act(
            "release a correction",
            lambda by: press.release_correction(by=by, at=timezone.now(), correction=correction),
            (correction.prepared_by,),
        ),
        Act(
            "release an edition of a meeting",
            lambda by: press.release_edition(by=by, at=timezone.now(), edition=edition),
            (edition.prepared_by,),
        ),
        Act(
            "release progress",
            lambda by: press.release_progress(by=by, at=timezone.now(), snapshot=snapshot),
            (snapshot.prepared_by,),
        ),
        _response(records),
        Act(
            "release figures",
            lambda by: figures.release_figures(
                by=by, at=timezone.now(), figures=figure, digest=release_of(figure).digest
            ),
            (figure.asked_by, figure.results.asked_by),
        ),
    ]


def _response(records: Records) -> Act:
    where = records.arguments["responses:publish"]
    inspection = Inspection.objects.get(pk=where["inspection_id"])
    body = Organisation.objects.get(slug=where["body"])
    signature = Signature.objects.get(
        preparation__response__inspection=inspection, preparation__response__body=body
    )
    return Act(
        "publish a response",
        lambda by: responses.publish_response(
            by=by, at=timezone.now(), inspection=inspection, body=body
        ),
        (signature.signed_by,),
    )


def public() -> tuple[int, ...]:
    """How much is public, of each kind."""
    return (
        PublicInspection.objects.filter(released_at__isnull=False).count(),
        EntryCorrection.objects.filter(released_at__isnull=False).count(),
        PublicEdition.objects.filter(released_at__isnull=False).count(),
        PublicProgress.objects.filter(released_at__isnull=False).count(),
        PublicResponse.objects.count(),
        ReleasedFigures.objects.count(),
        DataSetEdition.objects.count(),
    )
