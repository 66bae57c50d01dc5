from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
import typer
from tests.site.audit.acts import Office
from tests.site.audit.tampering import tamper
from typer.testing import CliRunner

from answerable_site.audit.queries import fingerprint_of
from answerable_site.config import commands


@pytest.fixture
def office(db, tmp_path, settings):
    """An office whose key and heads the settings name; there is no key yet."""
    office = Office(tmp_path)
    settings.AUDIT_KEY, settings.AUDIT_HEADS = office.key, office.file.parent
    return office


@pytest.fixture
def run(office, monkeypatch):
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)
    app = typer.Typer()
    commands.plug_into(app)
    return lambda *arguments: CliRunner().invoke(app, ["audit", *map(str, arguments)])


@pytest.fixture
def signed(office):
    office.begin_heads()
    office.act(3)
    office.sign()
    return office


class TestMakeKey:
    def test_says_where_it_is_and_its_fingerprint(self, run, office):
        found = run("make-key")
        assert (found.exit_code, office.key.exists()) == (0, True)
        assert len(found.stdout.split()[-1]) == 64

    def test_writes_over_none(self, run):
        run("make-key")
        found = run("make-key")
        assert found.exit_code == 2
        assert "replace-key" in found.stderr

    def test_says_where_it_cannot_be_written(self, run, office, settings):
        (office.folder / "file").touch()
        settings.AUDIT_KEY = office.folder / "file" / "key.pem"
        assert "cannot be written" in run("make-key").stderr


class TestHead:
    def test_is_written_and_told(self, run, office):
        office.begin_heads()
        office.act(2)
        found = run("head")
        assert found.stdout.startswith("Head 1 was signed over 2 entries")
        assert office.file.exists()

    def test_asks_for_a_key(self, run):
        found = run("head")
        assert found.exit_code == 2
        assert "answerable audit make-key" in found.stderr

    def test_fails_where_the_witness_got_none(self, run, office, settings):
        office.begin_heads()
        settings.AUDIT_WITNESS, settings.EMAIL_IS_SET_UP = "audit@example.org", False
        found = run("head")
        assert found.exit_code == 1
        assert "ANSWERABLE_EMAIL_URL" in found.stderr


class TestReplaceKey:
    def test_prints_the_new_fingerprint(self, run, signed):
        old = signed.sign().key
        found = run("replace-key")
        assert found.exit_code == 0
        assert found.stdout.split()[-1] == signed.sign().key != old

    def test_asks_for_a_key(self, run):
        assert run("replace-key").exit_code == 2

    def test_begins_anew_where_the_old_key_is_lost(self, run, signed):
        lost = signed.lose_key()
        found = run("replace-key", "--lost", "--reason", "The disk broke.")
        assert found.exit_code == 0
        new = found.stdout.split()[-1]
        assert fingerprint_of(signed.key) == new != lost
        assert run("verify").exit_code == 1
        assert run("verify", "--key", lost, "--key", new).exit_code == 0

    @pytest.mark.parametrize("given", [["--lost"], ["--reason", "The disk broke."]])
    def test_wants_to_know_how_a_key_was_lost(self, run, signed, given):
        found = run("replace-key", *given)
        assert (found.exit_code, "together" in found.stderr) == (2, True)

    def test_refuses_to_call_a_key_lost_that_is_there(self, run, signed):
        found = run("replace-key", "--lost", "--reason", "The disk broke.")
        assert (found.exit_code, "is not lost" in found.stderr) == (2, True)


