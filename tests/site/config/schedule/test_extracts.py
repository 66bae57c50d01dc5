from __future__ import annotations

from datetime import timedelta

import pytest
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, REPORTED, load

from answerable_site.config.schedule import extracts
from answerable_site.intake.models import SetAsideRow
from answerable_site.intake.rules import ROWS_SET_ASIDE

pytestmark = pytest.mark.django_db
DUE = AT + timedelta(days=ROWS_SET_ASIDE.days + 1)


@pytest.fixture(autouse=True)
def loaded(db, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    county = factories_cases.county()
    load(county, factories_loads.source(county), [{**REPORTED, "ref": "oops"}])


class TestErase:
    def test_erases_rows_that_nobody_settled_once(self):
        assert extracts.erase(DUE).done == ("1 row of extracts erased.",)
        assert extracts.erase(DUE).done == ()
        assert SetAsideRow.objects.get().sealed == ""

    def test_does_nothing_before_their_day(self):
        assert extracts.erase(DUE - timedelta(days=1)).done == ()


class TestForesee:
    def test_says_what_would_be_erased_and_erases_nothing(self):
        assert extracts.foresee(DUE) == ("1 row of extracts to erase.",)
        assert SetAsideRow.objects.get().sealed != ""
