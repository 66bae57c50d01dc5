"""Trying an extract: what would come of it, before anything is loaded."""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Final

import msgspec
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction

from answerable.mappings import Outcome
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.casework.rules import READS_CASES
from answerable_site.intake import access, queries
from answerable_site.intake.models import Batch, ProfileVersion, Source
from answerable_site.intake.operations.beside import BesideExtract
from answerable_site.intake.operations.loading import _check_supersedes
from answerable_site.intake.operations.loading.comparing import _Comparing
from answerable_site.intake.operations.loading.differing import _Difference
from answerable_site.intake.operations.loading.meeting import _held_by_the_record
from answerable_site.intake.operations.loading.preparing import Prepared
from answerable_site.intake.operations.loading.staging import _Staging
from answerable_site.intake.rules import Compared, Differing, Tried, TriedRow
from answerable_site.people.rules import Viewer

MOST_MESSAGES: Final = 50
_PACKED: Final = 1
"""The quickest level of gzip: the file is there for a day at most."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What would come of a file. Nothing of it is in the database."""

    tried: Tried
    differing: IO[bytes] | None
    """The events that it tells otherwise, one a line and packed; None where it corrects no load."""

    @classmethod
    def of(
        cls,
        *,
        by: Viewer,
        at: datetime,
        version: ProfileVersion,
        outcome: Outcome,
        supersedes: Batch | None,
        so_far: Callable[[int], object],
    ) -> Trial:
        """A file that was checked, beside what is held where it corrects a load.

        It is compared outside of a transaction, in tables of this connection alone: on SQLite
        nobody else could write meanwhile.

        Args:
            so_far: is called with how much is done, in hundredths.

        Raises:
            access.Refused: the viewer does not load extracts of the organisation.
            CannotSupersede: the message says why.
            CaseKeysMissing: no keys are set.
            SealBroken: the key of the source is under a key that is not set.
        """
        access.check_can_load(by, version.source.organisation)
        if supersedes is None:
            return cls(_tried(outcome, None), None)
        _check_supersedes(version.source, supersedes)
        prepared = Prepared.of(version, outcome, tell=lambda _: None)
        so_far(60)
        with wall.lifted_for(by):
            difference, differing = _compared(by, at, prepared, supersedes, so_far)
        return cls(_tried(outcome, difference), differing)

    def drop(self) -> None:
        """Keep nothing of it."""
        if self.differing is not None:
            self.differing.close()


@transaction.atomic
def keep_trial(
    *, by: Viewer, at: datetime, source: Source, stored_as: str, sha256: str, trial: Trial
) -> Tried:
    """Keep what came of trying an extract beside it, for whoever sent it, for as long.

    Args:
        stored_as: the name under which `keep_extract` kept it.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
    """
    access.check_can_load(by, source.organisation)
    beside = BesideExtract(stored_as)
    if trial.differing is not None:
        with trial.differing as lines:
            beside.keep(queries.DIFFERING, File(lines))
    beside.keep(queries.TRIED, ContentFile(msgspec.json.encode(trial.tried)))
    differing = sum(one.differing for one in trial.tried.difference or ())
    record(
        by=by,
        at=at,
        act="intake.keep_trial",
        kind=Processing.CONSULTATION,
        subject=f"intake.source:{source.pk}",
        details={"sha256": sha256, "rows": trial.tried.read, "differing": differing},
    )
    return trial.tried


@transaction.atomic
def refuse_trial(
    *, by: Viewer, at: datetime, source_id: int, stored_as: str, sha256: str, sentence: str
) -> Tried:
    """Keep beside an extract why nothing comes of it, for whoever sent it, for as long: also where
    they load extracts of its source no more.

    Args:
        source_id: the source as it was named when the extract was sent.
        stored_as: the name under which `keep_extract` kept it.
        sentence: tells nothing of any case.
    """
    tried = Tried(refusal=sentence)
    BesideExtract(stored_as).keep(queries.TRIED, ContentFile(msgspec.json.encode(tried)))
    record(
        by=by,
        at=at,
        act="intake.refuse_trial",
        subject=f"intake.source:{source_id}",
        details={"sha256": sha256},
    )
    return tried


def _compared(
    by: Viewer,
    at: datetime,
    prepared: Prepared,
    supersedes: Batch,
    so_far: Callable[[int], object],
) -> tuple[tuple[Compared, ...], IO[bytes]]:
    source = prepared.source
    reads_references = by.holds_in(source.force_id, *READS_CASES)
    references = {one.number: one.key for one in prepared.cases} if reads_references else {}
    comparing = _Comparing(source)
    try:
        _Staging(prepared).fill(lambda _: None)
        so_far(80)
        comparing.compare()
        comparing.set_aside(_held_by_the_record(comparing, source, at))
        comparing.find_gone(supersedes)
        so_far(90)
        difference = _Difference(source, at, references)
        return difference.counted(), _packed(difference.events())
    finally:
        comparing.clear()


def _packed(events: Iterable[Differing]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever keeps it closes it
    with gzip.open(file, "wb", compresslevel=_PACKED) as lines:
        for one in events:
            lines.write(msgspec.json.encode(one) + b"\n")
    file.seek(0)
    return file


def _tried(outcome: Outcome, difference: tuple[Compared, ...] | None) -> Tried:
    rows = outcome.receipt.rows
    return Tried(
        read=rows.read,
        accepted=rows.accepted,
        set_aside=rows.set_aside,
        blank=rows.blank,
        cases=outcome.receipt.cases or 0,
        messages=tuple(
            TriedRow(
                row=one.row, column=one.column, sentence=one.sentence, what_to_do=one.what_to_do
            )
            for one in outcome.doubts(MOST_MESSAGES)
        ),
        difference=difference,
    )
