"""Planning anew until when a cut is needed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.casework.rules import says_enough
from answerable_site.figures import access
from answerable_site.figures.models import DataCut, Erasure, Replanning
from answerable_site.figures.rules import check_new_last_day
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


class CannotBeReplanned(ValueError):
    """The cut is to be erased, or nobody said why; the message says which."""


@transaction.atomic
def replan_cut(*, by: Viewer, at: datetime, cut: DataCut, last_day: date, why: str) -> None:
    """Plan anew until when a cut is needed. What was planned before stays.

    Args:
        last_day: the day until which it is needed from now on, inclusive.
        why: in the words of whoever plans.

    Raises:
        access.Refused: the viewer is no analyst of the force.
        UnusablePlan: the day of before, a day that has passed, or kept for ever.
        CannotBeReplanned: it is to be erased, or nobody said why.
    """
    access.check_can_make(by, cut.force)
    if not says_enough(why):
        raise CannotBeReplanned("Say in a sentence why.")
    current = DataCut.objects.select_for_update(of=("self",)).get(pk=cut.pk)
    if Erasure.objects.standing().filter(cut=current).exists():
        raise CannotBeReplanned("This cut is to be erased. Call that off first.")
    before = current.needed_until
    check_new_last_day(
        last_day, planned=before, made_on=civil_date(current.made_at), today=civil_date(at)
    )
    Replanning.objects.create(
        cut=current,
        force_id=current.force_id,
        last_day=last_day,
        why=why.strip(),
        planned_at=at,
        planned_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="figures.replan_cut",
        subject=f"figures.datacut:{current.pk}",
        reason=why.strip(),
        details={"before": before.isoformat(), "last_day": last_day.isoformat()},
    )
