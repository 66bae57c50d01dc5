"""Bringing every reference under the keys of now, for when keys change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.casework.models import CaseReference
from answerable_site.casework.rules import ReferenceKind, canonical_reference
from answerable_site.casework.sealing import keyed_hash, sealed_anew, unseal
from answerable_site.people.rules import Viewer

BATCH = 500


@transaction.atomic
def reseal_references(*, by: Viewer, at: datetime, tell: Callable[[int], object]) -> int:
    """Encrypt every reference with the first key, and find it by the hash key that is set.

    All or nothing: broken off, it has changed nothing; run again, it changes only what is not yet
    under the keys of now. The words of a reference stay as they are.

    Args:
        tell: is called after each few hundred references with how many were looked at.

    Returns:
        How many were changed. An entry is left where any was.

    Raises:
        CaseKeysMissing: no keys are set.
        SealBroken: a reference is under a key that is not among those set.
    """
    changed, seen, last = 0, 0, 0
    ordered = CaseReference.objects.select_for_update().order_by("pk")
    while batch := list(ordered.filter(pk__gt=last)[:BATCH]):
        anew = [reference for reference in batch if _is_changed(reference)]
        CaseReference.objects.bulk_update(anew, ["keyed_hash", "sealed"])
        changed, seen, last = changed + len(anew), seen + len(batch), batch[-1].pk
        tell(seen)
    if changed:
        record(
            by=by,
            at=at,
            act="casework.reseal_references",
            subject="casework.references",
            details={"references": changed},
        )
    return changed


def _is_changed(reference: CaseReference) -> bool:
    """Bring one under the keys of now, and say whether that changed anything."""
    kind = ReferenceKind(reference.kind)
    canonical = canonical_reference(kind, unseal(reference.sealed))
    former = (reference.keyed_hash, reference.sealed)
    reference.keyed_hash = keyed_hash(kind, reference.owner_id, canonical)
    reference.sealed = sealed_anew(reference.sealed)
    return former != (reference.keyed_hash, reference.sealed)
