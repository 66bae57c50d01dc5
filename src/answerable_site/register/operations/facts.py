"""The facts of an inspection written to its row, compared, and what is counted from them."""

from __future__ import annotations

from collections.abc import Sequence

from answerable import statute
from answerable_site.people.models import Organisation
from answerable_site.register import rules
from answerable_site.register.models import Inspection
from answerable_site.register.rules import InspectionFacts


def _take_facts(inspection: Inspection, facts: InspectionFacts) -> None:
    clock = statute.clock_for(facts.published_on, statute.basis(facts.legal_basis))
    inspection.title = facts.title
    inspection.kind = facts.kind
    inspection.published_on = facts.published_on
    inspection.date_source = facts.date_source
    inspection.legal_basis = facts.legal_basis
    inspection.last_lawful_day = clock.last_lawful_day if clock else None
    inspection.inspectorates = list(facts.inspectorates)
    inspection.source_address = facts.source_address
    inspection.key_findings = list(facts.key_findings)
    inspection.series = facts.series
    inspection.phase = facts.phase


def _in_words(inspection: Inspection, bodies: Sequence[Organisation]) -> dict[str, str]:
    return {
        "Title": inspection.title,
        "Kind": rules.InspectionKind(inspection.kind).label,
        "Publication date": inspection.published_on.isoformat(),
        "Where the date was found": rules.DateSource(inspection.date_source).label,
        "Legal basis": statute.basis(inspection.legal_basis).name,
        "Inspectorates": ", ".join(inspection.inspectorates),
        "Web address": inspection.source_address,
        "Key findings": "\n".join(inspection.key_findings),
        "Series": inspection.series,
        "Phase": inspection.phase,
        "Bodies concerned": ", ".join(sorted(body.name for body in bodies)),
    }


def _changes(before: dict[str, str], after: dict[str, str]) -> list[dict[str, str]]:
    return [
        {"what": what, "before": before[what], "after": after[what]}
        for what in before
        if before[what] != after[what]
    ]


def _count_anew(inspection: Inspection) -> None:
    for recommendation in inspection.recommendations.prefetch_related("working_deadlines"):
        recommendation.published_on = inspection.published_on
        recommendation.due_on = rules.resolved(
            recommendation.deadline,
            base=recommendation.deadline_from_on or inspection.published_on,
        ).on
        working = list(recommendation.working_deadlines.all())
        recommendation.expected_on = working[-1].on if working else recommendation.due_on
        recommendation.save()