class TestVerify:
    def test_finds_an_empty_record_whole_without_a_key(self, run):
        assert run("verify").exit_code == 0

    def test_says_how_much_was_compared(self, run, signed):
        found = run("verify")
        assert found.exit_code == 0
        assert found.stdout.startswith("4 entries, 1 head compared, 0 faults. Last hash: ")

    def test_ends_with_status_1_and_sentences_where_something_is_wrong(self, run, signed):
        tamper("UPDATE audit_auditentry SET act = 'x' WHERE sequence = 2")
        found = run("verify")
        assert found.exit_code == 1
        assert "Entry 2 was changed after it was written." in found.stderr

    def test_counts_faults_beyond_the_hundredth(self, run, office):
        office.act(120)
        tamper("UPDATE audit_auditentry SET content_hash = hash")
        assert "There are 141 more faults." in run("verify").stderr

    def test_prints_json_for_other_programs(self, run, signed):
        tamper("UPDATE audit_auditentry SET act = 'x' WHERE sequence = 2")
        told = json.loads(run("verify", "--format", "json").stdout)
        assert (told["entries"], told["heads_compared"]) == (4, 1)
        assert told["faults"][0] == {
            "kind": "changed",
            "entry": 2,
            "sentence": "Entry 2 was changed after it was written.",
        }

    def test_compares_copies_in_files_and_folders(self, run, signed):
        copy = signed.folder / "copy.jsonl"
        shutil.copy(signed.file, copy)
        found = run("verify", "--heads", copy, "--heads", signed.file.parent)
        assert "3 heads compared, 0 faults" in found.stdout

    def test_takes_single_heads_as_a_witness_keeps_them(self, run, signed):
        signed.rotate()
        signed.act()
        signed.sign()
        lines = signed.file.read_text().splitlines(keepends=True)
        copy = signed.folder / "copy.jsonl"
        copy.write_text(lines[0] + lines[2])
        assert run("verify", "--heads", copy).exit_code == 0

    def test_refuses_a_copy_that_is_not_there(self, run, signed):
        found = run("verify", "--heads", signed.folder / "none.jsonl")
        assert found.exit_code == 2
        assert "There is no file of heads" in found.stderr

    def test_takes_a_fingerprint_where_the_key_is_not(self, run, signed):
        key = signed.sign().key
        signed.key.unlink()
        assert run("verify", "--key", key).exit_code == 0
        assert run("verify", "--key", "0" * 64).exit_code == 1

    def test_asks_for_the_fingerprint_where_the_key_is_not(self, run, signed):
        signed.key.unlink()
        found = run("verify")
        assert found.exit_code == 2
        assert "--key FINGERPRINT" in found.stderr


class TestProofs:
    @pytest.fixture
    def kept(self, run, signed):
        """Keeps what a command prints in a file."""

        def keep(*arguments: object) -> str:
            path = signed.folder / "proof.json"
            path.write_text(run(*arguments).stdout)
            return str(path)

        return keep

    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_show_that_an_entry_is_in_the_record(self, run, kept, number):
        found = run("check-proof", kept("prove-entry", number))
        assert found.exit_code == 0
        assert found.stdout.startswith(f"Entry {number} (casework.open_list, ")

    def test_show_that_the_record_only_grew(self, run, kept, signed):
        signed.act(2)
        signed.sign()
        found = run("check-proof", kept("prove-growth", 1))
        assert found.stdout.startswith("The 3 entries over which head 1 was signed are the first")

    def test_hold_nothing_of_details_and_reason(self, signed, kept):
        text = (signed.folder / kept("prove-entry", 2)).read_text()
        assert "July" not in text
        assert "casework.case" not in text

    def test_fail_for_another_entry(self, run, kept, signed):
        path = kept("prove-entry", 2)
        text = (signed.folder / "proof.json").read_text()
        (signed.folder / "proof.json").write_text(text.replace("open_list", "shut_list"))
        found = run("check-proof", path)
        assert found.exit_code == 1
        assert "is not in the record" in found.stderr

    @pytest.mark.parametrize("text", ["", "{}", "[]", '{"proof": "x", "head": {}}'])
    def test_fail_for_what_is_none(self, run, signed, text):
        (signed.folder / "proof.json").write_text(text)
        assert run("check-proof", signed.folder / "proof.json").exit_code == 1

    def test_fail_for_a_head_that_somebody_else_signed(self, run, kept, signed):
        path = kept("prove-entry", 2)
        assert run("check-proof", path, "--key", "0" * 64).exit_code == 1
        assert run("check-proof", path, "--key", signed.sign().key).exit_code == 0

    def test_are_refused_for_an_entry_that_no_head_covers(self, run, signed):
        found = run("prove-entry", 4)
        assert found.exit_code == 2
        assert "The last one covers 3 entries" in found.stderr

    def test_are_refused_for_a_head_that_is_none(self, run, signed):
        assert "There is no head 7" in run("prove-growth", 7).stderr

    def test_are_refused_from_a_record_that_was_changed(self, run, signed):
        tamper("UPDATE audit_auditentry SET act = 'x' WHERE sequence = 2")
        found = run("prove-entry", 1)
        assert found.exit_code == 2
        assert "answerable audit verify" in found.stderr

    def test_are_refused_for_an_entry_that_is_missing(self, run, signed):
        tamper("DELETE FROM audit_auditedrecord")
        tamper("DELETE FROM audit_auditentry WHERE sequence = 2")
        assert "Entry 2 is missing" in run("prove-entry", 2).stderr

    def test_are_checked_without_django(self, kept):
        finished = subprocess.run(
            [
                *(sys.executable, "-X", "importtime", "-m", "answerable"),
                *("audit", "check-proof", kept("prove-entry", 1)),
            ],
            env={"PYTHONPATH": "src", "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0
        assert "django.db" not in finished.stderr
