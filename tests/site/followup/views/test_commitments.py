from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests.factories_followup import promised
from tests.site.followup.views.somebody import Somebody, typed

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("long_after")
class TestThePage:
    def test_says_what_was_recommended_in_its_own_words(self, officer, followed):
        page = officer.reads("commitment", followed.commitment.pk)
        assert followed.recommendations[0].text in page
        assert f"/register/recommendations/{followed.recommendations[0].pk}/" in page

    def test_says_late_by_the_original_date_after_the_date_moved(self, officer, followed):
        officer.sends(
            "set_target",
            followed.commitment.pk,
            whose="internal",
            reason="The supplier is late",
            **typed("on", date(2026, 12, 31)),
        )
        page = officer.reads("commitment", followed.commitment.pk)
        assert "Late by 61 days, counted from the original date" in page
        assert "30 September 2026. The inspectorate’s date" in page
        assert "Moved once, 92 days later than the original date" in page
        assert "The supplier is late" in page

    def test_keeps_three_states_apart(self, officer, followed):
        officer.sends(
            "state_own_view",
            followed.commitment.pk,
            view="complete",
            words="All were briefed",
            **typed("on", date(2026, 9, 1)),
        )
        page = officer.reads("commitment", followed.commitment.pk)
        assert "Complete, in its own view" in page
        assert page.count("Nothing said yet") == 2

    def test_offers_the_force_no_judgement(self, liaison, followed):
        page = liaison.reads("commitment", followed.commitment.pk)
        assert "State the own view" in page
        assert "Give assurance" not in page
        assert "Write a criterion" not in page

    def test_puts_first_what_waits_for_the_viewer(self, officer, liaison, followed):
        assert "Nobody owns it. Say who does" in liaison.reads("commitment", followed.commitment.pk)
        assert "It has no criteria for closing. Write them" in officer.reads(
            "commitment", followed.commitment.pk
        )

    def test_is_not_there_for_a_stranger(self, followed):
        stranger = Somebody(factories.office("Elsewhere").officer)
        assert stranger.status("commitment", followed.commitment.pk) == 404

    def test_shows_everybody_bound_and_rolls_their_states_up(self, officer, followed):
        promised(followed.office, followed.recommendations[0], followed.cps)
        officer.sends(
            "state_own_view",
            followed.commitment.pk,
            view="complete",
            words="All were briefed",
            **typed("on", date(2026, 9, 1)),
        )
        page = officer.reads("commitment", followed.commitment.pk)
        assert "Others bound by the same recommendation" in page
        assert "1 × nothing said; 1 × Complete, in its own view" in page

    def test_is_shared_with_another_organisation_that_is_bound(self, followed):
        outsider = Somebody(followed.cps_owner)
        assert outsider.status("commitment", followed.commitment.pk) == 404
        promised(followed.office, followed.recommendations[0], followed.cps)
        page = outsider.reads("commitment", followed.commitment.pk)
        assert "The recommendation in the register" not in page
        assert "State the own view" not in page


@pytest.mark.usefixtures("on_the_day")
class TestAnUpdate:
    def test_waits_for_somebody_else_to_agree(self, officer, liaison, followed):
        commitment = followed.commitment
        page = liaison.sends("add_update", commitment.pk, words="Half are briefed", rating="amber")
        assert "Waits for agreement" in page
        update = commitment.updates.get()
        assert "You wrote this yourself" in liaison.sends("agree_update", update.pk)
        assert "You agreed with the update." in officer.sends("agree_update", update.pk)
        assert "Somebody agreed with this already." in officer.sends("agree_update", update.pk)

    def test_without_words_is_asked_for_beside_its_question(self, liaison, followed):
        page = liaison.sends("add_update", followed.commitment.pk, rating="amber")
        assert 'href="#id_words"' in page


@pytest.mark.usefixtures("on_the_day")
class TestAWording:
    def test_is_approved_by_somebody_else(self, officer, followed):
        commitment = followed.commitment
        officer.sends("propose_wording", commitment.pk, words="Everybody is briefed")
        wording = commitment.public_wordings.get()
        assert "You proposed these words yourself" in officer.sends("approve_wording", wording.pk)
        holder = Somebody(followed.office.holder)
        assert "were approved" in holder.sends("approve_wording", wording.pk)

    def test_is_not_approved_by_the_force(self, liaison, officer, followed):
        officer.sends("propose_wording", followed.commitment.pk, words="Everybody is briefed")
        wording = followed.commitment.public_wordings.get()
        assert liaison.status("approve_wording", wording.pk, method="post") == 403
