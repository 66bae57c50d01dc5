from __future__ import annotations

import pytest
from django.db import connection
from tests import factories

from answerable_site.people.models import User
from answerable_site.upkeep.queries.tables import held, is_up_to_date, reading, tables
from answerable_site.upkeep.rules.rows import differences

pytestmark = pytest.mark.django_db
MADE_AGAIN = "answerable_cache"
"""Of no model, like indexes of words with what SQLite keeps beside them."""


class TestTables:
    def test_are_all_that_the_database_has_but_what_is_made_again(self):
        there = {
            name
            for name in connection.introspection.table_names()
            if name != MADE_AGAIN and "_search" not in name
        }
        assert {table.name for table in tables(connection)} == there

    def test_are_those_of_a_database_that_is_up_to_date(self):
        assert is_up_to_date(connection)


class TestHeld:
    def test_is_the_same_as_long_as_nothing_changes_and_tells_what_does(self):
        some = tables(connection)
        person = factories.person("Robin Ashcombe")
        before = held(some, reading(connection))
        assert held(some, reading(connection)) == before
        User.objects.filter(pk=person.pk).update(full_name="Robin Ashcomb")
        assert differences(before, held(some, reading(connection))) == [
            "The table people_user has as many rows, and not the same ones."
        ]
