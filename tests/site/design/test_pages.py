import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from pytest_django.fixtures import Settings


def title(html: str) -> str:
    return re.findall("<title>(.*)</title>", html)[0]


class TestAPage:
    def test_is_named_after_its_heading_and_the_site(self, visitor: Client) -> None:
        assert title(visitor.get("/").content.decode()) == "Everything – Answerable"

    def test_shows_who_runs_the_site_and_where_one_is(self, visitor: Client) -> None:
        html = visitor.get("/found/").content.decode()
        assert "Office of Marlshire" in html
        assert re.findall(r'href="([^"]*)" aria-current="true"', html) == ["/found/"]
        assert 'href="/privacy/">Privacy' in html

    def test_carries_the_products_name_where_no_office_is_named(
        self, visitor: Client, settings: Settings
    ) -> None:
        settings.SITE_ORGANISATION = ""
        html = visitor.get("/").content.decode()
        assert re.search(r"govuk-generic-header__homepage-link\">\s*Answerable", html)

    def test_holds_no_script_or_style_of_its_own(self, visitor: Client) -> None:
        for address in ("/", "/found/", "/shown/"):
            html = visitor.get(address).content.decode()
            assert re.findall(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", html) == []

    def test_shows_nothing_that_belongs_to_the_government(self, visitor: Client) -> None:
        html = visitor.get("/shown/").content.decode().lower()
        assert [
            word for word in ("crown", "crest", "open government licence") if word in html
        ] == []

    def test_shows_a_message_once(self, visitor: Client) -> None:
        html = visitor.get("/found/").content.decode()
        assert html.count("The report was added.") == 1
        assert "govuk-notification-banner--success" in html


class TestAPageWithMistakes:
    def test_says_so_first(self, visitor: Client) -> None:
        html = visitor.post("/", {"name": "x"}).content.decode()
        assert title(html) == "Error: Everything – Answerable"
        assert html.index("There is a problem") < html.index("<h1")

    def test_links_every_mistake_to_a_control_that_is_there(self, visitor: Client) -> None:
        html = visitor.post("/", {"accepted": "no", "published_on_day": "3"}).content.decode()
        summary = html[html.index("There is a problem") : html.index("<h1")]
        links = re.findall('href="#([^"]+)"', summary)
        assert len(links) == 10
        controls = re.findall(r'<(?:input|select|textarea)[^>]*? id="([^"]+)"', html)
        assert [link for link in links if link not in controls] == []


class TestAList:
    def test_shows_each_filter_in_force_with_a_way_to_remove_it(self, visitor: Client) -> None:
        html = visitor.get("/found/?state=late&q=van&page=2").content.decode()
        assert 'href="?state=late"' in html
        assert "State: Late" in html

    def test_shows_ways_to_its_other_pages(self, visitor: Client) -> None:
        html = visitor.get("/found/?state=late&page=2").content.decode()
        assert 'href="?state=late&amp;page=3"' in html


class TestAnErrorPage:
    @pytest.mark.parametrize("status", ["400", "403", "404", "500", "csrf_failure"])
    def test_can_be_shown_when_nothing_else_works(self, status: str) -> None:
        html = render_to_string(f"{status}.html")
        assert "<h1" in html
        assert "Answerable" in html

    def test_says_what_may_have_happened(self, visitor: Client) -> None:
        answer = visitor.get("/nowhere/")
        assert answer.status_code == 404
        assert "check that it is correct" in answer.content.decode()
        assert "nowhere" not in answer.content.decode()

    def test_says_why_something_was_refused(self) -> None:
        html = render_to_string("403.html", {"exception": "Only the signer <b> may do this."})
        assert "Only the signer &lt;b&gt; may do this." in html

    def test_answers_a_form_without_its_token(self, kitchen_sink: None) -> None:
        answer = Client(enforce_csrf_checks=True).post("/", {})
        assert answer.status_code == 403


class TestStaticFiles:
    def test_hold_no_reserved_typeface_and_no_emblem(self, stylesheet: str) -> None:
        reserved = ("GDS Transport", "@font-face", "crest", "crown")
        assert [word for word in reserved if word in stylesheet] == []

    def test_name_the_typeface_that_anybody_may_use(self, stylesheet: str) -> None:
        assert set(re.findall(r"font-family:([^;}]+)", stylesheet)) <= {
            '"Helvetica Neue",Helvetica,Arial,sans-serif',
            "sans-serif",
            "inherit",
            "monospace",
        }

    def test_refer_to_no_file_that_is_missing(self, stylesheet: str) -> None:
        assert re.findall(r"url\((?!data:)", stylesheet) == []
