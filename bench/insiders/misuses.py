"""Look-ups that should never have been: twenty by default, four of each of five kinds.

Sizes are what an insider who is careful enough would do; see `SIZES`. Nobody records anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from answerable_site.accessreview.rules.looks import Act, Look
from bench.insiders import reasons
from bench.insiders.offices import DAYS, RUN_IN, Case, Office, Person, moment


class Misuse(StrEnum):
    """What somebody does who should not."""

    DECOY = "a decoy is opened"
    EX_PARTNER = "one case again and again, never assigned"
    SKIM = "many cases in a day"
    FORMER_CASE = "a case that is closed or was passed on"
    FAMOUS_CASE = "a crowd at one case"
    UNIT_CASE = "a supervisor at one case of the unit, again and again"
    UNIT_SKIM = "a supervisor through cases of the unit"
    STUDY_SKIM = "an analyst through cases"


SIZES: dict[Misuse, range] = {
    Misuse.DECOY: range(1, 2),
    Misuse.EX_PARTNER: range(3, 7),
    Misuse.SKIM: range(12, 21),
    Misuse.FORMER_CASE: range(2, 6),
    Misuse.FAMOUS_CASE: range(4, 9),
}
"""The five kinds that are planted, and how many looks each has; for a crowd, how many people."""
OF_EACH = 4
_WITHOUT_STANDING = ("investigator", "support worker")


@dataclass(frozen=True)
class Planted:
    """One misuse: whoever took part, each with the records seen."""

    kind: Misuse
    size: int
    looks: tuple[Look, ...]

    @property
    def seen(self) -> set[tuple[int, str]]:
        """Person and record of each look."""
        return {(look.person, look.record) for look in self.looks}


@dataclass
class Hand:
    """What a planting draws from: each insider does one thing, crowds apart."""

    office: Office
    chance: Random
    business: set[tuple[int, str]]
    """Person and record of ordinary looks in the reviewed days: who works there is no stranger."""
    used: set[int] = field(default_factory=set)

    def is_strange(self, person: Person, case: Case) -> bool:
        """Whether the person never had a part in a case and has no ordinary business there."""
        return (person.number, case.record) not in self.business and all(
            who != person.number for who, _, _ in case.parts
        )

    def somebody(self, *roles: str) -> Person:
        """Somebody with one of the roles who is at work on enough days and unused."""
        free = [
            one
            for one in self.office.people
            if one.role in roles and one.number not in self.used and len(_days(one)) >= 8
        ]
        person = self.chance.choice(free)
        self.used.add(person.number)
        return person

    def at(self, person: Person, day: int) -> datetime:
        """Some moment of the person’s shift."""
        return moment(day, person.hours[day] + self.chance.uniform(0.2, 7.8))

    def seen(self, person: Person, case: Case, days: Sequence[int]) -> tuple[Look, ...]:
        """A look on each of the days, by reference or by the list, some printed out."""
        looks = []
        for day in days:
            act = self.chance.choices([Act.OPENED, Act.LOOKED_UP, Act.EXPORTED], [6, 3, 1])[0]
            at, excuse = self.at(person, day), reasons.excuse(self.chance)
            looks.append(self.office.look(person, case, at, act, excuse))
        return tuple(looks)


def planted(
    office: Office,
    ordinary: Iterable[Look],
    chance: Random,
    plan: Sequence[tuple[Misuse, int]] | None = None,
) -> list[Planted]:
    """Misuses in the reviewed days; without a plan, four of each of the five kinds."""
    begin = moment(RUN_IN, 0)
    business = {(look.person, look.record) for look in ordinary if look.at >= begin}
    hand = Hand(office, chance, business)
    if plan is None:
        plan = [
            (kind, chance.choice(sizes)) for kind, sizes in SIZES.items() for _ in range(OF_EACH)
        ]
    return [Planted(kind, size, _DOINGS[kind](hand, size)) for kind, size in plan]


def _decoy(hand: Hand, size: int) -> tuple[Look, ...]:
    person = hand.somebody(*_WITHOUT_STANDING, "supervisor", "gatekeeper", "analyst")
    decoys = [one for one in hand.office.cases if one.is_decoy and one.force == person.force]
    return hand.seen(person, hand.chance.choice(decoys), hand.chance.choices(_days(person), k=size))


def _ex_partner(hand: Hand, size: int) -> tuple[Look, ...]:
    """An open case of a stranger, over about two weeks; twice a day now and then."""
    person = hand.somebody(*_WITHOUT_STANDING)
    days = _spread(person, size, longest=14, chance=hand.chance)
    strange = [
        one
        for one in hand.office.open_cases(person.force, days[0])
        if one.is_open(days[-1]) and hand.is_strange(person, one)
    ]
    return hand.seen(person, hand.chance.choice(strange), days)


def _skim(hand: Hand, size: int) -> tuple[Look, ...]:
    """Quick, or spread over the shift, by somebody whose cases they are not, or at the gate."""
    quick = hand.chance.random() < 0.75
    roles = (*_WITHOUT_STANDING, "gatekeeper") if quick else _WITHOUT_STANDING
    person = hand.somebody(*roles)
    return _through(hand, person, size, quick=quick)


def _former_case(hand: Hand, size: int) -> tuple[Look, ...]:
    """Closed while it was theirs, or passed on; over one to three weeks."""
    for _ in range(200):
        person = hand.somebody(*_WITHOUT_STANDING)
        hand.used.discard(person.number)
        days = _spread(person, size, longest=21, chance=hand.chance)
        former = [
            one
            for one in hand.office.cases
            if _was_theirs(one, person, days[0])
            and (person.number, one.record) not in hand.business
        ]
        if former:
            hand.used.add(person.number)
            return hand.seen(person, hand.chance.choice(former), days)
    raise RuntimeError("Nobody had a case that ended.")


def _famous_case(hand: Hand, size: int) -> tuple[Look, ...]:
    """So many people of the force, none of them assigned, within three days; some look twice."""
    force = hand.chance.choice(list(hand.office.incidents))
    first = RUN_IN + hand.chance.randrange(0, 27)
    days = range(first, first + 3)
    case = hand.chance.choice(hand.office.open_cases(force, first))
    curious = [
        one
        for one in hand.office.people
        if one.force == force
        and one.role in _WITHOUT_STANDING
        and set(days) & set(one.hours)
        and hand.is_strange(one, case)
    ]
    looks: list[Look] = []
    for person in hand.chance.sample(curious, size):
        on = hand.chance.choice([day for day in days if day in person.hours])
        looks += hand.seen(person, case, [on] * hand.chance.choice([1, 1, 2]))
    return tuple(looks)


def _unit_case(hand: Hand, size: int) -> tuple[Look, ...]:
    person = hand.somebody("supervisor")
    days = _spread(person, size, longest=14, chance=hand.chance)
    unit = [one for one in hand.office.open_cases(person.force, days[0]) if one.unit == person.unit]
    return hand.seen(person, hand.chance.choice(unit), days)


def _unit_skim(hand: Hand, size: int) -> tuple[Look, ...]:
    return _through(hand, hand.somebody("supervisor"), size, quick=True, own_unit=True)


def _study_skim(hand: Hand, size: int) -> tuple[Look, ...]:
    return _through(hand, hand.somebody("analyst"), size, quick=True)


_DOINGS: dict[Misuse, Callable[[Hand, int], tuple[Look, ...]]] = {
    Misuse.DECOY: _decoy,
    Misuse.EX_PARTNER: _ex_partner,
    Misuse.SKIM: _skim,
    Misuse.FORMER_CASE: _former_case,
    Misuse.FAMOUS_CASE: _famous_case,
    Misuse.UNIT_CASE: _unit_case,
    Misuse.UNIT_SKIM: _unit_skim,
    Misuse.STUDY_SKIM: _study_skim,
}


def _through(
    hand: Hand, person: Person, size: int, *, quick: bool, own_unit: bool = False
) -> tuple[Look, ...]:
    """One case after another on one day; each a look of some seconds to a few minutes."""
    day = hand.chance.choice(_days(person))
    cases = [
        one
        for one in hand.office.open_cases(person.force, day)
        if (one.unit == person.unit or not own_unit) and person.number not in one.assigned(day)
    ]
    moments = sorted(hand.at(person, day) for _ in range(size))
    if quick:
        now = hand.at(person, day)
        moments = [
            now := now + timedelta(seconds=hand.chance.uniform(20, 150)) for _ in range(size)
        ]
    excuses = [reasons.excuse(hand.chance) for _ in range(3)]
    return tuple(
        hand.office.look(person, case, at, Act.OPENED, hand.chance.choice(excuses))
        for case, at in zip(hand.chance.sample(cases, size), moments, strict=True)
    )


def _was_theirs(case: Case, person: Person, day: int) -> bool:
    """Whether the person had a part in it that ended in the months before, by closure or not."""
    if all(who != person.number for who, _, _ in case.parts):
        return False
    ended = case.ended(person.number, day)
    ends = [end for end in (ended, case.closed) if end is not None and end <= day]
    return bool(ends) and day - 100 <= min(ends) <= day - 3


def _days(person: Person) -> list[int]:
    """Days at work that are reviewed to their end; a night shift ends on the day after."""
    return [day for day in person.hours if RUN_IN <= day < DAYS - 1]


def _spread(person: Person, size: int, *, longest: int, chance: Random) -> list[int]:
    """Days at work within so many days, the first and the last at least five apart where it can."""
    days = _days(person)
    first = chance.choice([day for day in days if day < DAYS - 7])
    near = [day for day in days if first < day < first + longest]
    if size == 1 or not near:
        return [first] * size
    last = chance.choice([day for day in near if day >= first + 5] or near)
    between = [day for day in days if first <= day <= last]
    return sorted([first, last, *(chance.choice(between) for _ in range(size - 2))])
