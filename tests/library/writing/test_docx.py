from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree
from tests.library.writing.pictures import chunk, png
from tests.library.writing.reading_back.docx import footer_of_docx, lines_in_docx
from tests.library.writing.strategies import documents

from answerable.writing.blocks import NumberedList, Paragraph, Quotation, Run, Table, plain
from answerable.writing.brand import Brand, Logo
from answerable.writing.canonical import content_hash
from answerable.writing.docx import to_docx
from answerable.writing.outline import lines_of

BRAND = Brand("#1d70b8", Logo(png(), "Office for Policing in Wexmoor"))


def opened(document, **options):
    return docx.Document(io.BytesIO(to_docx(document, **options)))


def part(document, name, **options):
    with zipfile.ZipFile(io.BytesIO(to_docx(document, **options))) as package:
        return etree.fromstring(package.read(name))


def languages(document):
    """The language of each run that has one of its own, with the text."""
    body = part(document, "word/document.xml")
    runs = ((run, run.find(f"{qn('w:rPr')}/{qn('w:lang')}")) for run in body.iter(qn("w:r")))
    return [("".join(run.itertext()), tag.get(qn("w:val"))) for run, tag in runs if tag is not None]


class TestToDocx:
    def test_gives_headings_the_levels_that_word_knows(self, response):
        levels = [
            (p.style.name, p.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")), p.text)
            for p in opened(response).paragraphs
            if p.style.name.startswith("Heading")
        ]
        assert levels == [
            ("Heading 1", "0", "The report"),
            ("Heading 2", "1", "Sylwadau’r Prif Gwnstabl"),
        ]

    def test_repeats_the_header_row_and_names_the_table(self, response):
        (table,) = opened(response).tables
        header, *rows = [row.trPr.find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst]
        assert (header, rows) == (True, [False, False])
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "What is done"

    def test_counts_every_numbered_list_from_one(self, response):
        lists = (NumberedList((plain("a"), plain("b"))), NumberedList((plain("c"),)))
        numbers = [
            p._p.pPr.numPr.numId.val
            for p in opened(replace(response, blocks=lists)).paragraphs
            if p.style.name == "List Number"
        ]
        assert numbers[0] == numbers[1] != numbers[2]
        starts = part(replace(response, blocks=lists), "word/numbering.xml").iter(
            qn("w:startOverride")
        )
        assert [start.get(qn("w:val")) for start in starts] == ["1", "1"]

    def test_keeps_lists_inside_a_quotation_apart_from_others(self, response):
        said = (NumberedList((plain("a"),)), Paragraph(plain("b")))
        quoted = opened(replace(response, blocks=(Quotation("Chief", said),)))
        names = [p.style.name for p in quoted.paragraphs[-3:]]
        assert names == ["Quoted By", "Quote Number", "Quote"]

    def test_links_to_the_address_as_given(self, response):
        links = [link for p in opened(response).paragraphs for link in p.hyperlinks]
        assert [(link.address, link.text) for link in links] == [
            ("https://example.org/?a=1&b=2", "Held to account")
        ]

    def test_sets_strong_and_emphasis(self, response):
        (run,) = [r for p in opened(response).paragraphs for r in p.runs if r.text == "every"]
        assert (run.bold, run.italic) == (True, True)

    def test_marks_languages_as_those_of_britain(self, response):
        assert languages(response) == [
            ("Mae’r tŷ a’r dŵr yma ar gael yn Gymraeg.", "cy-GB"),
            ("Sylwadau’r Prif Gwnstabl", "cy-GB"),
        ]

    def test_leaves_other_languages_as_they_are(self, response):
        polish = replace(response, blocks=(Paragraph((Run("Dziękuję", language="pl"),)),))
        assert languages(polish) == [("Dziękuję", "pl")]

    @pytest.mark.parametrize(("tag", "written"), [("en-GB", "en-GB"), ("cy", "cy-GB")])
    def test_is_in_the_language_of_the_document(self, response, tag, written):
        document = replace(response, language=tag)
        (default,) = part(document, "word/styles.xml").iter(qn("w:lang"))
        assert default.get(qn("w:val")) == written
        assert opened(document).core_properties.language == written

    def test_states_title_and_author_and_its_own_date(self, response):
        facts = opened(response).core_properties
        assert (facts.title, facts.author) == (response.title, response.author_body)
        assert facts.created == facts.modified == datetime(2025, 9, 9, tzinfo=UTC)

    def test_bears_a_year_of_four_digits(self, response):
        facts = part(replace(response, date=date(1, 2, 3)), "docProps/core.xml")
        assert facts[-1].text == "0001-02-03T00:00:00Z"

    def test_takes_a_title_of_any_length(self, response):
        long = replace(response, title="t" * 400)
        assert opened(long).core_properties.title == "t" * 400

    def test_names_no_program_no_person_and_no_other_time(self, response):
        facts = part(replace(response, date=None), "docProps/core.xml")
        assert {etree.QName(fact).localname: fact.text for fact in facts} == {
            "title": response.title,
            "creator": response.author_body,
            "language": "en-GB",
            "created": "1970-01-01T00:00:00Z",
            "modified": "1970-01-01T00:00:00Z",
        }

    def test_holds_no_part_that_it_does_not_need(self, response):
        with zipfile.ZipFile(io.BytesIO(to_docx(response))) as package:
            assert package.namelist() == [
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/core.xml",
                "word/_rels/document.xml.rels",
                "word/document.xml",
                "word/footer1.xml",
                "word/numbering.xml",
                "word/settings.xml",
                "word/styles.xml",
            ]
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    @given(documents)
    @settings(deadline=None, max_examples=25)
    def test_is_the_same_file_every_time(self, document):
        assert to_docx(document) == to_docx(document)

    def test_has_notice_and_page_number_on_every_page(self, response):
        assert footer_of_docx(to_docx(response)) == "Draft: not signed Page 1 of 1"
        fields = part(response, "word/footer1.xml").iter(qn("w:fldSimple"))
        assert [field.get(qn("w:instr")).strip() for field in fields] == ["PAGE", "NUMPAGES"]

    def test_numbers_its_pages_in_welsh(self, response):
        welsh = replace(response, language="cy-GB", notice=None)
        assert footer_of_docx(to_docx(welsh)) == " Tudalen 1 o 1"

    @pytest.mark.parametrize("typed", ["{page}", "$title", "</w:t>", "%s", "${day}", "&amp;"])
    def test_runs_no_instruction_in_title_author_or_notice(self, response, typed):
        document = replace(response, title=typed, author_body=typed, notice=typed)
        facts = opened(document).core_properties
        assert (facts.title, facts.author) == (typed, typed)
        assert footer_of_docx(to_docx(document)) == f"{typed} Page 1 of 1"

    def test_ends_with_a_paragraph_after_a_table_as_word_wants_it(self, response):
        table = Table("C", ("a",), (("1",),))
        body = opened(replace(response, blocks=(table,))).element.body
        assert [etree.QName(element).localname for element in body[-3:]] == ["tbl", "p", "sectPr"]


class TestABrandedDocx:
    def test_holds_the_same_words(self, response):
        assert lines_in_docx(to_docx(response, brand=BRAND)) == lines_of(response)

    def test_says_what_its_logo_shows(self, response):
        (shape,) = opened(response, brand=BRAND).inline_shapes
        assert shape._inline.docPr.get("descr") == "Office for Policing in Wexmoor"
        assert (shape.width.mm, shape.height.mm) == pytest.approx((70, 18.67), abs=0.01)

    def test_holds_no_remarks_of_the_logo(self, response):
        marked = Brand(None, Logo(png(remarks=chunk(b"tEXt", b"Author\x00A. Person")), "Office"))
        with zipfile.ZipFile(io.BytesIO(to_docx(response, brand=marked))) as package:
            assert package.read("word/media/image1.png") == png()

    def test_has_its_colour_under_the_title_and_in_headings(self, response):
        styles = opened(response, brand=BRAND).styles
        rule = styles["Title"].element.pPr.find(f"{qn('w:pBdr')}/{qn('w:bottom')}")
        assert (rule.get(qn("w:val")), rule.get(qn("w:color"))) == ("single", "1D70B8")
        assert str(styles["Heading 1"].font.color.rgb) == "1D70B8"

    def test_is_without_rule_and_colour_where_there_is_no_brand(self, response):
        styles = opened(response).styles
        rule = styles["Title"].element.pPr.find(f"{qn('w:pBdr')}/{qn('w:bottom')}")
        assert rule.get(qn("w:val")) == "nil"
        assert str(styles["Heading 1"].font.color.rgb) == "000000"

    def test_is_the_same_file_every_time_and_the_same_signed_document(self, response):
        before = content_hash(response)
        assert to_docx(response, brand=BRAND) == to_docx(response, brand=BRAND)
        assert content_hash(response) == before
