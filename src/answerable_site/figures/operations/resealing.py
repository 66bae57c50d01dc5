"""Bringing the keys of numbers under the keys of now, for when keys change."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.casework.sealing import sealed_anew
from answerable_site.figures.models import CutKey
from answerable_site.people.rules import Viewer


@transaction.atomic
def reseal_cut_keys(*, by: Viewer, at: datetime) -> int:
    """Encrypt the keys with which cases are numbered in cuts with the first key; how many.

    An entry is left where any was changed.

    Raises:
        CaseKeysMissing: no keys are set.
        SealBroken: one is under a key that is not among those set.
    """
    changed = 0
    for key in CutKey.objects.select_for_update().order_by("pk"):
        former, key.sealed = key.sealed, sealed_anew(key.sealed)
        if key.sealed != former:
            key.save()
            changed += 1
    if changed:
        record(
            by=by,
            at=at,
            act="figures.reseal_cut_keys",
            subject="figures.cutkey",
            details={"changed": changed},
        )
    return changed
