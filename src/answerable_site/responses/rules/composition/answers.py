"""The findings of the report, word for word, each with the body's answer."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.statute import SECTION_55
from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Quotation,
    Runs,
    SummaryList,
    Table,
    plain,
)
from answerable.writing.words import date_in_words
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules.answers import ANSWERS, POSITIONS
from answerable_site.responses.rules.composition.openings import linked
from answerable_site.responses.rules.composition.words import (
    LANGUAGE,
    in_both,
    line,
    paragraph,
    verbatim,
)
from answerable_site.responses.rules.exclusions import without_excluded
from answerable_site.responses.rules.facts import (
    ExplanationFacts,
    ExplanationKind,
    FindingFacts,
    LimbFacts,
    ResponseFacts,
    heading_of,
)
from answerable_site.responses.rules.words import ExcludedPart

NO_ANSWER = "No answer yet"


def recommendations(response: ResponseFacts) -> Iterator[Block]:
    """Recommendations and causes of concern, in the order of the report."""
    report = response.report
    found = [f for f in report.findings if f.kind is not RecommendationKind.AREA_FOR_IMPROVEMENT]
    if not (found or report.number_gaps):
        return
    yield Heading(1, "Recommendations and our answers")
    for gap in report.number_gaps:
        yield paragraph(
            f"Numbers that the report does not show: {line(gap.missing)}. "
            f"{verbatim(gap.explanation)}"
        )
    yield from _at_a_glance(found)
    causes = {f.id for f in found if f.kind is RecommendationKind.CAUSE_OF_CONCERN}
    under_a_cause = False
    for finding in found:
        under_a_cause = under_a_cause if finding.parent_id in causes else False
        yield from _finding(finding, response, level=3 if under_a_cause else 2)
        under_a_cause = under_a_cause or finding.id in causes


def areas_for_improvement(response: ResponseFacts) -> Iterator[Block]:
    """Areas for improvement, which may be answered."""
    report = response.report
    areas = [f for f in report.findings if f.kind is RecommendationKind.AREA_FOR_IMPROVEMENT]
    if not areas:
        return
    yield Heading(1, "Areas for improvement")
    if report.basis.code == SECTION_55.code:
        yield paragraph(
            "The law asks for an answer to recommendations. Areas for improvement may be answered "
            "as well."
        )
    for area in areas:
        yield from _finding(area, response, level=2)


def _at_a_glance(found: list[FindingFacts]) -> Iterator[Block]:
    """A table of the answers, where there are several to keep apart."""
    asked = [f for f in found if f.kind is RecommendationKind.RECOMMENDATION]
    if len(asked) < 2 or not any(f.explanation for f in asked):
        return
    yield Table(
        caption="Our answers at a glance",
        header=("Recommendation", "Our answer", "Our position", "To be complete by"),
        rows=tuple(_row(finding) for finding in asked),
    )


def _row(finding: FindingFacts) -> tuple[str, ...]:
    number = line(finding.number) or "No number printed"
    answer = finding.explanation
    if answer is None:
        return number, NO_ANSWER, "Not stated", "–"
    position = POSITIONS[answer.position] if answer.position else "Not stated"
    due = date_in_words(answer.due_on, LANGUAGE) if answer.due_on else "–"
    return number, ANSWERS[answer.kind], position, due


def _finding(finding: FindingFacts, response: ResponseFacts, *, level: int) -> Iterator[Block]:
    inspectorates = line(", ".join(response.report.inspectorates)) or "The inspectorate"
    yield Heading(level, line(heading_of(finding)))
    yield Quotation(inspectorates, _printed(finding))
    if facts := tuple(_answer_facts(finding)):
        yield SummaryList(facts)
    if answer := finding.explanation:
        text, welsh = (
            without_excluded(words, response.exclusions, ExcludedPart.EXPLANATION, finding.id)
            for words in (answer.text, answer.welsh)
        )
        yield from in_both(text, answer.language, welsh)


def _printed(finding: FindingFacts) -> tuple[Paragraph | BulletList, ...]:
    text = verbatim(finding.text)
    limbs = tuple(plain(_limb(limb)) for limb in finding.limbs if verbatim(limb.text))
    blocks: list[Paragraph | BulletList] = [paragraph(text)] if text else []
    if limbs:
        blocks.append(BulletList(limbs))
    return tuple(blocks) or (paragraph("The register holds no text."),)


def _limb(limb: LimbFacts) -> str:
    text = verbatim(limb.text)
    return f"({limb.label}) {text}" if limb.label else text


def _answer_facts(finding: FindingFacts) -> Iterator[tuple[str, Runs]]:
    if finding.addressees:
        yield "Addressed to", plain(line("; ".join(finding.addressees)))
    for number, limb in enumerate(finding.limbs, start=1):
        if limb.addressees:
            point = f"Point ({line(limb.label)})" if limb.label else f"Point {number}"
            yield f"{point} is addressed to", plain(line("; ".join(limb.addressees)))
    if finding.deadline_worded.strip():
        yield "Deadline as worded", plain(line(finding.deadline_worded))
    if finding.explanation:
        yield from _answer(finding.explanation)


def _answer(explanation: ExplanationFacts) -> Iterator[tuple[str, Runs]]:
    yield "Our answer", plain(ANSWERS[explanation.kind])
    if explanation.position:
        yield "Our position", plain(POSITIONS[explanation.position])
    if explanation.kind is ExplanationKind.ACTION_PROPOSED:
        if explanation.due_on:
            yield "To be complete by", plain(date_in_words(explanation.due_on, LANGUAGE))
        if explanation.owner.strip():
            yield "Owner", plain(line(explanation.owner))
    if other := explanation.answered_in:
        yield "Answered in", linked(f"Our response to “{other.title}”", other.address)
    if explanation.priorities:
        yield "Police and Crime Plan", plain(line("; ".join(explanation.priorities)))
