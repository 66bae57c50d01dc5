"""LibreOffice opens what is written, and loses no heading, word or header row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.library.writing.pictures import png
from tests.library.writing.reading_back.office import MISSING, office, opened_by_office

from answerable.writing.blocks import (
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    Table,
    plain,
)
from answerable.writing.brand import Brand, Logo
from answerable.writing.docx import to_docx
from answerable.writing.odt import to_odt
from answerable.writing.outline import LineKind, lines_of

pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(office() is None, reason=MISSING),
]

BRAND = Brand("#1d70b8", Logo(png(), "Office for Policing in Wexmoor"))


def written(response):
    """Every kind of block, all levels of headings, hostile text and a table of several pages."""
    rows = tuple((str(number), "An action\nin two lines") for number in range(120))
    more = (
        *(Heading(level, f"Level {level}", language="cy") for level in (1, 2, 3, 4, 2, 1)),
        Paragraph((Run("</w:t> <text:p> &amp; {{ x }} $y$ "), Run("שלום עולם"), Run(" e\u0301"))),
        Quotation("Chief", (BulletList((plain("a  b"),)), NumberedList((plain("q" * 120),)))),
        Table("Actions", ("Number", "Action"), rows),
        Table("No rows yet", ("Number", "Action"), ()),
    )
    return replace(response, blocks=(*response.blocks, *more))


@pytest.fixture(scope="module")
def opened_in_office():
    """Answers what LibreOffice makes of a document; each document is opened once."""
    done = {}

    def opened(document):
        if document not in done:
            done[document] = opened_by_office(
                {
                    "plain.docx": to_docx(document),
                    "branded.docx": to_docx(document, brand=BRAND),
                    "plain.odt": to_odt(document),
                    "branded.odt": to_odt(document, brand=BRAND),
                }
            )
        return done[document]

    return opened


@pytest.mark.parametrize("name", ["plain.docx", "branded.docx", "plain.odt", "branded.odt"])
class TestLibreOffice:
    def test_keeps_the_heading_tree(self, response, opened_in_office, name):
        assert opened_in_office(written(response))[name].headings == (
            (1, "The report"),
            (2, "Sylwadau’r Prif Gwnstabl"),
            *((level, f"Level {level}") for level in (1, 2, 3, 4, 2, 1)),
        )

    def test_keeps_every_word(self, response, opened_in_office, name):
        document = written(response)
        shown = (
            f"{line.text}:" if line.kind is LineKind.TERM else line.text
            for line in lines_of(document)
        )
        expected = tuple(word for text in shown for word in text.split())
        assert opened_in_office(document)[name].words == expected

    def test_repeats_the_header_of_every_table(self, response, opened_in_office, name):
        assert opened_in_office(written(response))[name].header_rows == 3
