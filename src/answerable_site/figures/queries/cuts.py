"""Cuts that were made, and what is to become of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from answerable_site.figures.access import SEES_CUTS
from answerable_site.figures.models import DataCut, Erasure
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Role, Viewer


def cuts_seen_by(viewer: Viewer) -> QuerySet[DataCut]:
    """Those of the forces whose cuts a viewer sees, erased ones too, the latest first."""
    return (
        DataCut.objects.filter(
            force__in=viewer.organisations_where(*SEES_CUTS),
            force__kind=OrganisationKind.POLICE_FORCE,
        )
        .select_related("force", "made_by", "compared_with")
        .prefetch_related("replannings__planned_by")
    )


def standing_erasures(cuts: Iterable[DataCut]) -> dict[int, Erasure]:
    """By cut, that it is to be erased, or is. Cuts of which nobody asked for it are left out."""
    found = Erasure.objects.standing().filter(cut__in=[cut.pk for cut in cuts])
    people = found.select_related("force", "asked_by", "confirmed_by")
    return {one.cut_id: one for one in people}


def is_set_aside(cut: DataCut) -> bool:
    """Whether somebody confirmed that a cut is erased: its files are in quarantine, or erased."""
    return Erasure.objects.confirmed().filter(cut=cut).exists()


def cut_before(force_id: int, as_of: date) -> DataCut | None:
    """The cut of a force with which a new one is compared: of no later day, the latest whose files
    are neither erased nor in quarantine; None where there is none."""
    aside = Erasure.objects.confirmed().filter(cut=OuterRef("pk"))
    before = DataCut.objects.filter(~Exists(aside), force=force_id, as_of__lte=as_of)
    return before.order_by("-as_of", "-made_at", "-pk").first()


def forces_cut_by(viewer: Viewer) -> QuerySet[Organisation]:
    """The forces of whose cases a viewer makes cuts."""
    own = viewer.organisations_where(Role.ANALYST)
    forces = Organisation.objects.filter(pk__in=own, kind=OrganisationKind.POLICE_FORCE)
    return forces.defer("logo").order_by("name")
