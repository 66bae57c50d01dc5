"""Two phases of one joint inspection; the second repeats a recommendation of the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.extraction.model import DocumentKind, InspectionType
from answerable.synthetic.reports.dates import in_words, weekday_before
from answerable.synthetic.reports.layout import (
    as_numbered_paragraphs,
    bullets,
    chapter,
    under_own_heading,
)
from answerable.synthetic.reports.model import (
    SYNTHETIC,
    WRITER,
    Course,
    InventedAnswer,
    InventedExplanation,
    InventedItem,
    InventedPriority,
    InventedReport,
    Repeat,
)
from answerable.writing.blocks import Block, Heading, SummaryList, WrittenDocument, plain

SERIES = "Side by side"
PHASE_ONE = "side-by-side-phase-one"
PHASE_TWO = "side-by-side-phase-two"
DAYS_TAKEN_ON_PHASE_ONE = 85
"""The day of publication counted as 1."""
DAYS_TAKEN_ON_A_PART_OF_PHASE_TWO = 50
"""Counted the same way."""

_TITLE = "Side by side: a joint inspection of how police and prosecutors build cases of rape"
_CONTACT = (
    "Police forces and CPS areas should give each victim one named person to turn to, from the "
    "first report until the case ends."
)


def phase_one(today: date) -> InventedReport:
    """A report published some 420 days ago and answered late."""
    published = weekday_before(today, days=420)
    items = _first_items(published)
    return InventedReport(
        key=PHASE_ONE,
        document=_document(
            f"{_TITLE}. Phase one: from report to charging decision",
            published,
            tuple(_first_blocks(published, items)),
        ),
        published=published,
        inspection_type=InspectionType.JOINT,
        document_kind=DocumentKind.REPORT,
        inspectorates=("HMICFRS", "HMCPSI"),
        items=items,
        series=SERIES,
        answer=_first_answer(published),
    )


def phase_two(today: date) -> InventedReport:
    """A report published some 100 days ago and answered in part alone: overdue."""
    published = weekday_before(today, days=100)
    items = _second_items()
    return InventedReport(
        key=PHASE_TWO,
        document=_document(
            f"{_TITLE}. Phase two: from charge to the end of the case",
            published,
            tuple(_second_blocks(published, items)),
        ),
        published=published,
        inspection_type=InspectionType.JOINT,
        document_kind=DocumentKind.REPORT,
        inspectorates=("HMICFRS", "HMCPSI"),
        items=items,
        series=SERIES,
        repeats=(Repeat(number="2", earlier_report=PHASE_ONE, earlier_number="3"),),
        answer=_second_answer(published),
    )


def _document(title: str, published: date, blocks: tuple[Block, ...]) -> WrittenDocument:
    return WrittenDocument(
        title=title,
        language="en-GB",
        author_body=WRITER,
        date=published,
        notice=SYNTHETIC,
        blocks=blocks,
    )


def _facts(published: date) -> SummaryList:
    return SummaryList(
        (
            ("Type of inspection", plain("Joint thematic inspection")),
            ("Published", plain(in_words(published))),
            ("Inspectorates", plain("HMICFRS and HMCPSI")),
        )
    )


def _first_items(published: date) -> tuple[InventedItem, ...]:
    plan_due = published + timedelta(days=180)
    return (
        InventedItem(
            number="1",
            text=f"No later than {in_words(plan_due)}, police forces should make sure that every "
            "investigator of rape has completed specialist training.",
            addressees=("police forces",),
            deadline=plan_due.isoformat(),
            deadline_worded=f"No later than {in_words(plan_due)}",
        ),
        InventedItem(
            number="2",
            text="Within six months of this report, police forces and CPS areas should together:",
            sub_points=(
                "agree when early advice is sought, and record why where it is not;",
                "review each month the cases that have waited longer than 90 days; and",
                "give investigators and prosecutors each other’s direct telephone numbers.",
            ),
            addressees=("police forces", "CPS areas"),
            deadline="within 6 months",
            deadline_worded="Within six months of this report",
        ),
        InventedItem(
            number="3",
            text=_CONTACT,
            addressees=("police forces", "CPS areas"),
        ),
        InventedItem(
            number="4",
            text="The College of Policing should revise its training on digital evidence. Forces "
            "should then report each year how many investigators have completed it.",
            addressees=("the College of Policing", "forces"),
        ),
    )


def _first_blocks(published: date, items: tuple[InventedItem, ...]) -> Iterator[Block]:
    yield _facts(published)
    yield from chapter(
        "Foreword",
        "This is the first of two reports. It follows cases of rape from the first report to the "
        "police up to the decision whether to charge. The second will follow them through court.",
    )
    yield Heading(1, "Key findings")
    yield bullets(
        "Good work depends on people who happen to know each other, not on a way of working.",
        "Early advice was sought in 37 of the 150 cases that we followed.",
        "Victims described being passed from one person to the next, telling it all again.",
    )
    yield from chapter(
        "What we saw",
        "In Fennaby a detective and a prosecutor share an office on Tuesdays. Their cases reached "
        "a decision in half the time of others. Nobody had asked them why.",
        "Training had been booked for most investigators. Fewer than half had been able to go.",
    )
    yield from chapter("Recommendations")
    yield from as_numbered_paragraphs(items)


def _first_answer(published: date) -> InventedAnswer:
    return InventedAnswer(
        published=published + timedelta(days=DAYS_TAKEN_ON_PHASE_ONE - 1),
        chief_officer_comments="The force has trained 64 of its 80 investigators. The rest have "
        "places on the next two courses.",
        reply="This response is published later than the law allows. I have asked my office to "
        "start work on the day a report appears.",
        explanations=(
            InventedExplanation(
                0, Course.TAKEN, "Sixty-four investigators are trained; sixteen have places."
            ),
            InventedExplanation(
                1, Course.PROPOSED, "Force and CPS area will sign a joint way of working."
            ),
            InventedExplanation(
                2,
                Course.PROPOSED,
                "A trial of one named contact starts in Fennaby.",
                serves=InventedPriority.VICTIMS,
            ),
            InventedExplanation(
                3,
                Course.NONE,
                "No action yet: the force will report its figures once the College has revised "
                "the training.",
            ),
        ),
    )


def _second_items() -> tuple[InventedItem, ...]:
    return (
        InventedItem(
            number="1",
            text="Immediately, police forces should tell a victim on the same day when a trial "
            "date is moved.",
            addressees=("police forces",),
            deadline="immediately",
            deadline_worded="Immediately",
        ),
        InventedItem(number="2", text=_CONTACT, addressees=("police forces", "CPS areas")),
        InventedItem(
            number="3",
            text="Within 12 weeks of this report, the Crown Prosecution Service should publish "
            "how long cases wait between charge and trial in each area.",
            addressees=("the Crown Prosecution Service",),
            deadline="within 12 weeks",
            deadline_worded="Within 12 weeks of this report",
        ),
        InventedItem(
            number="4",
            text="The Home Office and the Ministry of Justice should fund independent advocates "
            "for as long as a case lasts.",
            addressees=("the Home Office", "the Ministry of Justice"),
        ),
    )


def _second_blocks(published: date, items: tuple[InventedItem, ...]) -> Iterator[Block]:
    moved, contact, waits, advocates = items
    yield _facts(published)
    yield from chapter(
        "Foreword",
        "Our first report ended where a charge was made. This one begins there. For many people "
        "the longest wait was still to come.",
        "We make four recommendations. One of them repeats recommendation 3 of our first report, "
        "because too little has changed.",
    )
    yield from chapter(
        "Waiting for trial",
        "The median wait in the cases that we followed was 19 months. Eleven trials were moved "
        "at least three times, and in seven of those the victim heard by chance.",
    )
    yield from under_own_heading(moved)
    yield from chapter(
        "One person to turn to",
        "A single contact costs little. Where it existed, fewer victims withdrew.",
    )
    yield from under_own_heading(contact)
    yield from chapter("What others must do", "Some of the waiting is not for the police to mend.")
    yield from under_own_heading(waits)
    yield from under_own_heading(advocates)


def _second_answer(published: date) -> InventedAnswer:
    return InventedAnswer(
        published=published + timedelta(days=DAYS_TAKEN_ON_A_PART_OF_PHASE_TWO - 1),
        chief_officer_comments="The force hears from the courts, often late, that a trial is "
        "moved. We are asking the courts for a notice of our own.",
        reply="",
        explanations=(
            InventedExplanation(
                1,
                Course.ELSEWHERE,
                "The trial in Fennaby, described there, has begun.",
                serves=InventedPriority.VICTIMS,
                earlier_report=PHASE_ONE,
            ),
            InventedExplanation(
                2,
                Course.OTHERS,
                "This is addressed to the Crown Prosecution Service. My office will read what it "
                "publishes for our area.",
            ),
            InventedExplanation(
                3,
                Course.OTHERS,
                "This is addressed to two government departments. I have written in support.",
                serves=InventedPriority.VICTIMS,
            ),
        ),
        incomplete_because="The force and the courts have not yet agreed how a victim hears on the "
        "same day that a trial is moved. We will add that explanation as soon as they have.",
    )
