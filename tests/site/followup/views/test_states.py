from __future__ import annotations

from datetime import date

import pytest
from tests.factories_followup import TODAY
from tests.site.followup.views.somebody import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


class TestStateOwnView:
    def test_refuses_a_day_to_come(self, liaison, followed):
        page = liaison.sends(
            "state_own_view",
            followed.commitment.pk,
            view="on_track",
            words="As planned",
            **typed("on", date(2026, 6, 2)),
        )
        assert "This must be today or in the past" in page
        assert 'href="#id_on_day"' in page

    def test_says_where_the_office_wrote_it_down(self, officer, followed):
        page = officer.sends(
            "state_own_view",
            followed.commitment.pk,
            view="on_track",
            words="As planned",
            **typed("on", TODAY),
        )
        assert "Told to the office, which wrote it down" in page


class TestGiveAssurance:
    def test_is_not_complete_before_the_work_showed_that_it_lasts(self, officer, followed):
        page = officer.sends(
            "give_assurance",
            followed.commitment.pk,
            level=followed.levels["complete"].pk,
            words="Seen",
        )
        assert "First record that the work is done" in page

    def test_carries_the_name_that_the_body_gives_it(self, officer, followed):
        page = officer.sends(
            "give_assurance",
            followed.commitment.pk,
            level=followed.levels["partial"].pk,
            words="Seen in part",
        )
        assert "Partly assured" in page


class TestRecordInspectorate:
    def test_stands_beside_the_other_two(self, officer, followed):
        page = officer.sends(
            "record_inspectorate",
            followed.commitment.pk,
            status="superseded",
            words="A letter says so",
            **typed("on", TODAY),
        )
        assert "Closed: superseded" in page
        assert page.count("Nothing said yet") == 2
