"""A letter as a document that is printed or opened in a word processor."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from answerable.records.event import Recorded
from answerable.records.kinds.people import VictimIdentified
from answerable.records.letters import Letter
from answerable.writing.blocks import Paragraph, SummaryList, WrittenDocument, plain


def choices_of_victims(standing: Iterable[Recorded]) -> list[tuple[int, str]]:
    """The victims whom the viewer sees, by number.

    Args:
        standing: the events that the viewer sees and that count.
    """
    there = (one.event for one in standing)
    numbers = sorted({one.victim for one in there if isinstance(one, VictimIdentified)})
    return [(number, f"Victim {number}") for number in numbers]


def letter_as_document(letter: Letter, *, sender: str, on: date) -> WrittenDocument:
    """The letter with its placeholders, for the force’s own system or a person to fill.

    Args:
        sender: the organisation that sends it.
        on: the day that it bears.
    """
    return WrittenDocument(
        title=letter.title,
        language="en-GB",
        author_body=sender,
        date=on,
        blocks=(
            Paragraph(plain(letter.address)),
            Paragraph(plain(letter.greeting)),
            *(Paragraph(plain(words)) for words in letter.paragraphs),
            SummaryList(tuple((term, plain(value)) for term, value in letter.contacts)),
            Paragraph(plain(f"Yours sincerely\n{letter.closing}")),
        ),
    )
