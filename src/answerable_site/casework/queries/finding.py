"""Finding a case by a reference that somebody typed."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from answerable_site.casework.models import Case, CaseReference, CaseShare
from answerable_site.casework.queries.cases import cases_within_reach
from answerable_site.casework.rules import READS_CASES, ReferenceKind
from answerable_site.casework.sealing import keyed_hash, keyed_hashes
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer


def cases_with_reference(viewer: Viewer, kind: ReferenceKind, canonical: str) -> QuerySet[Case]:
    """Cases within a viewer’s reach that bear a reference which is theirs to read.

    Args:
        canonical: in the spelling of `rules.canonical_reference`.
    """
    hashes = [keyed_hash(kind, owner, canonical) for owner in _owners(viewer, kind)]
    named = CaseReference.objects.filter(kind=kind, keyed_hash__in=hashes)
    return cases_within_reach(viewer).filter(pk__in=named.values("case"))


def is_reference_among(words: Sequence[str]) -> bool:
    """Whether one of several words is the reference of any case, and neither which nor of which.

    For the product itself, which asks it of what is about to become public.

    Args:
        words: in the spelling of `rules.canonical_reference`.
    """
    owners = CaseReference.objects.values_list("kind", "owner").distinct().order_by()
    for kind, owner in owners:
        hashes = keyed_hashes(ReferenceKind(kind), owner, words)
        if CaseReference.objects.filter(kind=kind, keyed_hash__in=list(hashes)).exists():
            return True
    return False


def _owners(viewer: Viewer, kind: ReferenceKind) -> set[int]:
    """Organisations whose references of a kind the viewer may read."""
    own = Organisation.objects.filter(
        pk__in=viewer.organisations_where(*READS_CASES), kind=kind.belongs_to
    )
    owners = set(own.values_list("pk", flat=True))
    if kind is ReferenceKind.URN:
        areas = viewer.organisations_where(Role.PROSECUTOR, Role.CPS_MANAGER)
        shared = CaseShare.objects.running().filter(organisation__in=areas)
        forces = Case.objects.filter(pk__in=shared.values("case")).values("force")
        owners |= set(Organisation.objects.filter(pk__in=forces).values_list("pk", flat=True))
    return owners
