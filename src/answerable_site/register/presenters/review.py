"""How candidates and the decisions on them are worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from answerable_site.register import rules
from answerable_site.register.presenters.listing import heading, heading_of, shortened
from answerable_site.register.rules import DECIDED, Verdict

_VERDICTS: dict[str | None, tuple[str, str]] = {
    None: ("To decide", "yellow"),
    Verdict.ACCEPTED: ("Accepted", "green"),
    Verdict.SPLIT: ("Split", "green"),
    Verdict.MERGED: ("Merged", "green"),
    Verdict.REJECTED: ("Rejected", "grey"),
    Verdict.REOPENED: ("To decide again", "yellow"),
}


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """One decision in the history of a candidate."""

    verdict: str
    reason: str
    who: str
    when: datetime
    recommendations: tuple[tuple[int, str], ...]
    """Key and heading of what came of it and still stands."""


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """A candidate with the state of the decision on it."""

    id: int
    heading: str
    text: str
    page: int
    state: str
    colour: str
    is_decided: bool
    confidence: str
    doubts: tuple[str, ...]
    deadline_from: str
    other_places: tuple[dict[str, Any], ...]
    decisions: tuple[ShownDecision, ...]


def shown_candidate(candidate: Any) -> ShownCandidate:
    """A candidate from `queries.candidates_of`."""
    state, colour = _VERDICTS[candidate.verdict]
    proposal = candidate.proposal
    return ShownCandidate(
        id=candidate.pk,
        heading=heading_of(candidate.kind, candidate.number, candidate.text),
        text=shortened(candidate.text),
        page=candidate.page,
        state=state,
        colour=colour,
        is_decided=candidate.verdict in DECIDED,
        confidence=_confidence(candidate.confidence, proposal["doubts"]),
        doubts=tuple(proposal["doubts"]),
        deadline_from=proposal["deadline_from"] or "",
        other_places=tuple(proposal["other_places"]),
        decisions=tuple(_decision(one) for one in candidate.decisions.all()),
    )


def _confidence(confidence: float, doubts: list[str]) -> str:
    if rules.without_doubts(confidence=confidence, doubts=doubts):
        return "Found without doubts"
    return "Check it closely"


def _decision(decision: Any) -> ShownDecision:
    return ShownDecision(
        verdict=_VERDICTS[decision.verdict][0]
        if decision.verdict != Verdict.REOPENED
        else "Decision taken back",
        reason=decision.reason,
        who=decision.decided_by.full_name,
        when=decision.decided_at,
        recommendations=tuple((one.pk, heading(one)) for one in decision.recommendations.all()),
    )
