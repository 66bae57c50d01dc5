"""What loading a list of attendance would do, row by row; nothing is done here."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from answerable_site.training.rules.intake.columns import Column
from answerable_site.training.rules.intake.rows import ListedPlace, Problem, ReadRow
from answerable_site.training.rules.words import Outcome


class Step(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version of a course that is kept."""

    version: int
    course: str
    label: str


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What tells one event from another."""

    version: int
    first_day: date
    last_day: date
    place: str

    @property
    def key(self) -> tuple[int, date, date, str]:
        """Capitals and spaces of a place do not count."""
        return self.version, self.first_day, self.last_day, _key(self.place)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that is held, with its latest result."""

    booking: int
    outcome: Outcome
    result_on: date


@dataclass(frozen=True, slots=True)
class Known:
    """What is held of one organisation."""

    records: Mapping[str, int]
    """Training records by the e-mail address of the person, in small letters."""
    versions: tuple[KnownVersion, ...]
    events: Mapping[tuple[int, date, date, str], int]
    """By `NewEvent.key`."""
    places: Mapping[tuple[int, int], KnownPlace]
    """By event and training record."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What becomes of one row, and why."""

    number: int
    step: Step
    listed: ListedPlace | None = None
    record: int | None = None
    event: NewEvent | None = None
    event_held: int | None = None
    """The event in the record that is meant; None for a new one."""
    held: KnownPlace | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading a list would do."""

    rows: tuple[PlannedRow, ...]

    @property
    def counts(self) -> Counter[Step]:
        """How many rows come to what."""
        return Counter(row.step for row in self.rows)

    @property
    def may_be_loaded(self) -> bool:
        """Whether no row is refused and at least one changes something."""
        steps = set(self.counts)
        return Step.REFUSED not in steps and bool(steps & {Step.ADDED, Step.UPDATED})

    @property
    def digest(self) -> str:
        """The SHA-256 of everything that the plan says: equal only for equal outcomes."""
        return hashlib.sha256("\n".join(map(repr, self.rows)).encode()).hexdigest()


def planned(rows: Iterable[ReadRow], known: Known) -> Plan:
    """What loading these rows over what is held would do.

    A row belongs to the event of its version, days and place, and to the person of its e-mail
    address. An outcome that is empty or "booked" takes no result back. Two rows about one place
    are both refused, so that the order of the rows never matters.
    """
    versions = {(_key(one.course), _key(one.label)): one for one in known.versions}
    found = [_planned(row, known, versions) for row in rows]
    return Plan(tuple(_without_doubles(found)))


def _planned(
    row: ReadRow, known: Known, versions: Mapping[tuple[str, str], KnownVersion]
) -> PlannedRow:
    if row.listed is None:
        return PlannedRow(row.number, Step.REFUSED, problems=row.problems)
    listed = row.listed
    version = versions.get((_key(listed.course), _key(listed.version)))
    record = known.records.get(listed.email)
    problems = tuple(_unknown(listed, version, record, versions))
    if version is None or record is None:
        return PlannedRow(row.number, Step.REFUSED, listed, problems=problems)
    event = NewEvent(version.version, listed.first_day, listed.last_day, listed.place)
    held_event = known.events.get(event.key)
    held = known.places.get((held_event, record)) if held_event is not None else None
    step = _step(listed, held)
    return PlannedRow(row.number, step, listed, record, event, held_event, held)


def _step(listed: ListedPlace, held: KnownPlace | None) -> Step:
    if held is None:
        return Step.ADDED
    if listed.outcome is Outcome.BOOKED:
        return Step.UNCHANGED
    same = (held.outcome, held.result_on) == (listed.outcome, listed.result_on)
    return Step.UNCHANGED if same else Step.UPDATED


def _unknown(
    listed: ListedPlace,
    version: KnownVersion | None,
    record: int | None,
    versions: Mapping[tuple[str, str], KnownVersion],
) -> Iterable[Problem]:
    if record is None:
        yield Problem(f"{listed.email} has no training record here. Open one first.", Column.EMAIL)
    if version is None:
        if any(course == _key(listed.course) for course, _ in versions):
            yield Problem(f"{listed.course} has no version “{listed.version}”.", Column.VERSION)
        else:
            yield Problem(f"No course is called “{listed.course}”. Add it first.", Column.COURSE)


def _without_doubles(rows: list[PlannedRow]) -> Iterable[PlannedRow]:
    named = Counter((row.event.key, row.record) for row in rows if row.event)
    for row in rows:
        if row.event and named[row.event.key, row.record] > 1:
            problem = Problem("Another row is about the same person and the same event.")
            yield replace(row, step=Step.REFUSED, problems=(problem,))
        else:
            yield row


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
