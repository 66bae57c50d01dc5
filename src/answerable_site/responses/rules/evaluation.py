"""Every step of one response with its date and its proof, as a document for an auditor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from answerable.statute import Clock
from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    SummaryList,
    Table,
    WrittenDocument,
    plain,
)
from answerable.writing.words import date_in_words
from answerable_site.responses.rules.composition.words import LANGUAGE, line, paragraph
from answerable_site.responses.rules.facts import ReportFacts


@dataclass(frozen=True, slots=True)
class StepTaken:
    """Something that was done, or that is not done yet."""

    step: str
    law: str
    """The provision that asks for it; empty where none does."""
    on: date | None
    """None while it is not done."""
    by: str
    proof: str
    """How it can be shown, in words."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an auditor asks of one response."""

    report: ReportFacts
    clock: Clock | None
    """None where no statutory clock runs for the response."""
    body_name: str
    verdict: str
    """In time, late by how much, or still open."""
    steps: tuple[StepTaken, ...]
    missing: tuple[str, ...]
    """What the law asks for and the response lacks, a sentence each."""
    decisions: tuple[str, ...]
    """Decisions of named people on the way, a sentence each."""
    on: date
    """The civil date on which this was drawn up."""


def document_of(evaluation: Evaluation) -> WrittenDocument:
    """The evaluation as a document that prints as a whole.

    Raises:
        answerable.writing.blocks.UnwritableBlock: a title or name holds invisible characters.
    """
    return WrittenDocument(
        title=line(f"Evaluation of the response to “{evaluation.report.title}”"),
        language=LANGUAGE,
        author_body=line(evaluation.body_name),
        date=evaluation.on,
        subtitle="Every step, its date and its proof",
        notice="For audit: not a published document.",
        blocks=tuple(_blocks(evaluation)),
    )


def _blocks(evaluation: Evaluation) -> Iterator[Block]:
    yield Heading(1, "The report and its clock")
    yield SummaryList(
        (
            ("Report", plain(line(evaluation.report.title))),
            ("Published on", plain(date_in_words(evaluation.report.published_on, LANGUAGE))),
            ("Legal basis", plain(line(evaluation.report.basis.citation))),
            ("Verdict", plain(line(evaluation.verdict))),
        )
    )
    if evaluation.clock:
        yield BulletList(tuple(plain(line(step)) for step in evaluation.clock.working))
    yield Heading(1, "Steps")
    yield Table(
        caption="Steps of the response, with date and proof",
        header=("Step", "Asked for by", "Date", "By", "Proof"),
        rows=tuple(_row(step) for step in evaluation.steps),
    )
    yield from _list("What is missing", evaluation.missing, "Nothing that the law asks for.")
    yield from _list("Decisions", evaluation.decisions, "None was recorded.")


def _row(step: StepTaken) -> tuple[str, ...]:
    when = date_in_words(step.on, LANGUAGE) if step.on else "Not done"
    return (
        line(step.step),
        line(step.law) or "–",
        when,
        line(step.by) or "–",
        line(step.proof) or "–",
    )


def _list(heading: str, sentences: Iterable[str], none: str) -> Iterator[Block]:
    yield Heading(1, heading)
    items = tuple(plain(line(sentence)) for sentence in sentences)
    yield BulletList(items) if items else paragraph(none)
