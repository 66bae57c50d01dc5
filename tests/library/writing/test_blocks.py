from __future__ import annotations

import pytest

from answerable.writing.blocks import (
    BulletList,
    Heading,
    Paragraph,
    Quotation,
    Run,
    SummaryList,
    Table,
    UnwritableBlock,
    WrittenDocument,
    plain,
)


def document(*blocks, **changes):
    facts = {"title": "Title", "language": "en-GB", "author_body": "Office"} | changes
    return WrittenDocument(blocks=blocks, **facts)


class TestRun:
    @pytest.mark.parametrize(
        "address", ["https://example.org", "http://example.org/a?b#c", "mailto:a@example.org"]
    )
    def test_may_link_to_the_web_and_to_e_mail(self, address):
        assert Run("x", link=address).link == address

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "/relative",
            "https://",
            "mailto:",
            "https://exam ple.org",
            "https://[",
            "",
        ],
    )
    def test_may_not_link_elsewhere(self, address):
        with pytest.raises(UnwritableBlock, match="not a web or e-mail address"):
            Run("x", link=address)

    @pytest.mark.parametrize(
        "character", ["\x00", "\x1b", "\t", "\r", "\ud800", "\u202e", "\ufffe", "\uffff"]
    )
    def test_may_not_hide_or_reorder_characters(self, character):
        with pytest.raises(UnwritableBlock, match=r"invisible character U\+"):
            Run(f"a{character}b")

    @pytest.mark.parametrize("tag", ["Welsh", "cy_GB", "cy-GB-x", '"', ""])
    def test_language_is_a_tag(self, tag):
        with pytest.raises(UnwritableBlock, match="not a language tag"):
            Run("x", language=tag)


class TestEmptyBlocks:
    @pytest.mark.parametrize(
        "make",
        [
            lambda: Heading(1, " "),
            lambda: Paragraph(()),
            lambda: Paragraph(plain(" \n")),
            lambda: BulletList(()),
            lambda: BulletList((plain(""),)),
            lambda: Table("Caption", (), ()),
            lambda: Table("", ("Column",), ()),
            lambda: Quotation("Chief", ()),
            lambda: Quotation("", (Paragraph(plain("x")),)),
            lambda: SummaryList(()),
            lambda: SummaryList((("Term", plain("")),)),
            lambda: document(title=""),
            lambda: document(author_body=" "),
            lambda: document(notice=""),
        ],
    )
    def test_are_refused(self, make):
        with pytest.raises(UnwritableBlock):
            make()


class TestTable:
    def test_refuses_a_row_of_another_width(self):
        with pytest.raises(UnwritableBlock, match="Row 2 of the table “Dates” has 1 cells"):
            Table("Dates", ("What", "When"), (("a", "b"), ("c",)))


class TestHeading:
    @pytest.mark.parametrize("level", [0, 5])
    def test_refuses_a_level_outside_one_to_four(self, level):
        with pytest.raises(UnwritableBlock, match="1 to 4"):
            Heading(level, "Heading")

    def test_is_one_line(self):
        with pytest.raises(UnwritableBlock, match="one line"):
            Heading(1, "One\ntwo")


class TestWrittenDocument:
    def test_refuses_a_skipped_heading_level(self):
        with pytest.raises(UnwritableBlock, match="“Deep” has level 3; level 2"):
            document(Heading(1, "Top"), Heading(3, "Deep"))

    def test_refuses_to_start_below_the_first_level(self):
        with pytest.raises(UnwritableBlock, match="level 1 is the deepest"):
            document(Heading(2, "Deep"))

    def test_may_climb_several_levels_at_once(self):
        headings = [Heading(1, "a"), Heading(2, "b"), Heading(3, "c"), Heading(1, "d")]
        assert document(*headings).blocks == tuple(headings)

    def test_is_in_english_or_welsh(self):
        with pytest.raises(UnwritableBlock, match="English or Welsh"):
            document(language="fr")
