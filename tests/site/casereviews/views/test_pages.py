from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse
from tests.factories_casereviews import AT, OWN_QUESTION

from answerable.casereviews.ratings import Rating
from answerable_site.audit.models import AuditEntry
from answerable_site.casereviews import queries
from answerable_site.casereviews.models import FileReview, Programme


@pytest.fixture(autouse=True)
def today(settings):
    settings.CONFIRM_WITHIN = None
    with time_machine.travel(AT, tick=False):
        yield


def text(client, route, *arguments):
    page = client.get(reverse(f"casereviews:{route}", args=arguments))
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def planner(client, reviewing):
    client.force_login(reviewing.supervisor)
    return client


@pytest.fixture
def double(reviewing):
    return reviewing.handed_out(reviewing.drawn(reviewing.planned()))[0]


class TestPlanning:
    def test_leads_to_a_frame_and_a_draw(self, reviewing, planner):
        days = {
            f"reported_{end}_{part}": value
            for end in ("from", "to")
            for part, value in (("day", "2"), ("month", "3"), ("year", "2026"))
        }
        planner.post(
            reverse("casereviews:plan"),
            {
                "force": reviewing.force.pk,
                "title": "Spring",
                "purpose": "To see.",
                "sets": ["rape-2021-02/1"],
                "strata": ["open"],
                "precision": "10",
                "method": "wilson",
                **days,
            },
        )
        [programme] = Programme.objects.all()
        planner.post(reverse("casereviews:freeze", args=[programme.pk]))
        assert "4 files" in text(planner, "programme", programme.pk)
        planner.post(
            reverse("casereviews:draw", args=[programme.pk]),
            {"sharing": "proportional", "size": "3", "double_percent": "20"},
        )
        programme.refresh_from_db()
        assert (programme.sample, len(programme.seed)) == (3, 32)

    def test_refuses_more_files_than_there_are_with_a_sentence(self, reviewing, planner):
        programme = reviewing.frozen(reviewing.planned())
        page = planner.post(
            reverse("casereviews:draw", args=[programme.pk]),
            {"sharing": "proportional", "size": "9", "double_percent": "20"},
        )
        assert "two of each stratum, to 4 can be drawn" in page.content.decode()


class TestAFileToScore:
    @pytest.fixture
    def review(self, reviewing, double, client):
        found = double.reviews.first()
        client.force_login(found.reviewer)
        return found

    def test_is_read_with_the_review_as_the_reason(self, client, review):
        assert OWN_QUESTION in text(client, "score", review.pk)
        entry = AuditEntry.objects.get(act="casework.note_read")
        assert "Review of case files: Spring review" in entry.reason

    def test_can_be_kept_and_then_locked(self, client, review):
        address = reverse("casereviews:score", args=[review.pk])
        client.post(address, {"rating0": "partly", "words0": "The log.", "do": "keep"})
        assert FileReview.objects.get(pk=review.pk).locked_at is None
        assert "The log." in text(client, "score", review.pk)
        client.post(address, {"rating0": "fully", "words0": "", "do": "lock"})
        assert FileReview.objects.get(pk=review.pk).locked_at is not None
        assert "What you said" in text(client, "score", review.pk)

    def test_is_not_locked_while_a_question_is_open(self, client, review):
        page = client.post(reverse("casereviews:score", args=[review.pk]), {"do": "lock"})
        assert "Rate every question that applies" in page.content.decode()

    def test_shows_nothing_of_what_the_other_says(self, reviewing, client, double, review):
        other = double.reviews.exclude(pk=review.pk).get()
        reviewing.lock(other, Rating.NOT_MET, words="Nothing is there.")
        assert "Nothing is there." not in text(client, "score", review.pk)
        address = reverse("casereviews:score", args=[other.pk])
        assert client.get(address).status_code == 404

    def test_can_be_missing(self, client, review):
        client.post(
            reverse("casereviews:missing", args=[review.pk]), {"words": "Not in the archive."}
        )
        assert "Not in the archive." in text(client, "score", review.pk)


class TestADrawnFile:
    def test_shows_the_planner_no_score_until_both_are_locked(self, reviewing, planner, double):
        first, second = double.reviews.all()
        reviewing.lock(first, Rating.NOT_MET, words="Nothing is there.")
        assert "Nothing is there." not in text(planner, "file", double.pk)
        reviewing.lock(second, Rating.FULLY, words="All is there.")
        page = text(planner, "file", double.pk)
        assert "Nothing is there." in page
        assert "All is there." in page

    def test_is_decided_where_two_differ(self, reviewing, planner, double):
        for review, rating in zip(double.reviews.all(), Rating, strict=False):
            reviewing.lock(review, rating)
        planner.post(
            reverse("casereviews:file", args=[double.pk]),
            {"rating0": "partly", "words0": "Half of it."},
        )
        assert queries.scored_entry(double).reconciled == {"own:1": Rating.PARTLY}


class TestResults:
    def test_are_there_once_every_file_is_scored(self, reviewing, planner):
        programme = reviewing.finished(reviewing.planned())
        page = text(planner, "results", programme.pk)
        assert "100%, from" in page
        assert "Gwet’s AC1" in page

    def test_lead_back_while_a_file_waits(self, reviewing, planner, double):
        address = reverse("casereviews:results", args=[double.programme_id])
        assert planner.get(address).status_code == 302

    def test_go_out_without_shares_of_few_files(self, reviewing, client):
        release = reviewing.released(reviewing.prepared(reviewing.finished(reviewing.planned())))
        client.force_login(reviewing.checker)
        page = text(client, "released", release.pk)
        assert "Not shown: too few files" in page
        assert "100%, from" not in page


class TestReleasing:
    def test_shows_clues_in_themes_before(self, reviewing, client):
        prepared = reviewing.prepared(
            reviewing.finished(reviewing.planned()), theme="Seen on 3 May 2026"
        )
        client.force_login(reviewing.checker)
        assert "A day can be found" in text(client, "release", prepared.pk)
        client.post(reverse("casereviews:release", args=[prepared.pk]))
        prepared.refresh_from_db()
        assert prepared.released_by == reviewing.checker
