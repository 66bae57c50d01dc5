"""A custody inspection: areas for improvement in a table, a cause of concern in the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.extraction.model import DocumentKind, InspectionType, ItemKind
from answerable.synthetic.reports.dates import in_words, weekday_before
from answerable.synthetic.reports.layout import chapter, under_own_heading
from answerable.synthetic.reports.model import (
    FORCE,
    SYNTHETIC,
    WRITER,
    InventedItem,
    InventedReport,
)
from answerable.writing.blocks import Block, SummaryList, Table, WrittenDocument, plain

KEY = "wexmoor-custody"


def custody_inspection(today: date) -> InventedReport:
    """A report published some 30 days ago, so its answer is due in about 25 days."""
    published = weekday_before(today, days=30)
    items = _items()
    return InventedReport(
        key=KEY,
        document=WrittenDocument(
            title="Report on an unannounced inspection of police custody in Wexmoor",
            subtitle=f"Published {in_words(published)}",
            language="en-GB",
            author_body=WRITER,
            date=published,
            notice=SYNTHETIC,
            blocks=tuple(_blocks(items)),
        ),
        published=published,
        inspection_type=InspectionType.FORCE,
        document_kind=DocumentKind.REPORT,
        inspectorates=("HMICFRS",),
        items=items,
    )


def _items() -> tuple[InventedItem, ...]:
    return (
        InventedItem(
            number="1",
            text="Custody staff do not always check people who are drunk as often as their care "
            "plan says. This puts them at risk.",
            kind=ItemKind.CAUSE_OF_CONCERN,
        ),
        InventedItem(
            number="1",
            text=f"Immediately, {FORCE} should make sure that every check on a detained person is "
            "made in person, on time, and written down by whoever made it.",
            addressees=(FORCE,),
            deadline="immediately",
            deadline_worded="Immediately",
            parent=0,
        ),
        _area("AFI 1", "The force should let detained people wash and exercise every day."),
        _area("AFI 2", "The force should record the reason each time force is used in custody."),
        _area("AFI 3", "The force should find an appropriate adult for a child within two hours."),
        _area("AFI 4", "The force should repair the call bells in the Sedgeholt suite."),
    )


def _area(number: str, text: str) -> InventedItem:
    return InventedItem(
        number=number, text=text, kind=ItemKind.AREA_FOR_IMPROVEMENT, addressees=(FORCE,)
    )


def _blocks(items: tuple[InventedItem, ...]) -> Iterator[Block]:
    concern, checks, *areas = items
    yield SummaryList(
        (
            ("Force", plain(FORCE)),
            ("Custody suites", plain("Fennaby (24 cells) and Sedgeholt (10 cells)")),
            ("Inspectorate", plain("HMICFRS")),
        )
    )
    yield from chapter(
        "Summary",
        "We arrived without notice and stayed for nine days. We watched staff at work by day and "
        "night, read 60 custody records and spoke with 22 people who were detained.",
        "Staff are patient and kind. Healthcare is good in Fennaby and thin in Sedgeholt. We have "
        "one cause of concern and four areas for improvement.",
    )
    yield from chapter(
        "In the custody cell",
        "Cells are clean. In Sedgeholt, three call bells did not work during our visit.",
    )
    yield from under_own_heading(concern)
    yield from under_own_heading(checks)
    yield from chapter(
        "Areas for improvement",
        "The table lists what falls short of the standard that we expect.",
    )
    yield Table(
        "Areas for improvement",
        ("Number", "Area for improvement"),
        tuple((area.number or "", area.text) for area in areas),
    )
    yield from chapter(
        "What works well",
        "The women’s cells have a kit of what is needed, offered without being asked for. Every "
        "child we followed had been seen by a nurse.",
    )
