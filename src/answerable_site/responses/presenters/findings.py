"""One finding of the report with the answer to it."""

from __future__ import annotations

from dataclasses import dataclass

from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.presenters.texts import SavedText, saved_text
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import completeness, facts


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding as printed, and what is answered so far."""

    id: int
    heading: str
    text: str
    limbs: tuple[str, ...]
    addressees: str
    deadline: str
    answer: SavedText | None
    tag: str
    tag_classes: str
    missing: tuple[str, ...]
    """What the law still asks for, a sentence each."""
    is_optional: bool


def shown_finding(finding: facts.FindingFacts, held: Dossier) -> ShownFinding:
    """A finding with the latest answer and what that still lacks."""
    saved = held.explanations.get(finding.id)
    missing = tuple(
        gap.sentence for gap in completeness.gaps(held.facts) if gap.finding_id == finding.id
    )
    required = (
        completeness.explains_each_recommendation(held.facts.report)
        and finding.kind is RecommendationKind.RECOMMENDATION
    )
    tag, classes = _tag(answered=saved is not None, missing=bool(missing), required=required)
    return ShownFinding(
        id=finding.id,
        heading=facts.heading_of(finding),
        text=finding.text,
        limbs=tuple(
            f"({limb.label}) {limb.text}" if limb.label else limb.text for limb in finding.limbs
        ),
        addressees="; ".join(finding.addressees),
        deadline=finding.deadline_worded,
        answer=saved_text(saved) if saved else None,
        tag=tag,
        tag_classes=classes,
        missing=missing,
        is_optional=not required,
    )


def _tag(*, answered: bool, missing: bool, required: bool) -> tuple[str, str]:
    if answered and not missing:
        return "Explained", "govuk-tag--green"
    if answered:
        return "Unfinished", "govuk-tag--yellow"
    return ("To explain", "govuk-tag--blue") if required else ("Optional", "govuk-tag--grey")
