from __future__ import annotations

from datetime import date

import pytest

from answerable.writing.blocks import (
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    SummaryList,
    Table,
    WrittenDocument,
    plain,
)
from answerable.writing.text import paragraphs_from_text

TYPED = """\
Marks such as *this*, #import "x", $y$, <script>alert(1)</script> & [z](w) stay as typed.

- keep the note
- date the note"""


@pytest.fixture
def response() -> WrittenDocument:
    """One of every kind of block, with marks that some renderer could take for markup."""
    return WrittenDocument(
        title="Response to *Held to account* & <others>",
        subtitle="Under section 55",
        language="en-GB",
        author_body="Office for Policing in Wexmoor",
        date=date(2025, 9, 9),
        notice="Draft: not signed",
        blocks=(
            Heading(1, "The report"),
            SummaryList(
                (
                    ("Published", plain("16 July 2025")),
                    ("Report", (Run("Held to account", link="https://example.org/?a=1&b=2"),)),
                )
            ),
            Paragraph(
                (
                    Run("We accept "),
                    Run("every", strong=True, emphasis=True),
                    Run(" one. "),
                    Run("Mae’r tŷ a’r dŵr yma ar gael yn Gymraeg.", language="cy-GB"),
                )
            ),
            *paragraphs_from_text(TYPED),
            Heading(2, "Sylwadau’r Prif Gwnstabl", language="cy"),
            Quotation("The Chief Constable", (Paragraph(plain("I agree.\nWe have begun.")),)),
            NumberedList((plain("First"), plain("Then"))),
            BulletList((plain("Separate list"),)),
            Table("What is done", ("Number", "Action"), (("3a", "Notes"), ("12", "Audit"))),
        ),
    )
