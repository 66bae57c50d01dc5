"""Every route, asked in every method: nobody sees or does what is not theirs.

Each is asked by a viewer for each answer that is expected; the proof of the matrix asks everybody.
"""

from __future__ import annotations

import pytest
from tests.site.access.cells import OTHERS, allowed_outcomes, cells, one_for_each_answer
from tests.site.access.expectations import EXPECTED, ROLES, Expected
from tests.site.access.routes import routes
from tests.site.access.world import Somebody

from answerable_site.config.policy import APPS, all_rules
from answerable_site.people.rules import Role

HERE = "tests/site/access"


def one_who_may_and_nobody(expected: Expected, people: list[Somebody]) -> list[Somebody]:
    """Who could do most with a method that is offered to nobody, and whoever is not signed in."""
    may = [one for one in people if "open" in allowed_outcomes(expected, one, "GET")]
    return [*may[:1], *(one for one in people if one.user is None)]


class TestRoutes:
    def test_all_have_a_rule(self):
        assert [
            f"Add {route} to ROUTES in the access.py of its app, one of {', '.join(APPS)}."
            for route in sorted(routes().keys() - all_rules().keys())
        ] == []

    def test_all_have_an_expectation(self):
        assert [
            f"Add {route} to EXPECTED in {HERE}/expectations.py: who may open it?"
            for route in sorted(routes().keys() - EXPECTED.keys())
        ] == []

    def test_all_lead_to_a_record_of_the_world(self, world):
        assert [
            f"Add a record to {HERE}/records.py or answers.py, and its address to the arguments "
            f"of {route}: {', '.join(sorted(arguments))}."
            for route, arguments in routes().items()
            if arguments != world.arguments.get(route, {}).keys()
        ] == []

    def test_are_no_rules_and_expectations_of_pages_that_went(self):
        assert sorted((all_rules().keys() | EXPECTED.keys()) - routes().keys()) == []


class TestViewers:
    def test_are_each_asked_for_some_page(self, asking):
        people = asking.world.people
        asked = {one.name for route in routes() for one in one_for_each_answer(route, people)}
        assert asked == {one.name for one in people}


class TestRoles:
    def test_are_all_in_the_second_opinion(self):
        assert set(ROLES) == set(Role), (
            f"Name every role in {HERE}/expectations.py, and say of each route whether it may "
            "open it."
        )


@pytest.mark.slow
@pytest.mark.parametrize("route", sorted(routes()))
class TestMatrix:
    def test_has_no_wrong_cell_for_the_page(self, route, asking):
        some = one_for_each_answer(route, asking.world.people)
        found = list(cells(asking, route, ("GET",), some))
        assert [cell.wrong for cell in found if cell.wrong] == []
        assert found

    def test_has_no_wrong_cell_for_the_form(self, route, asking):
        some = one_for_each_answer(route, asking.world.people)
        found = list(cells(asking, route, ("POST",), some))
        assert [cell.wrong for cell in found if cell.wrong] == []
        assert found

    def test_acts_on_no_other_method(self, route, asking):
        people = one_who_may_and_nobody(EXPECTED[route], asking.world.people)
        found = list(cells(asking, route, OTHERS, people))
        assert [cell.wrong for cell in found if cell.wrong] == []
        assert found
