from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import pytest
from tests import factories

from answerable_site.people.models import Assignment
from answerable_site.people.rules import OrganisationKind, Role, in_force

BEFORE, DAY, AFTER = date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2)
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
SPANS = [
    (from_on, to_on)
    for from_on, to_on in product((BEFORE, DAY, AFTER), (BEFORE, DAY, AFTER, None))
    if to_on is None or from_on <= to_on
]


@pytest.mark.django_db
class TestAssignmentsInForce:
    def test_are_those_of_the_rule(self):
        there = factories.organisation("A Body", OrganisationKind.LOCAL_POLICING_BODY, "")
        user, other = factories.person("Somebody"), factories.person("Somebody else")
        Assignment.objects.bulk_create(
            Assignment(
                user=user,
                organisation=there,
                role=role,
                from_on=from_on,
                to_on=to_on,
                ended_at=AT if to_on and was_ended else None,
                granted_at=AT,
                confirmed_by=other if confirmed else None,
                confirmed_at=AT if confirmed else None,
            )
            for (from_on, to_on), was_ended, confirmed, role in product(
                SPANS, (False, True), (False, True), (Role.HOLDER, Role.PUBLISHER)
            )
        )
        expected = {
            one.pk
            for one in Assignment.objects.all()
            if in_force(
                from_on=one.from_on,
                to_on=one.to_on,
                was_ended=one.ended_at is not None,
                confirmed=one.confirmed_by_id is not None,
                role=Role(one.role),
                on=DAY,
            )
        }
        assert {one.pk for one in Assignment.objects.in_force(DAY)} == expected
