"""Ordinary days at work: everything here is innocent, much of it looks odd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from answerable_site.accessreview.rules.looks import Act, Look
from bench.insiders import reasons
from bench.insiders.offices import DAYS, RUN_IN, Case, Office, Person, moment

_BUSY = 1.6
"""How much more everybody opens on the day of a great incident."""


@dataclass
class Day:
    """One person’s day: a clock that goes on with every look."""

    office: Office
    person: Person
    number: int
    chance: Random
    now: datetime
    diligence: float = 1.0
    """How much of the work that leads to looks is written down, against the usual."""
    had_part_in: list[Case] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    def wait(self, shortest: float, longest: float) -> None:
        """Let minutes pass."""
        self.now += timedelta(minutes=self.chance.uniform(shortest, longest))

    def see(self, case: Case, *, work: float, reason: str = "", quick: bool = False) -> None:
        """Open a case; with that chance something is recorded in it after a while."""
        act = Act.LOOKED_UP if self.chance.random() < 0.3 else Act.OPENED
        self.looks.append(self.office.look(self.person, case, self.now, act, reason))
        if self.chance.random() < work * self.diligence:
            self.wait(4, 22)
            self.looks.append(self.office.look(self.person, case, self.now, Act.RECORDED, reason))
            self.wait(1, 6)
        elif quick:
            self.wait(0.4, 3)
        else:
            self.wait(2, 12)

    def some(self, cases: list[Case], least: int, most: int) -> list[Case]:
        """Some of the cases, more of them on a busy day."""
        count = self.chance.randint(least, most)
        if self.office.incidents[self.person.force] == self.number:
            count = round(count * _BUSY)
        return self.chance.sample(cases, min(count, len(cases)))

    def own_cases(self) -> list[Case]:
        """Open cases that the person is assigned to."""
        return [
            case
            for case in self.had_part_in
            if case.is_open(self.number) and self.person.number in case.assigned(self.number)
        ]

    def reason(self) -> str:
        """A reason in this person’s manner."""
        return reasons.hasty(self.chance) if self.person.is_hasty else reasons.proper(self.chance)


def ordinary_looks(office: Office, chance: Random, diligence: float = 1.0) -> list[Look]:
    """All looks of all people on all days, the run-in among them."""
    looks: list[Look] = []
    again: dict[tuple[int, int], list[Case]] = defaultdict(list)
    parts = {person.number: _part_in(office, person) for person in office.people}
    cover = _cover(office, chance)
    for number in range(DAYS):
        open_by_force = {force: office.open_cases(force, number) for force in office.incidents}
        for person in office.people:
            if number not in person.hours:
                continue
            begins = moment(number, person.hours[number] + chance.random())
            parts_of = parts[person.number]
            day = Day(office, person, number, chance, begins, diligence, parts_of)
            _DUTIES[person.role](day, open_by_force[person.force])
            absent = cover.get((person.number, number))
            _chances_of_the_day(day, open_by_force[person.force], absent)
            _closed_cases(day, again)
            looks += day.looks
    return sorted(
        [*looks, *_incidents(office, chance, diligence), *_appeals(office, chance, diligence)],
        key=_at,
    )


def _at(look: Look) -> datetime:
    return look.at


def _investigates(day: Day, cases: list[Case]) -> None:
    own = day.own_cases()
    for case in day.some(own, 0, 3):
        day.see(case, work=0.05, quick=True)
    for case in day.some(own, 4, 9):
        day.see(case, work=0.55)
        if day.chance.random() < 0.25:
            day.see(case, work=0.4)
    if day.number - day.person.starts < 7 and day.person.starts:
        for case in day.some(cases, 1, 4):
            day.see(case, work=0.25, reason="Shadowing a colleague, first week")


def _supervises(day: Day, cases: list[Case]) -> None:
    unit = [case for case in cases if case.unit == day.person.unit]
    for case in day.some(unit, 6, 12):
        day.see(case, work=0.05, quick=True)
    for case in day.some(unit, 4, 9):
        day.see(case, work=0.55)
    if day.number % 7 == day.person.number % 5:
        for case in day.some(unit, 12, 24):
            day.see(case, work=0.4, quick=day.chance.random() < 0.5)


def _keeps_the_gate(day: Day, cases: list[Case]) -> None:
    for case in day.some(cases, 18, 30):
        day.see(case, work=0.85)


def _supports(day: Day, _: list[Case]) -> None:
    own = day.own_cases()
    for case in day.some(own, 5, 9):
        day.see(case, work=0.6)


def _analyses(day: Day, cases: list[Case]) -> None:
    for case in day.some(cases, 4, 10):
        day.see(case, work=0.2)
    if day.chance.random() < 0.15:
        for case in day.some(cases, 25, 45):
            day.see(case, work=0, quick=True)


_DUTIES: dict[str, Callable[[Day, list[Case]], None]] = {
    "investigator": _investigates,
    "supervisor": _supervises,
    "gatekeeper": _keeps_the_gate,
    "support worker": _supports,
    "analyst": _analyses,
}


def _chances_of_the_day(day: Day, cases: list[Case], absent: Person | None) -> None:
    """Callers, wrong references, cover for somebody on leave, and questions after a handover."""
    chance = day.chance
    if chance.random() < 0.14:
        day.see(chance.choice(cases), work=0.6, reason=day.reason())
    if chance.random() < 0.02:
        every = [case for case in day.office.cases if case.force == day.person.force]
        day.see(chance.choice(every), work=0, reason=day.reason())
    if absent:
        theirs = [case for case in cases if absent.number in case.assigned(day.number)]
        for case in day.some(theirs, 1, 4):
            day.see(case, work=0.7, reason=reasons.for_cover(absent.number, chance))
    for case in day.had_part_in:
        ended = case.ended(day.person.number, day.number)
        if ended is not None and case.is_open(day.number):
            likely = 0.2 if day.number - ended <= 6 else 0.01
            if chance.random() < likely:
                day.see(case, work=0.3, reason=f"Question about the handover of {case.record}")


def _closed_cases(day: Day, again: dict[tuple[int, int], list[Case]]) -> None:
    """A closed case of one’s own or one’s unit is opened for reference; at times once more."""
    for case in again.pop((day.person.number, day.number), []):
        day.see(case, work=0.5)
    closed = [
        case
        for case in day.had_part_in
        if case.closed is not None
        and case.closed <= day.number
        and case.ended(day.person.number, day.number) is None
    ]
    if closed and day.chance.random() < 0.12:
        case = day.chance.choice(closed)
        day.see(case, work=0.4)
        if day.chance.random() < 0.15:
            again[day.person.number, day.number + day.chance.randint(1, 4)].append(case)


def _part_in(office: Office, person: Person) -> list[Case]:
    """Cases that a person ever had a part in; a supervisor, all of the unit."""
    if person.role == "supervisor":
        return [
            case
            for case in office.cases
            if (case.force, case.unit) == (person.force, person.unit) and not case.is_decoy
        ]
    return [case for case in office.cases if any(who == person.number for who, _, _ in case.parts)]


def _cover(office: Office, chance: Random) -> dict[tuple[int, int], Person]:
    """Who stands in for whom, by person and day: one colleague for each leave."""
    cover = {}
    for absent in office.people:
        if absent.role not in {"investigator", "support worker"} or not absent.on_leave:
            continue
        colleague = chance.choice(
            [
                one
                for one in office.people
                if (one.role, one.force) == (absent.role, absent.force) and one is not absent
            ]
        )
        for number in absent.on_leave:
            cover[colleague.number, number] = absent
    return cover


def _incidents(office: Office, chance: Random, diligence: float) -> list[Look]:
    """A great incident: many who are on duty open the new case before anybody assigns them."""
    looks = []
    for force, number in office.incidents.items():
        case = chance.choice(
            [one for one in office.open_cases(force, number) if one.opened == number]
        )
        on_duty = [one for one in office.people if one.force == force and number in one.hours]
        for person in chance.sample(on_duty, min(len(on_duty), chance.randint(8, 12))):
            begins = moment(number, person.hours[number] + chance.uniform(1, 7))
            day = Day(office, person, number, chance, begins, diligence)
            for _ in range(chance.randint(1, 3)):
                day.see(case, work=0.7, reason="Major incident, tasked by the duty officer")
            looks += day.looks
    return looks


def _appeals(office: Office, chance: Random, diligence: float) -> list[Look]:
    """A victim rings again and again in two days, and whoever picks up opens the case."""
    looks = []
    for force in office.incidents:
        number = RUN_IN + chance.randrange(0, 28)
        case = chance.choice(office.open_cases(force, number))
        for on in (number, number + 1):
            on_duty = [one for one in office.people if one.force == force and on in one.hours]
            for person in chance.sample(on_duty, min(len(on_duty), chance.randint(1, 3))):
                begins = moment(on, person.hours[on] + chance.uniform(1, 7))
                day = Day(office, person, on, chance, begins, diligence)
                day.see(case, work=0.6, reason=day.reason())
                looks += day.looks
    return looks
