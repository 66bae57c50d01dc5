"""A pack as a document: everything about what stands on the agenda, for those who take part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from answerable.writing.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Run,
    Runs,
    SummaryList,
    Table,
    WrittenDocument,
    plain,
)
from answerable.writing.text import paragraphs_from_text
from answerable.writing.words import date_in_words
from answerable_site.responses.rules.composition.words import LANGUAGE, line, paragraph
from answerable_site.scrutiny.rules.facts import (
    CommitmentFacts,
    Earlier,
    Heard,
    ItemFacts,
    Measured,
    Move,
    PackFacts,
    Proof,
    Step,
    View,
)

NOTHING_SAID = "Nothing said yet"


def pack_of(facts: PackFacts) -> WrittenDocument:
    """The whole pack: not for the public.

    Raises:
        answerable.writing.blocks.UnwritableBlock: a title is empty.
    """
    blocks: list[Block] = [SummaryList(tuple(meeting_pairs(facts)))]
    for number, item in enumerate(facts.items, start=1):
        blocks += _item(number, item)
    return WrittenDocument(
        title=line(facts.title),
        subtitle=f"Pack for the meeting on {in_words(facts.on)}",
        language=LANGUAGE,
        author_body=line(facts.body),
        date=facts.frozen_on,
        notice="For those who take part: not for publication",
        blocks=tuple(blocks),
    )


def meeting_pairs(facts: PackFacts) -> Iterator[tuple[str, Runs]]:
    """What the meeting is, when and where."""
    yield "Meeting", plain(facts.kind)
    yield "Day", plain(in_words(facts.on))
    if line(facts.place):
        yield "Place", plain(line(facts.place))
    yield "Open to the public", plain(facts.openness)
    yield "Facts as of", plain(in_words(facts.frozen_on))


def item_heading(number: int, item: ItemFacts) -> Heading:
    """The numbered heading of an item."""
    return Heading(1, f"{number}. {line(item.title)}")


def asked_for(facts: CommitmentFacts) -> Iterator[Block]:
    """What was recommended, by which report, and what the organisation promised."""
    yield Heading(2, "What was recommended")
    source = f"{facts.recommendation} of “{line(facts.report)}”, {in_words(facts.report_on)}:"
    yield paragraph(source)
    yield from paragraphs_from_text(facts.text)
    yield Heading(2, f"What {line(facts.organisation)} promised")
    yield paragraph(line(facts.summary))
    yield from paragraphs_from_text(facts.promise)


def in_words(day: date | None) -> str:
    """A date in words, or that there is none."""
    return date_in_words(day, LANGUAGE) if day else "No date"


def times(count: int) -> str:
    """How often something happened."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _item(number: int, item: ItemFacts) -> Iterator[Block]:
    yield item_heading(number, item)
    if not item.is_public:
        yield paragraph("This item is not public.")
    if item.why.strip():
        yield Heading(2, "Why it is on the agenda")
        yield from paragraphs_from_text(item.why)
    if item.commitment is not None:
        yield from _commitment(item.commitment)


def _commitment(facts: CommitmentFacts) -> Iterator[Block]:
    yield from asked_for(facts)
    yield Heading(2, "Where it stands")
    yield _views(facts)
    yield Heading(2, "In time or late")
    yield SummaryList(
        (
            ("Original date", plain(in_words(facts.original_on))),
            ("Date worked to now", plain(in_words(facts.target_on))),
            ("Moved", plain(times(max(len(facts.moves) - 1, 0)))),
            ("Against the original date", plain(facts.standing)),
        )
    )
    if facts.moves:
        yield _moves(facts.moves)
    yield Heading(2, "Evidence")
    yield _proofs(facts.proofs) if facts.proofs else paragraph("No evidence was given.")
    yield from _figures(facts)
    yield from heard_blocks(facts.heard)
    yield Heading(2, "Actions")
    yield _steps(facts.steps) if facts.steps else paragraph("There are no actions.")
    yield Heading(2, "Risks")
    if facts.dangers:
        yield Table(
            "Risks that are not over",
            ("Risk", "Rating", "What is done against it"),
            tuple((line(one.words), one.rating, line(one.mitigation)) for one in facts.dangers),
        )
    else:
        yield paragraph("No risk is recorded.")
    yield from earlier_blocks(facts.earlier)


