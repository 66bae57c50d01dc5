"""Loading extracts in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from answerable_site.background import task
from answerable_site.casework import wall
from answerable_site.intake import operations, queries
from answerable_site.intake.rules import SentExtract, Tried
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import PRODUCT, Viewer

if TYPE_CHECKING:
    from answerable_site.intake.models import ProfileVersion, QueuedLoad

CHECKING = "Checking the rows"
SEALING = "Putting references under lock"
LOADING = "Loading into cases"
SEALED_FROM, LOADED_FROM = 15, 20
"""How much of a load is done, in hundredths, when these two begin: their share of the time."""
GONE = "This extract is no longer kept. Send it again."
UNEXPECTED = (
    "Something went wrong on our side. Nothing was loaded. Send the extract again, or load it with "
    "the command."
)
log = logging.getLogger(__name__)


class ExtractGone(ValueError):
    """The file is kept no longer."""


@task
def try_extract(**sent: Any) -> None:
    """Try one extract that was sent, as the clock of the machine says."""
    extract = SentExtract(**sent)
    with wall.as_product():
        by = queries.sender_of(extract, on=timezone.localdate())
        try_sent(extract, by=by, now=timezone.now)


def try_sent(sent: SentExtract, *, by: Viewer, now: Callable[[], datetime]) -> Tried:
    """What would come of an extract. Every end is kept beside it while it is kept itself, so that
    nobody waits for ever.

    Args:
        by: whoever sent it.
        now: the clock.
    """
    try:
        return _tried(sent, by, now)
    except (*operations.REFUSALS, ExtractGone) as refusal:
        return _not_tried(sent, str(refusal), by=by, at=now())
    except Exception:
        log.exception("An extract could not be tried.")
        return _not_tried(sent, UNEXPECTED, by=by, at=now())


def _tried(sent: SentExtract, by: Viewer, now: Callable[[], datetime]) -> Tried:
    version = queries.profile_seen_by(by, sent.source_id)
    if version is None:
        raise ExtractGone(GONE)
    trial = _trial(sent, version, by, now)
    if queries.sent_at(sent.stored_as) is None:
        trial.drop()
        raise ExtractGone(GONE)
    return operations.keep_trial(
        by=by,
        at=now(),
        source=version.source,
        stored_as=sent.stored_as,
        sha256=sent.sha256,
        trial=trial,
    )


def _not_tried(sent: SentExtract, sentence: str, *, by: Viewer, at: datetime) -> Tried:
    if queries.sent_at(sent.stored_as) is None:
        return Tried(refusal=sentence)
    return operations.refuse_trial(
        by=by,
        at=at,
        source_id=sent.source_id,
        stored_as=sent.stored_as,
        sha256=sent.sha256,
        sentence=sentence,
    )


def _trial(
    sent: SentExtract, version: ProfileVersion, by: Viewer, now: Callable[[], datetime]
) -> operations.Trial:
    from answerable.mappings import check_file

    beside = operations.BesideExtract(sent.stored_as)
    with queries.sent_file(sent.stored_as, sha256=sent.sha256) as file:
        if file is None:
            raise ExtractGone(GONE)
        as_at = date.fromisoformat(sent.as_at)
        with check_file(file, version.profile, as_at=as_at, sheet=sent.sheet or None) as outcome:
            beside.come_to(queries.TRYING, 50)
            return operations.Trial.of(
                by=by,
                at=now(),
                version=version,
                outcome=outcome,
                supersedes=queries.load_seen_by(by, sent.supersedes),
                so_far=lambda hundredths: beside.come_to(queries.TRYING, hundredths),
            )


@task
def load_extract(queued_id: int) -> None:
    """Load one extract that waits, as the clock of the machine says."""
    load_waiting(queued_id, now=timezone.now)


def load_waiting(queued_id: int, *, now: Callable[[], datetime]) -> None:
    """Load one extract that waits; every end is written down, so that nobody waits for ever.

    Args:
        now: the clock by which each step is written down.
    """
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
        except (*operations.REFUSALS, ExtractGone) as refusal:
            _refuse(queued, str(refusal), now())
        except Exception:
            log.exception("Load %s failed.", queued_id)
            _refuse(queued, UNEXPECTED, now())


def _load(queued: QueuedLoad, by: Viewer, now: Callable[[], datetime]) -> None:
    from answerable.mappings import check_file

    version = queries.latest_profile(queued.source)
    sheet = queued.sheet or None
    with queries.sent_file(queued.stored_as, sha256=queued.sha256) as file:
        if file is None:
            raise ExtractGone(GONE)
        with check_file(file, version.profile, as_at=queued.as_at, sheet=sheet) as outcome:
            _report(queued, SEALING, SEALED_FROM, now())
            tell = _unless_cancelled(queued)
            prepared = operations.Prepared.of(version, outcome, tell=tell)
            _report(queued, LOADING, LOADED_FROM, now())
            operations.load_batch(
                by=by,
                at=now(),
                prepared=prepared,
                tell=tell,
                so_far=_shown(queued),
                supersedes=queued.supersedes,
                queued=queued,
            )


def _shown(queued: QueuedLoad) -> Callable[[int], None]:
    """Writes beside the extract how far its load has come, for the database shows nothing of a
    transaction until it ends; and breaks it off once it is cancelled."""
    beside, unless_cancelled = operations.BesideExtract(queued.stored_as), _unless_cancelled(queued)

    def so_far(hundredths: int) -> None:
        unless_cancelled(hundredths)
        done = LOADED_FROM + hundredths * (100 - LOADED_FROM) // 100
        beside.come_to(queries.LOADING, done)

    return so_far


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
