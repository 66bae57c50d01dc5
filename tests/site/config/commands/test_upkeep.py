"""Backups as an operator makes them: by the commands, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from tests.databases import new_database
from typer.testing import CliRunner

from answerable_site.audit.models import AuditEntry
from answerable_site.config import commands

LEFT = "received/1.pdf"


@dataclass
class Machine:
    """A machine with the product, a database and a folder."""

    data: Path
    database: str
    key: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "answerable", *map(str, arguments)],
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "answerable_site.config.settings.local",
                "ANSWERABLE_DATA": str(self.data),
                "ANSWERABLE_DATABASE_URL": self.database,
                "ANSWERABLE_BACKUP_KEY": str(self.key),
                "PYTHONPATH": str(Path(__file__).parents[4] / "src"),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def told(self, *arguments: str) -> dict:
        return json.loads(self.run(*arguments, "--format", "json").stdout)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A machine that made a backup, and the backup."""
    folder = tmp_path_factory.mktemp("machine")
    (folder / "here").mkdir()
    with new_database(folder / "here") as database:
        machine = Machine(folder / "here", database, folder / "key")
        file = machine.data / "files" / LEFT
        file.parent.mkdir(parents=True)
        file.write_bytes(b"%PDF received")
        assert machine.run("make-backup-key").returncode == 0
        made = machine.told("backup")
        yield machine, Path(made["file"]), made


@pytest.fixture(scope="module")
def elsewhere(kept, tmp_path_factory):
    """Another machine, with nothing on it but the key; and what restoring said."""
    machine, backup, _ = kept
    folder = tmp_path_factory.mktemp("elsewhere")
    with new_database(folder, migrated=False) as database:
        other = Machine(folder / "there", database, machine.key)
        if database.startswith("sqlite"):
            other.database = f"sqlite:///{other.data / 'answerable.sqlite3'}"
        yield other, other.run("restore", backup)


class TestBackup:
    def test_says_what_it_kept_and_that_it_opened_it(self, kept):
        _, backup, made = kept
        assert (made["files"], made["verified"]) == (1, True)
        assert made["rows"] > 100
        assert backup.stat().st_size == made["bytes"]

    def test_leaves_nothing_beside_it(self, kept):
        machine, backup, _ = kept
        assert [one.name for one in backup.parent.iterdir()] == [backup.name]
        assert not list(machine.data.glob(".upkeep-*"))

    def test_says_aloud_that_the_keys_of_cases_are_not_in_it(self, kept, tmp_path):
        machine, _, _ = kept
        said = machine.run("backup", "--to", tmp_path)
        assert "Not in it: the keys of cases" in said.stderr

    def test_by_a_recipient_alone_is_not_opened(self, kept, tmp_path):
        machine, _, _ = kept
        recipient = machine.key.read_text().splitlines()[0].removeprefix("# recipient: ")
        (tmp_path / "recipient").write_text(f"{recipient}\n")
        made = machine.told("backup", "--to", tmp_path, "--key", tmp_path / "recipient")
        assert made["verified"] is False
        assert machine.run("verify", made["file"]).returncode == 0

    def test_is_refused_without_a_key(self, kept, tmp_path):
        machine, _, _ = kept
        said = machine.run("backup", "--to", tmp_path, "--key", tmp_path / "none")
        assert said.returncode == 2
        assert "make-backup-key" in said.stderr


