"""Protected characteristics: valid, sourced, and the same wherever they are recorded.

That they are complete, and in time, is asked by rules: see `breached`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from answerable.records.codes import ethnicity
from answerable.records.codes.characteristics import (
    Characteristic,
    characteristic_restricted,
    list_named,
)
from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import (
    CharacteristicRecorded,
    EthnicityObserved,
    Source,
    State,
)
from answerable.records.quality.check import Check, Finding
from answerable.records.quality.comparing import are_one_answer
from answerable.records.rules.asked import in_words
from answerable.records.rules.characteristics import answer
from answerable.records.rules.rule import About
from answerable.records.rules.victims import victims
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_CITATION = "recommendation 1 of the joint inspection of July 2021: accurately and consistently"


def _check(code: str, asks: str) -> Check:
    return Check(code, asks, _CITATION, Confidence.REASONED, recommendation=1)


VALID = _check(
    "characteristic_valid",
    "A value is in the list that it names, and the list was in force when the victim was asked.",
)
SOURCED = _check(
    "characteristic_sourced",
    "What is recorded of a victim is their own answer, or that of somebody who may speak for them.",
)
OBSERVED_ONLY = _check(
    "ethnicity_observed_only",
    "What an officer saw does not stand alone: the victim was asked too.",
)
STABLE_WITHIN = _check(
    "characteristic_one_value_a_day",
    "On one day one side holds one value of a characteristic.",
)
SAME_ON_BOTH_SIDES = _check(
    "characteristic_same_on_both_sides",
    "Police and prosecutors hold the same value of a characteristic.",
)
CHECKS = (VALID, SOURCED, OBSERVED_ONLY, STABLE_WITHIN, SAME_ON_BOTH_SIDES)

_NOT_THEIR_OWN = {
    Source.OBSERVED: "what an officer saw",
    Source.IMPORTED: "from an older record that does not say whose answer it is",
}


@dataclass(frozen=True, slots=True)
class _Value:
    """A recorded value with where it stands."""

    number: int
    side: Side
    event: CharacteristicRecorded

    @property
    def name(self) -> str:
        return self.event.characteristic.label


def findings(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Finding]:
    """What is not valid, not the victim’s own, or not the same everywhere."""
    values = list(_values(file))
    yield from (found for value in values for found in _invalid(value))
    for victim in victims(file):
        yield from _unsourced(file, victim)
        yield from _observed_only(file, victim)
        yield from _two_on_one_day([one for one in values if one.event.victim == victim])
        yield from _two_sides(file, victim)


def _values(file: CaseFile) -> Iterator[_Value]:
    for one in file.standing:
        if isinstance(one.event, CharacteristicRecorded) and one.event.state is State.RECORDED:
            yield _Value(one.number, one.side, one.event)


def _invalid(value: _Value) -> Iterator[Finding]:
    event = value.event
    named = list_named(event.characteristic, event.code_list)
    if event.characteristic is Characteristic.RACE and event.value in ethnicity.NO_VALUES:
        yield _finding(VALID, f"{value.name}: {ethnicity.NO_VALUES[event.value]}.", value)
    elif named is None:
        yield _finding(VALID, f"{value.name}: the value names no list that is known.", value)
    elif named.label(event.value) is None:
        yield _finding(VALID, f"{value.name}: the value is not in “{named.name}”.", value)
    elif not named.governs(event.on):
        words = f"{value.name}: “{named.name}” was not in force on {in_words(event.on)}."
        yield _finding(VALID, words, value)


def _unsourced(file: CaseFile, victim: int) -> Iterator[Finding]:
    for characteristic in Characteristic:
        event = answer(file, victim, characteristic)
        if event and event.state is State.RECORDED and event.source in _NOT_THEIR_OWN:
            words = f"{characteristic.label} is {_NOT_THEIR_OWN[event.source]}."
            yield _of_victim(SOURCED, words, event.on, victim, characteristic)


def _observed_only(file: CaseFile, victim: int) -> Iterator[Finding]:
    observed = [one for _, one in file.of(EthnicityObserved) if one.victim == victim]
    asked = answer(file, victim, Characteristic.RACE)
    if observed and not (asked and asked.state.is_answered):
        words = f"Victim {victim} has an ethnic appearance on record and was not asked."
        yield Finding(OBSERVED_ONLY, words, observed[0].on, About(victim=victim))


def _two_on_one_day(values: list[_Value]) -> Iterator[Finding]:
    def place(value: _Value) -> tuple[str, str, date]:
        return value.event.characteristic, value.side, value.event.on

    for _, group in groupby(sorted(values, key=place), key=place):
        first, *others = group
        if any(not are_one_answer(first.event, other.event) for other in others):
            words = f"{first.name}: there are two values of {in_words(first.event.on)}."
            yield _finding(STABLE_WITHIN, words, first)


def _two_sides(file: CaseFile, victim: int) -> Iterator[Finding]:
    for characteristic in Characteristic:
        held = both_sides(file, victim, characteristic)
        if held and not are_one_answer(*held):
            since = max(one.on for one in held)
            words = f"{characteristic.label}: police and prosecutors hold different values."
            yield _of_victim(SAME_ON_BOTH_SIDES, words, since, victim, characteristic)


def both_sides(
    file: CaseFile, victim: int, characteristic: Characteristic
) -> tuple[CharacteristicRecorded, CharacteristicRecorded] | None:
    """The values of police and prosecutors, in this order; None unless both hold one."""
    police = answer(file, victim, characteristic, Side.POLICE)
    cps = answer(file, victim, characteristic, Side.CPS)
    if police and cps and police.state is cps.state is State.RECORDED:
        return police, cps
    return None


def _finding(check: Check, words: str, value: _Value) -> Finding:
    return Finding(
        check,
        words,
        value.event.on,
        About(victim=value.event.victim, event=value.number),
        is_restricted=characteristic_restricted(value.event.characteristic),
    )


def _of_victim(
    check: Check, words: str, since: date, victim: int, characteristic: Characteristic
) -> Finding:
    restricted = characteristic_restricted(characteristic)
    return Finding(check, words, since, About(victim=victim), is_restricted=restricted)
