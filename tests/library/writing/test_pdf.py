from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest
import typst
from selectolax.lexbor import LexborHTMLParser
from tests.library.writing.pictures import png
from tests.library.writing.reading_back.comparing import differences, in_print, tagged
from tests.library.writing.reading_back.pdf import lines_in_pdf, tag_tree

from answerable.writing.blocks import Heading, Paragraph, Table, plain
from answerable.writing.brand import Brand, Logo
from answerable.writing.canonical import content_hash
from answerable.writing.html import to_html
from answerable.writing.outline import lines_of
from answerable.writing.pdf import NotPrinted, UnprintableCharacters, to_pdf


def printed_text(pdf):
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def shown_text(document):
    return LexborHTMLParser(to_html(document)).css_first("article").text(separator=" ")


def words(text):
    return re.findall(r"\w+", text)


def catalog(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return dict(opened.doc.catalog)


def colours(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return {
            tuple(round(part, 2) for part in char["non_stroking_color"]) for char in opened.chars
        }


def structure(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return list(_flat(opened.structure_tree))


def _flat(nodes):
    for node in nodes:
        yield node
        yield from _flat(node.get("children", []))


BRAND = Brand("#1d70b8", Logo(png(), "Office for Policing in Wexmoor"))


class TestToPdf:
    def test_prints_every_word_that_the_html_shows_in_the_same_order(self, response):
        without_list_marks = re.sub(r"^(•|\d\.) ", "", printed_text(to_pdf(response)), flags=re.M)
        footer = "Draft not signed Page 1 of 1"
        assert words(without_list_marks) == words(f"{shown_text(response)} {footer}")

    @pytest.mark.parametrize(
        "typed", ["*this*", '#import "x"', "$y$", "<script>alert(1)</script>", "[z](w)", "tŷ"]
    )
    def test_prints_markup_and_welsh_letters_as_typed(self, response, typed):
        assert typed in printed_text(to_pdf(response))

    @pytest.mark.parametrize(
        "typed",
        ["#panic()", "\\#", "= x", "@label", "`raw`", "https://example.org", "{page}"],
    )
    def test_runs_no_instruction_in_the_text(self, response, typed):
        document = replace(response, notice=typed, blocks=(Paragraph(plain(typed)),))
        assert printed_text(to_pdf(document)).count(typed) == 3

    def test_is_the_same_file_every_time(self, response):
        assert to_pdf(response) == to_pdf(response)

    def test_is_the_same_file_every_time_without_a_date(self, response):
        undated = replace(response, date=None)
        assert to_pdf(undated) == to_pdf(undated)

    def test_is_tagged_and_titled_in_its_language(self, response):
        facts = catalog(to_pdf(response))
        assert "StructTreeRoot" in facts
        assert facts["MarkInfo"]["Marked"] is True
        assert facts["Lang"] == b"en-GB"
        assert facts["ViewerPreferences"]["DisplayDocTitle"] is True

    def test_states_title_and_author_and_its_own_date(self, response):
        facts = pypdfium2.PdfDocument(to_pdf(response)).get_metadata_dict()
        assert facts["Title"] == response.title
        assert facts["Author"] == "Office for Policing in Wexmoor"
        assert facts["CreationDate"].startswith("D:20250909")

    def test_marks_a_heading_in_another_language(self, response):
        languages = {node["type"]: node.get("lang") for node in structure(to_pdf(response))}
        assert (languages["H1"], languages["H2"]) == (None, "cy")

    def test_tags_every_block_by_what_it_is(self, response):
        kinds = [tag.kind for tag in tag_tree(to_pdf(response)).tags]
        opening = ["P", "Title", "P", "P"]
        assert kinds == [
            *opening,
            *("H1", "L", "P", "P", "L"),
            *("H2", "P", "BlockQuote", "L", "L", "P", "Table"),
        ]

    def test_ties_every_cell_of_a_table_to_its_header(self, response):
        (table,) = tag_tree(to_pdf(response)).every("Table")
        cells = [*table.every("TD")]
        assert len(cells) == 4
        assert all(len(cell.attributes["Headers"]) == 1 for cell in cells)
        assert [th.attributes["Scope"] for th in table.every("TH")] == ["Column", "Column"]

    def test_marks_words_in_another_language(self, response):
        with pdfplumber.open(io.BytesIO(to_pdf(response))) as opened:
            (content,) = opened.pages[0].page_obj.contents
            marks = re.findall(rb"/Lang\((\w+-\w+)\)", content.get_data())
        assert marks.count(b"cy-GB") == 1
        assert set(marks) == {b"cy-GB", b"en-GB"}

    @pytest.mark.parametrize("typed", ["שלום עולם", "dŵr שלום", "ty\u0302 e\u0301"])
    def test_can_be_read_back_in_other_scripts_and_with_combining_marks(self, response, typed):
        document = replace(response, blocks=(Paragraph(plain(typed)),))
        (*_, read) = in_print(lines_in_pdf(to_pdf(document)))
        assert read.text == unicodedata.normalize("NFC", typed)

    def test_keeps_a_long_table_one_table_with_one_header(self, response):
        rows = tuple((str(number), "An action in words") for number in range(120))
        long = replace(response, blocks=(Table("Actions", ("Number", "Action"), rows),))
        nodes = structure(to_pdf(long))
        assert sum(node["type"] == "Table" for node in nodes) == 1
        headers = [node["attributes"]["Scope"] for node in nodes if node["type"] == "TH"]
        assert headers == ["Column", "Column"]

    def test_numbers_its_pages(self, response):
        rows = tuple((str(number), "An action in words") for number in range(60))
        long = replace(response, blocks=(Table("Actions", ("Number", "Action"), rows),))
        text = printed_text(to_pdf(long))
        assert "Page 1 of 3" in text
        assert "Page 3 of 3" in text

    def test_numbers_its_pages_in_welsh(self, response):
        welsh = replace(response, language="cy-GB")
        assert "Tudalen 1 o 1" in printed_text(to_pdf(welsh))

    def test_keeps_a_word_of_any_length_on_the_page(self, response):
        document = replace(response, blocks=(Paragraph(plain("q" * 400)),))
        with pdfplumber.open(io.BytesIO(to_pdf(document))) as opened:
            page = opened.pages[0]
            assert sum(char["text"].count("q") for char in page.chars) == 400
            assert max(char["x1"] for char in page.chars) < page.width - 60

    def test_uses_only_fonts_of_the_product(self, response):
        with pdfplumber.open(io.BytesIO(to_pdf(response))) as opened:
            fonts = {char["fontname"].split("+")[-1] for char in opened.chars}
        assert {font.split("-")[0] for font in fonts} == {"LiberationSans"}

    def test_names_each_character_that_it_cannot_print(self, response):
        document = replace(response, blocks=(Paragraph(plain("Good 👍 work 👍 中")),))
        with pytest.raises(UnprintableCharacters, match="cannot show “👍”, “中”") as refusal:
            to_pdf(document)
        assert refusal.value.characters == ("👍", "中")

    def test_says_under_which_headings_they_stand(self, response):
        blocks = (Heading(1, "Fine"), Paragraph(plain("Good")), Heading(1, "Reply"))
        document = replace(response, blocks=(*blocks, Paragraph(plain("Good 👍"))))
        with pytest.raises(UnprintableCharacters, match=r"Look under “Reply”[.]$"):
            to_pdf(document)

    def test_says_so_when_typst_fails_otherwise(self, response, monkeypatch):
        def fail(*_, **__):
            error = typst.TypstError("no room left", "error: no room left")
            error.message, error.diagnostic = error.args
            raise error

        monkeypatch.setattr(typst, "compile", fail)
        with pytest.raises(NotPrinted, match="could not be made: no room left"):
            to_pdf(response)


class TestABrandedPdf:
    def test_holds_the_same_words(self, response):
        found = lines_in_pdf(to_pdf(response, brand=BRAND))
        assert differences(in_print(tagged(lines_of(response))), in_print(found)) == []

    def test_says_what_its_logo_shows(self, response):
        (figure,) = tag_tree(to_pdf(response, brand=BRAND)).every("Figure")
        assert figure.alternative == "Office for Policing in Wexmoor"

    def test_has_its_colour_in_headings(self, response):
        blue = (0.11, 0.44, 0.72)
        plain_text = replace(
            response, blocks=tuple(b for b in response.blocks if "Heading" in repr(b))
        )
        assert blue in colours(to_pdf(plain_text, brand=BRAND))
        assert blue not in colours(to_pdf(plain_text))

    def test_draws_a_rule_under_the_title_only_with_a_colour(self, response):
        bare = replace(response, blocks=())
        for brand, rules in ((BRAND, 1), (Brand(None, BRAND.logo), 0), (Brand(), 0)):
            with pdfplumber.open(io.BytesIO(to_pdf(bare, brand=brand))) as opened:
                assert len(opened.pages[0].lines) == rules

    def test_is_the_same_file_every_time_and_the_same_signed_document(self, response):
        before = content_hash(response)
        assert to_pdf(response, brand=BRAND) == to_pdf(response, brand=BRAND)
        assert content_hash(response) == before
