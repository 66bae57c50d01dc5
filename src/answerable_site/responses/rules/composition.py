"""From the facts of a response to the document that is signed and published."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.statute import SECTION_55, why_no_clock
from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Quotation,
    Run,
    Runs,
    SummaryList,
    UnwritableBlock,
    WrittenDocument,
    is_writable,
    plain,
)
from answerable.writing.text import paragraphs_from_text
from answerable.writing.words import date_in_words
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules.facts import (
    ChiefOfficerFacts,
    ExplanationFacts,
    ExplanationKind,
    FindingFacts,
    LimbFacts,
    ReportFacts,
    ResponseFacts,
    SignatoryFacts,
    heading_of,
)

LANGUAGE = "en-GB"
NOT_SIGNED = "Draft: not signed and not published."

ANSWERS = {
    ExplanationKind.ACTION_TAKEN: "Action taken",
    ExplanationKind.ACTION_PROPOSED: "Action proposed",
    ExplanationKind.NONE_AND_WHY: "No action, and why",
}


def compose(response: ResponseFacts, *, signatory: SignatoryFacts | None = None) -> WrittenDocument:
    """The whole response as a document.

    Without a signatory it is a draft and says so. With one it is what is published, to the last
    byte: the date that it bears is the day of signature.

    Raises:
        answerable.writing.blocks.UnwritableBlock: a title or name holds invisible characters.
    """
    return WrittenDocument(
        title=_line(f"Response to “{response.report.title}”"),
        language=LANGUAGE,
        author_body=_line(response.body.name),
        date=signatory.signed_on if signatory else None,
        notice=None if signatory else NOT_SIGNED,
        blocks=tuple(_blocks(response, signatory)),
    )


def _blocks(response: ResponseFacts, signatory: SignatoryFacts | None) -> Iterator[Block]:
    report = response.report
    yield from _about(report)
    yield from _own_comments(response)
    yield from _chief_officer(response)
    yield from _reply(response)
    yield from _recommendations(report)
    yield from _areas_for_improvement(report)
    yield from _signature(signatory)


def _about(report: ReportFacts) -> Iterator[Block]:
    yield Heading(1, "About the report")
    yield SummaryList(tuple(_facts(report)))
    found = tuple(plain(_verbatim(text)) for text in report.key_findings if _verbatim(text))
    if found:
        yield Heading(2, "Key findings of the report")
        yield BulletList(found)


def _facts(report: ReportFacts) -> Iterator[tuple[str, Runs]]:
    yield "Report", _title(report)
    yield "Published on", plain(date_in_words(report.published_on, LANGUAGE))
    if report.inspectorates:
        yield "Inspectorates", plain(_line(", ".join(report.inspectorates)))
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


def _title(report: ReportFacts) -> Runs:
    title = _line(report.title)
    try:
        return (Run(title, link=report.source_address or None),)
    except UnwritableBlock:
        return plain(title)


def _own_comments(response: ResponseFacts) -> Iterator[Block]:
    said = paragraphs_from_text(response.own_comments)
    if said:
        yield Heading(1, _line(f"Comments of the {response.body.holder_title}"))
        yield from said


def _chief_officer(response: ResponseFacts) -> Iterator[Block]:
    if response.report.basis.code != SECTION_55.code and response.chief_officer is None:
        return
    title = response.body.chief_officer_title
    yield Heading(1, _line(f"Comments of the {title}"))
    if invited := response.invitation:
        yield _paragraph(
            f"The {title} was invited on {date_in_words(invited.invited_on, LANGUAGE)} to comment "
            f"by {date_in_words(invited.comments_wanted_by, LANGUAGE)}."
        )
    if response.chief_officer:
        yield from _comments(response.chief_officer, title)


def _comments(comments: ChiefOfficerFacts, title: str) -> Iterator[Block]:
    said = paragraphs_from_text(comments.text)
    if comments.none_received_by:
        wanted = date_in_words(comments.none_received_by, LANGUAGE)
        yield _paragraph(f"No comments of the {title} were received by {wanted}.")
    elif said and comments.received_on:
        received = date_in_words(comments.received_on, LANGUAGE)
        yield _paragraph(f"The comments were received on {received}.")
        who = ", ".join(part for part in (comments.author_name, comments.author_title) if part)
        yield Quotation(_line(who or title), said)


def _reply(response: ResponseFacts) -> Iterator[Block]:
    said = paragraphs_from_text(response.reply)
    if said:
        yield Heading(1, _line(f"Reply to the {response.body.chief_officer_title}"))
        yield from said


def _recommendations(report: ReportFacts) -> Iterator[Block]:
    found = [f for f in report.findings if f.kind is not RecommendationKind.AREA_FOR_IMPROVEMENT]
    if not (found or report.number_gaps):
        return
    yield Heading(1, "Recommendations and our answers")
    for gap in report.number_gaps:
        yield _paragraph(
            f"Numbers that the report does not show: {_line(gap.missing)}. "
            f"{_verbatim(gap.explanation)}"
        )
    causes = {f.id for f in found if f.kind is RecommendationKind.CAUSE_OF_CONCERN}
    under_a_cause = False
    for finding in found:
        under_a_cause = under_a_cause if finding.parent_id in causes else False
        yield from _finding(finding, report, level=3 if under_a_cause else 2)
        under_a_cause = under_a_cause or finding.id in causes


def _areas_for_improvement(report: ReportFacts) -> Iterator[Block]:
    areas = [f for f in report.findings if f.kind is RecommendationKind.AREA_FOR_IMPROVEMENT]
    if not areas:
        return
    yield Heading(1, "Areas for improvement")
    if report.basis.code == SECTION_55.code:
        yield _paragraph(
            "The law asks for an answer to recommendations. Areas for improvement may be answered "
            "as well."
        )
    for area in areas:
        yield from _finding(area, report, level=2)


def _finding(finding: FindingFacts, report: ReportFacts, *, level: int) -> Iterator[Block]:
    yield Heading(level, _line(heading_of(finding)))
    yield Quotation(_line(", ".join(report.inspectorates)) or "The inspectorate", _printed(finding))
    facts = tuple(_answer_facts(finding))
    if facts:
        yield SummaryList(facts)
    if finding.explanation:
        yield from paragraphs_from_text(finding.explanation.text)


def _printed(finding: FindingFacts) -> tuple[Paragraph | BulletList, ...]:
    text = _verbatim(finding.text)
    limbs = tuple(plain(_limb(limb)) for limb in finding.limbs if _verbatim(limb.text))
    blocks: list[Paragraph | BulletList] = [_paragraph(text)] if text else []
    if limbs:
        blocks.append(BulletList(limbs))
    return tuple(blocks) or (_paragraph("The register holds no text."),)


def _limb(limb: LimbFacts) -> str:
    text = _verbatim(limb.text)
    return f"({limb.label}) {text}" if limb.label else text


def _answer_facts(finding: FindingFacts) -> Iterator[tuple[str, Runs]]:
    if finding.addressees:
        yield "Addressed to", plain(_line("; ".join(finding.addressees)))
    for number, limb in enumerate(finding.limbs, start=1):
        if limb.addressees:
            point = f"Point ({_line(limb.label)})" if limb.label else f"Point {number}"
            yield f"{point} is addressed to", plain(_line("; ".join(limb.addressees)))
    if finding.deadline_worded.strip():
        yield "Deadline as worded", plain(_line(finding.deadline_worded))
    if finding.explanation:
        yield from _answer(finding.explanation)


def _answer(explanation: ExplanationFacts) -> Iterator[tuple[str, Runs]]:
    yield "Our answer", plain(ANSWERS[explanation.kind])
    if explanation.kind is ExplanationKind.ACTION_PROPOSED:
        if explanation.due_on:
            yield "To be complete by", plain(date_in_words(explanation.due_on, LANGUAGE))
        if explanation.owner.strip():
            yield "Owner", plain(_line(explanation.owner))


def _signature(signatory: SignatoryFacts | None) -> Iterator[Block]:
    if signatory:
        yield Heading(1, "Signature")
        yield _paragraph(
            f"Signed by {_line(signatory.name)}, {_line(signatory.title)}, on "
            f"{date_in_words(signatory.signed_on, LANGUAGE)}."
        )


def _paragraph(text: str) -> Paragraph:
    return Paragraph(plain(text))


def _line(text: str) -> str:
    """One line: what a person pasted with line ends or tabs in it becomes spaces."""
    return " ".join(_verbatim(text).split())


def _verbatim(text: str) -> str:
    """The text as it is, without characters that no reader could see."""
    with_line_feeds = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(character for character in with_line_feeds if is_writable(character)).strip()
