from __future__ import annotations

from datetime import date

import pytest
from bench.hiding import texts, words
from bench.hiding.controls import HEADING, WORDS, docx, odt
from bench.hiding.second_search import holds

from answerable.documents import Limits, Reason, Unreadable
from answerable.leaks import rendered
from answerable.leaks.remaking.disguise import refuse_disguise
from answerable.writing.blocks import Heading, Paragraph, Table, plain
from answerable.writing.canonical import canonical_bytes

MARKER = "QZX4711VW9"
DISGUISED = {
    "docx: white words",
    "docx: words of one point",
    "docx: words in a pale style",
    "odt: white words",
    "odt: words of one point",
}
TOLD = {"title": "A response", "author_body": "An office", "on": date(2026, 5, 1)}
BY_ALL_MEANS = {"docx: a hidden row of a table", "odt: a hidden section", "docx: tag characters"}
"""Ways that a reader of documents must leave out; all others are in `prove canaries`."""
WAYS = {way.called: way for way in (*words.WAYS, *texts.WAYS)}


class TestRendered:
    def test_has_the_words_in_their_order(self):
        document = rendered(docx(), **TOLD)
        assert document.blocks == (
            Heading(1, HEADING),
            Paragraph(plain(WORDS)),
            Table("Table", ("Store", "Bags"), (("North", "12"),)),
        )
        assert (document.title, document.date) == ("A response", date(2026, 5, 1))

    def test_of_an_opendocument_text_has_them_too_and_the_number_that_a_reader_saw(self):
        numbered = Heading(1, f"1. {HEADING}")
        assert rendered(odt(), **TOLD).blocks == (numbered, Paragraph(plain(WORDS)))

    @pytest.mark.parametrize("called", sorted(BY_ALL_MEANS))
    def test_has_no_word_that_the_document_does_not_show(self, called):
        assert not holds(canonical_bytes(rendered(WAYS[called].make(MARKER), **TOLD)), MARKER)

    def test_is_refused_where_words_are_in_disguise(self):
        with pytest.raises(Unreadable, match="hardly different from the paper"):
            rendered(WAYS["docx: white words"].make(MARKER), **TOLD)


class TestDisguise:
    @pytest.mark.parametrize("called", sorted(DISGUISED))
    def test_is_refused(self, called):
        with pytest.raises(Unreadable) as refusal:
            refuse_disguise(WAYS[called].make(MARKER), Limits())
        assert refusal.value.code is Reason.HIDDEN_CONTENT

    @pytest.mark.parametrize("data", [docx(), odt(), b"plain words", b"%PDF-1.7"])
    def test_is_not_seen_in_white_words_on_a_dark_ground_or_in_other_files(self, data):
        refuse_disguise(data, Limits())
