"""Lawful cases, and cases that are lawful but for one breach that is planted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from answerable.records import rules
from answerable.records.event import Event
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.statute.limits import LIMITS
from bench.histories.actor import Actor
from bench.histories.judging import Disagreement, Tally, judge
from bench.histories.planting import ADDITIONS, CHANGES, PLANTS, ROAD_FOR
from bench.histories.stories import live

T = TypeVar("T")
FIRST_DAY = date(2023, 1, 2)
PILOT_BEGUN = date(2026, 1, 27)
"""Cases reported from this day on are in the pilot of reviews before no evidence is offered."""
DAYS = 1200
NO_PLACE = "no place for it"
"""Where the case that was drawn had no place for the plant, and so was lawful."""
SEEDS = st.integers(0, 2**63 - 1)


@dataclass
class Lived:
    """What was lived through and found."""

    tally: Tally = field(default_factory=Tally)
    lawful: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    unanswered: set[str] = field(default_factory=set)


def run(lawful: int, planted: int) -> Lived:
    """Live so many lawful cases, and so many with one breach each.

    Raises:
        Disagreement: a lawful case has a breach, or a planted one is not flagged with its rule.
    """
    lived = Lived()
    _drawn(SEEDS, lawful, lambda seed: _one_lawful(seed, lived))
    _drawn(
        st.tuples(SEEDS, st.sampled_from(PLANTS)), planted, lambda one: _one_planted(*one, lived)
    )
    return lived


def _drawn(strategy: st.SearchStrategy[T], count: int, once: Callable[[T], None]) -> None:
    chosen = settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    chosen(given(strategy)(once))()


def _begin(seed: int, lived: Lived, first: date = FIRST_DAY) -> Actor:
    lots = Random(seed)
    return Actor(first + timedelta(days=lots.randrange(DAYS)), lots, lived.tally)


def _one_lawful(seed: int, lived: Lived) -> None:
    actor = _begin(seed, lived)
    live(actor)
    lived.unanswered |= actor.unanswered
    found = rules.breaches(actor.file, LIMITS, on=actor.today)
    others = [one for one in found if one.rule.code not in actor.unanswered]
    if others:
        raise Disagreement(f"A lawful case has breaches: {others}")
    judge(actor.file, lived.tally)
    lived.lawful += 1
    lived.tally.histories += 1


def _one_planted(seed: int, plant: str, lived: Lived) -> None:
    road = ROAD_FOR.get(plant, "")
    actor = _begin(seed, lived, PILOT_BEGUN if road == "stop" else FIRST_DAY)
    actor.road = road
    code = plant.removeprefix("late ")
    touched: list[Event] = []
    if plant.startswith("late "):
        actor.puts_off = code
    elif code in CHANGES:

        def changes(actor: Actor, event: Event) -> Event | None:
            changed = CHANGES[code](actor, event)
            if changed != event:
                touched.append(event)
            return changed

        actor.changes = changes
    live(actor)
    has_breach = actor.put_off or bool(touched)
    if code in ADDITIONS and not plant.startswith("late "):
        has_breach = ADDITIONS[code](actor)
    if code == "meeting_before_decision":
        has_breach = has_breach and _cps_ended(actor)
    found = {one.rule.code for one in rules.breaches(actor.file, LIMITS, on=actor.today)}
    if has_breach and code not in found:
        raise Disagreement(f"The breach of {code} is not flagged, only {found}: seed {seed}")
    judge(actor.file, lived.tally)
    lived.planted[plant if has_breach else NO_PLACE] += 1
    lived.tally.histories += 1


def _cps_ended(actor: Actor) -> bool:
    return any(
        one.maker is Maker.CPS and one.made is What.NO_FURTHER_ACTION
        for _, one in actor.file.of(Decision)
    )
