from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from tests import factories_cuts
from tests.factories_cuts import AT

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.sealing import SealBroken
from answerable_site.figures import operations, queries
from answerable_site.people.rules import PRODUCT

pytestmark = pytest.mark.django_db


@pytest.fixture
def force(county):
    factories_cuts.asked(county.force)
    return county.force


class TestKeysOfNumbers:
    def test_are_brought_under_the_new_key_and_number_as_before(self, force, settings):
        before = queries.numbers_for(force.pk).of(12)
        settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]
        assert operations.reseal_cut_keys(by=PRODUCT, at=AT) == 1
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        assert queries.numbers_for(force.pk).of(12) == before

    def test_are_left_where_nothing_changed(self, force):
        entries = AuditEntry.objects.count()
        assert operations.reseal_cut_keys(by=PRODUCT, at=AT) == 0
        assert AuditEntry.objects.count() == entries

    def test_under_a_key_that_is_missing_are_refused(self, force, settings):
        settings.CASE_KEYS = [Fernet.generate_key().decode()]
        with pytest.raises(SealBroken):
            operations.reseal_cut_keys(by=PRODUCT, at=AT)

    def test_are_missing_before_a_cut_was_asked_for(self, county):
        with pytest.raises(queries.NumbersMissing):
            queries.numbers_for(county.force.pk)
