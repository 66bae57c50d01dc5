"""The facts of a report that the press may have."""

from __future__ import annotations

from answerable.statute import why_no_clock
from answerable_site.publication.rules import PublicFacts
from answerable_site.responses.rules.facts import ReportFacts


def public_facts(report: ReportFacts) -> PublicFacts:
    """What the public register says of a report: no finding, no draft, nothing of the response."""
    clock = report.clock
    return PublicFacts(
        title=report.title,
        published_on=report.published_on,
        last_lawful_day=clock.last_lawful_day if clock else None,
        period_days=clock.period.days if clock else None,
        why_no_clock="" if clock else why_no_clock(report.published_on, report.basis),
        basis_name=report.basis.name,
        basis_citation=clock.period.citation if clock else report.basis.citation,
        inspectorates=report.inspectorates,
        source_address=report.source_address,
    )
