"""Looks at cases, as the record of access has them, for those who audit it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from answerable_site.accessreview.access import audited_by
from answerable_site.audit.models import AuditedRecord
from answerable_site.audit.rules import Processing
from answerable_site.casework.models import Case
from answerable_site.casework.rules import READS_CASES
from answerable_site.casework.subjects import PREFIX, subjects_among
from answerable_site.people.models import Assignment
from answerable_site.people.rules import Viewer

LISTED = "casework.note_listed"
LOOKS = (Processing.CONSULTATION, Processing.DISCLOSURE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which looks are asked for; what is none filters nothing. Days are in Europe/London."""

    person: int | None = None
    case: int | None = None
    act: str = ""
    from_on: date | None = None
    to_on: date | None = None


def looks_visible_to(viewer: Viewer, wanted: Wanted | None = None) -> QuerySet[AuditedRecord]:
    """Looks at cases that an access auditor may know of, one a case and entry, the latest first.

    An auditor of a force knows of every look at the force's cases, whoever looked, and every
    auditor of every look by people of their own organisation.
    """
    looks = acts_known_to(audited_by(viewer)).filter(entry__kind__in=LOOKS)
    looks = _narrowed(looks, wanted or Wanted())
    return looks.select_related("entry").order_by("-entry__sequence", "pk")


def looks_at_decoys(viewer: Viewer) -> QuerySet[AuditedRecord]:
    """Looks at decoys in the forces whose access the viewer audits; a list that somebody was shown
    is none, for they did not ask for it."""
    decoys = Case.objects.filter(is_decoy=True, force__in=audited_by(viewer))
    looks = looks_visible_to(viewer).exclude(entry__act=LISTED)
    return looks.filter(record__in=subjects_among(decoys))


def acts_known_to(organisations: Collection[int]) -> QuerySet[AuditedRecord]:
    """Everything that was done with the cases of organisations, or by people of theirs."""
    return _acts().filter(_with_cases_of(organisations) | _by_people_of_none_but(organisations))


def acts_of_people_of(organisation_id: int) -> QuerySet[AuditedRecord]:
    """Everything that people of one organisation did for it."""
    own = [organisation_id]
    return _acts().filter(
        Q(Exists(_roles().filter(organisation__in=own))),
        _with_cases_of(own) | _by_people_of_none_but(own),
    )


def lookers_known_to(viewer: Viewer) -> list[tuple[int, str]]:
    """Whoever looked, with the name borne at the last look, in order of names."""
    named = (
        looks_visible_to(viewer)
        .filter(entry__actor_id__isnull=False)
        .values_list("entry__actor_id", "entry__actor_name")
        .annotate(last=Max("entry__sequence"))
        .order_by("last")
    )
    names = {number: name for number, name, _ in named if number is not None}
    return sorted(names.items(), key=lambda one: (one[1].casefold(), one[0]))


def _acts() -> QuerySet[AuditedRecord]:
    return AuditedRecord.objects.filter(record__startswith=PREFIX).annotate(
        on=TruncDate("entry__at")
    )


def _with_cases_of(organisations: Collection[int]) -> Q:
    return Q(record__in=subjects_among(Case.objects.filter(force__in=organisations)))


def _by_people_of_none_but(organisations: Collection[int]) -> Q:
    """Whoever acted held, on that day, roles in which cases are read, all in these organisations.

    The roles are taken from the days of the assignments, not from the words of the entry: names of
    organisations change. An entry does not say for which of their organisations somebody with two
    acted, so neither is told of what may have been the other's; the force of the case is.
    """
    elsewhere = _roles().exclude(organisation__in=organisations)
    return Q(Exists(_roles().filter(organisation__in=organisations))) & ~Q(Exists(elsewhere))


def _roles() -> QuerySet[Assignment]:
    """Roles in which whoever acted could read cases on that day."""
    return Assignment.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=OuterRef("on")),
        user=OuterRef("entry__actor_id"),
        role__in=READS_CASES,
        from_on__lte=OuterRef("on"),
    )


def _narrowed(looks: QuerySet[Any], wanted: Wanted) -> QuerySet[AuditedRecord]:
    if wanted.person is not None:
        looks = looks.filter(entry__actor_id=wanted.person)
    if wanted.case is not None:
        looks = looks.filter(record=f"{PREFIX}{wanted.case}")
    if wanted.act:
        looks = looks.filter(entry__act=wanted.act)
    if wanted.from_on:
        looks = looks.filter(on__gte=wanted.from_on)
    if wanted.to_on:
        looks = looks.filter(on__lte=wanted.to_on)
    return looks
