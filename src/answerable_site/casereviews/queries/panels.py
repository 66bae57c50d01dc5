"""Panels, their sittings and bundles: for those of the body, once a bundle was released to it."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from answerable_site.casereviews import access
from answerable_site.casereviews.models import Bundle, Conclusion, MemberScore, Panel, Sitting
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer


def panels_seen_by(viewer: Viewer) -> QuerySet[Panel]:
    """Panels that a viewer keeps, sits on, or writes bundles for."""
    own = Q(body__in=viewer.organisations_where(Role.RESPONSE_OFFICER, Role.PANEL_MEMBER))
    writes = Q(body__force__in=viewer.organisations_where(Role.SUPERVISOR))
    return Panel.objects.filter(own | writes).select_related("body").defer("body__logo")


def panels_kept_by(viewer: Viewer) -> QuerySet[Panel]:
    """Panels that a viewer keeps."""
    kept = viewer.organisations_where(Role.RESPONSE_OFFICER)
    return Panel.objects.filter(body__in=kept).select_related("body").defer("body__logo")


def bodies_convened_for(viewer: Viewer) -> QuerySet[Organisation]:
    """Bodies whose panels a viewer keeps."""
    kept = viewer.organisations_where(Role.RESPONSE_OFFICER)
    return Organisation.objects.filter(pk__in=kept).defer("logo").order_by("name")


def sittings_kept_by(viewer: Viewer) -> QuerySet[Sitting]:
    """Sittings of panels that a viewer keeps."""
    kept = viewer.organisations_where(Role.RESPONSE_OFFICER)
    return Sitting.objects.filter(panel__body__in=kept).select_related("panel__body")


def sittings_of(viewer: Viewer, panel: Panel) -> QuerySet[Sitting]:
    """The sittings of a panel, each with the bundles that the viewer sees."""
    return panel.sittings.prefetch_related(
        Prefetch("bundles", bundles_seen_by(viewer)),
        Prefetch("conclusions", Conclusion.objects.select_related("bundle", "by")),
    )


def sittings_to_write_for(force_id: int, *, on: date) -> QuerySet[Sitting]:
    """Sittings of panels of the force’s body to come, whose discussion has not begun."""
    return Sitting.objects.filter(
        panel__body__force=force_id, opened_at__isnull=True, on__gte=on
    ).select_related("panel")


def bundles_seen_by(viewer: Viewer) -> QuerySet[Bundle]:
    """Bundles that a viewer reads: of their force all, of their body’s panels released ones."""
    force = Q(force__in=viewer.organisations_where(Role.SUPERVISOR))
    panel = Q(
        sitting__panel__body__in=viewer.organisations_where(
            Role.RESPONSE_OFFICER, Role.PANEL_MEMBER
        ),
        released_at__isnull=False,
        withdrawn_at__isnull=True,
    )
    return (
        Bundle.objects.filter(force | panel)
        .select_related("force", "sitting__panel__body", "written_by", "released_by")
        .defer("force__logo", "sitting__panel__body__logo")
    )


def bundles_of_force(viewer: Viewer) -> QuerySet[Bundle]:
    """Bundles of the forces in which a viewer supervises."""
    return bundles_seen_by(viewer).filter(force__in=viewer.organisations_where(Role.SUPERVISOR))


def bundles_concluded_by(viewer: Viewer) -> QuerySet[Bundle]:
    """Bundles that were released to panels that a viewer keeps."""
    kept = viewer.organisations_where(Role.RESPONSE_OFFICER)
    return bundles_seen_by(viewer).filter(
        sitting__panel__body__in=kept, released_at__isnull=False, withdrawn_at__isnull=True
    )


def bundles_scored_by(viewer: Viewer) -> QuerySet[Bundle]:
    """Bundles that were released to panels on which a viewer sits."""
    sits = viewer.organisations_where(Role.PANEL_MEMBER)
    return bundles_seen_by(viewer).filter(
        sitting__panel__body__in=sits, released_at__isnull=False, withdrawn_at__isnull=True
    )


def scores_shown(viewer: Viewer, bundle: Bundle) -> list[MemberScore]:
    """What members said of a bundle: their own to each, and everything to the members and whoever
    keeps the panel once the discussion began."""
    scores = bundle.scores.select_related("member", "sitting")
    body = bundle.sitting.panel.body_id
    if viewer.holds_in(body, Role.PANEL_MEMBER) or access.can_convene(viewer, body):
        own = Q(member=viewer.user_id)
        return list(scores.filter(own | Q(sitting__opened_at__isnull=False)))
    return []


def conclusions_of(bundle: Bundle) -> list[Conclusion]:
    """What sittings came to about a bundle, the first one first."""
    return list(bundle.conclusions.select_related("by", "sitting"))


def next_sitting(sitting: Sitting) -> Sitting | None:
    """The sitting after one, whose discussion has not begun; None where none is planned."""
    later = Sitting.objects.filter(
        panel=sitting.panel_id, on__gt=sitting.on, opened_at__isnull=True
    )
    return later.order_by("on").first()
