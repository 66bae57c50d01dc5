"""Every query that says what a viewer may see: no row of another office, and none for nobody."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import getmembers, isfunction, signature
from typing import Any

import pytest
from tests.site.access import world as worlds
from tests.site.access.world import Somebody, World

from answerable_site.config.policy import APPS
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import ANONYMOUS, Viewer


def queries() -> dict[str, Callable[[Viewer], Any]]:
    """Queries that answer everything of a kind that a viewer may see, by name."""
    return {
        f"{module.__name__}.{name}": query
        for module in _modules()
        for name, query in getmembers(module, isfunction)
        if name.endswith("_visible_to")
        and query.__module__ == module.__name__
        and list(signature(query).parameters) == ["viewer"]
    }


def _modules() -> Iterator[Any]:
    for app in APPS:
        module = import_module(f"answerable_site.{app}.queries")
        yield module
        for part in pkgutil.iter_modules(getattr(module, "__path__", ())):
            yield import_module(f"{module.__name__}.{part.name}")


def seen(query: Callable[[Viewer], Any], people: list[Somebody]) -> set[Any]:
    """The keys of all rows that some of these people see."""
    viewers = (viewer_for(one.user, on=worlds.AT.date()) for one in people if one.user)
    return {row.pk for viewer in viewers for row in query(viewer)}


def of_the_own_office(world: World) -> list[Somebody]:
    return [one for one in world.people if (one.own or one.beside) and not one.foreign]


def of_the_foreign_office(world: World) -> list[Somebody]:
    return [one for one in world.people if one.foreign and not one.own]


@pytest.mark.parametrize("name", sorted(queries()))
class TestRows:
    def test_of_two_offices_are_apart(self, name, world):
        own = seen(queries()[name], of_the_own_office(world))
        foreign = seen(queries()[name], of_the_foreign_office(world))
        assert own
        assert foreign
        if name == "answerable_site.people.queries.accounts.people_visible_to":
            # Who works in both offices is known in both.
            both = {one.user.pk for one in world.people if one.own and one.foreign}
            own, foreign = own - both, foreign - both
        assert own & foreign == set()

    def test_are_none_for_the_public_and_for_those_who_left(self, name, world):
        query = queries()[name]
        assert list(query(ANONYMOUS)) == []
        assert seen(query, [world.somebody("former member")]) == set()

    def test_are_none_for_a_role_without_a_page(self, name, world):
        assert seen(queries()[name], [world.somebody("own analyst")]) == set()
