"""What must hold of every step of every history, and the count of what was judged."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.reference.second_order import wrong

from answerable.records import rules
from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds import from_stored, to_stored
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.people import VictimIdentified
from answerable.records.progress import current_stage, states
from answerable.records.rules.decision import last_known_outcome
from answerable.records.rules.entitlement import entitlement
from answerable.records.rules.review_right import last_day_to_ask
from answerable.statute.limits import LIMITS

SENTENCE = re.compile(r"[“A-Z0-9].{8,}[.?]", re.DOTALL)
UNWORDED = re.compile(r"\bNone\b|\{|\}|<|>|StrEnum|datetime")
NAMES = {rule.code for rule in rules.RULES}


class Disagreement(AssertionError):
    """The product and the second judgement differ, or something was not as it must be."""


@dataclass
class Tally:
    """What was judged, over many histories."""

    histories: int = 0
    accepted: int = 0
    refused: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    flagged: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)


def attempt(file: CaseFile, recorded: Recorded, tally: Tally) -> CaseFile:
    """The case with an event, where it is possible; as it was, where it is refused.

    The second judgement is asked of each refusal, of the case before and after each correction,
    which could hide what was wrong, and by `judge` of the whole.
    """
    reasons = rules.why_impossible(file, recorded)
    after = file.with_event(recorded)
    if recorded.replaces is not None:
        must_be_possible(file)
    if reasons and not wrong(str(file.reported_on), rows(after)):
        raise Disagreement(
            f"Only the product says {reasons} of {recorded} after {list(file.recorded)}"
        )
    if not reasons and recorded.replaces is not None:
        must_be_possible(after)
    for sentence in reasons:
        must_be_a_sentence(sentence)
    if reasons:
        tally.refused += 1
        return file
    tally.accepted += 1
    tally.kinds[recorded.event.kind()] += 1
    if from_stored(to_stored(recorded.event)) != recorded.event:
        raise Disagreement(f"{recorded.event} is stored as another.")
    return after


def judge(file: CaseFile, tally: Tally) -> None:
    """Ask the second judgement of the whole, and every rule on two days: none raises, and each
    breach names its rule."""
    must_be_possible(file)
    last = max((one.event.on for one in file.recorded), default=file.reported_on)
    for day in (last, last + timedelta(days=400)):
        breaches = rules.breaches(file, LIMITS, on=day)
        for breach in breaches:
            _named(breach.rule.code, breach.words)
            tally.flagged[breach.rule.code] += 1
            if breach.since > day:
                raise Disagreement(f"{breach} is of a day to come.")
        for due in rules.dues(file, LIMITS, on=day):
            _named(due.rule.code, f"{due.words}.")
            _late_is_open(due, breaches, day)
    for state in states(file).values():
        tally.reached[state.value] += 1
    current_stage(file)
    last_known_outcome(file)
    for number, _ in file.of(Decision):
        for _, victim in file.of(VictimIdentified):
            must_be_a_sentence(entitlement(file, number, victim.victim).why)
            last_day_to_ask(file, LIMITS, number, victim.victim)


def _late_is_open(due: rules.Due, breaches: list[rules.Breach], day: date) -> None:
    """What is due and late is an open breach of the same rule about the same."""
    if due.is_late(day) and not any(
        one.is_open and one.rule == due.rule and one.about == due.about for one in breaches
    ):
        raise Disagreement(f"{due} is late on {day} and no open breach says so.")


def must_be_possible(file: CaseFile) -> None:
    """Raise where the second judgement finds something in an accepted case that cannot be."""
    if second := wrong(str(file.reported_on), rows(file)):
        raise Disagreement(f"Only the second judgement says {second} of {list(file.recorded)}")


def _named(code: str, words: str) -> None:
    if code not in NAMES:
        raise Disagreement(f"{code} is none of the rules.")
    must_be_a_sentence(words)


def must_be_a_sentence(words: str) -> None:
    """Raise where words are not a sentence that a person can read."""
    if not SENTENCE.fullmatch(words) or UNWORDED.search(words):
        raise Disagreement(f"{words!r} is not a sentence.")


def rows(file: CaseFile) -> list[tuple[int, int | None, dict[str, Any]]]:
    """A case as the second judgement reads it."""
    return [(one.number, one.replaces, to_stored(one.event)) for one in file.recorded]
