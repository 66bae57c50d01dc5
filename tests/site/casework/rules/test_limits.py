from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answerable.statute import LIMITS, Confidence, Limit, Unit
from answerable_site.casework.rules import (
    LONGEST_LIMIT,
    UnusableLimit,
    check_limit,
    own_version,
)
from answerable_site.people.rules import OrganisationKind

GIVEN = {
    "code": "tell_victim",
    "count": 3,
    "unit": Unit.WORKING_DAYS,
    "citation": "An invented policy",
    "source": "",
    "confidence": Confidence.REASONED,
    "in_force_from": date(2026, 5, 1),
    "in_force_to": None,
}


def version(**facts: object) -> Limit:
    return own_version(**(GIVEN | facts))


class TestOwnVersion:
    def test_asks_the_same_as_the_limit_that_it_stands_beside(self):
        known = LIMITS.in_force("tell_victim", date(2026, 5, 1))
        assert (version().asks, version().starts) == (known.asks, known.starts)

    def test_goes_before_the_products_from_its_first_day_on(self):
        both = LIMITS.with_versions([version()])
        assert both.in_force("tell_victim", date(2026, 4, 30)).count == 5
        assert both.in_force("tell_victim", date(2026, 5, 1)).count == 3

    def test_of_no_known_limit_is_refused(self):
        with pytest.raises(UnusableLimit):
            version(code="invented")


class TestCheckLimit:
    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"count": 0}, "count"),
            ({"count": LONGEST_LIMIT + 1}, "count"),
            ({"citation": "  "}, "citation"),
            ({"confidence": Confidence.CONFIRMED}, "source"),
            ({"in_force_to": date(2026, 4, 30)}, "in_force_to"),
        ],
    )
    def test_names_what_must_be_put_right(self, facts, field):
        with pytest.raises(UnusableLimit) as problem:
            check_limit(version(**facts), OrganisationKind.POLICE_FORCE)
        assert problem.value.field == field

    @pytest.mark.parametrize(
        "facts",
        [
            {"count": 1},
            {"count": LONGEST_LIMIT},
            {"in_force_to": date(2026, 5, 1)},
            {"confidence": Confidence.CONFIRMED, "source": "https://example.org/policy"},
        ],
    )
    def test_lets_pass_what_can_be_counted(self, facts):
        check_limit(version(**facts), OrganisationKind.POLICE_FORCE)

    def test_refuses_a_limit_that_the_product_does_not_know(self):
        with pytest.raises(UnusableLimit):
            check_limit(replace(version(), code="invented"), OrganisationKind.POLICE_FORCE)

    def test_refuses_a_limit_that_another_organisation_sets(self):
        with pytest.raises(UnusableLimit) as problem:
            check_limit(version(), OrganisationKind.CPS_AREA)
        assert problem.value.field == "code"
