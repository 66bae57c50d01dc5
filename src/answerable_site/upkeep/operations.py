"""What the record of acts keeps of upkeep. What was done itself lies outside the database."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from django.db import transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.audit.rules import Processing
from answerable_site.upkeep.queries import traces
from answerable_site.upkeep.rules.acts import BACKUP_MADE, BACKUPS, RETENTION
from answerable_site.upkeep.rules.periods import BACKUPS as BACKUPS_KEPT


@transaction.atomic
def record_backup(
    *, by: Actor, at: datetime, path: Path, size: int, sha256: str, entries: int, was_verified: bool
) -> None:
    """Record that a backup was made, so that its age is known and it is told from others.

    Args:
        by: who acts.
        at: when it was made, with a time zone.
        path: of which its name alone is kept.
        size: in bytes.
        sha256: of the whole file.
        entries: of the record of acts that are in it.
        was_verified: whether it was opened and read to its last byte.
    """
    record(
        by=by,
        at=at,
        act=BACKUP_MADE,
        subject=BACKUPS,
        details={
            "name": path.name,
            "bytes": size,
            "sha256": sha256,
            "entries": entries,
            "verified": was_verified,
        },
    )


@transaction.atomic
def erase_traces(*, by: Actor, at: datetime) -> dict[str, int]:
    """Erase what has served its time; how much, by the name of its period. An entry is left where
    there was any, which says how many and nothing of what they held.

    Section 39 of the Data Protection Act 2018.

    Args:
        by: who acts.
        at: when, with a time zone; periods end before it.
    """
    erased = {}
    for name, some in traces.rows(at).items():
        erased[name] = some.count()
        some.delete()
    old = traces.backups(at)
    erased[BACKUPS_KEPT.name] = len(old)
    if any(erased.values()):
        record(
            by=by,
            at=at,
            act="upkeep.erase_traces",
            subject=RETENTION,
            details={"erased": erased},
            kind=Processing.ERASURE,
            reason=f"They have served their time: {BACKUPS_KEPT.citation}.",
        )
    for path in old:
        transaction.on_commit(partial(path.unlink, missing_ok=True))
    return erased
