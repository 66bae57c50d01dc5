"""The public search: what is released is found, what is withdrawn is gone, in the same act."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from tests import factories, factories_public_figures
from tests.factories_press import AT, Press

from answerable_site.audit.models import AuditEntry
from answerable_site.people.rules import PRODUCT, Role
from answerable_site.publication import operations, queries
from answerable_site.publication.models import PublicText
from answerable_site.publication.rules import Findable, holds_welsh

pytestmark = pytest.mark.django_db
ADDRESS = "/public/search/"


@pytest.fixture
def press():
    return Press(factories.office())


@pytest.fixture
def entry(press):
    return press.enter("Lost property in custody suites")


def page(typed: str, **more: str) -> str:
    return Client().get(ADDRESS, {"q": typed, **more}).content.decode()


def titles(typed: str, **more: str) -> list[str]:
    found = re.findall(r'app-results__heading">.*?</h3>', page(typed, **more), re.DOTALL)
    return [re.sub(r"<[^>]+>", "", one).split(">", 1)[1].strip() for one in found]


class TestInspections:
    def test_are_found_once_they_are_released(self, press):
        press.prepare("Lost property in custody suites")
        assert titles("custody") == []
        press.enter("Burglary in custody suites")
        assert titles("burglary") == ["Inspection: Burglary in custody suites"]

    def test_are_found_by_the_name_of_the_body(self, entry):
        assert titles(entry.body_name) == ["Inspection: Lost property in custody suites"]

    def test_lead_to_their_page(self, entry):
        assert f'href="{entry.path}"' in page("custody")

    def test_are_found_by_what_a_correction_says(self, press, entry):
        facts = press.facts("Found property", date(2026, 4, 1)).public
        correction = operations.prepare_correction(
            by=press.officer, at=AT, entry=entry, facts=facts, reason="The title was wrong."
        )
        assert titles("found property") == []
        operations.release_correction(by=press.publisher, at=AT, correction=correction)
        assert titles("found property") == ["Inspection: Found property"]
        assert titles("custody") == []


class TestResponses:
    def test_are_found_by_their_words_with_these_marked(self, press, entry):
        press.publish(entry, words="We have reviewed every <record> of custody.")
        shown = page("reviewing records")
        assert "<mark>reviewed</mark> every &lt;<mark>record</mark>&gt;" in shown

    def test_are_gone_when_they_are_withdrawn(self, press, entry):
        response = press.publish(entry, words="We have hired interpreters.")
        assert titles("interpreters") == ["Response: Lost property in custody suites"]
        operations.withdraw_response(
            by=press.publisher, at=AT, response=response, reason="It named somebody."
        )
        assert titles("interpreters") == []

    def test_are_not_found_when_their_words_were_left_behind(self, press, entry):
        response = press.publish(entry, words="We have hired interpreters.")
        left = list(PublicText.objects.filter(kind=Findable.RESPONSE))
        operations.withdraw_response(
            by=press.publisher, at=AT, response=response, reason="It named somebody."
        )
        PublicText.objects.bulk_create(left)
        assert titles("interpreters") == []


class TestProgress:
    def test_is_found_by_what_is_told_of_each_recommendation(self, press, entry):
        snapshot = press.tell(entry)
        words = snapshot.told.recommendations[0].text
        (found, *_) = titles(f'"{words}"')
        assert found.startswith("Recommendation and progress: ")

    def test_is_gone_when_it_is_withdrawn(self, press, entry):
        snapshot = press.tell(entry)
        operations.withdraw_progress(
            by=press.publisher, at=AT, snapshot=snapshot, reason="It was of another day."
        )
        assert not PublicText.objects.filter(kind=Findable.RECOMMENDATION).exists()


class TestFigures:
    def test_are_found_by_title_until_they_are_withdrawn(self):
        force = factories.office().force
        release = factories_public_figures.published(force)
        edition = release.editions.first()
        assert f"Figures: {edition.title}" in titles(f'"{edition.title}"')
        analyst = factories_public_figures.worker(force, Role.ANALYST)
        operations.withdraw_figures(
            by=factories.viewer(analyst),
            at=factories_public_figures.AT,
            release=release,
            reason="A row was counted twice.",
        )
        assert titles(f'"{edition.title}"') == []


class TestSearch:
    def test_needs_nobody_signed_in_and_is_kept_by_caches(self, entry):
        answer = Client().get(ADDRESS, {"q": "custody"})
        assert (answer.status_code, answer["Cache-Control"]) == (
            200,
            "public, max-age=60, must-revalidate",
        )
        assert answer.cookies == {}

    def test_says_how_to_search_before_a_word_is_typed(self):
        assert "How to search" in page("")

    def test_narrows_to_a_kind(self, press, entry):
        press.publish(entry, words="Custody again.")
        assert len(titles("custody")) == 2
        assert titles("custody", kind="response") == ["Response: Lost property in custody suites"]

    def test_takes_an_unknown_kind_for_none(self, entry):
        assert titles("custody", kind="case") == titles("custody")

    def test_says_what_to_do_where_nothing_is_found(self, entry):
        assert "Nothing found for “zebras”" in page("zebras")
        assert "nearly every text" in page("the")
        assert "not only what to leave out" in page("-custody")

    def test_shows_what_was_typed_and_runs_none_of_it(self, entry):
        assert "<script>" not in page("<script>alert(1)</script>")

    def test_is_in_welsh_too(self, entry):
        answer = Client().get("/cy/public/search/", {"q": "custody"}).content.decode()
        assert 'lang="cy"' in answer
        assert f'href="/cy{entry.path}"' in answer

    def test_pages_through_many(self, press):
        entry = press.enter()
        PublicText.objects.bulk_create(
            PublicText(
                kind=Findable.INSPECTION,
                entry=entry,
                title=f"Custody {number}",
                body_name="Wexmoor",
                on=date(2026, 4, 1),
            )
            for number in range(30)
        )
        assert len(titles("custody")) == 20
        assert len(titles("custody", page="2")) == 10


class TestFindAnew:
    def test_writes_the_same_words_again(self, press, entry):
        press.publish(entry, words="Welcome.")
        press.tell(entry)
        before = sorted(PublicText.objects.values_list("kind", "title", "text", "on"))
        PublicText.objects.all().delete()
        assert queries.entries_without_words() == 1
        count = operations.find_anew(by=PRODUCT, at=AT, tell=lambda _count: None)
        assert sorted(PublicText.objects.values_list("kind", "title", "text", "on")) == before
        assert count == len(before)
        assert queries.entries_without_words() == 0
        assert AuditEntry.objects.last().act == "publication.find_anew"


class TestHoldsWelsh:
    def test_looks_at_the_document_and_at_every_run(self):
        assert holds_welsh({"language": "cy-GB", "blocks": []})
        assert holds_welsh({"language": "en-GB", "blocks": [{"runs": [{"language": "cy"}]}]})
        assert not holds_welsh({"language": "en-GB", "blocks": [{"runs": [{"language": None}]}]})
