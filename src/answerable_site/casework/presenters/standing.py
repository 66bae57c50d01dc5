"""Where a case stands: for each suspect, and which decisions a victim may have reviewed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.voice import VictimFeedback, VictimPreference
from answerable.records.progress import current_stage, states
from answerable.records.rules.decision import concerned_victims
from answerable.records.rules.entitlement import entitlement
from answerable_site.design.dates import date_in_words


@dataclass(frozen=True, slots=True)
class ShownStanding:
    """Where a case stands, in words."""

    stage: str
    suspects: tuple[tuple[str, str], ...]
    """Each suspect, or the case as a whole while nobody is identified, and where it stands."""


@dataclass(frozen=True, slots=True)
class ShownRight:
    """Whether a victim may ask for a review of a decision, and why."""

    decision: str
    victim: str
    is_entitled: bool
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a victim said, and when."""

    victim: str
    on: str
    words: str
    through: str


def shown_standing(file: CaseFile) -> ShownStanding:
    """Where a case stands as at its latest event."""
    return ShownStanding(
        stage=current_stage(file).label,
        suspects=tuple(
            (f"Suspect {suspect}" if suspect else "The case", state.label)
            for suspect, state in states(file).items()
        ),
    )


def shown_rights(file: CaseFile, victims: Collection[int] | None) -> list[ShownRight]:
    """The right to a review of each decision that falls under a scheme, for each victim.

    Args:
        victims: those whose rights the viewer sees, by number; None for all.
    """
    shown = []
    for number, decision in file.of(Decision):
        for victim in concerned_victims(file, decision):
            found = entitlement(file, number, victim)
            if found.scheme is not None and (victims is None or victim in victims):
                shown.append(
                    ShownRight(
                        decision=f"{decision.made.label}, {date_in_words(decision.on)}",
                        victim=f"Victim {victim}",
                        is_entitled=found.is_entitled,
                        why=found.why,
                    )
                )
    return shown


def said_by_victims(file: CaseFile) -> list[Said]:
    """What the victims of a case wish and think, latest first: shown beside a decision."""
    found: list[VictimPreference | VictimFeedback] = [
        event
        for _, event in file.of(VictimPreference, VictimFeedback)
        if isinstance(event, VictimPreference | VictimFeedback)
    ]
    return [
        Said(
            victim=f"Victim {event.victim}",
            on=date_in_words(event.on),
            words=event.words,
            through=event.through.label,
        )
        for event in reversed(found)
    ]
