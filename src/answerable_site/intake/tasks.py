"""Loading extracts in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from answerable_site.background import task
from answerable_site.casework import wall
from answerable_site.intake import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import PRODUCT, Viewer
from answerable_site.register import queries as register

if TYPE_CHECKING:
    from answerable_site.intake.models import QueuedLoad

CHECKING = "Checking the rows"
SEALING = "Putting references under lock"
LOADING = "Loading into cases"
GONE = "This extract is no longer kept. Send it again."
UNEXPECTED = (
    "Something went wrong on our side. Nothing was loaded. Send the extract again, or load it with "
    "the command."
)
log = logging.getLogger(__name__)


class ExtractGone(ValueError):
    """The file is kept no longer."""


@task
def load_extract(queued_id: int) -> None:
    """Load one extract that waits, as the clock of the machine says."""
    load_waiting(queued_id, now=timezone.now)


def load_waiting(queued_id: int, *, now: Callable[[], datetime]) -> None:
    """Load one extract that waits; every end is written down, so that nobody waits for ever.

    Args:
        now: the clock by which each step is written down.
    """
    from answerable.documents import Unreadable
    from answerable.mappings import EngineMissing, NotThisSource
    from answerable_site.casework.sealing import CaseKeysMissing, SealBroken

    refusals = (
        *(Unreadable, NotThisSource, EngineMissing, CaseKeysMissing, SealBroken, Refused),
        *(operations.CannotSupersede, operations.ChangedMeanwhile, ExtractGone),
    )
    with wall.as_product():
        try:
            queued = operations.begin_queued_load(
                by=PRODUCT, at=now(), queued_id=queued_id, step=CHECKING
            )
        except operations.LoadOvertaken:
            return
        by = viewer_for(queued.queued_by, on=timezone.localdate(now()))
        try:
            _load(queued, by, now)
        except operations.LoadOvertaken:
            log.info("Load %s was cancelled.", queued_id)
        except refusals as refusal:
            _refuse(queued, str(refusal), now())
        except Exception:
            log.exception("Load %s failed.", queued_id)
            _refuse(queued, UNEXPECTED, now())


def _load(queued: QueuedLoad, by: Viewer, now: Callable[[], datetime]) -> None:
    from answerable.mappings import check_file

    content = register.content_of_kept_list(queued.stored_as, sha256=queued.sha256)
    if content is None:
        raise ExtractGone(GONE)
    version = queries.latest_profile(queued.source)
    with check_file(
        content, version.profile, as_at=queued.as_at, sheet=queued.sheet or None
    ) as outcome:
        _report(queued, SEALING, 40, now())
        tell = _unless_cancelled(queued)
        prepared = operations.Prepared.of(version, outcome, tell=tell)
        _report(queued, LOADING, 60, now())
        operations.load_batch(
            by=by,
            at=now(),
            prepared=prepared,
            tell=tell,
            supersedes=queued.supersedes,
            queued=queued,
        )


def _unless_cancelled(queued: QueuedLoad) -> Callable[[int], None]:
    """Breaks a load off, now and then, once it is cancelled."""

    def tell(_: int) -> None:
        if queries.is_cancelled(queued):
            raise operations.LoadOvertaken("Somebody cancelled this load.")

    return tell


def _report(queued: QueuedLoad, step: str, percent: int, at: datetime) -> None:
    operations.report_queued_load(by=PRODUCT, at=at, queued=queued, step=step, percent=percent)


def _refuse(queued: QueuedLoad, sentence: str, at: datetime) -> None:
    with wall.as_product():
        try:
            operations.refuse_queued_load(by=PRODUCT, at=at, queued=queued, sentence=sentence)
        except operations.LoadOvertaken:
            log.info("Load %s was cancelled before it was refused.", queued.pk)
