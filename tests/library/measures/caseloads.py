"""Small forces with cases that reach far enough for every measure to have something to count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from bench.histories.drawing import draw
from tests.library.cuts.caseloads import AS_OF, Caseload, characteristic

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.people import SuspectIdentified, VictimIdentified
from answerable.records.kinds.report import CrimeRecorded
from answerable.records.stages import Step

LATEST = AS_OF - timedelta(days=2)
OPENING: tuple[type[Event], ...] = (CrimeRecorded, VictimIdentified, SuspectIdentified)


def of_steps(*steps: Step) -> tuple[type[Event], ...]:
    """The kinds of some parts of a case."""
    return tuple(kind for kind in KINDS if kind.STEP in steps and kind is not RecordedInError)


def small_force(
    seed: int, kinds: Sequence[type[Event]], *, cases: int = 30, events: int = 12
) -> Caseload:
    """Cases with events of some kinds, some of them put right, some reported the other day."""
    lots = Random(seed)
    return [
        (_case(number, kinds, events, lots), _organisations(lots))
        for number in sorted(lots.sample(range(1, 10 * cases), cases))
    ]


def _organisations(lots: Random) -> dict[str, int]:
    found = {"force": lots.randint(1, 2)} if lots.random() < 0.95 else {}
    return found | ({"cps_area": 50} if lots.random() < 0.5 else {})


def _case(number: int, kinds: Sequence[type[Event]], events: int, lots: Random) -> CaseFile:
    days_ago = lots.choice((lots.randrange(60), lots.randrange(1200)))
    file = CaseFile(number, LATEST - timedelta(days=days_ago))
    for kind in OPENING:
        if lots.random() < 0.9:
            file = _with(file, _drawn(kind, file, lots), None, lots)
    for _ in range(lots.randint(0, events)):
        replaces = lots.choice(file.standing) if file.standing and lots.random() < 0.08 else None
        kind = type(replaces.event) if replaces else lots.choice(kinds)
        event: Event | None = _drawn(kind, file, lots)
        if replaces and lots.random() < 0.3:
            event = RecordedInError(on=replaces.event.on, reason="Of another case.")
        file = _with(file, event, replaces, lots)
    return file


def _drawn(kind: type[Event], file: CaseFile, lots: Random) -> Event | None:
    if kind is CharacteristicRecorded:
        return characteristic(lots, file.reported_on + timedelta(days=lots.randrange(40)))
    return draw(kind, file, lots, careful=lots.random() < 0.95)


def _with(file: CaseFile, event: Event | None, replaces: Recorded | None, lots: Random) -> CaseFile:
    if event is None:
        return file
    recorded = Recorded(
        number=file.next_number,
        event=event,
        recorded_at=datetime.combine(max(event.on, date(2000, 1, 1)), time(12), UTC),
        side=lots.choice(list(Side)),
        replaces=replaces.number if replaces else None,
    )
    return file.with_event(recorded)
