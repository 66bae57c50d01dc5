"""A regular assessment of one force: grades, areas for improvement, a cause of concern."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.extraction.model import DocumentKind, InspectionType, ItemKind
from answerable.synthetic.reports.dates import in_words, iso_month, month_in_words, weekday_before
from answerable.synthetic.reports.layout import chapter, paragraphs, run_on, under_own_heading
from answerable.synthetic.reports.model import (
    FORCE,
    NEIGHBOUR,
    SYNTHETIC,
    WRITER,
    Course,
    InventedAnswer,
    InventedExplanation,
    InventedItem,
    InventedPriority,
    InventedReport,
)
from answerable.writing.blocks import Block, Heading, SummaryList, Table, WrittenDocument, plain

KEY = "wexmoor-assessment"
DAYS_TAKEN = 43
"""The day of publication counted as 1."""
DAYS_UNTIL_COMMENTS_CAME = 57
"""Counted the same way; the chief officer had let the date pass."""


def force_assessment(today: date) -> InventedReport:
    """A report published some 200 days ago and answered in time; the comments came later."""
    published = weekday_before(today, days=200)
    items = _items(published)
    return InventedReport(
        key=KEY,
        document=WrittenDocument(
            title=f"{FORCE}: an assessment of effectiveness and efficiency",
            subtitle="A force inspection",
            language="en-GB",
            author_body=WRITER,
            date=published,
            notice=SYNTHETIC,
            blocks=tuple(_blocks(published, items)),
        ),
        published=published,
        inspection_type=InspectionType.FORCE,
        document_kind=DocumentKind.REPORT,
        inspectorates=("HMICFRS",),
        items=items,
        answer=_answer(published),
    )


def _items(published: date) -> tuple[InventedItem, ...]:
    plan_due = published + timedelta(days=120)
    review_due = published + timedelta(days=300)
    return (
        InventedItem(
            text="The force should make sure that a supervisor reviews every open investigation "
            "at the intervals that its own policy sets.",
            kind=ItemKind.AREA_FOR_IMPROVEMENT,
            addressees=(FORCE,),
        ),
        InventedItem(
            text="The force needs to record why a victim stops supporting an investigation, in "
            "the victim’s own words where possible.",
            kind=ItemKind.AREA_FOR_IMPROVEMENT,
            addressees=(FORCE,),
        ),
        InventedItem(
            text="The force does not answer enough of its non-emergency calls, and callers who "
            "give up are not called back. Some of them are at risk.",
            kind=ItemKind.CAUSE_OF_CONCERN,
        ),
        InventedItem(
            text=f"By {in_words(plan_due)}, {FORCE} should:",
            sub_points=(
                "answer nine in ten non-emergency calls within five minutes;",
                "call back everyone whose call was dropped and whose number is known; and",
                "check each dropped call for signs that the caller is vulnerable.",
            ),
            addressees=(FORCE,),
            deadline=plan_due.isoformat(),
            deadline_worded=f"By {in_words(plan_due)}",
            parent=2,
        ),
        InventedItem(
            text=f"By {month_in_words(review_due)}, the chief constable should publish a review "
            "of how the control room is staffed at night.",
            addressees=("the chief constable",),
            deadline=iso_month(review_due),
            deadline_worded=f"By {month_in_words(review_due)}",
            parent=2,
        ),
        InventedItem(
            text="The force should work with local services so that officers know where to refer "
            "a child who goes missing more than once.",
            kind=ItemKind.AREA_FOR_IMPROVEMENT,
            addressees=(FORCE,),
        ),
    )


def _blocks(published: date, items: tuple[InventedItem, ...]) -> Iterator[Block]:
    reviews, withdrawal, calls, calls_plan, night_review, missing = items
    yield SummaryList(
        (
            ("Force", plain(FORCE)),
            ("Published", plain(in_words(published))),
            ("Inspected by", plain("HMICFRS")),
        )
    )
    yield from chapter(
        "Overall summary",
        f"{FORCE} serves a rural area with one large town, Fennaby. It has 1,140 officers and a "
        "budget that has grown more slowly than demand. "
        f"It shares its firearms unit with {NEIGHBOUR}. Since our last visit it has improved how "
        "it prevents crime. We remain concerned about how it answers the public.",
    )
    yield Table(
        "Graded judgements",
        ("Question", "Grade"),
        (
            ("Preventing crime", "Good"),
            ("Investigating crime", "Requires improvement"),
            ("Responding to the public", "Inadequate"),
            ("Protecting vulnerable people", "Adequate"),
            ("Managing offenders", "Outstanding"),
        ),
    )
    yield Heading(1, "Investigating crime")
    yield from paragraphs(
        "We read 90 investigations. Most were allocated to the right team on the day. After that, "
        "supervision was uneven: 31 had no recorded review at all."
    )
    yield from under_own_heading(reviews)
    yield Heading(2, "When a victim withdraws")
    yield from paragraphs(
        "Officers treat victims with kindness. When a victim withdraws, though, the record seldom "
        "says more than that they did."
    )
    yield from under_own_heading(withdrawal)
    yield Heading(1, "Responding to the public")
    yield from under_own_heading(calls)
    yield Heading(2, "Recommendations")
    yield from run_on(calls_plan)
    yield from run_on(night_review)
    yield Heading(1, "Protecting vulnerable people")
    yield from paragraphs(
        "The team for missing people is small and knows its work. Its knowledge does not reach "
        "the officers who meet the children first."
    )
    yield from under_own_heading(missing)


def _answer(published: date) -> InventedAnswer:
    return InventedAnswer(
        published=published + timedelta(days=DAYS_TAKEN - 1),
        comments_came=published + timedelta(days=DAYS_UNTIL_COMMENTS_CAME - 1),
        chief_officer_comments="I accept the cause of concern. We have moved twelve staff to the "
        "control room and begun to call back everyone whose call was dropped.",
        reply="I welcome the speed of the chief constable’s work. I will ask for the figures on "
        "dropped calls at each of our public meetings until the concern is closed.",
        explanations=(
            InventedExplanation(
                0, Course.PROPOSED, "A monthly audit of supervisors’ reviews will start in spring."
            ),
            InventedExplanation(
                1,
                Course.TAKEN,
                "The record now asks for the reason in the victim’s own words.",
                serves=InventedPriority.VICTIMS,
            ),
            InventedExplanation(
                3,
                Course.TAKEN,
                "Dropped calls are checked and called back within two hours.",
                serves=InventedPriority.CALLS,
            ),
            InventedExplanation(
                4,
                Course.PROPOSED,
                "The review has been commissioned and will be published.",
                serves=InventedPriority.CALLS,
            ),
            InventedExplanation(
                5,
                Course.NONE,
                "No further action: a referral guide for officers was already in use when the "
                "inspection ended.",
            ),
        ),
    )
