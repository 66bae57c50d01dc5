from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django_tasks_db.models import DBTaskResult

from answerable_site.audit.models import AuditEntry
from answerable_site.config.schedule import retention, signs
from answerable_site.upkeep.rules.periods import BACKUPS, FAILED_SIGN_INS
from answerable_site.upkeep.signs import Sign, last

AT = datetime(2026, 5, 12, 8, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def attempt(days: int) -> None:
    made = AccessAttempt.objects.create(
        username="canary@example.org", ip_address=f"192.0.2.{days}", failures_since_start=1
    )
    AccessAttempt.objects.filter(pk=made.pk).update(attempt_time=AT - timedelta(days=days))


def session(key: str, ends: datetime) -> None:
    Session.objects.create(session_key=key, session_data="canary", expire_date=ends)


def backup(folder, name: str, days: int) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).touch()
    then = (AT - timedelta(days=days)).timestamp()
    os.utime(folder / name, (then, then))


class TestErase:
    def test_erases_what_has_served_its_time_and_nothing_else(self):
        attempt(FAILED_SIGN_INS.days + 1)
        attempt(FAILED_SIGN_INS.days - 1)
        session("ended", AT - timedelta(seconds=1))
        session("runs", AT + timedelta(seconds=1))
        done = retention.erase(AT).done
        assert done == (
            "1 erased: sessions that ended.",
            "1 erased: failed sign-ins, with account and address.",
        )
        assert [one.session_key for one in Session.objects.all()] == ["runs"]
        assert AccessAttempt.objects.count() == 1

    def test_erases_finished_work_and_leaves_what_waits(self):
        for status, finished in (
            ("SUCCESSFUL", AT - timedelta(days=31)),
            ("FAILED", AT - timedelta(days=31)),
            ("SUCCESSFUL", AT - timedelta(days=29)),
            ("READY", None),
        ):
            DBTaskResult.objects.create(
                status=status,
                finished_at=finished,
                task_path="x",
                args_kwargs={},
                run_after=AT - timedelta(days=40),
                backend_name="default",
            )
        retention.erase(AT)
        assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == [
            "READY",
            "SUCCESSFUL",
        ]

    def test_leaves_an_entry_that_holds_nothing_of_what_was_erased(self):
        attempt(100)
        retention.erase(AT)
        entry = AuditEntry.objects.get()
        assert entry.kind == "erasure"
        assert entry.details["erased"]["failed_sign_ins"] == 1
        assert "canary" not in (entry.content or "")

    def test_leaves_no_entry_where_there_is_nothing(self):
        assert retention.erase(AT).done == ()
        assert not AuditEntry.objects.exists()

    def test_erases_old_backups_but_never_the_last(
        self, settings, tmp_path, django_capture_on_commit_callbacks
    ):
        settings.BACKUPS = tmp_path / "backups"
        for number in (1, 2, 3):
            backup(settings.BACKUPS, f"answerable-{number}.age", BACKUPS.days + 10 - number)
        with django_capture_on_commit_callbacks(execute=True):
            assert retention.erase(AT).done == (f"2 erased: {BACKUPS.what}.",)
        assert [one.name for one in settings.BACKUPS.iterdir()] == ["answerable-3.age"]


class TestForesee:
    def test_says_what_would_be_erased_and_erases_nothing(self):
        session("ended", AT - timedelta(days=1))
        assert retention.foresee(AT) == ("1 to erase: sessions that ended.",)
        assert Session.objects.count() == 1


class TestSigns:
    def test_are_left_by_whoever_does_what_is_due_and_by_a_worker(self):
        assert last(Sign.RAN) is None
        signs.give(AT)
        assert last(Sign.RAN) == AT
        assert last(Sign.WORKED) is not None
