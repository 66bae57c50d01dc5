"""Figures in the browser: asked for, read with their working, protected, checked, released."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser
from tests import factories, factories_cuts
from tests.factories_cuts import AT, viewer
from tests.factories_figures import (
    BY_DECISION,
    WHY,
    answered,
    answers,
    protected,
    released,
)

from answerable.disclosure.policy import shipped_text
from answerable.measures.definitions import DEFINITIONS
from answerable_site.figures import queries
from answerable_site.figures.models import LedgerEntry, ProtectedFigures, ReleasedFigures, Results
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def force(office):
    return office.force


def client(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


@pytest.fixture
def analyst(force) -> Client:
    return client(factories_cuts.person(force, Role.ANALYST))


@pytest.fixture
def checker(force) -> Client:
    return client(factories_cuts.person(force, Role.FIGURE_CHECKER))


@pytest.fixture
def officer(office) -> Client:
    return client(office.officer)


class TestAskingForResults:
    @pytest.fixture
    def address(self, force):
        cut = factories_cuts.without_files(by=viewer(force), at=AT, force=force)
        return reverse("figures:ask_results", args=[cut.pk])

    def test_asks_each_measure_by_each_breakdown(self, address, analyst):
        told = {"measures": ["victims_told"], "by": ["together", "month"], "within": ""}
        assert analyst.post(address, told).status_code == 302
        assert Results.objects.get().asked == (("victims_told", ()), ("victims_told", ("month",)))

    def test_has_the_measures_of_a_yearly_recommendation_ready(self, address, analyst):
        assert "?recommendation=7" in analyst.get(address).text
        page = LexborHTMLParser(analyst.get(f"{address}?recommendation=7").text)
        ticked = {box.attributes["value"] for box in page.css("input[checked]")}
        seven = {name for name, one in DEFINITIONS.items() if "7" in one.recommendations}
        assert ticked == seven | {"together", "financial_year"}

    def test_has_nothing_ready_for_a_recommendation_that_wants_nothing_yearly(
        self, address, analyst
    ):
        page = LexborHTMLParser(analyst.get(f"{address}?recommendation=1").text)
        assert page.css("input[checked]") == []

    def test_says_where_nothing_can_be_broken_down_so(self, address, analyst):
        page = analyst.post(address, {"measures": ["victims_told"], "by": ["plan"]})
        assert "None of these measures can be broken down so" in page.text
        assert not Results.objects.exists()

    def test_says_what_is_missing(self, address, analyst):
        page = analyst.post(address, {"within": ""})
        assert "Select a measure" in page.text


class TestResults:
    def test_show_their_whole_working_to_the_force(self, force, analyst):
        results = answered(force)
        page = analyst.get(reverse("figures:results", args=[results.pk]))
        for words in ("OFFICIAL-SENSITIVE", "Of these not known", "81.8%", "Protect them"):
            assert words in page.text

    def test_that_are_not_there_yet_say_how_far_they_are(self, force, analyst):
        results = answered(force)
        Results.objects.filter(pk=results.pk).update(state="making", content=None)
        page = analyst.get(reverse("figures:results", args=[results.pk]))
        assert "Going on" in page.text
        part = analyst.get(reverse("figures:results_progress", args=[results.pk]))
        assert part.status_code == 202

    def test_do_not_exist_for_the_policing_body(self, force, officer):
        results = answered(force)
        assert officer.get(reverse("figures:results", args=[results.pk])).status_code == 403


class TestProtecting:
    def test_goes_on_in_the_background_and_then_shows_what_is_left(
        self, force, analyst, django_capture_on_commit_callbacks
    ):
        address = reverse("figures:protect", args=[answered(force).pk])
        with django_capture_on_commit_callbacks(execute=True):
            answer = analyst.post(address, {"profile": "public", "corrects": "", "note": ""})
        page = analyst.get(answer["Location"])
        assert "To be checked" in page.text
        assert "cells are hidden: 1 small, or nought" in page.text
        assert "Another person releases them" in page.text

    def test_says_that_a_correction_needs_a_note(self, force, analyst):
        first = released(protected(answered(force)))
        address = reverse("figures:protect", args=[answered(force).pk])
        page = analyst.post(address, {"profile": "public", "corrects": first.pk, "note": ""})
        assert "Say in a sentence what was wrong" in page.text


class TestChecking:
    def test_shows_what_is_to_be_released_beside_what_stands(self, force, checker):
        released(protected(answered(force)))
        later = protected(answered(force, BY_DECISION | {"charge": (66, 80)}))
        page = checker.get(reverse("figures:protected", args=[later.pk]))
        assert "Share as of 31 March 2026" in page.text
        assert "Release them" in page.text

    def test_shows_the_chart_as_a_file_that_runs_nothing(self, force, checker):
        figures = protected(answered(force))
        chart = checker.get(reverse("figures:picture", args=[figures.pk, 0, "wide"]))
        assert b"<svg" in chart.content
        assert "sandbox" in chart["Content-Security-Policy"]
        for place, width in ((0, "huge"), (1, "wide")):
            address = reverse("figures:picture", args=[figures.pk, place, width])
            assert checker.get(address).status_code == 404

    def test_releases_what_was_shown(self, force, checker):
        figures = protected(answered(force))
        address = reverse("figures:release", args=[figures.pk])
        digest = queries.release_of(figures).digest
        assert digest in checker.get(address).text
        page = checker.post(address, {"digest": digest}, follow=True)
        assert "The figures are released." in page.text
        assert ReleasedFigures.objects.get().digest == digest

    def test_says_why_it_cannot_be_released(self, force, checker):
        figures = protected(answered(force))
        address = reverse("figures:release", args=[figures.pk])
        page = checker.post(address, {"digest": "0" * 64}, follow=True)
        assert "Look again" in page.text
        assert not ReleasedFigures.objects.exists()

    def test_says_of_overtaken_figures_before_anybody_tries_what_to_do(
        self, force, checker, analyst
    ):
        figures = protected(answered(force))
        address = reverse("figures:protected", args=[figures.pk])
        assert "cannot be released as they are" not in checker.get(address).text
        released(protected(answered(force)))
        page = checker.get(address)
        assert "Other figures were released since these were protected." in page.text
        assert "Send them back and say so." in page.text
        assert "Release them" not in page.text
        again = reverse("figures:protect", args=[figures.results_id])
        assert again in analyst.get(address).text
        assert again not in page.text

    def test_says_that_the_office_has_another_policy_now(self, force, checker, settings, tmp_path):
        figures = protected(answered(force))
        settings.DISCLOSURE_POLICY = tmp_path / "figures.toml"
        settings.DISCLOSURE_POLICY.write_text(
            shipped_text().replace('name = "answerable"', 'name = "wexmoor"'), encoding="utf-8"
        )
        page = checker.get(reverse("figures:protected", args=[figures.pk]))
        assert "The policy is another now." in page.text

    def test_leads_from_the_release_of_overtaken_figures_to_why(self, force, checker):
        figures = protected(answered(force))
        released(protected(answered(force)))
        answer = checker.get(reverse("figures:release", args=[figures.pk]))
        assert answer["Location"] == reverse("figures:protected", args=[figures.pk])

    def test_says_so_of_a_ledger_that_cannot_be_relied_on(self, force, checker):
        first = released(protected(answered(force)))
        later = protected(answered(force))
        LedgerEntry.objects.bulk_create(
            [LedgerEntry(force=force, number=2, content=b"{}", released=first)]
        )
        page = checker.get(reverse("figures:protected", args=[later.pk]))
        assert page.status_code == 200
        assert "cannot be released as they are" in page.text

    def test_is_not_for_whoever_prepared_them(self, force):
        both = factories.person("Both", (force, Role.ANALYST), (force, Role.FIGURE_CHECKER))
        figures = protected(answered(force, by=factories.viewer(both, on=AT.date())))
        found = client(both).get(reverse("figures:release", args=[figures.pk]))
        assert found.status_code == 403
        assert "Ask another figure checker" in found.text

    def test_sends_back_with_a_reason(self, force, checker, analyst):
        figures = protected(answered(force))
        checker.post(reverse("figures:send_back", args=[figures.pk]), {"why": WHY})
        page = analyst.get(reverse("figures:protected", args=[figures.pk]))
        assert WHY in page.text
        assert checker.get(reverse("figures:release", args=[figures.pk])).status_code == 404


class TestReleased:
    def test_are_read_by_the_policing_body(self, force, officer):
        found = released(protected(answered(force)))
        page = officer.get(reverse("figures:released", args=[found.pk]))
        assert found.figures[0].sentence in page.text.replace("&#x27;", "’")
        assert "[c]" in page.text
        assert "Withdraw" not in page.text
        assert found.digest in page.text

    def test_are_listed(self, force, officer, analyst):
        released(protected(answered(force)))
        protected(answered(force))
        assert "Nothing waits" not in analyst.get(reverse("figures:releases")).text
        page = officer.get(reverse("figures:releases"))
        assert force.name in page.text
        assert "To be checked" not in page.text

    def test_show_their_charts_to_the_policing_body(self, force, officer):
        found = released(protected(answered(force)))
        chart = officer.get(reverse("figures:released_picture", args=[found.pk, 0, "narrow"]))
        assert b"<svg" in chart.content

    def test_lead_to_what_the_public_reads_if_they_are_for_everybody(self, force, officer):
        for profile, is_public in (("public", True), ("scrutiny_meeting", False)):
            found = released(protected(answered(force), profile=profile))
            page = officer.get(reverse("figures:released", args=[found.pk]))
            assert (f"/public/figures/?body={force.slug}" in page.text) == is_public

    def test_say_before_they_are_withdrawn_that_everybody_reads_why(self, force, analyst):
        for profile, is_public in (("public", True), ("scrutiny_meeting", False)):
            found = released(protected(answered(force), profile=profile))
            page = analyst.get(reverse("figures:withdraw", args=[found.pk]))
            assert ("show your reason to everybody" in page.text) == is_public

    def test_that_were_withdrawn_are_shown_no_more_at_once(self, force, analyst, officer):
        found = released(protected(answered(force)))
        analyst.post(reverse("figures:withdraw", args=[found.pk]), {"why": WHY})
        page = officer.get(reverse("figures:released", args=[found.pk]))
        assert WHY in page.text
        assert found.figures[0].sentence not in page.text
        chart = officer.get(reverse("figures:released_picture", args=[found.pk, 0, "wide"]))
        assert chart.status_code == 404

    def test_lead_to_what_corrects_them(self, force, officer):
        first = released(protected(answered(force)))
        counts = BY_DECISION | {"charge": (66, 80)}
        second = released(protected(answered(force, counts), corrects=first, note=WHY))
        page = officer.get(reverse("figures:released", args=[first.pk]))
        assert reverse("figures:released", args=[second.pk]) in page.text
        assert WHY in officer.get(reverse("figures:released", args=[second.pk])).text

    def test_lead_to_the_latest_of_their_kind(self, force, officer):
        first = released(protected(answered(force)))
        other = protected(
            answered(force, found=answers(as_of=date(2026, 4, 30))), profile="scrutiny_meeting"
        )
        released(other)
        address = reverse("figures:released", args=[first.pk])
        assert "These are not the latest" not in officer.get(address).text
        latest = released(protected(answered(force, found=answers(as_of=date(2026, 5, 31)))))
        page = officer.get(address)
        assert "These are not the latest" in page.text
        assert reverse("figures:released", args=[latest.pk]) in page.text

    def test_in_the_making_are_in_no_list_of_the_body(self, force, officer):
        figures = protected(answered(force))
        page = officer.get(reverse("figures:releases"))
        assert reverse("figures:protected", args=[figures.pk]) not in page.text
        assert ProtectedFigures.objects.exists()
