"""A letter after a return visit: run-on paragraphs, no numbers, one matter closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.extraction.model import DocumentKind, InspectionType
from answerable.synthetic.reports.dates import in_words, iso_month, month_in_words, weekday_before
from answerable.synthetic.reports.layout import paragraphs, run_on
from answerable.synthetic.reports.model import (
    FORCE,
    SYNTHETIC,
    WRITER,
    InventedItem,
    InventedReport,
)
from answerable.writing.blocks import Block, WrittenDocument

KEY = "control-room-letter"


def progress_letter(today: date) -> InventedReport:
    """A letter published some 20 days ago."""
    published = weekday_before(today, days=20)
    items = _items(published)
    return InventedReport(
        key=KEY,
        document=WrittenDocument(
            title=f"Letter on the progress of {FORCE} in answering calls from the public",
            language="en-GB",
            author_body=WRITER,
            date=published,
            notice=SYNTHETIC,
            blocks=tuple(_blocks(published, items)),
        ),
        published=published,
        inspection_type=InspectionType.LETTER,
        document_kind=DocumentKind.LETTER,
        inspectorates=("HMICFRS",),
        items=items,
    )


def _items(published: date) -> tuple[InventedItem, ...]:
    report_due = published + timedelta(days=100)
    return (
        InventedItem(
            text=f"Within 28 days of this letter, {FORCE} should send us the number of dropped "
            "calls for each hour of the night shift.",
            addressees=(FORCE,),
            deadline="within 28 days",
            deadline_worded="Within 28 days of this letter",
        ),
        InventedItem(
            text=f"By {month_in_words(report_due)}, the chief constable should report in public "
            "on how many callers at risk were called back.",
            addressees=("the chief constable",),
            deadline=iso_month(report_due),
            deadline_worded=f"By {month_in_words(report_due)}",
        ),
    )


def _blocks(published: date, items: tuple[InventedItem, ...]) -> Iterator[Block]:
    figures, public_report = items
    yield from paragraphs(
        f"From: HMICFRS\nTo: the Chief Constable of {FORCE}\n{in_words(published)}",
        "Dear Chief Constable,",
        "Our inspectors returned to your control room last month. We wanted to see what had "
        "become of the cause of concern about calls from the public. Thank you for the open way "
        "in which your staff met us.",
        "Calls are answered sooner. Eight in ten non-emergency calls were answered within five "
        "minutes in the four weeks before our visit, against six in ten when we inspected. We saw "
        "callers being called back with care. At night, however, the picture has not changed.",
    )
    yield from run_on(figures)
    yield from run_on(public_report)
    yield from paragraphs(
        "We have closed the matter of checking dropped calls for signs that a caller is "
        "vulnerable. Nothing more is needed on that point.",
        "The cause of concern itself stays open. We will return in six months and write to you "
        "again.",
        "Yours sincerely,",
        "His Majesty’s Inspector of Constabulary",
    )
