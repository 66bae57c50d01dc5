"""Every act tried in every state by one person, as everybody whom they can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

from django.db import transaction

from answerable_site.people.access import Refused
from bench.alone.acts import Act
from bench.alone.people import Being, Reach, seen
from bench.alone.standing import Standing, standing

WAITS, IS_PUBLIC, WITHDRAWN = "it waits", "it is public", "it was withdrawn"


class Tally:
    """What came of it all."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        """Attempts in each state, by the name of the act and the state."""
        self.refused = 0
        self.made_public: list[str] = []
        self.controls = 0
        """States in which somebody who had no part made it public."""
        self.without_control: list[str] = []
        """States in which nobody could, so that trying them says nothing."""


def try_alone(act: Act, reach: Reach, tally: Tally) -> None:
    """Have it brought to wait by everybody whom the one person can be, and try to release it as
    everybody whom they can be. All of it is undone."""
    for makers in product(*(reach.makers(act.place, role) for role in act.roles)):
        with _undone():
            how = " and ".join(maker.how for maker in makers)
            before = standing()
            waiting = _waiting(act, makers)
            if standing() - before:
                tally.made_public.append(f"{act.name}: prepared by {how}")
            if waiting is None:
                # Nobody prepares and signs the same.
                _count(tally, act, "it cannot come to wait", refused=True)
                continue
            releasers = [*reach.releasers(act.ground.office)]
            if all(maker == reach.themselves for maker in makers):
                releasers.append(reach.confirmed_releaser())
            _try_in_every_state(act, waiting, releasers, how, tally)


def _waiting(act: Act, makers: tuple[Being, ...]) -> Any:
    """What waits then; None if somebody is refused on the way."""
    try:
        with transaction.atomic():
            return act.wait(*(maker.viewer for maker in makers))
    except Refused:
        return None


def _try_in_every_state(
    act: Act, waiting: Any, releasers: list[Being], how: str, tally: Tally
) -> None:
    def try_now(state: str) -> frozenset[Standing]:
        before = standing()
        for one in releasers:
            is_public = _makes_public(act, waiting, one, before)
            _count(tally, act, state, refused=not is_public)
            if is_public:
                tally.made_public.append(f"{act.name}, {state}: prepared by {how}, {one.how}")
        return before

    before = try_now(WAITS)
    public = act.release(seen(act.independent), waiting)
    if standing() - before:
        tally.controls += 1
    else:
        tally.without_control.append(f"{act.name}: prepared by {how}")
    try_now(IS_PUBLIC)
    if act.withdraw(seen(act.independent), public):
        try_now(WITHDRAWN)


def _count(tally: Tally, act: Act, state: str, *, refused: bool) -> None:
    tally.tried[f"{act.name}, {state}"] += 1
    tally.refused += refused


def _makes_public(act: Act, waiting: Any, one: Being, before: frozenset[Standing]) -> bool:
    """Whether anything stands before the public then that did not; it is undone."""
    with _undone():
        try:
            with transaction.atomic():
                act.release(one.viewer, waiting)
        except (Refused, ValueError):
            return False
        return bool(standing() - before)


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
