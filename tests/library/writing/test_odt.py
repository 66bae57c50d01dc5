from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import odfdo
import pytest
from hypothesis import given, settings
from lxml import etree
from tests.library.writing.pictures import chunk, png
from tests.library.writing.reading_back.odt import footer_of_odt, lines_in_odt
from tests.library.writing.strategies import documents

from answerable.writing.blocks import Heading, NumberedList, Paragraph, Run, plain
from answerable.writing.brand import Brand, Logo
from answerable.writing.canonical import content_hash
from answerable.writing.odt import to_odt
from answerable.writing.outline import lines_of

BRAND = Brand("#1d70b8", Logo(png(), "Office for Policing in Wexmoor"))
NAMES = {
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}


def package(document, **options):
    return zipfile.ZipFile(io.BytesIO(to_odt(document, **options)))


def found(document, name, path, **options):
    """What an XPath finds in a part of the file."""
    part = etree.fromstring(package(document, **options).read(name))
    return part.xpath(path, namespaces=NAMES)


def properties_of(document, words):
    """The text properties with which some words are set."""
    (style,) = found(document, "content.xml", f"//text:span[.='{words}']/@text:style-name")
    (properties,) = found(
        document, "content.xml", f"//style:style[@style:name='{style}']/style:text-properties"
    )
    return {etree.QName(name).localname: value for name, value in properties.attrib.items()}


