"""Bringing what the intake keeps under lock under the keys of now, for when keys change."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.casework.sealing import sealed_anew
from answerable_site.intake.models import SetAsideRow, Source
from answerable_site.people.rules import Viewer

_SEALED: Final[tuple[tuple[Any, str], ...]] = ((Source, "sealed_key"), (SetAsideRow, "sealed"))
_AT_ONCE: Final = 500


@transaction.atomic
def reseal_intake(*, by: Viewer, at: datetime) -> int:
    """Encrypt the keys of sources, and rows that were set aside, with the first key; how many.

    An entry is left where any was changed.

    Raises:
        CaseKeysMissing: no keys are set.
        SealBroken: something is under a key that is not among those set.
    """
    changed = sum(_resealed(table, name) for table, name in _SEALED)
    if changed:
        record(
            by=by,
            at=at,
            act="intake.reseal_intake",
            subject="intake.sealed",
            details={"changed": changed},
        )
    return changed


def _resealed(table: Any, name: str) -> int:
    changed, last = 0, 0
    kept = table.objects.select_for_update().exclude(**{name: ""}).order_by("pk")
    while some := list(kept.filter(pk__gt=last)[:_AT_ONCE]):
        anew = []
        for one in some:
            former = getattr(one, name)
            setattr(one, name, sealed_anew(former))
            if getattr(one, name) != former:
                anew.append(one)
        table.objects.bulk_update(anew, [name])
        changed, last = changed + len(anew), some[-1].pk
    return changed
