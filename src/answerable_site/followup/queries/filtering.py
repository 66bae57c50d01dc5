"""What the filters of the lists offer a viewer: nothing that the lists would not show."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

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

    owners: Named = field(default_factory=list)
    """Everybody who owns a visible commitment."""
    organisations: Named = field(default_factory=list)
    """Those that have a visible commitment."""
    bodies: Named = field(default_factory=list)
    """Those that follow one up."""
    priorities: Named = field(default_factory=list)
    themes: Named = field(default_factory=list)


NAMES = ("owner", "organisation", "body", "priority", "theme")
"""The questions that offer what a viewer sees."""


def offered(viewer: Viewer, names: Container[str] = NAMES) -> Offered:
    """What a viewer may filter by, for the questions that are asked."""
    visible = commitments_listed_to(viewer).order_by()
    organisations = Organisation.objects.order_by("name").values_list("pk", "name")

    def having(name: str) -> Named:
        return list(organisations.filter(Exists(visible.filter(**{name: OuterRef("pk")}))))

    return Offered(
        owners=_owners(visible) if "owner" in names else [],
        organisations=having("organisation") if "organisation" in names else [],
        bodies=having("body") if "body" in names else [],
        priorities=_named(priorities_of(viewer)) if "priority" in names else [],
        themes=_named(themes_of(viewer)) if "theme" in names else [],
    )


def _named(found: QuerySet[Any]) -> Named:
    return list(found.values_list("pk", "name"))


def _owners(things: QuerySet[Commitment] | QuerySet[Action]) -> Named:
    owners = User.objects.filter(Exists(things.filter(owner=OuterRef("pk"))))
    return list(owners.order_by("full_name").values_list("pk", "full_name"))


def offered_of_actions(viewer: Viewer) -> tuple[Named, Named]:
    """The owners of actions, and the organisations that do them, by which a viewer may filter."""
    visible = actions_listed_to(viewer).order_by()
    acting = Organisation.objects.filter(Exists(visible.filter(organisation=OuterRef("pk"))))
    return _owners(visible), list(acting.order_by("name").values_list("pk", "name"))


def report_to_filter_by(viewer: Viewer, key: str) -> QuerySet[Inspection]:
    """The report that an address names, if the viewer may see it; none otherwise."""
    visible = inspections_visible_to(viewer)
    return visible.filter(pk=int(key)) if key.isdecimal() and len(key) < 10 else visible.none()


def filters_kept_by(viewer: Viewer) -> QuerySet[SavedFilter]:
    """The views of the list that the viewer keeps, by name."""
    return SavedFilter.objects.filter(person=viewer.user_id)
