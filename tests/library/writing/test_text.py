from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.writing.blocks import BulletList, Paragraph, Run, plain
from answerable.writing.text import paragraphs_from_text


class TestParagraphsFromText:
    def test_part_at_blank_lines(self):
        assert paragraphs_from_text("One.\n \n\nTwo.\n") == (
            Paragraph(plain("One.")),
            Paragraph(plain("Two.")),
        )

    def test_keep_other_line_ends_as_line_breaks(self):
        assert paragraphs_from_text("1 High Street\nWexmoor") == (
            Paragraph(plain("1 High Street\nWexmoor")),
        )

    @pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
    def test_know_every_line_end(self, end):
        assert paragraphs_from_text(f"a{end}{end}b") == (
            Paragraph(plain("a")),
            Paragraph(plain("b")),
        )

    @pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•\t", "  - "])
    def test_make_bullets_of_marked_lines(self, mark):
        assert paragraphs_from_text(f"We will:\n{mark}one\n{mark}two\nSoon.") == (
            Paragraph(plain("We will:")),
            BulletList((plain("one"), plain("two"))),
            Paragraph(plain("Soon.")),
        )

    def test_keep_one_list_where_blank_lines_part_the_bullets(self):
        assert paragraphs_from_text("- one\n\n- two") == (BulletList((plain("one"), plain("two"))),)

    def test_continue_a_bullet_with_an_indented_line(self):
        assert paragraphs_from_text("- one\n  and more\n- two") == (
            BulletList((plain("one\nand more"), plain("two"))),
        )

    def test_do_not_continue_a_bullet_after_a_blank_line(self):
        assert paragraphs_from_text("- one\n\n  Later.") == (
            BulletList((plain("one"),)),
            Paragraph(plain("Later.")),
        )

    @pytest.mark.parametrize(
        "words", ["-5 per cent", "*starred*", "# heading", "<b>bold</b>", "1. First", "-", "[a](b)"]
    )
    def test_read_nothing_else_as_markup(self, words):
        assert paragraphs_from_text(words) == (Paragraph(plain(words)),)

    def test_drop_invisible_characters_and_compose_accents(self):
        assert paragraphs_from_text("a\x00b\tc\u202ed y\u0302") == (Paragraph(plain("ab cd ŷ")),)

    def test_mark_the_language(self):
        (paragraph,) = paragraphs_from_text("Diolch.", language="cy")
        assert paragraph == Paragraph((Run("Diolch.", language="cy"),))

    @pytest.mark.parametrize("text", ["", " \n\n\t", "\x00"])
    def test_are_none_without_words(self, text):
        assert paragraphs_from_text(text) == ()

    @given(st.text(st.characters(categories=["L", "N", "Z"]) | st.sampled_from("\n\r\t-*• ")))
    def test_lose_no_letter_or_digit_of_any_text(self, text):
        runs = [
            run.text
            for block in paragraphs_from_text(text)
            for item in (block.items if isinstance(block, BulletList) else (block.runs,))
            for run in item
        ]
        assert _letters("".join(runs)) == _letters(text)

    @given(st.text())
    def test_are_always_writable(self, text):
        paragraphs_from_text(text)


def _letters(text):
    import unicodedata

    return [c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] in "LN"]
