from __future__ import annotations

from datetime import date

import pytest
from tests import factories_followup
from tests.factories_followup import DUE
from tests.site.followup.views.somebody import Somebody, typed

from answerable_site.followup.rules import Policy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


def moved(somebody, commitment, reason="The supplier is late", month=12):
    return somebody.sends(
        "set_target",
        commitment.pk,
        whose="internal",
        reason=reason,
        **typed("on", date(2026, month, 31)),
    )


class TestMovingADate:
    def test_needs_its_reason(self, liaison, followed):
        page = moved(liaison, followed.commitment, reason="")
        assert "Say why the date moves" in page
        assert 'href="#id_reason"' in page

    def test_beyond_what_the_office_allows_is_refused_to_the_force_alone(self, followed):
        strict = factories_followup.followed_up("Aldermere", Policy(revisions_allowed=0))
        refused = moved(Somebody(strict.liaison), strict.commitment)
        assert "as often as the office allows" in refused
        assert "The date was saved." in moved(Somebody(strict.office.officer), strict.commitment)

    def test_shows_the_original_above_the_form(self, liaison, followed):
        page = liaison.reads("set_target", followed.commitment.pk)
        assert "30 September 2026. The inspectorate’s date" in page

    def test_of_nothing_sets_the_original(self, liaison, followed):
        undated = factories_followup.promised(
            followed.office, followed.recommendations[1], followed.office.force, due_on=None
        )
        page = liaison.reads("set_target", undated.pk)
        assert "Why does the date move?" not in page
        liaison.sends("set_target", undated.pk, whose="internal", **typed("on", DUE))
        undated.refresh_from_db()
        assert undated.original_on == DUE


class TestAssignOwner:
    def test_offers_people_of_the_organisation_alone(self, liaison, followed):
        page = liaison.reads("assign_owner", followed.commitment.pk)
        assert followed.owner.full_name in page
        assert followed.cps_owner.full_name not in page

    def test_asks_why_it_changes_hands(self, liaison, followed):
        owned = factories_followup.owned(followed)
        page = liaison.sends("assign_owner", owned.pk, owner=followed.liaison.pk)
        assert "Say why it changes hands" in page

    def test_keeps_the_history(self, liaison, followed):
        owned = factories_followup.owned(followed)
        page = liaison.sends(
            "assign_owner", owned.pk, owner=followed.liaison.pk, reason="She is on leave"
        )
        assert "Who owned it before" in page


class TestPause:
    def test_ends_after_it_begins(self, liaison, followed):
        page = liaison.sends(
            "pause",
            followed.commitment.pk,
            reason="The unit is closed",
            **typed("from_on", date(2026, 7, 2)),
            **typed("until_on", date(2026, 7, 1)),
        )
        assert 'href="#id_until_on_day"' in page

    def test_stands_on_the_page(self, liaison, followed):
        page = liaison.sends(
            "pause",
            followed.commitment.pk,
            reason="The unit is closed",
            **typed("from_on", date(2026, 6, 1)),
            **typed("until_on", date(2026, 7, 1)),
        )
        assert "Paused until 1 July 2026" in page
        assert "It moves no date." in page
