"""Reading what a row that was set aside holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework.sealing import unseal
from answerable_site.intake import access
from answerable_site.intake.models import SetAsideRow
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """A row as it was sent."""

    cells: dict[str, str]
    """By the name of the column; empty where nobody can place them."""
    doubts: tuple[dict[str, str], ...]
    """Each with code, column, cell and more."""


@transaction.atomic
def open_row(*, by: Viewer, at: datetime, row: SetAsideRow) -> OpenedRow:
    """What a row holds, for whoever corrects it. Leaves an entry.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        SealBroken: it was encrypted with a key that is not set.
    """
    access.check_can_load(by, row.batch.organisation)
    held = json.loads(unseal(row.sealed))
    record(
        by=by,
        at=at,
        act="intake.open_row",
        kind=Processing.CONSULTATION,
        subject=f"intake.setasiderow:{row.pk}",
    )
    return OpenedRow(held["cells"], tuple(held["doubts"]))
