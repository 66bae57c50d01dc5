"""Every format holds the words of the outline, with their roles and in their order."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.library.writing.reading_back.comparing import (
    composed,
    differences,
    in_print,
    tagged,
)
from tests.library.writing.reading_back.docx import lines_in_docx
from tests.library.writing.reading_back.html import lines_in_html
from tests.library.writing.reading_back.odt import lines_in_odt
from tests.library.writing.reading_back.pdf import lines_in_pdf
from tests.library.writing.strategies import documents, printable_documents

from answerable.writing.blocks import BulletList, Heading, NumberedList, Paragraph, Table, plain
from answerable.writing.canonical import canonical_bytes, from_json
from answerable.writing.docx import to_docx
from answerable.writing.html import to_html
from answerable.writing.odt import to_odt
from answerable.writing.outline import lines_of
from answerable.writing.pdf import to_pdf


class TestTheSameWordsStandIn:
    @given(documents)
    def test_the_canonical_bytes(self, document):
        read = lines_of(from_json(json.loads(canonical_bytes(document))))
        assert differences(composed(lines_of(document)), read) == []

    @given(documents)
    @settings(deadline=None)
    def test_the_html(self, document):
        assert differences(lines_of(document), lines_in_html(to_html(document))) == []

    @given(documents)
    @settings(deadline=None)
    def test_the_docx(self, document):
        assert differences(lines_of(document), lines_in_docx(to_docx(document))) == []

    @given(documents)
    @settings(deadline=None)
    def test_the_odt(self, document):
        assert differences(lines_of(document), lines_in_odt(to_odt(document))) == []

    @given(printable_documents)
    @settings(deadline=None, max_examples=60)
    def test_the_pdf(self, document):
        expected, found = tagged(lines_of(document)), lines_in_pdf(to_pdf(document))
        assert differences(in_print(expected), in_print(found)) == []


class TestTheComparison:
    """What is read back can be wrong: a word more or another role does not pass."""

    @pytest.mark.parametrize(
        "read",
        [
            lambda document: lines_in_html(to_html(document)),
            lambda document: lines_in_docx(to_docx(document)),
            lambda document: lines_in_odt(to_odt(document)),
            lambda document: in_print(lines_in_pdf(to_pdf(document))),
        ],
        ids=["html", "docx", "odt", "pdf"],
    )
    @pytest.mark.parametrize(
        ("written", "read_for"),
        [
            (Paragraph(plain("We agree.")), Paragraph(plain("We disagree."))),
            (Paragraph(plain("We agree.")), Paragraph(plain("Weagree."))),
            (Heading(2, "We agree."), Heading(1, "We agree.")),
            (Paragraph(plain("We agree.")), BulletList((plain("We agree."),))),
            (BulletList((plain("We agree."),)), NumberedList((plain("We agree."),))),
            (Table("C", ("a", "b"), (("1", "2"),)), Table("C", ("a", "b"), (("2", "1"),))),
        ],
    )
    def test_finds_what_differs(self, response, read, written, read_for):
        document, other = (
            replace(response, blocks=(Heading(1, "Top"), block)) for block in (written, read_for)
        )
        assert differences(in_print(read(document)), in_print(read(document))) == []
        assert differences(in_print(read(other)), in_print(read(document))) != []
