"""A national thematic report: numbers with gaps, every form of deadline, many addressees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.extraction.model import DocumentKind, InspectionType
from answerable.synthetic.reports.dates import in_words, iso_month, month_in_words, weekday_before
from answerable.synthetic.reports.layout import (
    as_numbered_paragraphs,
    bullets,
    chapter,
    under_own_heading,
)
from answerable.synthetic.reports.model import (
    SYNTHETIC,
    WRITER,
    InventedItem,
    InventedReport,
)
from answerable.writing.blocks import Block, Heading, SummaryList, Table, WrittenDocument, plain

KEY = "left-waiting"


def national_thematic(today: date) -> InventedReport:
    """A report published some 50 days ago, so its answer is due within days."""
    published = weekday_before(today, days=50)
    items = _items(published)
    return InventedReport(
        key=KEY,
        document=_document(published, items),
        published=published,
        inspection_type=InspectionType.NATIONAL,
        document_kind=DocumentKind.REPORT,
        inspectorates=("HMICFRS",),
        items=items,
    )


def _items(published: date) -> tuple[InventedItem, ...]:
    agreement_due = published + timedelta(days=210)
    policy_due = published + timedelta(days=150)
    return (
        InventedItem(
            number="1",
            text="Immediately, police forces should make sure that every victim of stalking is "
            "told the name of the officer in charge of the case and how to reach them.",
            addressees=("police forces",),
            deadline="immediately",
            deadline_worded="Immediately",
        ),
        InventedItem(
            number="2",
            text="Within three months of this report, chief constables should publish the standard "
            "of contact that a victim can expect and how often that standard is met.",
            addressees=("chief constables",),
            deadline="within 3 months",
            deadline_worded="Within three months of this report",
        ),
        InventedItem(
            number="3",
            text=f"By {in_words(agreement_due)}, police forces and CPS areas should agree in "
            "writing how they share what a victim has been told. The agreement should cover:",
            sub_points=(
                "who tells the victim about a charging decision, and within how many working days;",
                "how a change of bail conditions reaches the victim before any release;",
                "what is written down after each contact; and",
                "who steps in when a message has not got through.",
            ),
            addressees=("police forces", "CPS areas"),
            deadline=agreement_due.isoformat(),
            deadline_worded=f"By {in_words(agreement_due)}",
        ),
        InventedItem(
            number="4",
            text="Any force that has no written policy on stalking by electronic means should "
            f"adopt one by {month_in_words(policy_due)}.",
            addressees=("any force",),
            deadline=iso_month(policy_due),
            deadline_worded=f"by {month_in_words(policy_due)}",
        ),
        InventedItem(
            number="5",
            text="The tools for assessing risk should be brought up to date in three steps:",
            sub_points=(
                "the College of Policing should revise the national questions on risk;",
                "the NPCC lead for stalking should test them with victims’ services; and",
                "police forces should train every call handler in the new questions.",
            ),
            addressees=("the College of Policing", "the NPCC lead for stalking", "police forces"),
        ),
        InventedItem(
            number="6",
            text="The Home Office should review whether the outcome codes show why a victim "
            "stopped supporting a case.",
            addressees=("the Home Office",),
        ),
        InventedItem(
            number="8",
            text="Guidance on when to apply for a stalking protection order should be issued to "
            "every custody and investigation team.",
        ),
        InventedItem(
            number="11",
            text="Police and crime commissioners should ask their force each year how many victims "
            "withdrew, at what stage and for what reason.",
            addressees=("police and crime commissioners",),
        ),
    )


def _document(published: date, items: tuple[InventedItem, ...]) -> WrittenDocument:
    return WrittenDocument(
        title="Left waiting: how the police keep victims of stalking informed",
        subtitle="A national thematic inspection",
        language="en-GB",
        author_body=WRITER,
        date=published,
        notice=SYNTHETIC,
        blocks=tuple(_blocks(published, items)),
    )


def _blocks(published: date, items: tuple[InventedItem, ...]) -> Iterator[Block]:
    by_number = {item.number: item for item in items}
    yield SummaryList(
        (
            ("Type of inspection", plain("National inspection")),
            ("Date published", plain(in_words(published))),
            ("Inspectorate", plain("HMICFRS")),
        )
    )
    yield from chapter(
        "Summary",
        "Someone who reports stalking often does so after weeks of fear. What happens next is in "
        "the hands of people they have never met. This inspection asks whether the police tell "
        "them enough, soon enough, and in a way that helps them to stay with the case.",
        "We make eight recommendations to policing and its partners. Recommendations 7, 9 and 10 "
        "concern the courts and the prison service and are printed in a report of their own.",
    )
    yield Heading(1, "Key findings")
    yield bullets(
        "In 212 of the 480 case files that we read, nothing showed that the victim had been told "
        "who was in charge of the case.",
        "Forces that set a standard of contact mostly keep to it. Few of them publish it.",
        "Where bail conditions changed, one victim in three heard of it from somebody other than "
        "the police.",
    )
    yield from chapter(
        "How we inspected",
        "We visited six forces, read 480 case files closed in the twelve months before our visit, "
        "and spoke with 61 victims. We also met independent advocates in every force area.",
    )
    yield _files_read()
    yield from chapter(
        "The first weeks",
        "Most victims speak well of the officer who took the first report. The difficulty begins "
        "when the case moves to an investigation team. In half of the forces the victim was not "
        "told of the move at all.",
    )
    yield from under_own_heading(by_number["1"])
    yield from under_own_heading(by_number["2"])
    yield from chapter(
        "While the case is open",
        "Police and prosecutors each believed that the other had passed on the news. Neither kept "
        "a note that would have shown the gap.",
    )
    yield from under_own_heading(by_number["3"])
    yield from under_own_heading(by_number["4"])
    yield from under_own_heading(by_number["5"])
    yield from chapter(
        "When a victim steps back",
        "A victim who withdraws is not a statistic to be closed. Forces could seldom say why it "
        "had happened, and protective orders were sought late or not at all.",
    )
    for number in ("6", "8", "11"):
        yield from under_own_heading(by_number[number])
    yield from chapter("Annex A: all recommendations in this report")
    yield from as_numbered_paragraphs(items)


def _files_read() -> Table:
    return Table(
        "Case files read, by how the case ended",
        ("How the case ended", "Files", "Victim kept informed"),
        (
            ("Charge or summons", "140", "103"),
            ("No further action, evidential", "118", "66"),
            ("Victim did not support further action", "222", "99"),
        ),
    )
