from __future__ import annotations

from datetime import date

import pytest
from tests import factories_followup
from tests.factories_followup import TODAY
from tests.site.followup.views.somebody import Somebody, typed

from answerable_site.followup import operations
from answerable_site.people.rules import PRODUCT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


class TestReviews:
    def test_are_planned_and_held(self, liaison, followed):
        commitment = followed.commitment
        liaison.sends("plan_review", commitment.pk, **typed("on", date(2026, 7, 1)))
        review = commitment.reviews.get()
        ahead = liaison.sends(
            "hold_review", review.pk, words="Goes on", **typed("held_on", date(2026, 7, 1))
        )
        assert "This must be today or in the past" in ahead
        page = liaison.sends("hold_review", review.pk, words="Goes on", **typed("held_on", TODAY))
        assert "Reviews that were held" in page
        again = liaison.sends("hold_review", review.pk, words="Twice", **typed("held_on", TODAY))
        assert "This review was held already." in again


class TestRisks:
    def test_are_over_with_a_reason(self, liaison, followed):
        liaison.sends("add_risk", followed.commitment.pk, words="Nobody comes", rating="high")
        risk = followed.commitment.risks.get()
        page = liaison.sends("end_risk", risk.pk, reason="All came")
        assert "Over: All came" in page


class TestAcknowledge:
    @pytest.fixture
    def escalation(self, followed):
        operations.name_step(
            by=followed.viewer("liaison"),
            at=factories_followup.AT,
            organisation=followed.office.force,
            position=0,
            title="Head of the unit",
            person=followed.office.chief,
        )
        (raised,) = operations.raise_escalations(by=PRODUCT, at=factories_followup.AT, on=TODAY)
        return raised

    def test_waits_first_for_the_person_who_was_told(self, followed, escalation):
        chief = Somebody(followed.office.chief)
        page = chief.reads("commitment", followed.commitment.pk)
        assert "It went up: Nobody owns it. Say what is done about it" in page
        after = chief.sends("acknowledge", escalation.pk, words="I name somebody today")
        assert "I name somebody today" in after
        assert "It went up" not in after

    def test_is_refused_to_others(self, followed, escalation):
        assert Somebody(followed.office.publisher).status("acknowledge", escalation.pk) == 403
