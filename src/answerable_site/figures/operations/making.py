"""A cut of the cases of a force: its files first, read as of one moment, then its row."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction

from answerable.cuts.compare import Comparison, CutsNotCompared, compare_cuts
from answerable.cuts.manifest import Manifest
from answerable.cuts.opening import CutNotWhole
from answerable.cuts.write import write_cut
from answerable_site.audit.operations import record
from answerable_site.audit.queries import as_of_one_moment
from answerable_site.audit.rules import Processing
from answerable_site.casework.queries import cases_to_cut, own_limits_to_cut
from answerable_site.figures import access, folders, queries
from answerable_site.figures.models import DataCut, QueuedCut
from answerable_site.figures.operations.asking import _complete
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer

log = logging.getLogger(__name__)
_NOT_WHOLE = (
    "Nothing was compared: the cut before it is not whole and unchanged, or has tables of another "
    "version."
)
_NOT_COMPARED = (
    "Nothing was compared: there was too little memory or room on the disk, or a file of the cut "
    "before it could not be read. This cut is whole."
)


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a cut that is not kept yet."""

    manifest: Manifest
    compared_with: DataCut | None
    changes: dict[str, Any] | None
    not_compared: str

    @classmethod
    def of(
        cls,
        queued: QueuedCut,
        *,
        tell: Callable[[int, int], object],
        compares: Callable[[], object],
    ) -> Written:
        """Write the files, out of the database as it is at one moment, and compare them with the
        cut before. Where that cannot be done, the cut is kept and says why.

        Nothing can be written to the database meanwhile by whoever calls this.

        Args:
            tell: is called with how many cases were read, and of how many, case by case; what it
                raises breaks off, and leaves nothing.
            compares: is called before the comparison.

        Raises:
            NumbersMissing: no cut of the force was asked for.
            CaseKeysMissing: no keys are set. `SealBroken`: one that is needed is not.
            RowsRefused: the cases are not what a cut holds.
            CutsNotInstalled: DuckDB or numpy is missing.
            CutNotWritten: DuckDB cannot write, such as on a disk that is full.
            OSError: the files cannot be written.
        """
        manifest = _write(queued, tell)
        compares()
        before = queries.cut_before(queued.force_id, queued.as_of)
        if before is None:
            return cls(manifest, None, None, "")
        try:
            found = _compared(before, queued)
        except CutNotWhole:
            return cls(manifest, None, None, _NOT_WHOLE)
        except (CutsNotCompared, OSError):
            log.exception("Cut %s cannot be compared with %s.", queued.name, before.name)
            return cls(manifest, None, None, _NOT_COMPARED)
        return cls(manifest, before, _changes(found), "")


@transaction.atomic
def make_cut(*, by: Viewer, at: datetime, queued: QueuedCut, written: Written) -> DataCut:
    """Keep a cut that was written: from now on it is there, and never changes.

    Raises:
        access.Refused: the viewer is no analyst of the force any more.
        CutOvertaken: it was cancelled meanwhile.
    """
    access.check_can_make(by, queued.force)
    manifest = written.manifest
    cut = DataCut.objects.create(
        force=queued.force,
        name=queued.name,
        as_of=manifest.as_of,
        made_at=at,
        made_by_id=signed_in(by),
        last_day=queued.last_day,
        digest=manifest.digest,
        cases=manifest.cases,
        events=manifest.events,
        manifest=msgspec.to_builtins(manifest),
        compared_with=written.compared_with,
        changes=written.changes,
        not_compared=written.not_compared,
    )
    _complete(queued, cut)
    record(
        by=by,
        at=at,
        act="figures.make_cut",
        kind=Processing.COMBINATION,
        subject=f"figures.datacut:{cut.pk}",
        details={
            "force": cut.force_id,
            "name": cut.name,
            "as_of": cut.as_of.isoformat(),
            "last_day": cut.last_day.isoformat(),
            "cases": cut.cases,
            "events": cut.events,
            "digest": cut.digest,
        },
    )
    return cut


def _write(queued: QueuedCut, tell: Callable[[int, int], object]) -> Manifest:
    numbers = queries.numbers_for(queued.force_id)
    with as_of_one_moment():
        cases = cases_to_cut(queued.force_id).count()
        return write_cut(
            folders.place_of(queued.name),
            queries.rows_to_cut(queued, numbers, lambda read: tell(read, cases)),
            as_of=queued.as_of,
            receipts=queries.receipts_to_cut(queued.force_id),
            own_limits=own_limits_to_cut(queued.force_id),
            is_synthetic=settings.DEMONSTRATION,
        )


def _compared(before: DataCut, queued: QueuedCut) -> Comparison:
    with folders.room_beside(queued.name) as spill:
        return compare_cuts(
            folders.place_of(before.name),
            folders.place_of(queued.name),
            digest=before.digest,
            spill=spill,
        )


def _changes(found: Comparison) -> dict[str, Any]:
    return {
        "cases_added": found.cases_added,
        "cases_gone": found.cases_gone,
        "cases_changed": found.cases_changed,
        "late_corrections": found.late_corrections,
        "tables": [asdict(one) for one in found.tables if not one.is_same],
    }
