from __future__ import annotations

import pytest
from tests.site.followup.views.somebody import Somebody

from answerable_site.followup import queries
from answerable_site.followup.rules import Policy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]
ASKED = {
    "demonstration_days": "60",
    "evidence_months": "6",
    "update_days": "14",
    "sustainment_months": "3",
    "step_days": "5",
}


class TestPolicy:
    def test_is_saved(self, officer, followed):
        body = followed.office.body
        page = officer.sends("set_policy", body.slug, **ASKED, revisions_allowed="1")
        assert "A date may move once at most" in page
        assert queries.policy_of(body.pk) == Policy(1, 60, 6, 14, 3, 5)

    def test_refuses_a_number_out_of_its_range_beside_its_question(self, officer, followed):
        page = officer.sends("set_policy", followed.office.body.slug, **ASKED | {"step_days": "91"})
        assert "must be between 1 and 90" in page
        assert 'href="#id_step_days"' in page

    def test_is_read_by_the_force_and_changed_by_the_office(self, liaison, followed):
        body = followed.office.body
        assert "Change what is asked" not in liaison.reads("choices", body.slug)
        assert liaison.status("set_policy", body.slug) == 403


class TestLevels:
    def test_of_one_name_stand_once(self, officer, followed):
        page = officer.sends(
            "name_level", followed.office.body.slug, name="Partly assured", kind="partial"
        )
        assert "There is a level of this name." in page

    def test_are_used_no_longer(self, officer, followed):
        page = officer.sends("end_level", followed.levels["partial"].pk)
        assert "What was judged by it stands." in page
        assert "Partly assured" not in page

    def test_of_closure_are_as_the_office_was_told(self, officer, followed):
        body = followed.office.body
        page = officer.sends("name_closure_level", body.slug, name="Level 2", who="A lead")
        assert "Level 2" in page
        (level,) = queries.closure_levels_of(body.pk)
        assert "None is written down." in officer.sends("end_closure_level", level.pk)


class TestLadder:
    def test_is_named_by_the_organisation_itself(self, liaison, officer, followed):
        force = followed.office.force
        page = liaison.sends(
            "name_step", force.slug, position="0", title="Head", person=followed.liaison.pk
        )
        assert "Level 1: Head" in page
        assert officer.status("choices", force.slug) == 404
        assert "Nobody is named" in liaison.sends("end_last_step", force.slug)

    def test_offers_nobody_of_another_organisation(self, liaison, followed):
        page = liaison.sends(
            "name_step",
            followed.office.force.slug,
            position="0",
            title="Head",
            person=followed.cps_owner.pk,
        )
        assert 'id="id_person-error"' in page


class TestTheList:
    def test_holds_what_one_may_read(self, liaison, followed):
        page = liaison.reads("choices_of_all")
        assert followed.office.body.name in page
        assert followed.office.force.name in page
        stranger = Somebody(followed.cps_owner).reads("choices_of_all")
        assert followed.office.body.name not in stranger
