from __future__ import annotations

from datetime import date

import pytest
from tests.factories_followup import TODAY, promised
from tests.site.followup.views.somebody import Somebody, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


def recorded(officer, followed, next_due_on=date(2026, 12, 1)):
    return officer.sends(
        "record_practice_review",
        followed.office.body.slug,
        pathway="escalation",
        title="How a disagreement goes up",
        scope="Eleven cases",
        victims_input="A panel of four",
        found="Seven were settled within a week",
        changed="Each names a day",
        commitments=[followed.commitment.pk],
        **typed("period_from_on", date(2026, 1, 1)),
        **typed("period_to_on", date(2026, 3, 31)),
        **typed("held_on", TODAY),
        **typed("next_due_on", next_due_on),
    )


class TestRecord:
    def test_stands_in_the_list_on_its_page_and_beside_the_commitment(self, officer, followed):
        assert "How a disagreement goes up" in recorded(officer, followed)
        review = followed.commitment.practice_reviews.get()
        assert "Seven were settled within a week" in officer.reads("practice_review", review.pk)
        assert "How a disagreement goes up" in officer.reads("commitment", followed.commitment.pk)

    def test_refuses_a_next_one_before_this_one(self, officer, followed):
        page = recorded(officer, followed, next_due_on=TODAY)
        assert "The next review must come after this one" in page

    def test_is_read_by_another_organisation_once_a_commitment_that_binds_it_asked(
        self, officer, followed
    ):
        recorded(officer, followed)
        review = followed.commitment.practice_reviews.get()
        outsider = Somebody(followed.cps_owner)
        assert outsider.status("practice_review", review.pk) == 404
        promised(followed.office, followed.recommendations[0], followed.cps)
        assert outsider.status("practice_review", review.pk) == 200
