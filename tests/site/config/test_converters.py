from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse
from django.urls.converters import IntConverter
from tests import factories

from answerable_site.config.converters import NumberConverter

LARGEST = 10**18 - 1


class TestNumberConverter:
    def test_takes_what_a_database_holds(self):
        address = f"/responses/{LARGEST}/office-for-policing-in-wexmoor/"
        assert resolve(address).kwargs["inspection_id"] == LARGEST

    def test_takes_nothing_longer(self):
        with pytest.raises(Resolver404):
            resolve(f"/responses/{LARGEST + 1}/office-for-policing-in-wexmoor/")
        with pytest.raises(NoReverseMatch):
            reverse("responses:response", args=[LARGEST + 1, "office-for-policing-in-wexmoor"])

    @pytest.mark.django_db
    @pytest.mark.parametrize("number", [LARGEST, LARGEST + 1, 10**25])
    def test_leads_to_a_page_that_says_it_was_not_found(self, client, number):
        office = factories.office("Wexmoor")
        client.force_login(office.officer)
        answer = client.get(f"/responses/{number}/{office.body.slug}/")
        assert answer.status_code == 404

    def test_is_the_only_converter_of_numbers(self):
        routes = get_resolver()
        todo, numbers = list(routes.url_patterns), []
        while todo:
            pattern = todo.pop()
            numbers += [
                (str(pattern.pattern), type(converter))
                for converter in pattern.pattern.converters.values()
                if isinstance(converter, IntConverter)
            ]
            todo += getattr(pattern, "url_patterns", [])
        assert numbers
        assert {kind for _, kind in numbers} == {NumberConverter}
