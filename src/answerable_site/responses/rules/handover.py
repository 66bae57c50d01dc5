"""The facts of a report that the press may have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable_site.publication.rules import PublicFacts
from answerable_site.responses.rules.facts import ResponseFacts


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """An answer that was published before, on other pages than the public register's."""

    published_on: date
    address: str
    is_complete: bool | None
    """Whether it held everything that the law asks for; None where nobody knows."""


def public_facts(response: ResponseFacts, earlier: EarlierAnswer | None = None) -> PublicFacts:
    """What the public register says of a report: no finding, no draft, nothing of the response but
    whether the law asks for it, and when and where an earlier one was published."""
    report, clock = response.report, response.clock
    return PublicFacts(
        title=report.title,
        published_on=report.published_on,
        last_lawful_day=clock.last_lawful_day if clock else None,
        period_days=clock.period.days if clock else None,
        why_no_clock=response.why_no_clock,
        basis_name=report.basis.name,
        basis_citation=clock.period.citation if clock else report.basis.citation,
        inspectorates=report.inspectorates,
        source_address=report.source_address,
        earlier_answer_on=earlier.published_on if earlier else None,
        earlier_answer_address=earlier.address if earlier else "",
        earlier_answer_is_complete=earlier.is_complete if earlier else None,
    )
