"""What the filters of the lists offer a viewer: nothing that the lists would not show."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from answerable_site.followup.models import Action, Commitment, SavedFilter
from answerable_site.followup.queries.listing import actions_listed_to, commitments_listed_to
from answerable_site.followup.queries.priorities import priorities_of
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.register.queries import inspections_visible_to, themes_of

Named = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Offered:
    """Keys and names to choose from, each by name."""

    owners: Named
    """Everybody who owns a visible commitment."""
    owners_of_actions: Named
    """Everybody who owns an action that serves one."""
    organisations: Named
    """Those that have a visible commitment."""
    bodies: Named
    """Those that follow one up."""
    priorities: Named
    themes: Named


def offered(viewer: Viewer) -> Offered:
    """What a viewer may filter by."""
    visible = commitments_listed_to(viewer).order_by()
    names = Organisation.objects.order_by("name").values_list("pk", "name")

    def with_any(name: str) -> Named:
        return list(names.filter(Exists(visible.filter(**{name: OuterRef("pk")}))))

    return Offered(
        owners=_owners(visible),
        owners_of_actions=_owners(actions_listed_to(viewer).order_by()),
        organisations=with_any("organisation"),
        bodies=with_any("body"),
        priorities=list(priorities_of(viewer).values_list("pk", "name")),
        themes=list(themes_of(viewer).values_list("pk", "name")),
    )


def _owners(things: QuerySet[Commitment] | QuerySet[Action]) -> Named:
    owners = User.objects.filter(Exists(things.filter(owner=OuterRef("pk"))))
    return list(owners.order_by("full_name").values_list("pk", "full_name"))


def report_to_filter_by(viewer: Viewer, key: str) -> QuerySet[Inspection]:
    """The report that an address names, if the viewer may see it; none otherwise."""
    visible = inspections_visible_to(viewer)
    return visible.filter(pk=int(key)) if key.isdecimal() and len(key) < 10 else visible.none()


def filters_kept_by(viewer: Viewer) -> QuerySet[SavedFilter]:
    """The views of the list that the viewer keeps, by name."""
    return SavedFilter.objects.filter(person=viewer.user_id)