class TestVerify:
    def test_finds_it_whole(self, kept):
        machine, backup, made = kept
        assert machine.told("verify", backup)["rows"] == made["rows"]

    def test_refuses_one_changed_byte_with_a_sentence(self, kept, tmp_path):
        machine, backup, _ = kept
        changed = bytearray(backup.read_bytes())
        changed[len(changed) // 2] ^= 1
        (tmp_path / "changed.age").write_bytes(changed)
        said = machine.run("verify", tmp_path / "changed.age")
        assert (said.returncode, said.stdout) == (1, "")
        assert said.stderr == (
            "changed.age was changed, is cut off, or is no backup. Do not use it.\n"
        )


class TestRestore:
    def test_puts_everything_back_and_follows_the_record(self, kept, elsewhere):
        other, said = elsewhere
        assert said.returncode == 0, said.stderr
        assert "The record of acts is whole" in said.stdout
        assert (other.data / "files" / LEFT).read_bytes() == b"%PDF received"

    def test_leaves_a_database_that_the_product_works_with(self, elsewhere):
        other, _ = elsewhere
        assert other.run("retention").returncode == 0

    def test_is_refused_where_something_is(self, kept):
        machine, backup, _ = kept
        said = machine.run("restore", backup)
        assert said.returncode == 2
        assert "There is a database already" in said.stderr

    def test_leaves_nothing_of_a_changed_one(self, kept, tmp_path):
        machine, backup, _ = kept
        changed = bytearray(backup.read_bytes())
        changed[-1] ^= 1
        (tmp_path / "changed.age").write_bytes(changed)
        with new_database(tmp_path, migrated=False) as database:
            other = Machine(tmp_path / "there", database, machine.key)
            assert other.run("restore", tmp_path / "changed.age").returncode == 1
        assert [one.name for one in other.data.iterdir()] == []


class TestDoctor:
    def test_finds_what_is_missing_on_the_machine(self, kept):
        machine, _, _ = kept
        said = machine.run("doctor", "--format", "json")
        told = json.loads(said.stdout)
        wrong = {one["about"] for one in told["findings"] if one["state"] == "wrong"}
        assert said.returncode == 1
        assert {"what is due", "background work"} <= wrong
        assert not {"database", "record of acts", "keys of cases", "clock"} & wrong
        assert all(one["mend"] for one in told["findings"] if one["state"] != "good")

    def test_says_that_there_is_no_database(self, tmp_path):
        machine = Machine(tmp_path, "postgresql://nobody@127.0.0.1:1/none", tmp_path / "key")
        said = machine.run("doctor")
        assert said.returncode == 1
        assert "wrong  database: The database does not answer" in said.stdout
        assert "Traceback" not in said.stderr


@pytest.fixture
def run(db, monkeypatch, settings):
    # A storage of its own: files that other tests left would be found without their rows.
    settings.STORAGES = {**settings.STORAGES}
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)
    app = typer.Typer()
    commands.plug_into(app)
    return lambda *arguments: CliRunner().invoke(app, [*map(str, arguments)])


class TestRetention:
    def test_says_every_period_with_its_ground_and_erases_nothing(self, run):
        said = run("retention")
        assert said.exit_code == 0
        assert "failed sign-ins, with account and address: 30 days (section 39" in said.stdout
        assert "rows of extracts that were set aside and nobody settled: 90 days" in said.stdout
        assert "Nothing has served its time." in said.stdout
        assert not AuditEntry.objects.exists()

    def test_runs_what_the_scheduler_runs(self, run):
        said = run("retention", "--run", "--format", "json")
        assert json.loads(said.stdout) == {"done": [], "failed": []}


class TestUpgrade:
    def test_says_that_there_is_nothing_to_do(self, run):
        assert run("upgrade").stdout == "The database is up to date.\n"

    def test_puts_the_styles_of_this_version_where_a_web_server_reads_them(
        self, run, settings, tmp_path
    ):
        settings.STATIC_ROOT = tmp_path
        run("upgrade", "--preview")
        assert list(tmp_path.iterdir()) == []
        run("upgrade")
        assert (tmp_path / "design").is_dir()

    def test_works_where_no_web_server_reads_styles(self, run, settings):
        settings.STATIC_ROOT = None
        assert run("upgrade").exit_code == 0


class TestMove:
    def test_is_refused_to_anything_but_an_empty_postgresql(self, run, tmp_path):
        said = run("move", "--to", f"sqlite:///{tmp_path / 'other'}")
        assert said.exit_code == 2
        assert "from SQLite, which the settings name, to PostgreSQL" in said.stderr

    def test_says_what_an_address_looks_like(self, run):
        said = run("move", "--to", "mysql://here")
        assert "Set --to to sqlite:///path/to/file or postgresql://" in said.stderr
