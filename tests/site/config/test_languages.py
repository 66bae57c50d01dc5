"""The language that stands in an address."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import get_script_prefix, reverse
from django.utils import translation

from answerable.languages import spoken

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"host": "localhost"})


class TestAnAddressThatBeginsWithCy:
    def test_is_the_same_page_in_welsh(self, visitor):
        page = visitor.get("/cy/public/")
        assert page.status_code == 200
        assert page["Content-Language"] == "cy"
        assert '<html lang="cy"' in page.text
        assert "Cofrestr gyhoeddus o arolygiadau ac ymatebion" in page.text

    def test_leads_on_to_pages_in_welsh(self, visitor):
        assert f'href="/cy{reverse("publication:late")}"' in visitor.get("/cy/public/").text

    def test_leads_to_the_page_in_english_with_all_that_was_asked(self, visitor):
        page = visitor.get("/cy/public/?year=2021").text
        assert '<a class="govuk-link" href="/public/?year=2021" hreflang="en" lang="en"' in page

    def test_says_that_its_welsh_is_a_draft(self, visitor):
        assert "Drafft yw’r Gymraeg ar y dudalen hon" in visitor.get("/cy/public/").text

    def test_asks_whoever_must_sign_in_to_do_so_in_welsh(self, visitor):
        answer = visitor.get("/cy/register/")
        assert answer.status_code == 302
        assert answer["Location"].startswith("/cy/people/")

    def test_leaves_english_behind_it(self, visitor):
        visitor.get("/cy/public/")
        assert (get_script_prefix(), spoken(), translation.get_language()) == ("/", "en", "en-gb")

    def test_is_english_where_it_is_that_of_a_file(self, visitor):
        assert visitor.get("/cy/public/register.csv").content == (
            visitor.get("/public/register.csv").content
        )

    def test_says_in_welsh_that_it_leads_nowhere(self, visitor):
        page = visitor.get("/cy/nowhere/")
        assert page.status_code == 404
        assert "Heb ddod o hyd i’r dudalen" in page.text

    def test_leads_to_the_start_page_without_its_last_stroke_too(self, visitor):
        assert visitor.get("/cy")["Location"] == "/cy/"

    def test_is_no_other_way_into_the_interface_for_programs(self, visitor):
        answer = visitor.get("/cy/api/v1/inspections?limit=1")
        assert (answer.status_code, answer["Location"]) == (301, "/api/v1/inspections?limit=1")


class TestAnyOtherAddress:
    def test_is_english_and_leads_to_welsh(self, visitor):
        page = visitor.get("/public/?year=2021")
        assert page["Content-Language"] == "en"
        assert '<link rel="alternate" hreflang="cy" href="/cy/public/?year=2021">' in page.text
        assert 'lang="cy" rel="alternate">Cymraeg</a>' in page.text

    def test_has_no_part_that_is_marked(self, visitor):
        assert '<span lang="en">' not in visitor.get("/public/").text


class TestAFormInWelsh:
    def test_is_complained_about_in_welsh(self, visitor):
        page = visitor.post(f"/cy{reverse('support:answer')}", {"code": ""})
        assert "Mae problem" in page.text
        assert "Rhowch eich cod" in page.text
        assert '<span lang="en">' not in page.text
