"""Small forces with cases that reach far enough for every measure to have something to count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from bench.histories.drawing import draw
from tests.library.cuts.caseloads import AS_OF, Caseload, characteristic
from tests.library.synthetic.cases.inventing import part

from answerable.records.codes.characteristics import Characteristic
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Decision, OutcomeRecorded
from answerable.records.kinds.people import SuspectIdentified, SuspectStatus, VictimIdentified
from answerable.records.kinds.report import CrimeRecorded, NotACrime
from answerable.records.kinds.review import ReviewRequested
from answerable.records.kinds.telling import Told
from answerable.records.stages import Step
from answerable.synthetic.cases.files import case_files

LATEST = AS_OF - timedelta(days=2)
OPENING: tuple[type[Event], ...] = (CrimeRecorded, VictimIdentified, SuspectIdentified)


def invented(count: int) -> Caseload:
    """Cases that go as cases go, of three forces."""
    files = case_files(part(count), first=1, last=count)
    return [(file, {"force": file.case % 3 + 1}) for file in files]


def of_steps(*steps: Step) -> tuple[type[Event], ...]:
    """The kinds of some parts of a case."""
    return tuple(kind for kind in KINDS if kind.STEP in steps and kind is not RecordedInError)


PARTS: dict[str, tuple[type[Event], ...]] = {
    "characteristics": of_steps(Step.CHARACTERISTICS),
    "support": of_steps(Step.SUPPORT, Step.COURT, Step.INVESTIGATION, Step.SUBMISSION),
    "withdrawals": (*of_steps(Step.WITHDRAWAL), OutcomeRecorded, OutcomeRecorded),
    "plans": of_steps(Step.PLAN),
    "advice": (*of_steps(Step.ADVICE, Step.COMMUNICATION), NotACrime),
    "meetings": (*of_steps(Step.COMMUNICATION, Step.PEOPLE), Decision, Decision),
    "telling": (*of_steps(Step.TELLING, Step.PEOPLE), *(Decision, Told) * 4),
    "reviews": (
        *of_steps(Step.REVIEW, Step.WITHDRAWAL),
        *(Decision, Told, SuspectStatus, Charged, ReviewRequested) * 2,
    ),
    "submissions": (*of_steps(Step.SUBMISSION, Step.PILOT, Step.PEOPLE), *(Decision,) * 6),
    "pilot": (*of_steps(Step.PILOT, Step.COURT, Step.SUBMISSION), NotACrime),
}
"""What happens in the cases of a caseload: parts of a case, some kinds more often than others."""


def small_forces(seed: int, part: str, *, forces: int = 20, cases: int = 160) -> Caseload:
    """Cases of so many forces, in which one part of a case happens, some of it put right.

    Some were reported the other day, so that limits still run.
    """
    lots = Random(f"{part} {seed}")
    return [
        (_case(number, PARTS[part], lots), _organisations(forces, lots))
        for number in sorted(lots.sample(range(1, 10 * cases), cases))
    ]


def _organisations(forces: int, lots: Random) -> dict[str, int]:
    found = {"force": lots.randint(1, forces)} if lots.random() < 0.97 else {}
    return found | ({"cps_area": 50} if lots.random() < 0.5 else {})


def _case(number: int, kinds: Sequence[type[Event]], lots: Random) -> CaseFile:
    days_ago = lots.choice((lots.randrange(60), lots.randrange(1200)))
    file = CaseFile(number, LATEST - timedelta(days=days_ago))
    for kind in OPENING:
        if lots.random() < 0.9:
            file = _with(file, _drawn(kind, file, lots), None, lots)
    if CharacteristicRecorded in kinds and lots.random() < 0.3:
        for event in _all_nine(file, lots):
            file = _with(file, event, None, lots)
    for _ in range(lots.randint(0, 20)):
        replaces = lots.choice(file.standing) if file.standing and lots.random() < 0.08 else None
        kind = type(replaces.event) if replaces else lots.choice(kinds)
        event: Event | None = _drawn(kind, file, lots)
        if replaces and lots.random() < 0.3:
            event = RecordedInError(on=replaces.event.on, reason="Of another case.")
        file = _with(file, event, replaces, lots)
    return file


def _all_nine(file: CaseFile, lots: Random) -> Iterator[Event]:
    """Each characteristic with some answer, most of them soon."""
    for named in Characteristic:
        on = file.reported_on + timedelta(days=lots.choice((0, 3, 28, lots.randrange(120))))
        state = lots.choice((State.NOT_KNOWN, State.PREFER_NOT_TO_SAY))
        yield CharacteristicRecorded(on=on, victim=1, characteristic=named, state=state)


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
