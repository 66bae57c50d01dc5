"""Looks at cases, as the record of access has them, for those who audit it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
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
    own_cases = subjects_among(Case.objects.filter(force__in=organisations))
    return _acts().filter(Q(record__in=own_cases) | _by_people_of(organisations))


def acts_of_people_of(organisation_id: int) -> QuerySet[AuditedRecord]:
    """Everything that people of one organisation did with cases, whosever those are."""
    return _acts().filter(_by_people_of([organisation_id]))


def lookers_known_to(viewer: Viewer) -> list[tuple[int, str]]:
    """Whoever looked, with the name borne at the last look, in order of names."""
    named = looks_visible_to(viewer).order_by("entry__sequence")
    names = {
        number: name
        for number, name in named.values_list("entry__actor_id", "entry__actor_name")
        if number is not None
    }
    return sorted(names.items(), key=lambda one: (one[1].casefold(), one[0]))


def _acts() -> QuerySet[AuditedRecord]:
    return AuditedRecord.objects.filter(record__startswith=PREFIX).annotate(
        on=TruncDate("entry__at")
    )


def _by_people_of(organisations: Collection[int]) -> Q:
    """Whoever acted held, on that day, a role of the organisation in which cases are read.

    The role is taken from the days of the assignment, not from the words of the entry: names of
    organisations change. Somebody with roles in two belongs to both.
    """
    posts = Assignment.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=OuterRef("on")),
        user=OuterRef("entry__actor_id"),
        organisation__in=organisations,
        role__in=READS_CASES,
        from_on__lte=OuterRef("on"),
    )
    return Q(Exists(posts))


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
