"""Erasing a cut: asked for, confirmed by somebody else, in quarantine, erased. Its row stays."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework.rules import says_enough
from answerable_site.figures import access, folders, queries
from answerable_site.figures.models import DataCut, Erasure
from answerable_site.figures.rules import erased_on, is_quarantine_over
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


class CannotBeErased(ValueError):
    """What was asked for does not fit how the cut stands; the message says why."""


@transaction.atomic
def ask_erasure(*, by: Viewer, at: datetime, cut: DataCut, why: str) -> Erasure:
    """Ask that a cut be erased. Nothing happens to it before somebody else confirms it.

    Args:
        why: in the words of whoever asks.

    Raises:
        access.Refused: the viewer is no analyst of the force.
        CannotBeErased: somebody asked already, or nobody said why.
    """
    access.check_can_make(by, cut.force)
    _check_says_enough(why)
    try:
        with transaction.atomic():
            erasure = Erasure.objects.create(
                cut=cut,
                force=cut.force,
                asked_at=at,
                asked_by_id=signed_in(by),
                why=why.strip(),
            )
    except IntegrityError:
        raise CannotBeErased("Somebody asked for this already.") from None
    _record(by, at, "figures.ask_erasure", erasure, reason=erasure.why)
    return erasure


@transaction.atomic
def confirm_erasure(*, by: Viewer, at: datetime, erasure: Erasure) -> Erasure:
    """Confirm, as another person, that a cut is erased. Its files go into quarantine at once, and
    are erased on the day after so many whole days.

    Raises:
        access.Refused: the viewer asked for it, or does not see the cuts of the force.
        CannotBeErased: it was confirmed or called off meanwhile.
    """
    current = _locked(erasure)
    access.check_can_confirm_erasure(by, current)
    if current.confirmed_at is not None:
        raise CannotBeErased("This was confirmed already.")
    current.confirmed_at, current.confirmed_by_id = at, signed_in(by)
    current.erase_on = erased_on(civil_date(at), days=settings.CUT_QUARANTINE_DAYS)
    current.save()
    _record(by, at, "figures.confirm_erasure", current)
    folders.set_aside(current.cut.name)
    return current


@transaction.atomic
def call_off_erasure(*, by: Viewer, at: datetime, erasure: Erasure, why: str) -> None:
    """Call off that a cut is erased, confirmed or not. Its files are where they were before.

    Args:
        why: in the words of whoever calls it off.

    Raises:
        access.Refused: the viewer does not see the cuts of the force.
        CannotBeErased: its quarantine is over, it was called off, or nobody said why.
    """
    current = _locked(erasure)
    access.check_can_see(by, current.force)
    if is_quarantine_over(current.erase_on, on=civil_date(at)):
        raise CannotBeErased("Its quarantine is over, and its files are being erased.")
    _check_says_enough(why)
    current.called_off_at, current.called_off_by_id = at, signed_in(by)
    current.called_off_why = why.strip()
    current.save()
    _record(by, at, "figures.call_off_erasure", current, reason=current.called_off_why)
    folders.put_back(current.cut.name)


@transaction.atomic
def erase_cut(*, by: Viewer, at: datetime, erasure: Erasure) -> None:
    """Erase the files of a cut whose quarantine is over. That it was there, what it counted and
    its digest stay.

    Raises:
        CannotBeErased: its quarantine is not over, or it was called off.
    """
    current = _locked(erasure)
    if not is_quarantine_over(current.erase_on, on=civil_date(at)):
        raise CannotBeErased("Its quarantine is not over.")
    folders.erase(current.cut.name)
    current.erased_at = at
    current.save()
    _record(by, at, "figures.erase_cut", current, kind=Processing.ERASURE)


@transaction.atomic
def put_files_right(*, by: Viewer, at: datetime, cut: DataCut) -> None:
    """Put the files of a cut that is not erased where its rows say that they are, and take away a
    sign of life that was left. An entry is left where they were not."""
    DataCut.objects.select_for_update().only("name").get(pk=cut.pk)
    folders.take_sign(cut.name)
    was_aside = folders.is_aside(cut.name)
    move = folders.set_aside if queries.is_set_aside(cut) else folders.put_back
    move(cut.name)
    is_aside = folders.is_aside(cut.name)
    if is_aside != was_aside:
        record(
            by=by,
            at=at,
            act="figures.put_files_right",
            subject=f"figures.datacut:{cut.pk}",
            details={"in_quarantine": is_aside},
        )


def _locked(erasure: Erasure) -> Erasure:
    """The one that runs, and its cut, so that nobody else moves its files meanwhile.

    Raises:
        CannotBeErased: it does not run any more.
    """
    locked = Erasure.objects.select_for_update(of=("self", "cut")).select_related("cut", "force")
    found = locked.filter(pk=erasure.pk).first()
    if found is None or found.called_off_at is not None or found.erased_at is not None:
        raise CannotBeErased("The cut was erased, or this was called off meanwhile.")
    return found


def _check_says_enough(why: str) -> None:
    if not says_enough(why):
        raise CannotBeErased("Say in a sentence why.")


def _record(
    by: Viewer,
    at: datetime,
    act: str,
    erasure: Erasure,
    *,
    reason: str = "",
    kind: Processing | None = None,
) -> None:
    cut = erasure.cut
    record(
        by=by,
        at=at,
        act=act,
        kind=kind,
        subject=f"figures.datacut:{cut.pk}",
        reason=reason,
        details={
            "erasure": erasure.pk,
            "cases": cut.cases,
            "events": cut.events,
            "digest": cut.digest,
        }
        | ({"erase_on": erasure.erase_on.isoformat()} if erasure.erase_on else {}),
    )
