"""Cases that were opened by breaking the glass, and decoys."""

from __future__ import annotations

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from answerable_site.accessreview.access import audited_by
from answerable_site.accessreview.models import GlassReview
from answerable_site.accessreview.rules.verdicts import Verdict
from answerable_site.casework.models import Case, CaseOpening
from answerable_site.people.rules import Viewer


def broken_glass_visible_to(viewer: Viewer) -> QuerySet[CaseOpening]:
    """Openings that broke the glass of cases, or by people, whose access the viewer audits.

    `verdict` on each is the latest one, or none. All that were ever said stand in `reviews`.
    """
    audited = audited_by(viewer)
    latest = GlassReview.objects.filter(opening=OuterRef("pk")).values("verdict")[:1]
    said = GlassReview.objects.select_related("reviewed_by")
    return (
        CaseOpening.objects.filter(
            Q(case__force__in=audited) | Q(organisation__in=audited), breaks_glass=True
        )
        .annotate(verdict=Subquery(latest))
        .select_related("case", "user", "organisation")
        .defer("organisation__logo")
        .prefetch_related(Prefetch("reviews", said))
    )


def glass_to_review(viewer: Viewer) -> QuerySet[CaseOpening]:
    """Those that wait: nobody has judged them, or somebody asked back. The oldest first."""
    final = [verdict.value for verdict in Verdict if verdict.is_final]
    waiting = Q(verdict__isnull=True) | ~Q(verdict__in=final)
    return broken_glass_visible_to(viewer).filter(waiting).order_by("opened_at", "pk")


def unjustified_glass(viewer: Viewer) -> QuerySet[CaseOpening]:
    """Those of which the latest verdict is that they were not justified."""
    return broken_glass_visible_to(viewer).filter(Q(verdict=Verdict.NOT_JUSTIFIED))


def decoys_visible_to(viewer: Viewer) -> QuerySet[Case]:
    """Decoys in the forces whose access the viewer audits."""
    return (
        Case.objects.filter(is_decoy=True, force__in=audited_by(viewer))
        .select_related("force")
        .defer("force__logo")
        .order_by("-added_at", "-pk")
    )
