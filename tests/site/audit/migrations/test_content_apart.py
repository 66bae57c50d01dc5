"""The record of an office that used an earlier version is brought to the new form."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.databases import new_database

ROOT = Path(__file__).parents[4]


@pytest.fixture
def migrate(tmp_path):
    """Fills old tables, changes them, migrates; gives what came of it."""
    with new_database(tmp_path, migrated=False) as address:
        environment = os.environ | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.test",
            "ANSWERABLE_DATABASE_URL": address,
        }

        def run(count: int, change: str = "") -> dict:
            finished = subprocess.run(
                [sys.executable, "-m", "tests.site.audit.migrations.old_form", str(count), change],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert finished.returncode == 0, finished.stderr
            return json.loads(finished.stdout.splitlines()[-1])

        yield run


@pytest.mark.slow
class TestAWholeRecord:
    def test_keeps_every_act_and_verifies_in_the_new_form(self, migrate):
        told = migrate(1203)
        assert told["faults"] == []
        assert told["head"] == told["last"]
        kept = ("act", "at", "details", "subject", "actor_id")
        assert [{name: row[name] for name in kept} for row in told["new"][:1203]] == [
            {name: row[name] for name in kept} for row in told["old"]
        ]
        assert all(row["is_salted"] for row in told["new"])

    def test_ends_with_an_entry_that_holds_the_last_hash_of_the_old_form(self, migrate):
        told = migrate(3)
        note = told["new"][3]
        assert (note["act"], note["details"]) == (
            "audit.rechain",
            {"old_entries": 3, "old_hash": told["old"][-1]["hash"]},
        )

    def test_stays_empty_where_nothing_was_recorded(self, migrate):
        told = migrate(0)
        assert [row["act"] for row in told["new"]] == ["tests.act"]
        assert told["faults"] == []


@pytest.mark.slow
class TestAChangedRecord:
    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ("UPDATE audit_auditentry SET act = 'x' WHERE sequence = 2", "changed at entry 2"),
            ("DELETE FROM audit_auditentry WHERE sequence = 2", "changed at entry 2"),
            ("DELETE FROM audit_auditentry WHERE sequence = 4", "ends at entry 3"),
            ("DELETE FROM audit_chainhead", "ends at entry 4"),
        ],
    )
    def test_is_not_chained_anew(self, migrate, change, sentence):
        assert sentence in migrate(4, change)["refused"]
