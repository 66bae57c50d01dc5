from __future__ import annotations

from datetime import date

from answerable.writing.blocks import (
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    SummaryList,
    Table,
    WrittenDocument,
    plain,
)
from answerable_site.responses.rules.document_lines import lines_of_document


class TestLinesOfDocument:
    def test_holds_every_line_in_order_with_its_role(self):
        document = WrittenDocument(
            title="Response",
            language="en-GB",
            author_body="Office",
            date=date(2026, 5, 11),
            notice="Draft",
            blocks=(
                Heading(1, "Comments"),
                Paragraph(plain("We agree.")),
                BulletList((plain("one"), plain("two"))),
                NumberedList((plain("first"),)),
                Quotation("HMICFRS", (Paragraph(plain("Label bags.")),)),
                SummaryList((("Owner", plain("Head of custody")),)),
                Table("Answers", ("Number", "Answer"), (("1", "Done"),)),
            ),
        )
        assert [(line.role, line.text) for line in lines_of_document(document)] == [
            ("notice", "Draft"),
            ("title", "Response"),
            ("author", "Office"),
            ("date", "2026-05-11"),
            ("heading", "Comments"),
            ("paragraph", "We agree."),
            ("item", "one"),
            ("item", "two"),
            ("item", "first"),
            ("quoted", "HMICFRS"),
            ("paragraph", "Label bags."),
            ("fact", "Owner: Head of custody"),
            ("caption", "Answers"),
            ("row", "Number | Answer"),
            ("row", "1 | Done"),
        ]
