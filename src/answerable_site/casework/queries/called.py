"""Finding people by a part of their name: a force has a thousand, and nobody reads through them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from django.db.models import QuerySet

from answerable_site.people.models import Assignment
from answerable_site.people.rules import is_called

AT_ONCE: Final = 20
"""People whom a page shows at once; others are found by more of their name."""

One = TypeVar("One")


@dataclass(frozen=True)
class Found(Generic[One]):
    """The first of those who are called as was typed, by name, and how many there are."""

    shown: list[One]
    count: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are shown."""
        return self.count > len(self.shown)


def first_called(people: Iterable[tuple[int, str]], typed: str) -> Found[tuple[int, str]]:
    """The first of some people, each with their number and name.

    Args:
        people: by name.
    """
    found = [one for one in people if is_called(one[1], typed)]
    return Found(found[:AT_ONCE], len(found))


def first_posts_called(posts: QuerySet[Assignment], typed: str) -> Found[Assignment]:
    """The first of some posts by the name of their holder: one for each person at each
    organisation."""
    by_name = posts.order_by("user__full_name", "organisation__name", "role", "pk")
    numbers: dict[tuple[int, int], int] = {}
    for number, name, user, organisation in by_name.values_list(
        "pk", "user__full_name", "user", "organisation"
    ):
        if is_called(name, typed):
            numbers.setdefault((user, organisation), number)
    shown = by_name.filter(pk__in=list(numbers.values())[:AT_ONCE])
    whole = shown.select_related("user", "organisation").defer("organisation__logo")
    return Found(list(whole), len(numbers))
