from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.library.writing.strategies import documents

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
from answerable.writing.outline import Line, LineKind, lines_of


def outline(*blocks):
    document = WrittenDocument("Title", "en-GB", "Office", blocks)
    return [(line.kind.value, line.level, line.text) for line in lines_of(document)[2:]]


class TestLinesOf:
    def test_open_with_notice_title_subtitle_and_origin(self, response):
        assert lines_of(response)[:4] == (
            Line(LineKind.NOTICE, 0, "Draft: not signed"),
            Line(LineKind.TITLE, 0, "Response to *Held to account* & <others>"),
            Line(LineKind.SUBTITLE, 0, "Under section 55"),
            Line(LineKind.ORIGIN, 0, "Office for Policing in Wexmoor, 9 September 2025"),
        )

    def test_open_with_title_and_origin_where_there_is_no_more(self, response):
        bare = replace(response, notice=None, subtitle=None, date=None, blocks=())
        assert lines_of(bare) == (
            Line(LineKind.TITLE, 0, "Response to *Held to account* & <others>"),
            Line(LineKind.ORIGIN, 0, "Office for Policing in Wexmoor"),
        )

    def test_word_the_date_in_the_language_of_the_document(self, response):
        welsh = replace(response, language="cy-GB")
        assert lines_of(welsh)[3].text == "Office for Policing in Wexmoor, 9 Medi 2025"

    @pytest.mark.parametrize(
        ("block", "lines"),
        [
            (Heading(1, "One"), [("heading", 1, "One")]),
            (
                Paragraph((Run("a "), Run("b\nc", strong=True, link="https://example.org"))),
                [("paragraph", 0, "a b\nc")],
            ),
            (
                BulletList((plain("x"), plain("y"))),
                [("bullet", 0, "x"), ("bullet", 0, "y")],
            ),
            (NumberedList((plain("x"),)), [("number", 0, "x")]),
            (
                Table("C", ("h", "i"), (("1", ""), ("2", "3"))),
                [
                    ("caption", 0, "C"),
                    ("header cell", 0, "h"),
                    ("header cell", 0, "i"),
                    ("cell", 0, "1"),
                    ("cell", 0, ""),
                    ("cell", 0, "2"),
                    ("cell", 0, "3"),
                ],
            ),
            (
                Quotation("Chief", (Paragraph(plain("I")), BulletList((plain("we"),)))),
                [("quoted by", 0, "Chief"), ("paragraph", 1, "I"), ("bullet", 1, "we")],
            ),
            (SummaryList((("T", plain("v")),)), [("term", 0, "T"), ("value", 0, "v")]),
        ],
    )
    def test_hold_each_block_in_reading_order(self, block, lines):
        assert outline(block) == lines

    @given(documents)
    @settings(deadline=None)
    def test_can_be_counted_to_say_what_was_added(self, document):
        added = Paragraph(plain("Added."))
        longer = replace(document, blocks=(*document.blocks, added))
        more = Counter(lines_of(longer)) - Counter(lines_of(document))
        assert more == {Line(LineKind.PARAGRAPH, 0, "Added."): 1}
