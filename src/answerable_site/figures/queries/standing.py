"""What was released last of measures, for whoever may read it.

It reaches released figures and nothing else, so that meetings, which know no case, can import it
from here.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from answerable_site.figures import access
from answerable_site.figures.models import ReleasedFigures
from answerable_site.figures.queries.released import released_seen_by
from answerable_site.figures.rules import Standing, StandingRelease, standing_among
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Viewer

_AT_ONCE = 4
"""Releases that are read at a time: each holds its charts."""
_OVERTAKEN = Q(withdrawn_at__isnull=False) | Q(followed_by__isnull=False)
"""Of what `released_seen_by` finds."""


def forces_read_by(viewer: Viewer) -> QuerySet[Organisation]:
    """The forces whose released figures a viewer reads."""
    own = Q(pk__in=viewer.organisations_where(*access.SEES_CUTS))
    of_their_bodies = Q(policing_body__in=access.bodies_of(viewer))
    forces = Organisation.objects.filter(own | of_their_bodies, kind=OrganisationKind.POLICE_FORCE)
    return forces.defer("logo").order_by("name")


def overtaken_among(viewer: Viewer, released: Collection[int]) -> QuerySet[ReleasedFigures]:
    """Those of some released figures that were withdrawn or corrected since."""
    return released_seen_by(viewer).filter(_OVERTAKEN, pk__in=released).defer("content")


def standing_figures(
    viewer: Viewer,
    *,
    force_id: int,
    measures: Collection[str],
    profiles: Collection[str] | None = None,
) -> dict[str, Standing]:
    """What was released last of each measure of a force, by name; in one query, however many
    measures and releases there are. Those are missing of which the viewer may read nothing.

    Args:
        profiles: those alone whose figures may be shown; None for all.
    """
    if not measures:
        return {}
    found = released_seen_by(viewer).filter(~_OVERTAKEN, force=force_id)
    if profiles is not None:
        found = found.filter(profile__in=profiles)
    newest = found.order_by("-as_of", "-released_at", "-pk").iterator(chunk_size=_AT_ONCE)
    return standing_among(
        measures,
        (
            StandingRelease(one.pk, one.profile, one.marking, one.as_of, one.figures)
            for one in newest
        ),
    )
