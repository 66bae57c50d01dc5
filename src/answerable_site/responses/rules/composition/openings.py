"""How a response begins: which version this is, and which report it answers."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.statute import why_no_clock
from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    Run,
    Runs,
    SummaryList,
    UnwritableBlock,
    plain,
)
from answerable.writing.words import date_in_words
from answerable_site.responses.rules.composition.words import LANGUAGE, line, paragraph, verbatim
from answerable_site.responses.rules.facts import ReportFacts, RevisionFacts
from answerable_site.responses.rules.words import RevisionKind

REVISED = {
    RevisionKind.CORRECTED: "corrected",
    RevisionKind.SUPPLEMENTED: "supplemented",
}


def about_the_version(revision: RevisionFacts | None) -> Iterator[Block]:
    """For a further version: what it replaces, and why."""
    if revision is None:
        return
    before = date_in_words(revision.replaces_published_on, LANGUAGE)
    yield Heading(1, "About this version")
    yield paragraph(
        f"This is version {revision.version}, {REVISED[revision.kind]}. It takes the place of "
        f"version {revision.version - 1}, which was published on {before} and keeps its own "
        "address."
    )
    yield paragraph(f"Why there is another version: {line(revision.reason)}")


def about_the_report(report: ReportFacts) -> Iterator[Block]:
    """The facts of the report and what it found."""
    yield Heading(1, "About the report")
    yield SummaryList(tuple(_facts(report)))
    found = tuple(plain(verbatim(text)) for text in report.key_findings if verbatim(text))
    if found:
        yield Heading(2, "Key findings of the report")
        yield BulletList(found)


def _facts(report: ReportFacts) -> Iterator[tuple[str, Runs]]:
    yield "Report", linked(report.title, report.source_address)
    yield "Published on", plain(date_in_words(report.published_on, LANGUAGE))
    if report.inspectorates:
        yield "Inspectorates", plain(line(", ".join(report.inspectorates)))
    yield "Legal basis", plain(f"{report.basis.name}: {report.basis.citation}")
    if clock := report.clock:
        last = date_in_words(clock.last_lawful_day, LANGUAGE)
        yield (
            "Last lawful day",
            plain(
                f"{last} ({clock.period.days} days beginning with the day of publication: "
                f"{clock.period.citation})"
            ),
        )
    else:
        yield "Last lawful day", plain(why_no_clock(report.published_on, report.basis))


def linked(title: str, address: str) -> Runs:
    """A title as a link where its address is one that may be followed."""
    try:
        return (Run(line(title), link=address or None),)
    except UnwritableBlock:
        return plain(line(title))
