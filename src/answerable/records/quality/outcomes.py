"""Outcome codes against what happened: suspects, withdrawals, charges, the kind of offence.

A code closes a crime. It is no measurement of what a victim wanted, so it is held against the
events that say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.records.codes.offences import is_rape
from answerable.records.codes.outcomes import base
from answerable.records.file import CaseFile
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Decision, Maker, OutcomeRecorded, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.report import CrimeRecorded, OffenceAlleged
from answerable.records.kinds.withdrawal import ContactLost
from answerable.records.quality.check import Check, Finding
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import About
from answerable.records.rules.victims import victims
from answerable.records.rules.withdrawal import withdrawn
from answerable.statute import Confidence
from answerable.statute.limits import Limits

_FRAMEWORK = "Home Office outcomes framework, in force from April 2014"
_INSPECTION = "recommendation 3 of the joint inspection of July 2021"


def _check(
    code: str, asks: str, citation: str = _FRAMEWORK, recommendation: int | None = None
) -> Check:
    return Check(code, asks, citation, Confidence.REASONED, recommendation)


SUSPECT_NEEDED = _check(
    "outcome_needs_suspect", "Outcomes 15 and 16 are given where a suspect is identified."
)
NO_SUSPECT = _check(
    "outcome_without_suspect", "Outcomes 14 and 18 are given where no suspect is identified."
)
NOT_FOR_RAPE = _check(
    "outcome_not_for_rape", "Rape is not closed with outcome 6, 7, 8, 17, 19 or 22."
)
CAUTION = _check(
    "caution_needs_prosecutors",
    "A caution for rape, outcome 2 or 3, follows a decision of the prosecutors.",
)
WITHDRAWN_BUT_SUPPORTS = _check(
    "outcome_against_withdrawal",
    "Outcome 15, the victim supports, is not given while the victims have withdrawn.",
    f"{_FRAMEWORK}; {_INSPECTION}",
    3,
)
NO_WITHDRAWAL = _check(
    "outcome_without_withdrawal",
    "Outcomes 14 and 16, the victim does not support, have a withdrawal on record.",
    f"{_FRAMEWORK}; {_INSPECTION}",
    3,
)
NO_CONTACT = _check(
    "no_contact_as_withdrawal",
    "That a victim could not be reached is not recorded as their not supporting the case.",
    _INSPECTION,
    3,
)
CHARGE_DATE = _check("charge_without_day", "Outcome 1 has the day of a charge.")
AFTER_RECORDING = _check(
    "outcome_before_recording", "An outcome is not earlier than the recording of the crime."
)
CHECKS = (
    *(SUSPECT_NEEDED, NO_SUSPECT, NOT_FOR_RAPE, CAUTION, WITHDRAWN_BUT_SUPPORTS),
    *(NO_WITHDRAWAL, NO_CONTACT, CHARGE_DATE, AFTER_RECORDING),
)

_SUSPECT_IDENTIFIED = {15, 16}
_SUSPECT_UNKNOWN = {14, 18}
_NOT_FOR_RAPE = {6, 7, 8, 17, 19, 22}
_CAUTIONS = {2, 3}
_SUPPORTS = 15
_DOES_NOT_SUPPORT = {14, 16}
_CHARGED = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome as it was given, by a decision or against the crime."""

    number: int
    """The number of the event."""
    on: date
    code: str
    base: int
    """The Home Office’s code, without a local suffix."""
    suspects: tuple[int, ...]
    victims: tuple[int, ...]

    @property
    def name(self) -> str:
        """Such as "Outcome 16 of 3 March 2026"."""
        return f"Outcome {self.code} of {in_words(self.on)}"


def given(file: CaseFile) -> Iterator[Outcome]:
    """Every outcome that stands, earliest first. None of them is 0, which is no outcome."""
    for number, event in file.of(Decision, OutcomeRecorded):
        if isinstance(event, Decision):
            yield from _given(number, event.on, event.outcome, event.suspects, event.victims)
        if isinstance(event, OutcomeRecorded):
            suspects = (event.suspect,) if event.suspect else ()
            yield from _given(number, event.on, event.outcome, suspects, ())


