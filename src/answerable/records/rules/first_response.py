"""What a victim is owed at the start: needs, a specially trained officer, a personal statement.

No national limit is known for any of them, so they are asked without one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.first_response import (
    AccountPlanned,
    NeedsAssessed,
    PersonalStatement,
    SpecialistDeployed,
)
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked
from answerable.records.rules.rule import About, Due, Rule
from answerable.records.rules.victims import victims
from answerable.records.rules.withdrawal import withdrawn
from answerable.statute import Confidence
from answerable.statute.limits import Limits

NEEDS = Rule(
    code="needs_assessed",
    asks="Assess what each victim needs.",
    citation="Right 4 of the Victims’ Code",
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=2,
)
SPECIALIST = Rule(
    code="specialist_deployed",
    asks="Deploy a specially trained officer to each victim.",
    citation="practice of forces for rape and serious sexual offences; no national limit is known",
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=2,
)
PERSONAL_STATEMENT = Rule(
    code="personal_statement_offered",
    asks="Offer each victim to make a victim personal statement, at any time.",
    citation="Right 7 of the Victims’ Code",
    confidence=Confidence.TO_BE_VERIFIED,
)
RULES = (NEEDS, SPECIALIST, PERSONAL_STATEMENT)

_ASKED: tuple[tuple[Rule, type[Event], str], ...] = (
    (NEEDS, NeedsAssessed, "Assess the needs of"),
    (SPECIALIST, SpecialistDeployed, "Deploy a specially trained officer to"),
    (PERSONAL_STATEMENT, PersonalStatement, "Offer a victim personal statement to"),
)


def impossible(_file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Why an account cannot have been planned so."""
    event = recorded.event
    if isinstance(event, AccountPlanned) and event.planned_for < event.on:
        yield "The account would be planned for a day before it was agreed. Check both days."


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """What each victim is still owed. Nobody who withdrew is asked for a personal statement."""
    return asked.dues(_asked(file), limits)


def _asked(file: CaseFile) -> Iterator[Asked]:
    for victim, since in victims(file).items():
        has_withdrawn = withdrawn(file, victim) is not None
        for rule, kind, to_do in _ASKED:
            if rule is PERSONAL_STATEMENT and has_withdrawn:
                continue
            days = [event.on for _, event in file.of(kind) if getattr(event, "victim", 0) == victim]
            yield Asked(
                rule,
                f"{to_do} victim {victim}",
                Side.POLICE,
                since,
                min(days, default=None),
                About(victim=victim),
            )
