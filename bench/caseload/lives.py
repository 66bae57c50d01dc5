"""Cases as they are lived through, some whole, some at their beginning, some still running."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

import msgspec

from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable.records.kinds.support import SupportOffered, SupportReferred
from bench.histories.actor import Actor
from bench.histories.judging import Tally
from bench.histories.stories import live

RUNNING = 200
WHOLE = 100
BEGUN = 1700
SHORT = (3, 9)
"""The fewest and the most events of a case that ended early, or came from an older system."""


@dataclass(frozen=True)
class Life:
    """The events of one case."""

    file: CaseFile
    is_running: bool
    """Whether something is still due in it."""


def lives(today: date, chance: Random, *, service: int) -> list[Life]:
    """One in ten runs, one in twenty was lived through to its end, the others are short.

    Args:
        today: no event is later.
        service: the support service that is offered, by its number.
    """
    running = [
        _lived(today, chance.randint(5, 200), chance, service, is_running=True)
        for _ in range(RUNNING)
    ]
    whole = [
        _lived(today, chance.randint(900, 1500), chance, service, is_running=False)
        for _ in range(WHOLE)
    ]
    made = [*running, *whole, *_begun(whole, chance)]
    chance.shuffle(made)
    return made


def _begun(whole: list[Life], chance: Random) -> Iterator[Life]:
    for number in range(BEGUN):
        life = whole[number % len(whole)]
        kept = life.file.recorded[: chance.randint(*SHORT)]
        yield Life(replace(life.file, recorded=kept), is_running=False)


def _lived(today: date, days_ago: int, chance: Random, service: int, *, is_running: bool) -> Life:
    actor = Actor(today - timedelta(days=days_ago), Random(chance.random()), Tally())
    live(actor)
    recorded = tuple(
        msgspec.structs.replace(one, event=_served(one.event, service))
        for one in actor.file.recorded
        if one.event.on <= today
    )
    return Life(replace(actor.file, recorded=recorded), is_running=is_running)


def _served(event: Event, service: int) -> Event:
    if isinstance(event, SupportOffered | SupportReferred):
        return msgspec.structs.replace(event, service=service)
    return event