def findings(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Finding]:
    """Outcomes that something else in the case speaks against."""
    for outcome in given(file):
        then = file.as_at(outcome.on)
        yield from _against_suspects(then, outcome)
        yield from _against_offence(file, outcome)
        yield from _against_support(then, outcome)
        yield from _against_days(file, outcome)


def _given(
    number: int, on: date, code: str, suspects: tuple[int, ...], victims: tuple[int, ...]
) -> Iterator[Outcome]:
    meaning = base(code)
    if meaning is not None:
        yield Outcome(number, on, code, meaning, suspects, victims)


def _against_suspects(then: CaseFile, outcome: Outcome) -> Iterator[Finding]:
    is_identified = then.first(SuspectIdentified) is not None
    if outcome.base in _SUSPECT_IDENTIFIED and not is_identified:
        yield _finding(SUSPECT_NEEDED, outcome, "no suspect had been identified")
    if outcome.base in _SUSPECT_UNKNOWN and is_identified:
        yield _finding(NO_SUSPECT, outcome, "a suspect had been identified")


def _against_offence(file: CaseFile, outcome: Outcome) -> Iterator[Finding]:
    if not any(is_rape(event.offence) for _, event in file.of(OffenceAlleged)):
        return
    if outcome.base in _NOT_FOR_RAPE:
        yield _finding(NOT_FOR_RAPE, outcome, "the offence is rape")
    if outcome.base in _CAUTIONS and not _prosecutors_agreed(file, outcome):
        yield _finding(CAUTION, outcome, "the prosecutors had not decided so")


def _prosecutors_agreed(file: CaseFile, outcome: Outcome) -> bool:
    return any(
        event.maker is Maker.CPS
        and event.made is What.OUT_OF_COURT
        and event.on <= outcome.on
        and _meets(event.suspects, outcome.suspects)
        for _, event in file.of(Decision)
    )


def _against_support(then: CaseFile, outcome: Outcome) -> Iterator[Finding]:
    concerned = outcome.victims or tuple(victims(then))
    gone = [victim for victim in concerned if withdrawn(then, victim)]
    if outcome.base == _SUPPORTS and concerned and len(gone) == len(concerned):
        yield _finding(WITHDRAWN_BUT_SUPPORTS, outcome, "the victims had withdrawn")
    if outcome.base in _DOES_NOT_SUPPORT and not gone:
        lost = any(event.victim in concerned for _, event in then.of(ContactLost))
        if lost:
            but = "contact had been lost, and nobody had withdrawn"
            yield _finding(NO_CONTACT, outcome, but)
        else:
            yield _finding(NO_WITHDRAWAL, outcome, "no withdrawal stood on record")


def _against_days(file: CaseFile, outcome: Outcome) -> Iterator[Finding]:
    charges = {event.suspect for _, event in file.of(Charged)}
    if outcome.base == _CHARGED and not _charged(charges, outcome.suspects):
        yield _finding(CHARGE_DATE, outcome, "no day of a charge is recorded")
    crime = file.first(CrimeRecorded)
    if crime and outcome.on < crime.on:
        but = f"the crime was recorded on {in_words(crime.on)}"
        yield _finding(AFTER_RECORDING, outcome, but)


def _charged(charged: set[int], suspects: tuple[int, ...]) -> bool:
    return bool(charged) and set(suspects) <= charged


def _meets(some: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Whether two lists of suspects have one in common; an empty one names all."""
    return not some or not others or bool(set(some) & set(others))


def _finding(check: Check, outcome: Outcome, but: str) -> Finding:
    words = f"{outcome.name}: {but}."
    suspect = outcome.suspects[0] if len(outcome.suspects) == 1 else None
    return Finding(check, words, outcome.on, About(suspect=suspect, event=outcome.number))
