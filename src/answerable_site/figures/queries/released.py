"""Results, protected figures, released figures, and the ledger of a force."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Q, QuerySet, Subquery

from answerable_site.disclosure import policy_of
from answerable_site.figures import access
from answerable_site.figures.access import SEES_CUTS
from answerable_site.figures.models import (
    LedgerEntry,
    ProtectedFigures,
    ReleasedFigures,
    Results,
)
from answerable_site.figures.rules import Asked, ShownFigure, WorkState
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind, Viewer

if TYPE_CHECKING:
    from answerable.disclosure.ledger import Ledger
    from answerable.measures.naming import Names
    from answerable.release import Release
    from answerable.release.results import Results as Answers


def results_seen_by(viewer: Viewer) -> QuerySet[Results]:
    """Those of the forces whose cuts a viewer sees, the latest first."""
    return Results.objects.filter(_own(viewer)).select_related("force", "cut", "asked_by")


def protected_seen_by(viewer: Viewer) -> QuerySet[ProtectedFigures]:
    """The same of protected figures."""
    found = ProtectedFigures.objects.filter(_own(viewer))
    people = found.select_related(
        *("force", "results__asked_by", "asked_by", "sent_back_by", "corrects")
    )
    return people.defer("results__content", "corrects__content")


def waiting_seen_by(viewer: Viewer) -> QuerySet[ProtectedFigures]:
    """Those of them that nobody released or sent back."""
    return protected_seen_by(viewer).filter(
        state=WorkState.MADE, released__isnull=True, sent_back_at__isnull=True
    )


def released_seen_by(viewer: Viewer) -> QuerySet[ReleasedFigures]:
    """What was released of the viewer’s force, or of the force of their policing body; withdrawn
    ones too, the latest first. `followed_by` names what corrects each, if something does."""
    found = ReleasedFigures.objects.filter(
        _own(viewer) | Q(force__policing_body__in=access.bodies_of(viewer))
    )
    correcting = ReleasedFigures.objects.standing().filter(corrects=OuterRef("pk"))
    return found.select_related("force", "released_by", "withdrawn_by").annotate(
        followed_by=Subquery(correcting.values("pk")[:1])
    )


def released_of(force_id: int) -> QuerySet[ReleasedFigures]:
    """What stands of a force, under any profile, the latest first."""
    return ReleasedFigures.objects.standing().filter(force=force_id).defer("content")


def released_before(force_id: int, profile: str) -> QuerySet[ReleasedFigures]:
    """What stands of a force under a profile, the latest first."""
    standing = ReleasedFigures.objects.standing().filter(force=force_id, profile=profile)
    return standing.select_related("force")


def figures_before(figures: ProtectedFigures, wanted: Iterable[Asked]) -> dict[Asked, ShownFigure]:
    """Figures as they stand now, each in the latest release that has it: what a checker compares.

    Args:
        wanted: their measures and breakdowns. Earlier releases are read until all are found.
    """
    missing, found = set(wanted), dict[Asked, ShownFigure]()
    for one in released_before(figures.force_id, figures.profile).iterator():
        if not missing:
            break
        found |= {figure.key: figure for figure in one.figures if figure.key in missing}
        missing -= found.keys()
    return found


def answers_of(results: Results) -> Answers:
    """What measures answered, raw: for those of the force."""
    from answerable.release.results import read

    return read(bytes(results.content or b""))


def release_of(figures: ProtectedFigures) -> Release:
    """The release that was prepared, hidden counts with it: for those of the force."""
    from answerable.release.made import read

    return read(bytes(figures.content or b""))


def ledger_of(force_id: int) -> Ledger:
    """Everything that was ever released of a force, under every profile, withdrawn or not.

    Raises:
        BrokenLedger: an entry is missing or was changed.
    """
    from answerable.disclosure.ledger import read_entries

    entries = LedgerEntry.objects.filter(force=force_id).order_by("number")
    return read_entries(
        (f"Entry {number} of the ledger", bytes(content))
        for number, content in entries.values_list("number", "content")
    )


def in_the_way_of(figures: ProtectedFigures, release: Release) -> str:
    """Why figures that wait to be released are overtaken, in a sentence; "" where they are not.
    Protecting them again is what helps.

    Args:
        release: what was prepared of them.

    Raises:
        BrokenLedger: the ledger cannot be relied on.
    """
    if release.manifest.policy != policy_of(figures.profile).as_facts():
        return "The policy is another now."
    if release.manifest.ledger != ledger_of(figures.force_id).head:
        return "Other figures were released since these were protected."
    if figures.corrects and figures.corrects.withdrawn_at is not None:
        return "What they correct was withdrawn."
    return ""


def released_later(viewer: Viewer, released: ReleasedFigures) -> ReleasedFigures | None:
    """The latest figures of the same force and profile that stand and speak of a later day."""
    later = released_seen_by(viewer).filter(
        force=released.force_id,
        profile=released.profile,
        as_of__gt=released.as_of,
        withdrawn_at__isnull=True,
    )
    return later.defer("content").order_by("-as_of", "-released_at").first()


def waiting_results(results_id: int) -> Results:
    """One of them, for whoever works it out."""
    return Results.objects.select_related("force", "cut", "asked_by").get(pk=results_id)


def waiting_protected(protected_id: int) -> ProtectedFigures:
    """One of them, for whoever protects it."""
    return ProtectedFigures.objects.select_related("force", "results", "asked_by").get(
        pk=protected_id
    )


def names_of_areas() -> Names:
    """What CPS Areas are called, as the breakdown of a measure names them."""
    areas = Organisation.objects.filter(kind=OrganisationKind.CPS_AREA)
    return {("cps_area", pk): name for pk, name in areas.values_list("pk", "name")}


def _own(viewer: Viewer) -> Q:
    return Q(
        force__in=viewer.organisations_where(*SEES_CUTS),
        force__kind=OrganisationKind.POLICE_FORCE,
    )
