"""Cases of anything in any order, as files, and what there is of organisations, for cuts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from bench.histories.drawing import draw

from answerable.cuts.organisations import InPost, OfOrganisations, PathwayReview, month_ends
from answerable.records.codes.characteristics import LISTS, Characteristic
from answerable.records.codes.qualification import Qualification
from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.plan import ItemAnswered, ItemHandedOver, ItemMoved, ItemSet

AS_OF = date(2026, 3, 31)
EARLIEST = date(2023, 1, 2)
ITEMS = (ItemSet, ItemMoved, ItemMoved, ItemHandedOver, ItemAnswered)

Caseload = list[tuple[CaseFile, Mapping[str, int]]]


def caseload(seed: int, cases: int = 12, events: int = 14) -> Caseload:
    """So many cases, numbered with gaps, each with some events; every third has corrections."""
    lots = Random(seed)
    numbers = sorted(lots.sample(range(1, 10 * cases), cases))
    return [(_case(number, events, lots), _organisations(lots)) for number in numbers]


def _organisations(lots: Random) -> dict[str, int]:
    found = {"force": lots.randint(1, 3)}
    return found | ({"cps_area": lots.randint(50, 52)} if lots.random() < 0.5 else {})


def _case(number: int, events: int, lots: Random) -> CaseFile:
    file = CaseFile(number, EARLIEST + timedelta(days=lots.randrange(900)))
    for _ in range(lots.randint(0, events)):
        replaces = _put_right(file, lots)
        event = _event(file, lots, replaces)
        if event is not None:
            recorded = datetime.combine(event.on, time(lots.randrange(24)), UTC)
            recorded += timedelta(days=lots.choice((0, 0, 1, 40)))
            file = file.with_event(
                Recorded(
                    number=file.next_number + lots.choice((0, 0, 3)),
                    event=event,
                    recorded_at=recorded,
                    side=lots.choice(list(Side)),
                    why_in_breach=lots.choice(("", "Nobody was there.")),
                    replaces=replaces.number if replaces else None,
                )
            )
    return file


def _put_right(file: CaseFile, lots: Random) -> Recorded | None:
    replaced = {one.replaces for one in file.recorded}
    left = [one for one in file.recorded if one.number not in replaced]
    return lots.choice(left) if left and lots.random() < 0.15 else None


def _event(file: CaseFile, lots: Random, replaces: Recorded | None) -> Event | None:
    if replaces is not None and lots.random() < 0.4:
        return RecordedInError(on=replaces.event.on, reason="Of another case.")
    kind = type(replaces.event) if replaces else lots.choice((*KINDS, *ITEMS * 4))
    if kind is RecordedInError:
        return None
    if kind is CharacteristicRecorded:
        return characteristic(lots, file.reported_on)
    return draw(kind, file, lots, careful=True)


def characteristic(lots: Random, on: date) -> CharacteristicRecorded:
    """A characteristic with an answer of its list, or without one."""
    named = lots.choice(list(Characteristic))
    state = lots.choice(list(State))
    version = lots.choice(LISTS[named])
    value = lots.choice(version.codes).code if state is State.RECORDED else ""
    return CharacteristicRecorded(
        on=on,
        victim=1,
        characteristic=named,
        state=state,
        value=value,
        code_list=version.code if value else "",
    )


def organisations(seed: int, *, forces: int = 20, months: int = 8) -> OfOrganisations:
    """Who was in post in some of the forces, and reviews of the pathway of some, up to some months
    after the as-of day and of an organisation without a case too."""
    lots = Random(f"organisations {seed}")
    first, last = AS_OF - timedelta(days=30 * months), AS_OF + timedelta(days=70)
    in_post = [
        InPost(force, day, {one: lots.choice((0, 0, 1, 4)) for one in Qualification})
        for force in range(1, forces + 2)
        for day in month_ends(first, last)
        if lots.random() < 0.7
    ]
    pathways = [("cps_area", 50), *(("force", one) for one in range(1, forces + 2))]
    held = [
        (pathway, AS_OF - timedelta(days=lots.randrange(-60, 800)))
        for pathway in pathways
        for _ in range(lots.randrange(4))
    ]
    reviews = [
        PathwayReview(*pathway, held_on, held_on + timedelta(days=lots.choice((1, 180))))
        for pathway, held_on in held
    ]
    return OfOrganisations(in_post, reviews)
