"""Keys change, and sources lose sight of nothing that they told."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, DECIDED, REPORTED, load

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.casework.sealing import SealBroken, unseal
from answerable_site.intake import operations
from answerable_site.people.rules import PRODUCT

pytestmark = pytest.mark.django_db
ROWS = [DECIDED, {**REPORTED, "ref": "oops"}]


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


def reseal() -> int:
    return operations.reseal_intake(by=PRODUCT, at=AT)


class TestNewKeys:
    def test_let_the_same_file_change_nothing(self, county, crimes, settings):
        load(county, crimes, ROWS)
        settings.CASE_HASH_KEY = "another key"
        settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]
        casework.reseal_references(by=PRODUCT, at=AT, tell=lambda _: None)
        assert reseal() == 2
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        crimes.source.refresh_from_db()
        assert load(county, crimes, ROWS).events_added == 0

    def test_leave_rows_that_were_set_aside_readable(self, county, crimes, settings):
        batch = load(county, crimes, ROWS)
        settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]
        reseal()
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        assert "oops" in unseal(batch.rows.get().sealed)

    def test_are_asked_for_where_a_former_one_is_missing(self, county, crimes, settings):
        load(county, crimes, ROWS)
        settings.CASE_KEYS = [Fernet.generate_key().decode()]
        with pytest.raises(SealBroken):
            reseal()


class TestTheSameKeys:
    def test_change_nothing_and_leave_no_entry(self, county, crimes):
        load(county, crimes, ROWS)
        assert reseal() == 0
        assert not AuditEntry.objects.filter(act="intake.reseal_intake").exists()
