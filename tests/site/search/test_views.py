"""The search of whoever works here."""

from __future__ import annotations

import pytest
from django.test import Client
from tests import factories, factories_followup
from tests.site.register import making

from answerable_site.audit.models import AuditEntry
from answerable_site.fulltext import index

pytestmark = pytest.mark.django_db
ADDRESS = "/search/"


@pytest.fixture
def office():
    return factories.office()


@pytest.fixture
def report(office):
    officer = factories.viewer(office.officer)
    made = making.entered(officer, office, title="Custody in Wexmoor")
    for number in range(1, 5):
        making.recommendation(
            officer, made, number=str(number), text="Supervisors should review records monthly."
        )
    return made


@pytest.fixture
def page(office):
    client = Client()
    client.force_login(office.officer)

    def shown(typed: str, **more: str) -> str:
        answer = client.get(ADDRESS, {"q": typed, **more})
        assert answer.status_code == 200
        return answer.content.decode()

    return shown


class TestSearch:
    def test_says_how_to_search_before_a_word_is_typed(self, page):
        assert "How to search" in page("")

    def test_groups_results_by_kind_and_shows_the_first_of_each(self, page, report):
        shown = page("custody")
        assert "Inspections: 1" in shown
        assert "Recommendations: 4" in shown
        assert shown.count("app-results__item") == 4
        assert "?q=custody&amp;kind=recommendation" in shown

    def test_shows_all_of_one_kind(self, page, report):
        shown = page("custody", kind="recommendation")
        assert shown.count("app-results__item") == 4
        assert "See all results" not in shown

    def test_marks_what_answers_in_title_and_text(self, page, report):
        shown = page("custody reviewing")
        assert "<mark>Custody</mark> in Wexmoor" in shown
        assert "should <mark>review</mark> records" in shown

    def test_leaves_out_what_has_a_word(self, page, report):
        assert "Recommendations" not in page("custody -supervisors")

    def test_pages_through_one_kind(self, page, report, monkeypatch):
        monkeypatch.setattr("answerable_site.search.views.PAGE", 3)
        assert page("custody", kind="recommendation").count("app-results__item") == 3
        assert page("custody", kind="recommendation", page="2").count("app-results__item") == 1

    def test_says_what_each_word_finds_alone_where_nothing_has_all(self, page, report):
        shown = page("custody zebras")
        assert "Nothing found for “custody zebras”" in shown
        assert "“custody” alone: 5" in shown
        assert "“zebras” alone" not in shown

    def test_says_why_nothing_was_looked_for(self, page, report):
        assert "nearly every text" in page("the")
        assert "not only what to leave out" in page("-custody")
        assert "There is no word in this" in page("!?")

    def test_counts_no_further_than_anybody_reads(self, page, report, monkeypatch):
        monkeypatch.setattr(index, "MOST", 2)
        assert "Recommendations: more than 2" in page("custody")

    def test_runs_nothing_that_is_typed(self, page, report):
        assert "<script>alert" not in page("<script>alert(1)</script>")

    def test_leaves_no_trace_in_the_record(self, page, report):
        before = AuditEntry.objects.count()
        page("custody")
        assert AuditEntry.objects.count() == before


class TestFollowUp:
    def test_is_found_by_what_is_promised_at_length_and_by_actions(self):
        followed = factories_followup.followed_up()
        followed.commitment.promise = "We shall appoint interpreters."
        followed.commitment.save()
        factories_followup.action(followed, title="Write to interpreters")
        client = Client()
        client.force_login(followed.office.officer)
        shown = client.get(ADDRESS, {"q": "interpreter"}).content.decode()
        assert "Commitments: 1" in shown
        assert "We shall appoint <mark>interpreters</mark>." in shown
        assert "Write to <mark>interpreters</mark>" in shown
