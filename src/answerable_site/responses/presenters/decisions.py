"""Decisions of people: on the duty, and on what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import ANONYMOUS, Viewer
from answerable_site.responses import access, queries
from answerable_site.responses.presenters.texts import by_whom
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import completeness
from answerable_site.responses.rules.binding import RULES, Proposal
from answerable_site.responses.rules.exclusions import holds
from answerable_site.responses.rules.facts import heading_of
from answerable_site.responses.rules.words import BindingGround, ExcludedPart

if TYPE_CHECKING:
    from answerable_site.responses.models import BindingDecision, Exclusion, Response


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """What the product proposes on the duty."""

    answer: str
    because: str
    says: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision on the duty."""

    answer: str
    reason: str
    by: str
    differs: str
    """What the product had proposed, where that was something else."""


@dataclass(frozen=True, slots=True)
class ShownExclusion:
    """A passage that is or was left out."""

    id: int
    place: str
    passage: str
    reason: str
    """For the office alone; empty for those of the force."""
    public_reason: str
    by: str
    lifted: str
    """Why and by whom it was lifted; empty while it stands."""
    warnings: tuple[str, ...]


def shown_proposal(proposal: Proposal) -> ShownProposal:
    """A proposal with what follows from it and where that stands."""
    rule = RULES[proposal.ground]
    return ShownProposal(
        rule.label, proposal.because, rule.says, rule.source, rule.confidence.value
    )


def shown_decisions(response: Response | None) -> tuple[ShownDecision, ...]:
    """Every decision on the duty, latest first."""
    return tuple(shown_decision(row) for row in queries.binding_decisions(response))


def shown_decision(row: BindingDecision) -> ShownDecision:
    """One decision on the duty."""
    other = f" (“{row.answered_with.title}”)" if row.answered_with else ""
    return ShownDecision(
        answer=f"{RULES[BindingGround(row.ground)].label}{other}",
        reason=row.reason,
        by=by_whom(row.decided_by, row.decided_at),
        differs=RULES[BindingGround(row.proposed)].label if row.proposed != row.ground else "",
    )


_PLACES = {
    ExcludedPart.OWN_COMMENTS: "Your own comments",
    ExcludedPart.CHIEF_OFFICER: "The chief officer’s comments",
    ExcludedPart.REPLY: "The reply to the chief officer",
}


def places_to_exclude(held: Dossier) -> list[tuple[str, str]]:
    """Parts of the response that hold a text, as choices of a form."""
    parts = [(part, None, name) for part, name in _PLACES.items()]
    findings = [
        (ExcludedPart.EXPLANATION, finding.id, f"Explanation: {heading_of(finding)}")
        for finding in held.facts.report.findings
    ]
    return [
        (part.value if finding_id is None else f"{part.value}:{finding_id}", name)
        for part, finding_id, name in [*parts, *findings]
        if completeness.text_of(held.facts, part, finding_id).strip()
    ]


def shown_exclusions(held: Dossier, *, viewer: Viewer = ANONYMOUS) -> tuple[ShownExclusion, ...]:
    """Every passage that is or was left out, latest first.

    Args:
        viewer: who reads; the reason for the office is for those of the body alone.
    """
    of_the_body = access.works_for(viewer, held.body.pk)
    return tuple(
        _shown(row, held, with_reason=of_the_body) for row in queries.exclusions_of(held.response)
    )


def _shown(row: Exclusion, held: Dossier, *, with_reason: bool) -> ShownExclusion:
    lifted = ""
    if row.lifted_at and row.lifted_by:
        lifted = f"Lifted by {by_whom(row.lifted_by, row.lifted_at)}. {row.lifted_because}"
    return ShownExclusion(
        id=row.pk,
        place=_place(row, held),
        passage=row.passage,
        reason=row.reason if with_reason else "",
        public_reason=row.public_reason,
        by=f"{row.decided_by.full_name}, {row.decided_as}, {date_in_words(row.decided_at)}",
        lifted=lifted,
        warnings=() if row.lifted_at else tuple(_warnings(row, held)),
    )


def _place(row: Exclusion, held: Dossier) -> str:
    if row.recommendation_id is None:
        return _PLACES[ExcludedPart(row.part)]
    named = [f for f in held.facts.report.findings if f.id == row.recommendation_id]
    return f"Explanation: {heading_of(named[0])}" if named else "Explanation"


def _warnings(row: Exclusion, held: Dossier) -> list[str]:
    """Where the words stand in plain sight although they are left out elsewhere."""
    here = row.part if row.recommendation_id is None else f"{row.part}:{row.recommendation_id}"
    found = []
    for value, name in places_to_exclude(held):
        part, _, finding = value.partition(":")
        texts = completeness.texts_of(
            held.facts, ExcludedPart(part), int(finding) if finding else None
        )
        stands = any(holds(text, row.passage) for text in texts)
        if value == here and not stands:
            found.append("The text no longer holds these words. Look at it, and decide again.")
        elif value != here and stands:
            found.append(f"The same words stand in another place and are published: {name}.")
    return found
