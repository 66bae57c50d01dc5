from __future__ import annotations

import io
import re
from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest
import typst
from selectolax.lexbor import LexborHTMLParser

from answerable.writing.blocks import Paragraph, Table, plain
from answerable.writing.html import to_html
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


def structure(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return list(_flat(opened.structure_tree))


def _flat(nodes):
    for node in nodes:
        yield node
        yield from _flat(node.get("children", []))


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

    def test_says_so_when_typst_fails_otherwise(self, response, monkeypatch):
        def fail(*_, **__):
            error = typst.TypstError("no room left", "error: no room left")
            error.message, error.diagnostic = error.args
            raise error

        monkeypatch.setattr(typst, "compile", fail)
        with pytest.raises(NotPrinted, match="could not be made: no room left"):
            to_pdf(response)
