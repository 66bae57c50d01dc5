from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from answerable_site.upkeep.rules.findings import (
    TRIGGERS,
    Backup,
    DatabaseFacts,
    Facts,
    Folder,
    State,
    findings,
    worst,
)

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
JUST = NOW - timedelta(minutes=5)
DATABASE = DatabaseFacts(product="PostgreSQL 15.4", major=15, triggers=TRIGGERS, dump_major=15)
HEALTHY = Facts(
    now=NOW,
    is_production=True,
    database=DATABASE,
    folders=(Folder("ANSWERABLE_DATA", "/srv/a", is_there=True, is_writable=True, rights=0o700),),
    ran_at=JUST,
    worked_at=JUST,
    backup=Backup(NOW - timedelta(hours=10), was_verified=True),
)


def wrong(**changed: object) -> list[str]:
    """The sentences of what is not good, once something of a healthy installation is changed."""
    found = findings(replace(HEALTHY, **changed))
    return [f"{one.sentence} {one.mend}" for one in found if one.state is not State.GOOD]


def of_database(**changed: object) -> list[str]:
    return wrong(database=replace(DATABASE, **changed))


def of_folder(**changed: object) -> list[str]:
    return wrong(folders=(replace(HEALTHY.folders[0], **changed),))


class TestAHealthyInstallation:
    def test_has_nothing_wrong(self):
        assert wrong() == []
        assert worst(findings(HEALTHY)) is State.GOOD


class TestFindings:
    @pytest.mark.parametrize(
        ("told", "words"),
        [
            (wrong(is_production=False), "DJANGO_SETTINGS_MODULE"),
            (wrong(complaints=(("Weak.", "Mend it so.", False),)), "Weak. Mend it so."),
            (wrong(database=None, database_problem="refused"), "does not answer: refused"),
            (of_database(pending=3), "3 migrations were not carried out. Run “answerable upgrade”"),
            (of_database(triggers=frozenset()), "lets the record of acts be changed"),
            (of_database(open_tables=("casework_case",)), "no wall around rows of casework_case"),
            (of_database(major=14, dump_major=14), "older than the product is tested with"),
            (of_database(dump_major=None), "apt install postgresql-client"),
            (of_database(dump_major=14), "postgresql-client-15"),
            (of_database(clock_differs=timedelta(minutes=-2)), "differ by 120 seconds"),
            (wrong(case_keys="A reference was encrypted."), "from the copy that you keep apart"),
            (wrong(has_case_keys=False), "make-case-keys"),
            (wrong(has_audit_key=False), "audit make-key"),
            (of_folder(is_there=False), "/srv/a is not there. Make it, or set ANSWERABLE_DATA"),
            (of_folder(is_writable=False), "cannot write into /srv/a"),
            (of_folder(rights=0o755), "chmod 700"),
            (of_folder(free_share=0.05, free_bytes=2_000_000_000), "2.0 GB are free"),
            (wrong(static_files=False), "Styles and scripts were not collected"),
            (wrong(ran_at=None), "last done never"),
            (wrong(ran_at=NOW - timedelta(hours=3)), "last done 3 hours ago"),
            (wrong(worked_at=None), "systemctl start answerable-worker"),
            (wrong(waits_since=NOW - timedelta(minutes=20)), "waits since 20 minutes ago"),
            (wrong(failed_work=2), "2 pieces of background work failed"),
            (wrong(has_backup_key=False), "make-backup-key"),
            (wrong(backup=None), "No backup was ever made"),
            (wrong(backup=Backup(NOW - timedelta(days=3), was_verified=True)), "made 3 days ago"),
            (wrong(backup=Backup(JUST, was_verified=False)), "not opened here"),
            (wrong(zone="It is not known."), "apt install tzdata"),
            (wrong(mail=None), "ANSWERABLE_EMAIL_URL"),
            (wrong(mail="TimeoutError"), "cannot be reached: TimeoutError"),
        ],
    )
    def test_say_what_is_wrong_and_how_to_mend_it(self, told, words):
        assert len(told) == 1
        assert words in told[0]

    def test_of_sqlite_with_cases_name_the_way_to_walls(self):
        assert "answerable move" in of_database(product="SQLite 3.40", holds_cases=True)[0]

    def test_ask_nothing_of_rows_while_migrations_wait(self):
        told = wrong(database=replace(DATABASE, pending=1), ran_at=None, worked_at=None)
        assert len(told) == 1


class TestWorst:
    def test_is_wrong_before_look(self):
        found = findings(replace(HEALTHY, ran_at=None, mail=None))
        assert worst(found) is State.WRONG
        assert worst(findings(replace(HEALTHY, mail=None))) is State.LOOK
