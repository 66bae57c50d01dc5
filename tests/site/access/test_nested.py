"""Addresses that name two records: one of another office leads nowhere, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import reverse
from tests.site.access.cells import one_for_each_answer
from tests.site.access.expectations import EXPECTED, Expected
from tests.site.access.routes import routes
from tests.site.access.world import Somebody, World

NESTED = sorted(route for route, arguments in routes().items() if len(arguments) > 1)


def crossed(world: World, route: str) -> Iterator[str]:
    """Addresses of a route with one argument of the other office, either way round."""
    own, foreign = world.own.arguments[route], world.foreign.arguments[route]
    names = [name for name in own if own[name] != foreign[name]]
    if len(names) < 2:
        return
    for name in names:
        yield reverse(route, kwargs=own | {name: foreign[name]})
        yield reverse(route, kwargs=foreign | {name: own[name]})


@pytest.mark.parametrize("route", NESTED)
class TestCrossedAddresses:
    def test_lead_nowhere(self, route, asking):
        expected, wrong = EXPECTED[route], []
        people = one_for_each_answer(route, asking.world.people)
        for address in crossed(asking.world, route):
            for somebody in people:
                for method in ("GET", "POST"):
                    answer = asking(somebody, method, address)
                    if answer.outcome not in allowed(expected, somebody) or answer.acts:
                        wrong.append(f"{somebody.name} {method} {address}: {answer.outcome}")
        assert wrong == []


def allowed(expected: Expected, somebody: Somebody) -> set[str]:
    nowhere = {"not found", "no such method"}
    if expected.public:
        return nowhere
    if somebody.user is None:
        return {"sign in"}
    # Refused for want of a role, before anybody looks whether there is such a record.
    has_the_role = bool(somebody.roles) and somebody.roles <= expected.roles
    return nowhere if has_the_role else nowhere | {"refused"}


class TestNestedRoutes:
    def test_are_crossed_wherever_an_address_names_two_records(self, world):
        # Beside one record, these name a word or a number that says what of it is meant.
        one_record = {"register:page", "register:picture", "people:sign_in_as"}
        one_record |= {"account_reset_password_from_key"}
        one_record |= {"responses:recipient", "responses:record_specified_information"}
        one_record |= {"accessreview:hand_out_file", "scrutiny:pack_file", "training:strike"}
        one_record |= {"casework:limit", "casework:set_limit"}
        one_record |= {"casework:event", "casework:record"}
        # Data sets of the same measure have the same name in every organisation.
        one_record |= {route for route in NESTED if route.startswith("publication:data_set")}
        one_record |= {"api:data_set"}
        one_record |= {"figures:picture", "figures:released_picture", "home:hand_figure"}
        one_record |= {"home:hand_finding", "home:guide"}
        assert {route for route in NESTED if not list(crossed(world, route))} <= one_record
