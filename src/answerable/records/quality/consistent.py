"""Whether what a case says of a victim fits the offence, and itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.offences import RAPE
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import CharacteristicRecorded, State
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.report import OffenceAlleged
from answerable.records.quality import plausible
from answerable.records.quality.check import Check, Finding
from answerable.records.rules.characteristics import answer
from answerable.records.rules.rule import About
from answerable.records.rules.victims import victims
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_INSPECTION = "recommendation 1 of the joint inspection of July 2021"
_CLASSES = f"Home Office classes of rape, and {_INSPECTION}"


def _check(code: str, asks: str, citation: str, confidence: Confidence) -> Check:
    return Check(code, asks, citation, confidence, recommendation=1)


AGE_FITS_CLASS = _check(
    "age_fits_offence",
    "The age of the victim at the offence fits the class of rape.",
    _CLASSES,
    Confidence.CONFIRMED,
)
SEX_FITS_CLASS = _check(
    "sex_fits_offence",
    "The sex of the victim fits the class of rape.",
    _CLASSES,
    Confidence.CONFIRMED,
)
AGES_FIT = _check(
    "ages_fit",
    "A victim is not younger when asked than at the offence.",
    _INSPECTION,
    Confidence.REASONED,
)
PREGNANCY_FITS = _check(
    "pregnancy_fits",
    "Pregnancy fits the sex and the age of the victim, or was looked at again.",
    f"{_INSPECTION}; {plausible.PREGNANCY.citation}",
    plausible.PREGNANCY.confidence,
)
MARRIAGE_FITS = _check(
    "marriage_fits",
    "Marriage or civil partnership fits the age of the victim, or was looked at again.",
    f"{_INSPECTION}; {plausible.MARRIAGE.citation}",
    plausible.MARRIAGE.confidence,
)
CHECKS = (AGE_FITS_CLASS, SEX_FITS_CLASS, AGES_FIT, PREGNANCY_FITS, MARRIAGE_FITS)

_NEVER_MARRIED = "never"
_NOT_PREGNANT = "neither"


def findings(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Finding]:
    """What does not fit the offence or itself. An offence outside the classes is not judged."""
    for number, offence in file.of(OffenceAlleged):
        yield from _against_class(file, number, offence)
    for victim in victims(file):
        yield from _ages(file, victim)
        yield from _pregnancy(file, victim)
        yield from _marriage(file, victim)


def _against_class(file: CaseFile, number: int, offence: OffenceAlleged) -> Iterator[Finding]:
    rape = RAPE.get(offence.offence)
    if rape is None:
        return
    about = About(victim=offence.victim, event=number)
    age = _age_at_offence(file, offence.victim)
    if age is not None and not rape.fits_age(age):
        words = f"Victim {offence.victim} was {age} at the offence, which is {rape.code}."
        yield Finding(AGE_FITS_CLASS, words, offence.on, about)
    sex = _value(file, offence.victim, Characteristic.SEX)
    if rape.sex and sex and sex.value != rape.sex:
        words = (
            f"Victim {offence.victim} is recorded as {sex.value}, and the offence is {rape.code}."
        )
        yield Finding(SEX_FITS_CLASS, words, max(offence.on, sex.on), about)


def _ages(file: CaseFile, victim: int) -> Iterator[Finding]:
    at_offence, asked = _age_at_offence(file, victim), _value(file, victim, Characteristic.AGE)
    age = _years(asked)
    if asked and at_offence is not None and age is not None and age < at_offence:
        words = f"Victim {victim} was {at_offence} at the offence and {age} when asked."
        yield Finding(AGES_FIT, words, asked.on, About(victim=victim))


def _pregnancy(file: CaseFile, victim: int) -> Iterator[Finding]:
    pregnancy = _value(file, victim, Characteristic.PREGNANCY)
    if pregnancy is None or pregnancy.value == _NOT_PREGNANT:
        return
    sex, age = _value(file, victim, Characteristic.SEX), _age(file, victim)
    if sex and sex.value == "male":
        words = f"Victim {victim} is recorded as male and as pregnant or a recent mother."
        yield _look_again(PREGNANCY_FITS, words, max(pregnancy.on, sex.on), victim)
    elif age is not None and not plausible.PREGNANCY.hold(age):
        words = f"Victim {victim} is {age} and recorded as pregnant or a recent mother."
        yield _look_again(PREGNANCY_FITS, words, pregnancy.on, victim)


def _marriage(file: CaseFile, victim: int) -> Iterator[Finding]:
    marriage, age = _value(file, victim, Characteristic.MARRIAGE), _age(file, victim)
    if marriage is None or age is None or marriage.value == _NEVER_MARRIED:
        return
    if not plausible.MARRIAGE.hold(age):
        words = f"Victim {victim} is {age} and recorded as married, or as having been."
        yield _look_again(MARRIAGE_FITS, words, marriage.on, victim)


def _look_again(check: Check, words: str, since: date, victim: int) -> Finding:
    return Finding(check, f"{words} Both may be right: look again.", since, About(victim=victim))


def _value(
    file: CaseFile, victim: int, characteristic: Characteristic
) -> CharacteristicRecorded | None:
    event = answer(file, victim, characteristic)
    return event if event and event.state is State.RECORDED else None


def _age(file: CaseFile, victim: int) -> int | None:
    """As asked, else at the offence."""
    asked = _years(_value(file, victim, Characteristic.AGE))
    return _age_at_offence(file, victim) if asked is None else asked


def _years(event: CharacteristicRecorded | None) -> int | None:
    return int(event.value) if event and event.value.isdecimal() else None


def _age_at_offence(file: CaseFile, victim: int) -> int | None:
    said = [event.age for _, event in file.of(VictimIdentified) if event.victim == victim]
    return said[-1] if said else None