class TestToOdt:
    def test_gives_headings_their_outline_levels(self, response):
        headings = found(response, "content.xml", "//text:h")
        level, style = (f"{{{NAMES['text']}}}{name}" for name in ("outline-level", "style-name"))
        assert [(h.get(level), h.get(style), "".join(h.itertext())) for h in headings] == [
            ("1", "Heading_20_1", "The report"),
            ("2", "Heading_20_2", "Sylwadau’r Prif Gwnstabl"),
        ]

    def test_repeats_the_header_row(self, response):
        header = "//table:table-header-rows/table:table-row/table:table-cell/text:p/text()"
        assert found(response, "content.xml", header) == ["Number", "Action"]

    def test_names_only_styles_that_there_are(self, response):
        every = replace(
            response, blocks=(*response.blocks, *(Heading(n, str(n)) for n in (1, 2, 3, 4)))
        )
        used = found(every, "content.xml", "//@text:style-name | //@table:style-name", brand=BRAND)
        paths = "//style:style/@style:name | //text:list-style/@style:name"
        there = [n for part in ("content.xml", "styles.xml") for n in found(every, part, paths)]
        assert set(used) <= set(there)

    def test_counts_every_numbered_list_from_one(self, response):
        lists = (NumberedList((plain("a"), plain("b"))), NumberedList((plain("c"),)))
        written = found(replace(response, blocks=lists), "content.xml", "//text:list")
        assert len(written) == 2
        assert not any("continue" in name for one in written for name in one.attrib)

    def test_links_to_the_address_as_given(self, response):
        (link,) = found(response, "content.xml", "//text:a")
        assert link.attrib["{http://www.w3.org/1999/xlink}href"] == "https://example.org/?a=1&b=2"

    def test_sets_strong_and_emphasis_in_every_script(self, response):
        properties = properties_of(response, "every")
        assert {properties[f"font-weight{script}"] for script in ("", "-asian", "-complex")} == {
            "bold"
        }
        assert properties["font-style"] == "italic"

    @pytest.mark.parametrize(
        ("tag", "language", "country"),
        [("cy", "cy", "GB"), ("cy-GB", "cy", "GB"), ("pl", "pl", "none")],
    )
    def test_marks_words_and_headings_in_another_language(self, response, tag, language, country):
        blocks = (Heading(1, "Teitl", language=tag), Paragraph((Run("Diolch", language=tag),)))
        document = replace(response, blocks=blocks)
        for words in ("Teitl", "Diolch"):
            properties = properties_of(document, words)
            assert (properties["language"], properties["country"]) == (language, country)

    @pytest.mark.parametrize(("tag", "written"), [("en-GB", "en"), ("cy", "cy")])
    def test_is_in_the_language_of_the_document(self, response, tag, written):
        default = "//style:default-style[@style:family='paragraph']/style:text-properties"
        (properties,) = found(replace(response, language=tag), "styles.xml", default)
        assert properties.get(f"{{{NAMES['fo']}}}language") == written
        assert properties.get(f"{{{NAMES['fo']}}}country") == "GB"

    def test_states_title_author_language_and_its_own_date_alone(self, response):
        (facts,) = etree.fromstring(package(response).read("meta.xml"))
        assert [(etree.QName(fact).localname, fact.text) for fact in facts] == [
            ("title", response.title),
            ("initial-creator", response.author_body),
            ("creator", response.author_body),
            ("language", "en-GB"),
            ("creation-date", "2025-09-09T00:00:00Z"),
            ("date", "2025-09-09T00:00:00Z"),
        ]

    def test_holds_no_part_that_it_does_not_need(self, response):
        written = package(response)
        assert written.namelist() == [
            "mimetype",
            "META-INF/manifest.xml",
            "content.xml",
            "meta.xml",
            "styles.xml",
        ]
        assert {entry.date_time for entry in written.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def test_can_be_recognised_by_its_first_bytes(self, response):
        file = to_odt(response)
        assert file[30:38] == b"mimetype"
        assert file[38:77] == b"application/vnd.oasis.opendocument.text"

    @given(documents)
    @settings(deadline=None, max_examples=25)
    def test_is_the_same_file_every_time(self, document):
        assert to_odt(document) == to_odt(document)

    def test_has_notice_and_page_number_on_every_page(self, response):
        assert footer_of_odt(to_odt(response)) == "Draft: not signed Page 1 of 1"
        fields = "//style:footer//text:page-number | //style:footer//text:page-count"
        assert len(found(response, "styles.xml", fields)) == 2

    def test_numbers_its_pages_in_welsh(self, response):
        welsh = replace(response, language="cy-GB", notice=None)
        assert footer_of_odt(to_odt(welsh)) == " Tudalen 1 o 1"

    @pytest.mark.parametrize("typed", ["{page}", "$title", "</text:p>", "%s", "${day}", "&amp;"])
    def test_runs_no_instruction_in_title_author_or_notice(self, response, typed):
        document = replace(response, title=typed, author_body=typed, notice=typed)
        facts = odfdo.Document(io.BytesIO(to_odt(document))).meta
        assert (facts.title, facts.creator) == (typed, typed)
        assert footer_of_odt(to_odt(document)) == f"{typed} Page 1 of 1"


class TestABrandedOdt:
    def test_holds_the_same_words(self, response):
        assert lines_in_odt(to_odt(response, brand=BRAND)) == lines_of(response)

    def test_says_what_its_logo_shows(self, response):
        words = found(response, "content.xml", "//draw:frame/svg:desc/text()", brand=BRAND)
        assert words == ["Office for Policing in Wexmoor"]

    def test_lists_its_logo_and_holds_no_remarks_of_it(self, response):
        marked = Brand(None, Logo(png(remarks=chunk(b"tEXt", b"Author\x00A. Person")), "Office"))
        listed = "//manifest:file-entry/@manifest:full-path"
        assert "Pictures/logo.png" in found(response, "META-INF/manifest.xml", listed, brand=marked)
        assert package(response, brand=marked).read("Pictures/logo.png") == png()

    @pytest.mark.parametrize(
        ("brand", "rule", "colour"),
        [(BRAND, "2.25pt solid #1d70b8", "#1d70b8"), (Brand(), "none", "#000000")],
    )
    def test_has_its_colour_under_the_title_and_in_headings(self, response, brand, rule, colour):
        title = "//style:style[@style:name='Title']/style:paragraph-properties/@fo:border-bottom"
        heading = "//style:style[@style:name='Heading_20_1']/style:text-properties/@fo:color"
        assert found(response, "styles.xml", title, brand=brand) == [rule]
        assert found(response, "styles.xml", heading, brand=brand) == [colour]

    def test_is_the_same_file_every_time_and_the_same_signed_document(self, response):
        before = content_hash(response)
        assert to_odt(response, brand=BRAND) == to_odt(response, brand=BRAND)
        assert content_hash(response) == before
