"""Guides as people read them in the product."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests import factories

pytestmark = pytest.mark.django_db


class TestGuides:
    def test_are_listed_by_what_they_are_for(self):
        page = Client().get(reverse("home:guides")).content.decode()
        assert page.index("Learn it") < page.index("Do something") < page.index("Understand it")
        assert reverse("home:guide", args=["how-to", "add-a-report"]) in page

    def test_lead_to_one_another(self):
        page = Client().get(reverse("home:guide", args=["tutorials", "your-first-response"]))
        assert 'href="/help/how-to/' in page.content.decode()

    @pytest.mark.parametrize(
        ("kind", "name"), [("how-to", "nonesuch"), ("adr", "0001-record-decisions")]
    )
    def test_that_are_not_there_are_not_found(self, kind, name):
        assert Client().get(f"/help/{kind}/{name}/").status_code == 404


class TestPictures:
    def test_are_given_as_they_are(self):
        answer = Client().get(reverse("home:guide_picture", args=["what-is-due.png"]))
        assert answer["Content-Type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")

    @pytest.mark.parametrize(
        "name", ["nonesuch.png", "..png", "what-is-due.PNG", "..%2Fglossary.md"]
    )
    def test_that_are_none_are_not_found(self, name):
        assert Client().get(f"/help/pictures/{name}").status_code == 404


class TestHelpWithThisPage:
    def test_is_there_for_whoever_works_here(self, client):
        client.force_login(factories.office().officer)
        page = client.get(reverse("register:inspections")).content.decode()
        assert reverse("home:guide", args=["how-to", "add-a-report"]) in page

    def test_is_not_for_the_public(self):
        assert "Help with this page" not in Client().get(reverse("home:start")).content.decode()
