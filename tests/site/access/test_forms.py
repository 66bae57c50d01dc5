"""Forms of an own record that are sent with a key of a foreign one: refused, nothing changes."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from tests import factories
from tests.site.access import pages
from tests.site.access.cells import allowed_outcomes
from tests.site.access.expectations import EXPECTED
from tests.site.access.routes import routes

from answerable_site.register.models import Candidate
from answerable_site.register.queries import candidates_visible_to

FORMS = sorted(
    route
    for route in routes()
    if not (EXPECTED[route].public or EXPECTED[route].nobody or EXPECTED[route].machine)
)
WITH = {
    "answered_in": {"kind": "answered_elsewhere"},
    "action_owner": {"kind": "action"},
    "victim": {"direction": "police_to_victim"},
}
"""What else a form must say before it looks at a field."""


def foreign_values(world) -> set[str]:
    """Every key, slug and number that leads to a record of the foreign office."""
    own = {str(value) for given in world.own.arguments.values() for value in given.values()}
    found = {str(value) for given in world.foreign.arguments.values() for value in given.values()}
    office = world.foreign.office
    found |= {str(office.body.pk), str(office.force.pk)}
    return found - own


def sender(asking, route):
    """Somebody of the own office who may send the form of a route."""
    return next(
        one
        for one in asking.world.people
        if (one.own or one.beside) and "open" in allowed_outcomes(EXPECTED[route], one, "POST")
    )


def names_records(choice: pages.Choice) -> bool:
    """Whether a field chooses among records: it offers keys, beside words perhaps."""
    return not choice.hidden and any(re.search(r"\d", value) for value in choice.values)


@pytest.mark.parametrize("route", FORMS)
class TestForeignKeys:
    def test_that_a_form_does_not_offer_are_refused(self, route, asking):
        address = reverse(route, kwargs=asking.world.arguments.get(route))
        somebody = sender(asking, route)
        page = asking(somebody, "GET", address, rendered=True)
        wrong = []
        for form in pages.forms(page.words, "post"):
            for choice in filter(names_records, form.choices):
                for value in foreign_values(asking.world) - set(choice.values):
                    sent = form.values | WITH.get(choice.name, {}) | {choice.name: value}
                    answer = asking(somebody, "POST", address, sent, rendered=True)
                    acts = set(answer.acts) - EXPECTED[route].notes
                    if acts or f'id="id_{choice.name}-error"' not in answer.words:
                        wrong.append(f"{choice.name}={value}: {answer.outcome} {answer.acts}")
        assert wrong == []


class TestChoices:
    def test_of_records_are_found_in_the_forms(self, asking):
        found = set()
        for route in FORMS:
            address = reverse(route, kwargs=asking.world.arguments.get(route))
            page = asking(sender(asking, route), "GET", address, rendered=True)
            for form in pages.forms(page.words, "post"):
                found |= {choice.name for choice in filter(names_records, form.choices)}
        assert found >= {
            *("user", "bodies", "same_as", "other", "earlier", "organisation", "answered_with"),
            *("answered_in", "priorities", "place"),
        }


class TestHiddenKeys:
    """The body for which something is added stands hidden in its form."""

    @pytest.mark.parametrize(
        ("route", "sent"),
        [
            (
                "register:add_priority",
                {
                    "plan": "A plan",
                    "name": "A priority",
                    "from_on_day": "1",
                    "from_on_month": "4",
                    "from_on_year": "2026",
                },
            ),
        ],
    )
    def test_of_a_foreign_body_are_refused(self, route, sent, asking):
        officer = asking.world.somebody("own response_officer")
        own, foreign = (
            asking(officer, "POST", reverse(route), sent | {"body": str(office.body.pk)})
            for office in (asking.world.own.office, asking.world.foreign.office)
        )
        assert own.acts
        assert foreign.acts == ()


class TestAcceptingTheRest:
    def test_decides_on_no_candidate_of_another_office(self, asking):
        officer = asking.world.somebody("own response_officer")
        foreign = Candidate.objects.exclude(
            pk__in=candidates_visible_to(factories.viewer(asking.world.own.office.officer))
        )
        before = list(foreign.order_by("pk").values())
        address = reverse(
            "register:accept_rest", kwargs=asking.world.arguments["register:accept_rest"]
        )
        answer = asking(officer, "POST", address, kept=True)
        assert answer.acts
        assert list(foreign.order_by("pk").values()) == before
