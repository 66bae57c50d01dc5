"""What is indexed: nothing of cases, victims, training or who looked, and every row of the rest."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from tests import factories_followup
from tests.factories_followup import AT

from answerable_site.audit.models import AuditEntry
from answerable_site.config import gathering
from answerable_site.followup.queries import ACTIONS, COMMITMENTS
from answerable_site.people.rules import PRODUCT
from answerable_site.publication.queries import TEXTS
from answerable_site.register.search import INSPECTIONS, RECOMMENDATIONS
from answerable_site.responses.queries import RESPONSES
from answerable_site.search import operations, queries

pytestmark = pytest.mark.django_db
INDEXES = (INSPECTIONS, RECOMMENDATIONS, RESPONSES, COMMITMENTS, ACTIONS, TEXTS)
NEVER = {
    *("accessreview", "audit", "casereviews", "casework", "figures", "intake"),
    *("people", "scrutiny", "support", "training", "webhooks"),
}
"""Apps of which no word is indexed."""
IS_INDEXED = {
    *("register_inspection", "register_recommendation", "register_limb"),
    *("responses_response", "responses_chiefofficercomments", "responses_bodycomments"),
    *("responses_reply", "responses_explanation"),
    *("followup_commitment", "followup_action", "publication_publictext"),
}
"""Tables whose rows write an index."""


def asked(statement: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def triggers() -> set[str]:
    """The tables of which a trigger writes an index of words."""
    if connection.vendor == "postgresql":
        return {
            table
            for (table,) in asked(
                "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
                "WHERE NOT tgisinternal AND tgname LIKE '%search%'"
            )
        }
    return {
        table
        for (table,) in asked(
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%_search%'"
        )
    }


def indexes() -> set[str]:
    """The tables that hold words."""
    if connection.vendor == "postgresql":
        return {
            table
            for (table,) in asked(
                "SELECT DISTINCT table_name::text FROM information_schema.columns "
                "WHERE table_schema = 'public' AND udt_name = 'tsvector'"
            )
        }
    return {
        table for (table,) in asked("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'")
    }


class TestIndexes:
    def test_are_of_these_tables_and_of_no_others(self):
        assert triggers() == IS_INDEXED

    def test_are_of_no_app_that_holds_cases_or_people(self):
        tables = {
            model._meta.db_table
            for name in NEVER
            for model in apps.get_app_config(name).get_models(include_auto_created=True)
        }
        assert tables
        assert triggers() & tables == set()

    def test_are_all_known(self):
        welsh = {f"{one.table}_welsh" for one in INDEXES if one.has_welsh}
        known = {one.table for one in INDEXES}
        on_sqlite = connection.vendor == "sqlite"
        assert indexes() == known | (welsh if on_sqlite else set())


class TestIndexed:
    def test_has_every_row_of_an_office(self):
        factories_followup.action(factories_followup.followed_up(), title="Write a letter")
        told = queries.indexed()
        assert {table for table, *_ in told} == {one.table for one in INDEXES}
        assert [one for one in told if one[1] != one[2]] == []
        assert sum(rows for _, rows, _ in told) > 4

    def test_is_what_the_doctor_counts(self):
        followed = factories_followup.followed_up()
        assert gathering.facts().database.unindexed == ()
        forget(COMMITMENTS.table)
        assert gathering.facts().database.unindexed == (COMMITMENTS.table,)
        assert followed.commitment.pk


class TestRebuildIndexes:
    def test_brings_back_what_was_lost(self):
        followed = factories_followup.followed_up()
        factories_followup.action(followed, title="Write a letter")
        before = queries.indexed()
        for index in (INSPECTIONS, RECOMMENDATIONS, RESPONSES, COMMITMENTS, ACTIONS):
            forget(index.table)
        told: list[int] = []
        rows = operations.rebuild_indexes(by=PRODUCT, at=AT, tell=told.append)
        assert queries.indexed() == before
        assert told[-1] == rows
        entry = AuditEntry.objects.last()
        assert (entry.act, entry.details["rows"]) == ("search.rebuild_indexes", rows)


def forget(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
