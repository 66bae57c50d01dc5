"""Sources of extracts, and what is known of each."""

from __future__ import annotations

from django.db.models import QuerySet

from answerable_site.intake.access import LOADS
from answerable_site.intake.models import ProfileVersion, Source
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Viewer


def sources_of(viewer: Viewer) -> QuerySet[Source]:
    """Those of the organisations whose extracts a viewer loads."""
    own = viewer.organisations_where(*LOADS.values())
    return Source.objects.filter(organisation__in=own).select_related("organisation", "force")


def organisations_loaded_by(viewer: Viewer) -> QuerySet[Organisation]:
    """Those whose extracts a viewer loads."""
    own = viewer.organisations_where(*LOADS.values())
    return Organisation.objects.filter(pk__in=own, kind__in=LOADS).defer("logo").order_by("name")


def forces_told_of(viewer: Viewer) -> QuerySet[Organisation]:
    """About whose cases a source of these may tell: of its own where it is a force, else of any."""
    own = organisations_loaded_by(viewer)
    found = Organisation.objects.filter(kind=OrganisationKind.POLICE_FORCE)
    if not own.exclude(kind=OrganisationKind.POLICE_FORCE).exists():
        found = found.filter(pk__in=own.values("pk"))
    return found.defer("logo").order_by("name")


def latest_profile(source: Source) -> ProfileVersion:
    """What is known of a source now.

    Raises:
        ProfileVersion.DoesNotExist: never for a source that was described.
    """
    return ProfileVersion.objects.filter(source=source).latest("version")


def profile_seen_by(viewer: Viewer, source_id: int) -> ProfileVersion | None:
    """What is known now of a source whose extracts a viewer loads; None of any other."""
    source = sources_of(viewer).filter(pk=source_id).first()
    return None if source is None else latest_profile(source)
