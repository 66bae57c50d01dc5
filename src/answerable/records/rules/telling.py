"""Telling victims of decisions and of suspects’ steps: in time, as they wish, with reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import Status, SuspectStatus
from answerable.records.kinds.telling import Told, ToldOfStep, Uncontactable
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, in_words
from answerable.records.rules.decision import concerned_victims, decision_in_words
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.records.rules.told import (
    attempts,
    has_enhanced_rights,
    wishing_to_be_told,
)
from answerable.records.rules.victims import victims
from answerable.statute import Confidence, civil_date
from answerable.statute.limits import Limits

_CODE = "Code of Practice for Victims of Crime"
_RECOMMENDATION = "Joint thematic inspection of the response to rape, phase one, recommendation 6"

TELL_ENHANCED = Rule(
    code="tell_victim_enhanced",
    asks="Tell a victim with Enhanced Rights of a decision, with its reasons",
    citation=_CODE,
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=6,
    limit="tell_victim_enhanced",
)
TELL = Rule(
    code="tell_victim",
    asks="Tell a victim of a decision, with its reasons",
    citation=_CODE,
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=6,
    limit="tell_victim",
)
TELL_STEP_ENHANCED = Rule(
    code="tell_suspect_step_enhanced",
    asks="Tell a victim with Enhanced Rights what became of a suspect",
    citation=f"{_CODE}, Right 6",
    confidence=Confidence.CONFIRMED,
    recommendation=6,
    limit="tell_suspect_step_enhanced",
)
TELL_STEP = Rule(
    code="tell_suspect_step",
    asks="Tell a victim what became of a suspect",
    citation=f"{_CODE}, Right 6",
    confidence=Confidence.CONFIRMED,
    recommendation=6,
    limit="tell_suspect_step",
)
TRY_THREE_TIMES = Rule(
    code="try_three_times",
    asks="Try at least three times before giving up telling a victim",
    citation=f"{_RECOMMENDATION}; three is this product’s own figure",
    confidence=Confidence.REASONED,
    recommendation=6,
)
RULES = (TELL_ENHANCED, TELL, TELL_STEP_ENHANCED, TELL_STEP, TRY_THREE_TIMES)
ENOUGH_ATTEMPTS = 3

TOLD_OF = frozenset(
    {
        What.NOT_INVESTIGATE,
        What.NO_FURTHER_ACTION,
        What.CHARGE,
        What.OUT_OF_COURT,
        What.PROVISIONAL_NO_EVIDENCE,
        What.NO_EVIDENCE_OFFERED,
        What.STOP_PROSECUTION,
        What.LIE_ON_FILE,
    }
)
"""The decisions of which victims are told."""
_TOLD_BY_CPS = TOLD_OF - {What.CHARGE, What.NOT_INVESTIGATE, What.OUT_OF_COURT}
STEPS_TOLD_OF = frozenset(Status) - {Status.REMANDED}
"""The steps of a suspect of which victims are told; of remand the court’s results tell."""


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why nobody can have been told then; that it is not before the decision, by its day, is asked
    of everything that names an earlier event."""
    event = recorded.event
    if not isinstance(event, Told | ToldOfStep) or event.told_at is None:
        return
    if civil_date(event.told_at) != event.on:
        yield "The time of telling is on another day than the telling. Check both."
    if isinstance(event, Told):
        decision = file.named(event.decision, Decision)
        if decision and decision.decided_at and event.told_at < decision.decided_at:
            yield "The victim cannot have been told before the decision was made. Check both times."


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """Whom to tell of what."""
    yield from asked.dues(_everything(file), limits)


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Who was told late or not at all, and attempts that were given up too soon."""
    yield from asked.breaches(_everything(file), limits, on)
    for number, given_up in file.of(Uncontactable):
        tried = attempts(file, given_up.victim, given_up.decision)
        if sum(day <= given_up.on for day in tried) < ENOUGH_ATTEMPTS:
            told = told_on(file, given_up.victim, given_up.decision)
            yield Breach(
                TRY_THREE_TIMES,
                f"Telling victim {given_up.victim} was given up on {in_words(given_up.on)} after "
                f"{sum(day <= given_up.on for day in tried)} of {ENOUGH_ATTEMPTS} attempts.",
                given_up.on,
                About(victim=given_up.victim, event=number),
                is_open=told is None and len(tried) < ENOUGH_ATTEMPTS,
            )


def told_on(file: CaseFile, victim: int, decision: int) -> date | None:
    """When a victim was first told of a decision; None where they were not.

    Args:
        decision: the number of a decision that stands.
    """
    found = (
        told.on
        for _, told in file.of(Told)
        if told.victim == victim
        and file.standing_number(told.decision) == file.standing_number(decision)
    )
    return next(found, None)


def _everything(file: CaseFile) -> Iterator[Asked]:
    for number, decision in file.of(Decision):
        if decision.made in TOLD_OF:
            for victim in victims(file).keys() & concerned_victims(file, decision):
                yield from _telling_of_decision(file, number, decision, victim)
    for number, step in file.of(SuspectStatus):
        if step.status in STEPS_TOLD_OF:
            for victim in victims(file):
                yield from _telling_of_step(file, number, step, victim)


def _telling_of_decision(
    file: CaseFile, number: int, decision: Decision, victim: int
) -> Iterator[Asked]:
    by_cps = decision.maker is Maker.CPS and decision.made in _TOLD_BY_CPS
    told = told_on(file, victim, number)
    given_up = _rightly_given_up(file, victim, number)
    yield from wishing_to_be_told(
        file,
        Asked(
            TELL_ENHANCED if has_enhanced_rights(file, victim) else TELL,
            f"Tell victim {victim} of {decision_in_words(decision)}",
            Side.CPS if by_cps else Side.POLICE,
            max(decision.on, victims(file)[victim]),
            min((day for day in (told, given_up) if day), default=None),
            About(victim=victim, event=number),
        ),
    )


def _rightly_given_up(file: CaseFile, victim: int, decision: int) -> date | None:
    for _, given_up in file.of(Uncontactable):
        tried = attempts(file, victim, decision)
        if (
            given_up.victim == victim
            and file.standing_number(given_up.decision) == decision
            and sum(day <= given_up.on for day in tried) >= ENOUGH_ATTEMPTS
        ):
            return given_up.on
    return None


def _telling_of_step(
    file: CaseFile, number: int, step: SuspectStatus, victim: int
) -> Iterator[Asked]:
    told = (
        event.on
        for _, event in file.of(ToldOfStep)
        if event.victim == victim and file.standing_number(event.status) == number
    )
    label = step.status.label
    yield from wishing_to_be_told(
        file,
        Asked(
            TELL_STEP_ENHANCED if has_enhanced_rights(file, victim) else TELL_STEP,
            f"Tell victim {victim} about suspect {step.suspect} on {in_words(step.on)}: "
            f"{label[0].lower()}{label[1:]}",
            Side.POLICE,
            max(step.on, victims(file)[victim]),
            next(told, None),
            About(victim=victim, suspect=step.suspect, event=number),
        ),
    )
