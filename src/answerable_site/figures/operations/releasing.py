"""Figures are released or sent back by another person than those who made them, and withdrawn by
any one."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from answerable.disclosure.policy import PUBLIC
from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.casework.rules import says_enough
from answerable_site.figures import access, queries
from answerable_site.figures.models import LedgerEntry, ProtectedFigures, ReleasedFigures
from answerable_site.figures.rules import WorkState, shown_of, written
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import FiguresRelease

if TYPE_CHECKING:
    from answerable.release import Release


class CannotBeReleased(ValueError):
    """The figures are not what was checked, or not safe any more; the message says what to do."""


class CannotBeSentBack(ValueError):
    """They were released or sent back already, or nobody said why."""


class CannotBeWithdrawn(ValueError):
    """They were withdrawn already, or nobody said why."""


@transaction.atomic
def release_figures(
    *, by: Viewer, at: datetime, figures: ProtectedFigures, digest: str
) -> ReleasedFigures:
    """Release figures as another person, and enter every table of them into the ledger. Those for
    everybody are public from then on.

    Nobody else releases figures of the force meanwhile. What was released since they were
    protected was not held against them: they are protected again first.

    Args:
        digest: of what the viewer was shown.

    Raises:
        access.Refused: the viewer is no figure checker of the force, or no second person beside
            those who had a part in them.
        CannotBeReleased: they were released, sent back or changed, the ledger went on, or the
            policy is another now.
        BrokenLedger: the ledger cannot be relied on.
    """
    Organisation.objects.select_for_update(of=("self",)).only("pk").get(pk=figures.force_id)
    current = _locked(figures)
    access.check_can_release(by, current)
    release = _as_checked(current, digest)
    released = ReleasedFigures.objects.create(
        force=current.force,
        protected=current,
        profile=current.profile,
        marking=release.manifest.policy["marking"],
        as_of=release.manifest.as_of,
        digest=release.digest,
        content=written(shown_of(one) for one in release.figures),
        corrects=current.corrects,
        note=current.note,
        public=_published(current, release, by, at) if current.profile == PUBLIC else None,
        asked_by=current.results.asked_by,
        prepared_by=current.asked_by,
        released_at=at,
        released_by_id=signed_in(by),
    )
    _enter(released, release, at)
    record(
        by=by,
        at=at,
        act="figures.release_figures",
        subject=f"figures.releasedfigures:{released.pk}",
        details={
            "force": released.force_id,
            "profile": released.profile,
            "digest": released.digest,
            "prepared_by": released.prepared_by_id,
            "figures": len(release.figures),
        },
    )
    return released


@transaction.atomic
def send_back(*, by: Viewer, at: datetime, figures: ProtectedFigures, why: str) -> None:
    """Send figures back that wait to be checked. They can never be released then.

    Args:
        why: in words for whoever prepared them.

    Raises:
        access.Refused: the viewer works with no figures of the force.
        CannotBeSentBack: they were released or sent back meanwhile, or nobody said why.
    """
    current = _locked(figures)
    access.check_can_see(by, current.force)
    if _is_decided(current):
        raise CannotBeSentBack("These figures were released or sent back already.")
    if not says_enough(why):
        raise CannotBeSentBack("Say in a sentence why.")
    current.sent_back_at, current.sent_back_by_id = at, signed_in(by)
    current.sent_back_because = why.strip()
    current.save(update_fields=["sent_back_at", "sent_back_by", "sent_back_because"])
    record(
        by=by,
        at=at,
        act="figures.send_back",
        subject=f"figures.protectedfigures:{current.pk}",
        reason=current.sent_back_because,
        details={"force": current.force_id},
    )


@transaction.atomic
def withdraw_figures(*, by: Viewer, at: datetime, released: ReleasedFigures, why: str) -> None:
    """Withdraw released figures at once. They stay in the ledger: who read them knows them.

    Args:
        why: in words for whoever reads of it.

    Raises:
        access.Refused: the viewer works with no figures of the force.
        CannotBeWithdrawn: somebody did so before, or nobody said why.
    """
    locked = ReleasedFigures.objects.select_for_update(of=("self",))
    current = locked.select_related("force", "public").get(pk=released.pk)
    access.check_can_withdraw(by, current)
    if current.withdrawn_at is not None:
        raise CannotBeWithdrawn("These figures were withdrawn already.")
    if not says_enough(why):
        raise CannotBeWithdrawn("Say in a sentence why.")
    current.withdrawn_at, current.withdrawn_by_id = at, signed_in(by)
    current.withdrawn_because = why.strip()
    current.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    if current.public:
        press.withdraw_figures(by=by, at=at, release=current.public, reason=why)
    record(
        by=by,
        at=at,
        act="figures.withdraw_figures",
        subject=f"figures.releasedfigures:{current.pk}",
        reason=current.withdrawn_because,
        details={"force": current.force_id, "digest": current.digest},
    )


def _locked(figures: ProtectedFigures) -> ProtectedFigures:
    locked = ProtectedFigures.objects.select_for_update(of=("self",))
    people = locked.select_related("force", "asked_by", "results__asked_by", "corrects")
    return people.get(pk=figures.pk)


def _is_decided(figures: ProtectedFigures) -> bool:
    return figures.sent_back_at is not None or hasattr(figures, "released")


def _as_checked(figures: ProtectedFigures, digest: str) -> Release:
    """The release that somebody checked, if it is that still and may go out now."""
    from answerable.release.made import read

    if figures.state != WorkState.MADE or _is_decided(figures):
        raise CannotBeReleased("These figures do not wait to be released.")
    content = bytes(figures.content or b"")
    if hashlib.sha256(content).hexdigest() != figures.content_hash:
        raise CannotBeReleased("These figures were changed since they were protected.")
    release = read(content)
    if release.digest != digest:
        raise CannotBeReleased("These are not the figures that you were shown. Look again.")
    if why := queries.in_the_way_of(figures, release):
        raise CannotBeReleased(f"{why} Have them protected again.")
    return release


def _published(
    figures: ProtectedFigures, release: Release, by: Viewer, at: datetime
) -> FiguresRelease:
    """The release before the public, whole or not at all."""
    try:
        return press.publish_figures(
            by=by,
            at=at,
            release=release,
            body=figures.force,
            prepared_by_id=figures.asked_by_id,
            because=figures.note,
        )
    except (press.NotForThePublic, press.CorrectionNotExplained, press.WouldLeak) as problem:
        raise CannotBeReleased(str(problem)) from problem


def _enter(released: ReleasedFigures, release: Release, at: datetime) -> None:
    """Enter each table into the ledger of the force; one that is in it tells nothing new."""
    from answerable.disclosure.ledger import entered

    ledger = queries.ledger_of(released.force_id)
    for figure in release.figures:
        if figure.table.release in ledger.releases:
            continue
        content, ledger = entered(ledger, figure.table.release, on=civil_date(at))
        LedgerEntry.objects.create(
            force_id=released.force_id,
            number=len(ledger.releases),
            content=content,
            released=released,
        )
