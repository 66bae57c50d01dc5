"""What an organisation is called, from a day on."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from answerable.statute import civil_date
from answerable_site.audit.operations import Actor, record
from answerable_site.people import queries
from answerable_site.people.models import Naming, Organisation
from answerable_site.people.operations.locked import _administered, _subject
from answerable_site.people.rules import (
    BEGINNING,
    BodyType,
    NamingFacts,
    OrganisationKind,
    Viewer,
)


class NameTaken(ValueError):
    """Another organisation is, was or will be called so."""


class NothingRenamed(ValueError):
    """The organisation is called exactly this on the day already."""


@transaction.atomic
def rename_organisation(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    name: str,
    holder_title: str,
    body_type: BodyType | None,
    from_on: date,
    reason: str = "",
) -> Naming:
    """Change an organisation's name, its holder's title or its type from a day on.

    What it was called before is kept: with the first change, the name from the beginning. A day to
    come takes effect by `apply_namings`. Its addresses stay as they are.

    Args:
        body_type: None where nobody said; always None for a police force.
        from_on: the first day, past or to come, in Europe/London.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        NameTaken: another organisation bears this name, bore it, or will.
        NothingRenamed: nothing would change on that day.
    """
    organisation = _administered(organisation, by=by)
    is_body = organisation.kind == OrganisationKind.LOCAL_POLICING_BODY
    wanted = NamingFacts(
        name=name.strip(),
        holder_title=holder_title.strip(),
        body_type=body_type if is_body and body_type else "",
    )
    _check_name_is_free(wanted.name, organisation)
    if queries.naming_on(organisation, from_on) == wanted:
        raise NothingRenamed("It is called exactly this on that day already.")
    _keep_first_name(organisation, at=at)
    naming = _append(organisation, wanted, from_on=from_on, reason=reason, by=by, at=at)
    _take(organisation, queries.naming_on(organisation, civil_date(at)))
    record(
        by=by,
        at=at,
        act="people.rename_organisation",
        subject=_subject(organisation),
        details={"naming": naming.pk, "from_on": from_on.isoformat(), "name": wanted.name},
    )
    return naming


@transaction.atomic
def apply_namings(*, by: Actor, at: datetime, on: date) -> int:
    """Let namings whose day has come take effect; safe to run again and twice at once.

    Args:
        by: `PRODUCT`, where nobody asks for it.
        at: when this is done.
        on: the civil date (Europe/London) whose names are wanted.

    Returns:
        How many organisations are called otherwise than before; each has an audit entry of its own.
    """
    named = Organisation.objects.filter(
        Exists(Naming.objects.filter(organisation=OuterRef("pk"), from_on__lte=on))
    )
    changed = 0
    for organisation in named.select_for_update().prefetch_related("namings").order_by("pk"):
        wanted = queries.naming_on(organisation, on)
        if _take(organisation, wanted):
            changed += 1
            record(
                by=by,
                at=at,
                act="people.apply_namings",
                subject=_subject(organisation),
                details={"on": on.isoformat(), "name": wanted.name},
            )
    return changed


def _check_name_is_free(name: str, organisation: Organisation | None = None) -> None:
    """Raises NameTaken if another organisation has this name at any time."""
    others = Organisation.objects.filter(name__iexact=name)
    namings = Naming.objects.filter(name__iexact=name)
    if organisation is not None:
        others = others.exclude(pk=organisation.pk)
        namings = namings.exclude(organisation=organisation)
    if others.exists() or namings.exists():
        raise NameTaken(
            "Another organisation is called this, was once, or will be. Choose a name of its own."
        )


def _keep_first_name(organisation: Organisation, *, at: datetime) -> None:
    if not organisation.namings.exists():
        first = NamingFacts(organisation.name, organisation.holder_title, organisation.body_type)
        _append(organisation, first, from_on=BEGINNING, reason="", by=None, at=at)


def _append(
    organisation: Organisation,
    facts: NamingFacts,
    *,
    from_on: date,
    reason: str,
    by: Viewer | None,
    at: datetime,
) -> Naming:
    return Naming.objects.create(
        organisation=organisation,
        name=facts.name,
        holder_title=facts.holder_title,
        body_type=facts.body_type,
        from_on=from_on,
        reason=reason.strip(),
        recorded_at=at,
        recorded_by_id=by.user_id if by else None,
    )


def _take(organisation: Organisation, facts: NamingFacts) -> bool:
    """Let the organisation's own row say what it is called; whether it said something else."""
    if facts == NamingFacts(organisation.name, organisation.holder_title, organisation.body_type):
        return False
    organisation.name, organisation.holder_title = facts.name, facts.holder_title
    organisation.body_type = facts.body_type
    organisation.save(update_fields=["name", "holder_title", "body_type"])
    return True
