"""At each stage the victim is asked what they want and how it was for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.voice import FeedbackDeclined, VictimFeedback, VictimPreference
from answerable.records.progress import current_stage
from answerable.records.rules.rule import About, Due, Rule
from answerable.records.rules.stage import reached
from answerable.records.rules.victims import victims
from answerable.statute import Confidence
from answerable.statute.limits import Limits

ASKED = Rule(
    code="victim_asked_at_stage",
    asks="Ask each victim, at every stage, what they want and how it was for them.",
    citation="recommendation 2 of the joint inspection of July 2021",
    confidence=Confidence.REASONED,
    recommendation=2,
)
RULES = (ASKED,)


def dues(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Due]:
    """Victims who were not asked at the present stage. Who does not want to say was asked."""
    now = current_stage(file)
    asked = {
        *(event.victim for _, event in file.of(VictimPreference) if event.stage is now),
        *(event.victim for _, event in file.of(VictimFeedback) if event.stage is now),
        *(event.victim for _, event in file.of(FeedbackDeclined) if event.stage is now),
    }
    silent = {victim: known for victim, known in victims(file).items() if victim not in asked}
    if not silent:
        return
    stage, since = reached(file)
    for victim, known in silent.items():
        yield Due(
            ASKED,
            f"Ask victim {victim} what they want and how it was (stage: {stage.label})",
            Side.POLICE,
            max(since, known),
            None,
            About(victim=victim),
        )
