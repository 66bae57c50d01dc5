"""What is known of each protected characteristic, and by when it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.ethnicity import Observed
from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import CharacteristicRecorded, Source, State
from answerable.records.kinds.report import CrimeRecorded
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.records.rules.victims import victims
from answerable.statute import Confidence
from answerable.statute.limits import Limits

FIRST = Rule(
    code="characteristics_first",
    asks="Record the age and the sex of each victim, or why they are not known.",
    citation="recommendation 1 of the joint inspection of July 2021",
    confidence=Confidence.REASONED,
    recommendation=1,
    limit="characteristics_first",
)
COMPLETE = Rule(
    code="characteristics_complete",
    asks="Record all protected characteristics of each victim, or why they are not known.",
    citation="recommendation 1 of the joint inspection of July 2021",
    confidence=Confidence.REASONED,
    recommendation=1,
    limit="characteristics_complete",
)
RULES = (FIRST, COMPLETE)

_FIRST = (Characteristic.AGE, Characteristic.SEX)
_REST = tuple(one for one in Characteristic if one not in _FIRST)


def known(file: CaseFile, victim: int, side: Side | None = None) -> dict[Characteristic, State]:
    """The state of each of the nine for a victim: exactly one each.

    Args:
        side: as this side's records have it; all sides' where None.
    """
    return {
        characteristic: event.state if event else State.NO_RECORD
        for characteristic in Characteristic
        for event in (answer(file, victim, characteristic, side),)
    }


def answer(
    file: CaseFile, victim: int, characteristic: Characteristic, side: Side | None = None
) -> CharacteristicRecorded | None:
    """What counts for a characteristic of a victim; None where there is no record.

    The latest answer counts. That somebody was not asked, or that a system holds no record, takes
    no earlier answer away.
    """
    found = [
        event for event in _records(file, victim, side) if event.characteristic is characteristic
    ]
    answers = [event for event in found if event.state.is_answered]
    said = answers or [event for event in found if _says_something(event)]
    return said[-1] if said else None


def impossible(_file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why a characteristic cannot be as it is recorded."""
    event = recorded.event
    if not isinstance(event, CharacteristicRecorded):
        return
    if event.state is State.RECORDED and not event.value:
        yield "Enter what the victim said, or choose why it is not known."
    if event.state is not State.RECORDED and event.value:
        yield f"“{event.state.label}” has no value. Leave the value empty, or choose “Recorded”."
    if event.state is State.NOT_ASKED and not (event.why_not_asked or event.reason):
        yield "Say why the victim was not asked."
    if event.state is not State.NOT_ASKED and event.why_not_asked:
        yield "A reason for not asking belongs to “Not asked” only."
    if event.characteristic is Characteristic.RACE and _is_observed(event):
        yield (
            "Ethnicity is what the victim says of themselves. Record what an officer saw as "
            "ethnic appearance, and ask the victim."
        )


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """Characteristics that are still to be asked for."""
    return asked.dues(_asked(file), limits)


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Characteristics that were not recorded in time."""
    return asked.breaches(_asked(file), limits, on)


def _asked(file: CaseFile) -> Iterator[Asked]:
    crime = file.first(CrimeRecorded)
    if crime is None:
        return
    for victim, since in victims(file).items():
        start = max(crime.on, since)
        for rule, wanted in ((FIRST, _FIRST), (COMPLETE, _REST)):
            days = _first_days(file, victim)
            missing = [one for one in wanted if one not in days]
            yield Asked(
                rule,
                f"Ask victim {victim}: {_listed(missing or wanted)}",
                Side.POLICE,
                start,
                None if missing else max(days[one] for one in wanted),
                About(victim=victim),
            )


def _first_days(file: CaseFile, victim: int) -> dict[Characteristic, date]:
    """The day since which each is more than no record."""
    days: dict[Characteristic, date] = {}
    for event in _records(file, victim, None):
        if _says_something(event):
            days.setdefault(event.characteristic, event.on)
    return days


def _records(file: CaseFile, victim: int, side: Side | None) -> Iterator[CharacteristicRecorded]:
    for one in file.standing:
        event = one.event
        if (
            isinstance(event, CharacteristicRecorded)
            and event.victim == victim
            and side in {None, one.side}
        ):
            yield event


def _says_something(event: CharacteristicRecorded) -> bool:
    return event.state is not State.NO_RECORD


def _is_observed(event: CharacteristicRecorded) -> bool:
    return event.source is Source.OBSERVED or event.value in set(Observed)


def _listed(characteristics: Iterable[Characteristic]) -> str:
    return ", ".join(one.label.lower() for one in characteristics)
