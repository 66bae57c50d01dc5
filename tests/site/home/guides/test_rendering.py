"""Guides as HTML: every one of them, and whatever stands in one."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from answerable_site.home.guides import KINDS, as_html, guides

EVERY = [one for kind in KINDS for one in guides(kind.name)]


SHOWN = {kind.name for kind in KINDS}


def leads(kind: str, name: str) -> str:
    return f"/help/{kind}/{name}/" if kind in SHOWN else ""


def html(text: str, kind: str = "how-to") -> str:
    return as_html(text, kind=kind, leads=leads, pictures="/pictures/")


class TestEveryGuide:
    @pytest.mark.parametrize("guide", EVERY, ids=lambda one: f"{one.kind}/{one.name}")
    def test_has_one_title_and_leads_to_no_file(self, guide):
        page = LexborHTMLParser(html(guide.text, guide.kind))
        assert [one.text() for one in page.css("h1")] == [guide.title.replace("`", "")]
        addresses = [one.attributes["href"] for one in page.css("a")]
        assert [one for one in addresses if not re.match(r"https://|#|/help/", one)] == []


class TestLinks:
    def test_to_another_guide_lead_to_its_page(self):
        assert 'href="/help/reference/limits/#days"' in html(
            "[limits](../reference/limits.md#days)"
        )
        assert 'href="/help/how-to/back-up/"' in html("[keep](back-up.md)")

    @pytest.mark.parametrize(
        "address",
        ["../adr/0001-x.md", "../../README.md", "../glossary.md", "../examples/x.py", "x.csv"],
    )
    def test_to_what_is_not_shown_are_words_alone(self, address):
        told = html(f"Read [the words]({address}).")
        assert told == '<p class="govuk-body">Read the words.</p>\n'

    def test_to_other_sites_stay(self):
        assert 'href="https://example.org/"' in html("[there](https://example.org/)")


class TestWords:
    @pytest.mark.parametrize(
        "text", ["<script>alert(1)</script>", "a <b onclick=x>b</b>", "`<i>`", "```\n<u>\n```"]
    )
    def test_that_look_like_markup_are_shown_as_they_stand(self, text):
        page = LexborHTMLParser(html(text))
        assert page.css("script, b, i, u") == []

    def test_of_a_link_run_nothing(self):
        assert "href" not in html("[x](javascript:alert(1))")


class TestTables:
    def test_scroll_by_themselves_and_are_named_after_their_heading(self):
        told = html("## What & why\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n")
        assert '<div class="app-wide" aria-label="What &amp; why" role="region"' in told
        assert '<th class="govuk-table__header" scope="col">a</th>' in told


class TestWhatScrollsByItself:
    def test_has_a_name_that_nothing_else_on_the_page_has(self):
        told = html("```\na\n```\n\n```\nb\n```\n")
        assert [one in told for one in ('="Example"', '="Example 2"')] == [True, True]


class TestPictures:
    def test_stand_where_pictures_are_and_say_what_they_show(self):
        told = html("![What is due](../pictures/what-is-due.png)")
        assert 'src="/pictures/what-is-due.png"' in told
        assert 'alt="What is due"' in told
