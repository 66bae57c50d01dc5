"""Links of references to cases, as either side sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from answerable_site.casework.models import Case, CaseReference
from answerable_site.casework.rules import ReferenceKind
from answerable_site.intake.access import LOADS
from answerable_site.intake.models import Batch, Link, LinkRow, SetAsideRow
from answerable_site.intake.rules import MOST_CASES, OPEN, LinkState
from answerable_site.people.rules import Role, Viewer

CASE_NOT_KNOWN = [["case_not_known", ""]]
"""The reasons of rows for which nothing is missing but their case."""
_AT_ONCE: Final = 500


def links_seen_by(viewer: Viewer) -> QuerySet[Link]:
    """Links of sources whose extracts a viewer loads; and of cases of their force, those that
    somebody accepted whose reference it is.

    The case is not joined: the database keeps it from whoever is of the other side.
    """
    own = Q(organisation__in=viewer.organisations_where(*LOADS.values()))
    told = Q(force__in=viewer.organisations_where(Role.SUPERVISOR), accepted_at__isnull=False)
    return (
        Link.objects.filter(own | told)
        .select_related("source", "organisation", "force")
        .select_related("accepted_by", "confirmed_by", "closed_by")
        .defer("organisation__logo", "force__logo")
    )


def links_that_wait(viewer: Viewer) -> QuerySet[Link]:
    """Those of them on which somebody has still to decide, and for which rows wait unless they are
    between two cases. Once a reference means a case, nothing else is asked of it."""
    meant = Link.objects.standing().filter(source=OuterRef("source"), identity=OuterRef("identity"))
    waiting = LinkRow.objects.filter(link=OuterRef("pk"))
    return links_seen_by(viewer).filter(
        ~Exists(meant), Exists(waiting) | Q(other__isnull=False), state__in=OPEN
    )


def links_decided(viewer: Viewer) -> QuerySet[Link]:
    """Those of them that stand, or did: the latest first."""
    decided = (LinkState.CONFIRMED, LinkState.REFUSED, LinkState.ENDED)
    return links_seen_by(viewer).filter(state__in=decided)


def rows_without_case(batch: Batch) -> QuerySet[SetAsideRow]:
    """Rows of a load that wait for nothing but their case."""
    return SetAsideRow.objects.waiting().filter(batch=batch, reasons=CASE_NOT_KNOWN)


def rows_that_wait_for(link: Link) -> QuerySet[SetAsideRow]:
    """Rows that name the reference of a link, and wait; in the order of their loads."""
    waiting = SetAsideRow.objects.waiting().filter(
        pk__in=LinkRow.objects.filter(link=link).values("row")
    )
    return waiting.select_related("batch__source", "batch__profile").order_by("batch", "row")


def cases_by_shared_urn(force_id: int) -> list[list[int]]:
    """Cases of a force that bear a URN which others of it bear too, decoys left out; in the order
    of their numbers, one list for each such URN. One that more than `MOST_CASES` bear tells
    nothing, such as what stands where nobody knew the URN: it is left out."""
    urns = CaseReference.objects.filter(
        kind=ReferenceKind.URN, owner=force_id, case__is_decoy=False
    ).order_by()
    shared = (
        urns.values("keyed_hash")
        .annotate(cases=Count("case"))
        .filter(cases__gt=1, cases__lte=MOST_CASES)
    )
    found: dict[str, list[int]] = {}
    for keyed_hash, case in (
        urns.filter(keyed_hash__in=shared.values("keyed_hash"))
        .order_by("case")
        .values_list("keyed_hash", "case")
    ):
        found.setdefault(keyed_hash, []).append(case)
    return list(found.values())


def urn_of_both(link: Link) -> CaseReference | None:
    """A URN that both cases of a link bear; None where they bear none any more."""
    of_other = CaseReference.objects.filter(
        case=link.other_id, kind=ReferenceKind.URN, owner=link.force_id
    )
    return CaseReference.objects.filter(
        case=link.case_id,
        kind=ReferenceKind.URN,
        owner=link.force_id,
        keyed_hash__in=of_other.values("keyed_hash"),
    ).first()


def known_references(
    force_id: int, kind: ReferenceKind, hashes: Sequence[str]
) -> dict[str, set[int]]:
    """The cases of a force that bear references of a kind, by keyed hash; only those that any does.

    Args:
        hashes: as `casework.sealing.keyed_hash` gives them.
    """
    found: dict[str, set[int]] = {}
    for start in range(0, len(hashes), _AT_ONCE):
        named = CaseReference.objects.filter(
            kind=kind, owner=force_id, keyed_hash__in=hashes[start : start + _AT_ONCE]
        )
        for keyed_hash, case in named.values_list("keyed_hash", "case_id"):
            found.setdefault(keyed_hash, set()).add(case)
    return found


def cases_bearing(force_id: int, kind: ReferenceKind, hashes: list[str]) -> dict[str, set[int]]:
    """As `known_references`, without decoys: nothing is linked to a case that never was."""
    found = known_references(force_id, kind, hashes)
    cases = {case for named in found.values() for case in named}
    decoys = set(Case.objects.filter(pk__in=cases, is_decoy=True).values_list("pk", flat=True))
    return {keyed: left for keyed, named in found.items() if (left := named - decoys)}
