from __future__ import annotations

from datetime import date

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.responses import operations
from answerable_site.responses.models import HandOver, PastResponse, Response

DAY = date(2026, 5, 11)


@pytest.fixture
def successor(db):
    return factories.office("Sallowfen")


def hand_over(case, successor, by="administrator") -> HandOver:
    return operations.hand_over(
        by=case.viewer(by),
        at=cases.LATER,
        response=Response.objects.get(body=case.office.body),
        to_body=successor.body,
        on=DAY,
    )


class TestHandOver:
    def test_keeps_everything_that_was_written(self, case, successor):
        cases.complete(case)
        response = hand_over(case, successor).response
        assert response.body == successor.body
        assert response.explanations.count() == 3
        assert response.body_comments.get().text == "We welcome this report."

    def test_leaves_one_entry_that_says_whether_a_preparation_fell(self, case, successor):
        cases.signed(case)
        before = AuditEntry.objects.count()
        hand_over(case, successor)
        assert AuditEntry.objects.count() == before + 1
        assert AuditEntry.objects.last().details["voided"] is True

    def test_is_refused_for_what_is_published(self, case, successor):
        cases.published(case)
        with pytest.raises(operations.NotToBePassed, match="is published"):
            hand_over(case, successor)

    def test_is_refused_for_what_was_published_in_former_days(self, case, successor):
        cases.invited(case)
        PastResponse.objects.create(
            response=Response.objects.get(),
            recorded_at=cases.AT,
            recorded_by=case.office.officer,
        )
        with pytest.raises(operations.NotToBePassed):
            hand_over(case, successor)

    def test_is_refused_where_the_successor_has_a_response(self, case, successor):
        cases.invited(case)
        Response.objects.create(
            inspection=case.inspection,
            body=successor.body,
            begun_at=cases.AT,
            begun_by=successor.officer,
        )
        with pytest.raises(operations.NotToBePassed, match="Lost property in custody suites"):
            hand_over(case, successor)

    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief"])
    def test_is_refused_to_everybody_but_administrators(self, case, successor, role):
        cases.invited(case)
        with pytest.raises(Refused):
            hand_over(case, successor, role)
