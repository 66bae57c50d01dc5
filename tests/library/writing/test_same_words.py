"""Every format holds the words of the outline, with their roles and in their order."""

from __future__ import annotations

import json

from hypothesis import given, settings
from tests.library.writing.reading_back.comparing import (
    composed,
    differences,
    in_words,
    tagged,
    without_spaces,
)
from tests.library.writing.reading_back.docx import lines_in_docx
from tests.library.writing.reading_back.html import lines_in_html
from tests.library.writing.reading_back.odt import lines_in_odt
from tests.library.writing.reading_back.pdf import lines_in_pdf
from tests.library.writing.strategies import documents, printable_documents

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
        assert differences(without_spaces(expected), without_spaces(found)) == []

    def test_the_pdf_with_the_same_spaces(self, response):
        expected, found = tagged(lines_of(response)), lines_in_pdf(to_pdf(response))
        assert differences(in_words(expected), in_words(found)) == []
