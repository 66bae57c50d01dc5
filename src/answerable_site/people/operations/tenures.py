"""Who holds an office, from a day to a day."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people import access
from answerable_site.people.models import Organisation, Tenure, User
from answerable_site.people.operations.locked import _administered, _subject
from answerable_site.people.rules import Viewer, overlapping


class TenureOverlaps(ValueError):
    """Somebody else holds the office on one of the days."""


class TenureEnded(ValueError):
    """The tenure has an end already."""


class DaysOutOfOrder(ValueError):
    """The last day is before the first."""


class UnknownHolder(ValueError):
    """The account belongs to nobody of this organisation."""


@transaction.atomic
def record_tenure(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    holder_name: str,
    title: str,
    from_on: date,
    to_on: date | None = None,
    is_acting: bool = False,
    user: User | None = None,
) -> Tenure:
    """Record who holds the office from a day on, to an end if that is known; both inclusive.

    Args:
        title: as it is printed, "Acting" included.
        is_acting: acts for the holder or in a vacancy, and so may overlap with anybody.
        user: the holder's account here, if there is one.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        DaysOutOfOrder: the last day is before the first.
        UnknownHolder: the account never had a role in the organisation.
        TenureOverlaps: another holder, not acting, holds the office on one of these days.
    """
    organisation = _administered(organisation, by=by)
    _check_order(from_on, to_on)
    if user is not None and not user.assignments.filter(organisation=organisation).exists():
        raise UnknownHolder("This person has no role in the organisation. Grant one first.")
    other = overlapping(organisation.tenures.all(), from_on=from_on, to_on=to_on)
    if other is not None and not is_acting:
        raise TenureOverlaps(
            f"{other.holder_name} holds the office {_span(other)}. Only one person can at a time, "
            "unless somebody acts for the other. Change the days, or end that tenure first."
        )
    tenure = Tenure.objects.create(
        organisation=organisation,
        holder_name=holder_name.strip(),
        title=title.strip(),
        is_acting=is_acting,
        user=user,
        from_on=from_on,
        to_on=to_on,
        recorded_at=at,
        recorded_by_id=by.user_id,
    )
    record(
        by=by,
        at=at,
        act="people.record_tenure",
        subject=_subject(organisation),
        details={"tenure": tenure.pk, "from_on": from_on.isoformat(), "is_acting": is_acting},
    )
    return tenure


@transaction.atomic
def end_tenure(*, by: Viewer, at: datetime, tenure: Tenure, last_day: date) -> Tenure:
    """Record the last day of a tenure, inclusive; it may lie ahead.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        TenureEnded: it has an end already.
        DaysOutOfOrder: the last day is before the first.
    """
    access.check_can_administer(by, tenure.organisation_id)
    tenure = (
        Tenure.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=tenure.pk)
    )
    if tenure.to_on is not None:
        raise TenureEnded("This tenure has a last day already.")
    _check_order(tenure.from_on, last_day)
    tenure.to_on = last_day
    tenure.save(update_fields=["to_on"])
    record(
        by=by,
        at=at,
        act="people.end_tenure",
        subject=_subject(tenure.organisation),
        details={"tenure": tenure.pk, "last_day": last_day.isoformat()},
    )
    return tenure


def _check_order(from_on: date, to_on: date | None) -> None:
    if to_on is not None and to_on < from_on:
        raise DaysOutOfOrder("The last day is before the first. Enter a later last day.")


def _span(tenure: Tenure) -> str:
    begins = f"from {tenure.from_on.day} {tenure.from_on:%B %Y}"
    return (
        f"{begins} to {tenure.to_on.day} {tenure.to_on:%B %Y}" if tenure.to_on else f"{begins} on"
    )
