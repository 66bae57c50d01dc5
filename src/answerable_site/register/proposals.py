"""What stands in a form before a person has said anything: proposals read from a document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from answerable import statute
from answerable_site.register import queries, rules
from answerable_site.register.rules import (
    Addressed,
    DateSource,
    Draft,
    DraftLimb,
    InspectionKind,
    RecommendationKind,
)

if TYPE_CHECKING:
    from answerable_site.register.models import (
        Addressee,
        DocumentReading,
        Inspection,
        ReceivedDocument,
        Recommendation,
    )


def proposed(document: ReceivedDocument, reading: DocumentReading) -> dict[str, Any]:
    """The facts of an inspection as its document shows them, for the form that confirms them."""
    facts = reading.facts
    title = " ".join((facts.get("title") or "").split())[:500]
    part = rules.part_of_series(title)
    kind = facts.get("inspection_type")
    published_on = _day(facts.get("published"))
    bodies = queries.proposed_bodies(
        kind=InspectionKind(kind) if kind else None,
        force=facts.get("force"),
        own_id=document.held_by_id,
    )
    return {
        "title": title,
        "published_on": published_on,
        "date_source": DateSource.DOCUMENT.value if published_on else None,
        "kind": kind,
        "legal_basis": statute.propose_basis(title).code,
        "bodies": [body.pk for body in bodies],
        "inspectorates": ", ".join(facts.get("inspectorates", ())),
        "series": part.series[:200] if part else "",
        "phase": part.phase if part else "",
        "key_findings": "\n\n".join(facts.get("key_findings", ())),
    }


def as_entered(inspection: Inspection) -> dict[str, Any]:
    """The facts of an inspection as they stand, for the form that corrects them."""
    return {
        "title": inspection.title,
        "published_on": inspection.published_on,
        "date_source": inspection.date_source,
        "kind": inspection.kind,
        "legal_basis": inspection.legal_basis,
        "bodies": [body.pk for body in inspection.bodies_concerned.all()],
        "inspectorates": ", ".join(inspection.inspectorates),
        "source_address": inspection.source_address,
        "series": inspection.series,
        "phase": inspection.phase,
        "key_findings": "\n\n".join(inspection.key_findings),
    }


def _day(found: str | None) -> date | None:
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        return None


def as_draft(recommendation: Recommendation) -> Draft:
    """A recommendation as it stands, for the form that corrects it."""
    addressees = list(recommendation.addressees.all())
    return Draft(
        kind=RecommendationKind(recommendation.kind),
        text=recommendation.text,
        number=recommendation.number,
        limbs=tuple(
            DraftLimb(
                text=limb.text,
                label=limb.label,
                addressees=_addressed(addressees, limb.pk),
                deadline=limb.deadline,
                deadline_worded=limb.deadline_worded,
            )
            for limb in recommendation.limbs.all()
        ),
        addressees=_addressed(addressees, None),
        deadline=recommendation.deadline,
        deadline_worded=recommendation.deadline_worded,
        deadline_from_on=recommendation.deadline_from_on,
    )


def _addressed(addressees: list[Addressee], limb_id: int | None) -> tuple[Addressed, ...]:
    return tuple(
        Addressed(one.name, one.kind, one.condition) for one in addressees if one.limb_id == limb_id
    )
