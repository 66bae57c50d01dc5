from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser
from tests.library.writing.strategies import documents

from answerable.writing.blocks import Heading, Paragraph, Run, WrittenDocument, plain
from answerable.writing.html import to_html

TAGS = {
    *("article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "figure", "figcaption"),
    *("strong", "em", "a", "span", "br", "time", "ul", "ol", "li", "dl", "div", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"class", "lang", "href", "scope", "datetime"}


@pytest.fixture
def page(response):
    return LexborHTMLParser(to_html(response))


class TestToHtml:
    def test_shows_the_title_as_typed(self, page):
        title = page.css_first("h1.govuk-heading-l")
        assert title.text() == "Response to *Held to account* & <others>"

    def test_shows_the_date_for_people_and_machines(self, page):
        assert page.css_first('time[datetime="2025-09-09"]').text() == "9 September 2025"

    def test_shows_the_notice_first(self, page):
        assert page.css_first("article").text().startswith("Draft: not signed")

    def test_puts_headings_beneath_the_title(self, page):
        assert [node.tag for node in page.css("h1, h2, h3")] == ["h1", "h2", "h3"]

    def test_starts_where_the_page_around_it_asks(self, response):
        page = LexborHTMLParser(to_html(response, start_level=2))
        assert [node.tag for node in page.css("h1, h2, h3, h4")] == ["h2", "h3", "h4"]

    @pytest.mark.parametrize("level", [0, 3])
    def test_refuses_a_start_that_leaves_no_room_for_headings(self, response, level):
        with pytest.raises(ValueError, match="level 1 or 2"):
            to_html(response, start_level=level)

    def test_marks_languages(self, page):
        assert page.css_first("article").attributes["lang"] == "en-GB"
        assert page.css_first('span[lang="cy-GB"]').text().startswith("Mae’r tŷ")
        assert page.css_first('h3[lang="cy"]') is not None

    def test_gives_column_headers_their_scope(self, page):
        headers = page.css("table.govuk-table th")
        assert [(th.text(), th.attributes["scope"]) for th in headers] == [
            ("Number", "col"),
            ("Action", "col"),
        ]

    def test_lets_long_words_break_on_small_screens(self, page):
        assert page.css_first("article").attributes["class"] == "govuk-!-text-break-word"

    def test_says_who_is_quoted(self, page):
        assert page.css_first("figure figcaption").text() == "The Chief Constable"
        assert page.css_first("figure blockquote.govuk-inset-text br") is not None

    def test_links_with_the_address_as_given(self, page):
        assert page.css_first("a.govuk-link").attributes["href"] == "https://example.org/?a=1&b=2"

    def test_nests_emphasis(self, page):
        assert page.css_first("strong em").text() == "every"

    @given(documents)
    @settings(deadline=None)
    def test_holds_nothing_but_known_elements_and_attributes(self, document):
        article = LexborHTMLParser(to_html(document)).css_first("article")
        nodes = [article, *article.css("*")]
        assert {node.tag for node in nodes} <= TAGS
        assert {name for node in nodes for name in node.attributes} <= ATTRIBUTES

    @pytest.mark.parametrize(
        "text", ["<script>alert(1)</script>", "</p><img src=x onerror=y>", "&lt;"]
    )
    def test_shows_markup_in_text_as_text(self, text):
        document = WrittenDocument(
            "T", "en-GB", "O", (Heading(1, text), Paragraph((Run(text), *plain(text))))
        )
        page = LexborHTMLParser(to_html(document))
        assert page.css_first("h2").text() == text
        assert page.css("p")[-1].text() == text * 2

    def test_has_no_inline_style_or_script(self, response):
        assert not re.search(r"<(script|style)|\s(style|on\w+)=", to_html(response))
