"""What nobody settled or confirmed in time is erased, once, with one entry."""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, REPORTED, load
from tests.library.mappings import making

from answerable_site.audit.models import AuditEntry
from answerable_site.intake import operations, queries
from answerable_site.intake.rules import ROWS_SET_ASIDE
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db
ROWS = [REPORTED, {**REPORTED, "ref": "oops"}]
DUE = AT + timedelta(days=ROWS_SET_ASIDE.days + 1)


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }


@pytest.fixture
def county(db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


def erase(at=DUE) -> int:
    return operations.erase_unsettled(by=PRODUCT, at=at)


class TestRowsThatNobodySettled:
    def test_are_erased_once_their_days_are_over(self, county, crimes):
        row = load(county, crimes, ROWS).rows.get()
        assert erase() == 1
        row.refresh_from_db()
        assert (row.state, row.sealed, row.settled_at) == ("erased", "", DUE)
        assert row.codes == ["reference_shape"]

    def test_wait_until_then(self, county, crimes):
        load(county, crimes, ROWS)
        assert erase(DUE - timedelta(days=1)) == 0

    def test_leave_one_entry_each_time(self, county, crimes):
        batch = load(county, crimes, ROWS)
        erase()
        erase()
        entry = AuditEntry.objects.get(act="intake.erase_unsettled")
        assert entry.details == {"rows": 1, "loads": [batch.pk]}
        assert "section 39" in entry.reason

    def test_do_not_wait_in_their_load_any_more(self, county, crimes):
        batch = load(county, crimes, ROWS)
        erase()
        assert queries.waiting_in([batch]) == {}
        assert queries.erased_in(batch) == 1

    def test_that_were_given_up_stay_as_they_are(self, county, crimes):
        batch = load(county, crimes, ROWS)
        operations.give_up_rows(
            by=county.viewer(Role.SUPERVISOR),
            at=AT,
            batch=batch,
            rows=[batch.rows.get().row],
            why="The source holds it no more.",
        )
        assert erase() == 0


class TestExtractsThatNobodyConfirmed:
    @pytest.fixture
    def extract(self, county, crimes) -> str:
        with time_machine.travel(AT, tick=False):
            kept = operations.keep_extract(
                by=county.viewer(Role.SUPERVISOR),
                at=AT,
                source=crimes.source,
                name="crimes.csv",
                content=ContentFile(making.text(ROWS, crimes.profile)),
            )
            operations.BesideExtract(kept.stored_as).come_to(queries.TRYING, 40)
        _touched(AT)
        return kept.stored_as

    def forget(self, at, callbacks) -> int:
        with callbacks(execute=True):
            return operations.forget_extracts(by=PRODUCT, at=at)

    def test_go_after_a_day_with_all_that_is_beside_them(
        self, extract, django_capture_on_commit_callbacks
    ):
        later = AT + timedelta(days=1, minutes=1)
        assert self.forget(later, django_capture_on_commit_callbacks) == 1
        assert default_storage.listdir(operations.FOLDER)[1] == []
        assert AuditEntry.objects.get(act="intake.forget_extracts").details == {"extracts": 1}

    def test_go_by_the_clock_alone_and_not_when_another_is_sent(self, county, crimes, extract):
        operations.keep_extract(
            by=county.viewer(Role.SUPERVISOR),
            at=AT + timedelta(days=2),
            source=crimes.source,
            name="more.csv",
            content=ContentFile(b"x"),
        )
        assert default_storage.exists(extract)

    def test_that_are_gone_meanwhile_take_what_is_beside_them_along(
        self, extract, monkeypatch, django_capture_on_commit_callbacks
    ):
        """Somebody else deletes one between the listing and the look at it."""
        listed = default_storage.listdir(operations.FOLDER)
        default_storage.delete(extract)
        monkeypatch.setattr(default_storage, "listdir", lambda _: listed)
        assert self.forget(AT, django_capture_on_commit_callbacks) == 1
        monkeypatch.undo()
        assert default_storage.listdir(operations.FOLDER)[1] == []

    def test_stay_until_then(self, extract, django_capture_on_commit_callbacks):
        assert self.forget(AT, django_capture_on_commit_callbacks) == 0
        assert default_storage.exists(extract)

    def test_leave_no_entry_where_there_are_none(self, django_capture_on_commit_callbacks):
        assert self.forget(AT, django_capture_on_commit_callbacks) == 0
        assert not AuditEntry.objects.filter(act="intake.forget_extracts").exists()

    def test_go_with_the_copy_of_a_worker_that_was_killed(
        self, extract, django_capture_on_commit_callbacks
    ):
        with default_storage.open(extract) as kept:
            digest = hashlib.sha256(kept.read()).hexdigest()
        with queries.sent_file(extract, sha256=digest) as copy:
            self.forget(AT + timedelta(days=2), django_capture_on_commit_callbacks)
            assert not copy.exists()
        assert default_storage.listdir(operations.FOLDER)[1] == []

    def test_stay_while_they_are_loaded(
        self, county, crimes, extract, django_capture_on_commit_callbacks
    ):
        queued = factories_loads.queued(county, crimes, stored_as=extract)
        later = AT + timedelta(days=2)
        operations.begin_queued_load(by=PRODUCT, at=later, queued_id=queued.pk, step="Loading")
        assert self.forget(later, django_capture_on_commit_callbacks) == 0


def _touched(at) -> None:
    """The clock of the disk is not that of the test."""
    for name in default_storage.listdir(operations.FOLDER)[1]:
        os.utime(default_storage.path(f"{operations.FOLDER}/{name}"), (at.timestamp(),) * 2)
