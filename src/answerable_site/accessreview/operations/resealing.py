"""Bringing what was handed out under the key of now, for when keys change."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.accessreview.models import Release
from answerable_site.audit.operations import record
from answerable_site.casework.sealing import sealed_anew
from answerable_site.people.rules import Viewer


@transaction.atomic
def reseal_releases(*, by: Viewer, at: datetime) -> int:
    """Encrypt everything that was handed out with the first key; all or nothing.

    Returns:
        How many were changed. An entry is left where any was.

    Raises:
        CaseKeysMissing: no keys are set.
        SealBroken: something is under a key that is not among those set.
    """
    changed = 0
    # One after the other: each holds a whole file.
    for pk in Release.objects.order_by("pk").values_list("pk", flat=True):
        released = Release.objects.select_for_update().get(pk=pk)
        anew = sealed_anew(released.sealed)
        if anew != released.sealed:
            released.sealed = anew
            released.save(update_fields=["sealed"])
            changed += 1
    if changed:
        record(
            by=by,
            at=at,
            act="accessreview.reseal_releases",
            subject="accessreview.releases",
            details={"releases": changed},
        )
    return changed
