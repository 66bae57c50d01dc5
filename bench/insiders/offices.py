"""Who works in two invented forces, on which cases, and when: drawn by chance from a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from answerable.statute import LONDON
from answerable_site.accessreview.rules.looks import Act, Look, Standing

RUN_IN = 45
"""Days of ordinary work before the days that are reviewed, so that there is a past to compare."""
REVIEWED = 30
DAYS = RUN_IN + REVIEWED
FIRST = date(2026, 2, 2)
"""A Monday; summer time begins within the reviewed days."""
FORCES = (1, 2)
ROLES = {
    "investigator": 14,
    "supervisor": 3,
    "gatekeeper": 3,
    "support worker": 3,
    "analyst": 2,
}
"""People of each role in a force: 25, so 50 in both."""
SHIFTS = {"early": 7, "late": 14, "night": 22}
NEW_CASES_A_DAY = 7
OPEN_AT_FIRST = 270
CLOSED_BEFORE = 250
DECOYS = 6
NEW_STARTERS = 4


@dataclass
class Person:
    """Somebody with a role in a force, and the days on which they are at work."""

    number: int
    role: str
    force: int
    unit: int
    starts: int = 0
    """Day of the first day at work."""
    is_hasty: bool = False
    """Gives reasons of a word or two."""
    hours: dict[int, int] = field(default_factory=dict)
    """The hour at which work begins, by day; absent on the other days."""
    on_leave: range = range(0)


@dataclass
class Case:
    """A case with those who were ever assigned to it; days are counted from `FIRST`."""

    record: str
    force: int
    unit: int
    opened: int
    closed: int | None = None
    parts: list[tuple[int, int, int | None]] = field(default_factory=list)
    """Person, first day, and the day on which the assignment ended."""
    is_decoy: bool = False

    def is_open(self, day: int) -> bool:
        """Whether there is work to do in it."""
        return self.opened <= day and (self.closed is None or self.closed > day)

    def assigned(self, day: int) -> set[int]:
        """Who is assigned on a day; also after closure."""
        return {who for who, since, to in self.parts if since <= day and (to is None or day < to)}

    def ended(self, person: int, day: int) -> int | None:
        """The day on which the last assignment of a person ended that lasts no more."""
        ends = [to for who, _, to in self.parts if who == person and to is not None and to <= day]
        return max(ends, default=None)


@dataclass
class Office:
    """Both forces."""

    people: list[Person]
    cases: list[Case]
    incidents: dict[int, int]
    """The day of a great incident, by force."""

    def look(
        self, person: Person, case: Case, at: datetime, act: Act = Act.OPENED, reason: str = ""
    ) -> Look:
        """What the record of access holds about it."""
        day = (at.date() - FIRST).days
        assigned = case.assigned(day)
        standing = _standing(person, case, assigned)
        ended = case.ended(person.number, day)
        return Look(
            at=at,
            person=person.number,
            role=person.role,
            organisation=person.force,
            record=case.record,
            record_organisation=case.force,
            act=act,
            standing=standing,
            reason=reason if standing is Standing.BROKE_GLASS else "",
            is_decoy=case.is_decoy,
            closed_on=_date(case.closed)
            if case.closed is not None and case.closed <= day
            else None,
            assignment_ended_at=None if ended is None else moment(ended, 17),
            people_assigned=len(assigned),
        )

    def open_cases(self, force: int, day: int) -> list[Case]:
        """Open cases of a force, without decoys."""
        return [
            case
            for case in self.cases
            if case.force == force and case.is_open(day) and not case.is_decoy
        ]


def moment(day: int, hour: float) -> datetime:
    """A moment of a day, so many hours after midnight; may lie in the night after."""
    return datetime.combine(_date(day), time(), LONDON) + timedelta(hours=hour)


def _date(day: int) -> date:
    return FIRST + timedelta(days=day)


def drawn(chance: Random) -> Office:
    """Two forces with people, rotas, cases and assignments."""
    people = [person for force in FORCES for person in _people(force, chance)]
    for starter in chance.sample(
        [one for one in people if one.role == "investigator"], NEW_STARTERS
    ):
        starter.starts = RUN_IN + chance.randrange(2, 16)
    for person in people:
        _give_rota(person, chance)
    cases = [case for force in FORCES for case in _cases(force, people, chance)]
    incidents = {force: RUN_IN + chance.randrange(3, 26) for force in FORCES}
    return Office(people, cases, incidents)


def _standing(person: Person, case: Case, assigned: set[int]) -> Standing:
    if person.number in assigned:
        return Standing.ASSIGNED
    if person.force == case.force and (
        person.role in {"gatekeeper", "analyst"}
        or (person.role == "supervisor" and person.unit == case.unit)
    ):
        return Standing.SUPERVISES
    return Standing.BROKE_GLASS


def _people(force: int, chance: Random) -> list[Person]:
    roles = [role for role, count in ROLES.items() for _ in range(count)]
    return [
        Person(
            force * 100 + place,
            role,
            force,
            unit=place % 3,
            is_hasty=chance.random() < 0.15,
        )
        for place, role in enumerate(roles)
    ]


def _give_rota(person: Person, chance: Random) -> None:
    if chance.random() < 0.6:
        first = chance.randrange(DAYS - 12)
        person.on_leave = range(first, first + chance.randrange(5, 13))
    for day in range(person.starts, DAYS):
        is_weekend = _date(day).weekday() >= 5
        by_shift = person.role == "investigator"
        share = (0.3 if by_shift else 0.04) if is_weekend else (0.8 if by_shift else 0.95)
        if day in person.on_leave or chance.random() > share:
            continue
        shift = ("early", "late", "early", "night")[(day // 7 + person.number) % 4]
        person.hours[day] = SHIFTS[shift] if by_shift else 8


def _cases(force: int, people: list[Person], chance: Random) -> list[Case]:
    investigators = [one for one in people if one.force == force and one.role == "investigator"]
    support = [one for one in people if one.force == force and one.role == "support worker"]
    opened = [
        *(-chance.randrange(1, 120) for _ in range(OPEN_AT_FIRST)),
        *(day for day in range(DAYS) for _ in range(NEW_CASES_A_DAY)),
    ]
    cases = []
    for number, day in enumerate(opened):
        lasts = round(chance.expovariate(1 / 38)) + 3
        closed = max(day, 0) + lasts
        cases.append(_case(force, number, day, closed, investigators, support, chance))
    for number in range(CLOSED_BEFORE):
        closed = -chance.randrange(1, 200)
        cases.append(
            _case(force, len(opened) + number, closed - 60, closed, investigators, support, chance)
        )
    decoys = [
        Case(f"casework.case:{force}{9000 + place}", force, place % 3, -200, is_decoy=True)
        for place in range(DECOYS)
    ]
    return cases + decoys


def _case(
    force: int,
    number: int,
    day: int,
    closed: int,
    investigators: list[Person],
    support: list[Person],
    chance: Random,
) -> Case:
    ready = [one for one in investigators if one.starts <= max(day, 0)]
    holder = chance.choice(ready)
    case = Case(f"casework.case:{force}{number:04}", force, holder.unit, day)
    case.closed = closed if closed < DAYS else None
    starters = [one for one in investigators if one.starts and case.is_open(one.starts)]
    if starters and chance.random() < 0.06:
        _hand_over(case, holder, chance.choice(starters), starters[0].starts)
    elif chance.random() < 0.12 and closed - max(day, 0) > 6:
        others = [one for one in ready if one is not holder]
        _hand_over(case, holder, chance.choice(others), chance.randrange(max(day, 0) + 2, closed))
    else:
        case.parts.append((holder.number, day, None))
    if chance.random() < 0.25:
        second = chance.choice(ready)
        if all(who != second.number for who, _, _ in case.parts):
            case.parts.append((second.number, day, None))
    if chance.random() < 0.5:
        case.parts.append((chance.choice(support).number, day, None))
    return case


def _hand_over(case: Case, old: Person, new: Person, day: int) -> None:
    day = max(day, new.starts)
    case.parts += [(old.number, case.opened, day), (new.number, day, None)]