def earlier_blocks(earlier: Iterable[Earlier]) -> Iterator[Block]:
    """What was asked before, and what became of it; nothing where it is new."""
    told = tuple(
        plain(line(f"{in_words(one.on)}, {one.meeting}: {one.said} {one.became}"))
        for one in earlier
    )
    if told:
        yield Heading(2, "What was asked last time, and what became of it")
        yield BulletList(told)


def heard_blocks(heard: Iterable[Heard]) -> Iterator[Block]:
    """What victims told, as it is public; nothing where nothing is."""
    for number, one in enumerate(heard):
        if number == 0:
            yield Heading(2, "What victims told")
        yield paragraph(line(f"{one.title}, as of {in_words(one.as_of)}:"))
        yield from paragraphs_from_text(one.words)
        yield Paragraph((Run(one.address, link=one.address),))


def _views(facts: CommitmentFacts) -> Table:
    rows = (
        (f"{line(facts.organisation)}, of itself", facts.own_view),
        ("The policing body’s assurance", facts.assurance),
        ("The inspectorate’s status", facts.inspectorate),
    )
    return Table(
        "Three views, which are never one",
        ("Who says it", "State", "Since", "In their words"),
        tuple((who, *view_cells(view), line(view.words)) for who, view in rows),
    )


def view_cells(view: View) -> tuple[str, str]:
    """A state and its day, as cells."""
    return view.state or NOTHING_SAID, in_words(view.on) if view.on else ""


def _moves(moves: tuple[Move, ...]) -> Table:
    return Table(
        "Every date that was set",
        ("Date", "Whose", "Set on", "By", "Why"),
        tuple(
            (
                in_words(move.on),
                move.whose,
                in_words(move.set_on),
                line(move.set_by),
                "The original date" if number == 0 else line(move.reason),
            )
            for number, move in enumerate(moves)
        ),
    )


def _proofs(proofs: tuple[Proof, ...]) -> Table:
    return Table(
        "Evidence, and whether it was judged sufficient",
        ("Evidence", "Kind", "Speaks to", "Judged"),
        tuple(
            (line(one.title), one.kind, in_words(one.on), line(f"{judged(one)} {one.judged_words}"))
            for one in proofs
        ),
    )


def judged(proof: Proof) -> str:
    """What an independent person found, in words."""
    if proof.judged is None:
        return "Not judged yet."
    return "Sufficient." if proof.judged else "Not sufficient."


def _figures(facts: CommitmentFacts) -> Iterator[Block]:
    """What the measures of the recommendation show; nothing where none serves it."""
    if facts.measured or facts.unmeasured:
        yield Heading(2, "Whether it worked")
    for one in facts.measured:
        yield Heading(3, line(one.title))
        yield SummaryList(tuple(_figure(one)))
    if facts.unmeasured:
        named = "; ".join(line(one) for one in facts.unmeasured)
        yield paragraph(f"No figure that may be shown here was released of: {named}.")


def _figure(one: Measured) -> Iterator[tuple[str, Runs]]:
    if one.marking:
        yield "Marking", plain(one.marking)
    if one.is_invented:
        yield "Cases", plain("SYNTHETIC: these are invented cases.")
    yield "Share of all", plain(one.share)
    yield "As of", plain(in_words(one.as_of))
    yield "Trend", plain(one.trend)
    yield "Signal", plain(line(one.signal))
    yield "What the figure says", plain(line(one.sentence))
    yield "Where it is read", (Run(one.address, link=one.address),)


def _steps(steps: tuple[Step, ...]) -> Table:
    return Table(
        "Actions",
        ("Action", "Owner", "State", "Original date", "Date now", "Moved", "In time or late"),
        tuple(
            (
                line(one.title),
                line(one.owner) or "Nobody",
                one.state,
                in_words(one.original_on),
                in_words(one.target_on),
                times(one.moved),
                one.standing,
            )
            for one in steps
        ),
    )
