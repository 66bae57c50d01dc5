"""Setting a limit for an organisation: one administrator proposes, another confirms."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.statute import Confidence, Unit
from answerable_site.audit.operations import record
from answerable_site.casework import access, queries, wall
from answerable_site.casework.models import LimitVersion
from answerable_site.casework.rules import UnusableLimit, check_limit, own_version
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Viewer


class LimitDoesNotWait(ValueError):
    """The version was confirmed before, or a later one of the same limit took its place."""


@transaction.atomic
def set_limit(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    code: str,
    count: int,
    unit: Unit,
    citation: str,
    source: str,
    confidence: Confidence,
    in_force_from: date,
    in_force_to: date | None,
    reason: str,
) -> LimitVersion:
    """Propose a version of a limit. It counts once another administrator has confirmed it.

    Args:
        in_force_from: the first day on which what starts falls under it; may be past.
        in_force_to: the last such day, inclusive; None while in force.

    Raises:
        access.Refused: the viewer does not administer this force or CPS Area.
        UnusableLimit: it could not be counted, is called confirmed without a source, or no reason
            is given.
    """
    access.check_can_set_limit(by, organisation)
    limit = own_version(
        code=code,
        count=count,
        unit=unit,
        citation=citation.strip(),
        source=source.strip(),
        confidence=confidence,
        in_force_from=in_force_from,
        in_force_to=in_force_to,
    )
    check_limit(limit, OrganisationKind(organisation.kind))
    if not reason.strip():
        raise UnusableLimit("reason", "Enter why this limit is set")
    version = LimitVersion.objects.create(
        organisation=organisation,
        code=code,
        count=count,
        unit=unit,
        citation=limit.citation,
        source=limit.source,
        confidence=confidence,
        in_force_from=in_force_from,
        in_force_to=in_force_to,
        reason=reason.strip(),
        set_by_id=signed_in(by),
        set_at=at,
    )
    record(
        by=by,
        at=at,
        act="casework.set_limit",
        subject=f"people.organisation:{organisation.pk}",
        details={
            "version": version.pk,
            "limit": code,
            "count": count,
            "unit": unit,
            "in_force_from": in_force_from.isoformat(),
            "in_force_to": in_force_to.isoformat() if in_force_to else None,
        },
    )
    return version


@transaction.atomic
def confirm_limit(*, by: Viewer, at: datetime, version: LimitVersion) -> LimitVersion:
    """Confirm, as another administrator, a version that waits. It counts from this moment.

    Cases in which it counts wait from now on to be reckoned anew.

    Raises:
        access.Refused: the viewer set it, or is no administrator there.
        LimitDoesNotWait: it was confirmed, or a later one took its place.
    """
    version = (
        LimitVersion.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=version.pk)
    )
    access.check_can_confirm_limit(by, version)
    if version.confirmed_at is not None:
        raise LimitDoesNotWait("This limit was confirmed already.")
    later = LimitVersion.objects.filter(
        organisation=version.organisation_id, code=version.code, pk__gt=version.pk
    )
    if later.exists():
        raise LimitDoesNotWait("A later proposal took the place of this one.")
    version.confirmed_by_id, version.confirmed_at = signed_in(by), at
    version.save(update_fields=["confirmed_by", "confirmed_at"])
    with wall.lifted_for(by):
        queries.cases_under_limits_of(version.organisation).update(reckoned_on=None)
    record(
        by=by,
        at=at,
        act="casework.confirm_limit",
        subject=f"people.organisation:{version.organisation_id}",
        details={"version": version.pk, "limit": version.code},
    )
    return version
