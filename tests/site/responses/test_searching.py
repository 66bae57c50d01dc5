"""Responses by the words in them."""

from __future__ import annotations

import pytest
from django.test import Client
from tests import factories
from tests import factories_responses as cases

from answerable_site.fulltext import understood
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Response
from answerable_site.responses.rules.words import Language

pytestmark = pytest.mark.django_db


def found(typed: str) -> list[Response]:
    return list(queries.RESPONSES.narrowed(Response.objects.all(), understood(typed)))


def comments(
    case: cases.Case,
    text: str,
    language: Language = Language.ENGLISH,
    *,
    version: int = 0,
    welsh: str | None = None,
) -> Response:
    operations.write_own_comments(
        by=factories.viewer(case.office.officer),
        at=cases.AT,
        inspection=case.inspection,
        body=case.office.body,
        text=text,
        version=version,
        language=language,
        welsh=welsh,
    )
    return Response.objects.get(inspection=case.inspection, body=case.office.body)


class TestIndex:
    def test_follows_the_latest_version_of_a_text(self, case):
        response = comments(case, "We hired interpreters.")
        assert found("interpreter") == [response]
        comments(case, "We hired detectives.", version=1)
        assert (found("interpreter"), found("detective")) == ([], [response])

    def test_has_the_title_of_the_report(self, case):
        response = comments(case, "Welcome.")
        assert found(f'"{case.inspection.title}"') == [response]

    def test_knows_welsh_where_it_is_written(self, case):
        response = comments(case, "Gwrando ar ddioddefwyr.", Language.WELSH)
        assert found("dioddefwyr") == [response]

    def test_knows_welsh_that_stands_beside_english(self, case):
        response = comments(case, "We listen.", welsh="Gwrando ar ddioddefwyr.")
        assert (found("dioddefwyr"), found("listening")) == ([response], [response])
        comments(case, "We listen.", version=1, welsh="")
        assert found("dioddefwyr") == []

    def test_takes_english_for_no_welsh(self, case):
        comments(case, "Gwrando ar ddioddefwyr.")
        assert found("dioddefwyr") == []


class TestWordsOf:
    def test_are_the_latest_of_each_text(self, case):
        response = comments(case, "First.")
        comments(case, "Second.", version=1)
        (words,) = queries.words_of([response])
        assert "Second." in words
        assert "First." not in words

    def test_are_in_both_languages_where_both_stand(self, case):
        response = comments(case, "We listen.", welsh="Rydym yn gwrando.")
        assert queries.words_of([response]) == ["We listen.\n\nRydym yn gwrando."]


class TestSearch:
    def test_leads_to_the_document_with_the_words_marked(self, case):
        comments(case, "We hired interpreters.")
        client = Client()
        client.force_login(case.office.officer)
        shown = client.get("/search/", {"q": "interpreter"}).content.decode()
        assert "We hired <mark>interpreters</mark>." in shown
        address = f"/responses/{case.inspection.pk}/{case.office.body.slug}/document/"
        assert f'href="{address}"' in shown
        assert client.get(address).status_code == 200
