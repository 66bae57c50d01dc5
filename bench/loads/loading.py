"""Loading a file as the command does, what it leaves, and taking it back."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

from bench.loads.least import Writes
from bench.loads.making import AS_AT, AT


def load(
    county: Any,
    version: Any,
    file: Path | bytes,
    *,
    seconds: dict[str, float],
    as_at: date = AS_AT,
    told: list[tuple[int, float]] | None = None,
) -> Any:
    """Check a file and load it; what each step took on the clock goes into `seconds`.

    Args:
        told: gets each hundredth that the load told, with the moment, and the moments around it.
    """
    from django.db import connection

    from answerable.mappings import check_file
    from answerable_site.intake import operations
    from answerable_site.people.rules import Role

    writes = Writes()
    begun = time.perf_counter()
    with check_file(file, version.profile, as_at=as_at) as outcome:
        checked = time.perf_counter()
        prepared = operations.Prepared.of(version, outcome, tell=lambda _: None)
        sealed = time.perf_counter()
        staged: list[float] = []
        so_far: list[tuple[int, float]] = []
        with connection.execute_wrapper(writes):
            batch = operations.load_batch(
                by=county.viewer(Role.SUPERVISOR),
                at=AT,
                prepared=prepared,
                tell=lambda _: staged.append(time.perf_counter()),
                so_far=lambda done: so_far.append((done, time.perf_counter())),
            )
    ended = time.perf_counter()
    if told is not None:
        told += [(0, sealed), *so_far, (100, ended)]
    last_staged = staged[-1] if staged else sealed
    seconds |= {
        "checking": checked - begun,
        "hashing and sealing": sealed - checked,
        "staging": last_staged - sealed,
        "placing": ended - last_staged,
        "writing the last tables": writes.seconds,
        "ending the transaction": ended - writes.ended,
        "together": ended - begun,
    }
    return batch


def held() -> dict[str, int]:
    """How many rows each table holds that a load writes to."""
    from answerable_site.audit.models import AuditEntry
    from answerable_site.casework.models import Case, CaseEvent, CaseReference
    from answerable_site.intake.models import Batch, LoadedCase, LoadedEvent, SetAsideRow

    tables = (Case, CaseReference, CaseEvent, LoadedCase, LoadedEvent, SetAsideRow)
    return {
        **{table.__name__: table.objects.count() for table in tables},
        "standing loads": Batch.objects.standing().count(),
        "entries of loads": AuditEntry.objects.filter(act="intake.load_batch").count(),
    }


def undo(county: Any, batch: Any) -> None:
    """Take a load back."""
    from answerable_site.intake import operations
    from answerable_site.people.rules import Role

    operations.undo_batch(
        by=county.viewer(Role.SUPERVISOR),
        at=AT,
        batch=batch,
        why="The proof loads the file once more.",
    )


def reproduces(batch: Any) -> bool:
    """Whether the rows of a load, its record and its entry name one digest."""
    from answerable_site.audit.models import AuditEntry
    from answerable_site.intake import queries

    entries = AuditEntry.objects.filter(act="intake.load_batch", subject=f"intake.batch:{batch.pk}")
    roots = [entry.details["root"] for entry in entries]
    return roots == [batch.root_digest] and queries.digest_of_rows(batch) == batch.root_digest
