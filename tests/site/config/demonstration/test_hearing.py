"""The demonstration shows what invented victims told, and what changed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from answerable_site.people.models import User
from answerable_site.people.queries import viewer_for
from answerable_site.publication.models import PublicFeedback
from answerable_site.support import queries
from answerable_site.support.models import Passage, Survey
from answerable_site.support.rules import SurveyState

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def viewer(name):
    return viewer_for(User.objects.get(full_name=name), on=timezone.localdate())


class TestWhatVictimsTold:
    def test_is_public_with_what_changed(self, loaded):
        [feedback] = PublicFeedback.objects.standing()
        first, second = feedback.told.findings
        assert [one.summary for one in first.changes] == ["Give each victim one named contact"]
        assert first.quotes
        assert second.nothing_yet
        page = Client().get(feedback.path).content.decode()
        assert "heard less than others" in page
        assert all(one.words not in page for one in Passage.objects.exclude(words=first.quotes[0]))

    def test_leaves_a_survey_that_runs(self, loaded):
        states = Survey.objects.order_by("opens_on").values_list("state", flat=True)
        assert list(states) == [SurveyState.CLOSED, SurveyState.OPEN]

    def test_was_coded_by_two_who_differed(self, loaded):
        survey = Survey.objects.get(state=SurveyState.CLOSED)
        agreement = queries.agreement_in(survey).whole
        assert 0 < agreement.alike < agreement.passages


class TestSupport:
    def test_has_a_directory_with_capacity_for_everybody_around(self, loaded):
        for name in ("Nerys Coldbrook", "Tamsin Oakhollow", "Idris Pennylow", "Mirren Tallowby"):
            services = list(queries.services_visible_to(viewer(name)))
            assert [one.name for one in services] == [
                *("Harbour Listening Line", "Lantern Support Wexmoor")
            ]
        assert queries.capacities_of(services)[services[1].pk].waiting == 9

    def test_gave_an_action_to_follow_up(self, loaded):
        [meeting] = queries.meetings_around(viewer("Nerys Coldbrook"))
        [point] = queries.points_of(meeting)
        assert point.action.title == "Tell advisers before a decision is told"

    def test_tells_the_worker_of_referrals(self, loaded):
        _, trips = queries.trips_of(viewer("Nerys Coldbrook"), at=timezone.now())
        assert trips
