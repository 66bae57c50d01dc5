"""What one office of the matrix has of data cuts: one kept, one to be erased, one asked for."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from django.test import override_settings
from tests import factories, factories_cuts
from tests.site.access.records import AT, Records

from answerable_site.figures import operations
from answerable_site.figures.models import QueuedCut
from answerable_site.people.rules import Role, Viewer


def add_cuts(records: Records) -> None:
    """Cuts without files: no page of the matrix opens one."""
    force = records.office.force
    asker = factories.person(f"{records.mark} Asker", (force, Role.ANALYST))
    by = factories.viewer(asker, on=AT.date())
    with tempfile.TemporaryDirectory() as folder, override_settings(CUTS=Path(folder)):
        kept, leaving = (factories_cuts.without_files(by=by, at=AT, force=force) for _ in range(2))
    operations.ask_erasure(
        by=by, at=AT, cut=leaving, why=f"Nobody in {records.mark} needs it any more."
    )
    for route in ("cut", "verify", "replan", "ask_erasure"):
        records.arguments[f"figures:{route}"] = {"cut_id": kept.pk}
    for route in ("confirm_erasure", "call_off_erasure"):
        records.arguments[f"figures:{route}"] = {"cut_id": leaving.pk}
    queued = _asked(records, by)
    for route in ("queued", "queued_progress", "cancel"):
        records.arguments[f"figures:{route}"] = {"queued_id": queued.pk}


def _asked(records: Records, by: Viewer) -> QueuedCut:
    return operations.ask_cut(
        by=by,
        at=AT,
        force=records.office.force,
        as_of=date(2026, 3, 31),
        last_day=date(2029, 3, 31),
    )
