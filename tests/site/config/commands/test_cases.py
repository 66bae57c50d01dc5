from __future__ import annotations

import pytest
import typer
from cryptography.fernet import Fernet
from tests import factories_cases
from typer.testing import CliRunner

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import CaseReference
from answerable_site.casework.sealing import unseal
from answerable_site.config import commands

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(monkeypatch):
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)
    app = typer.Typer()
    commands.plug_into(app)
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


class TestMakeCaseKeys:
    def test_prints_settings_with_keys_that_fit(self, run):
        found = run("make-case-keys")
        told = dict(line.split("=", 1) for line in found.stdout.splitlines())
        assert set(told) == {"ANSWERABLE_CASE_HASH_KEY", "ANSWERABLE_CASE_KEYS"}
        Fernet(told["ANSWERABLE_CASE_KEYS"])


class TestResealCaseReferences:
    def test_brings_references_under_the_new_key_and_says_how_many(self, run, settings):
        factories_cases.county()
        settings.CASE_KEYS = [Fernet.generate_key().decode(), *settings.CASE_KEYS]
        found = run("reseal-case-references")
        settings.CASE_KEYS = settings.CASE_KEYS[:1]
        assert (found.exit_code, unseal(CaseReference.objects.get().sealed)) == (0, "12A/34567/26")
        assert "1 reference of a case" in found.stdout

    def test_says_when_there_was_nothing_to_do(self, run):
        factories_cases.county()
        found = run("reseal-case-references")
        assert "0 references of cases" in found.stdout

    def test_says_which_key_is_missing_and_changes_nothing(self, run, settings):
        factories_cases.county()
        entries = AuditEntry.objects.count()
        settings.CASE_KEYS = [Fernet.generate_key().decode()]
        found = run("reseal-case-references")
        assert (found.exit_code, AuditEntry.objects.count()) == (2, entries)
        assert "Add the former key" in found.stderr
        assert "Nothing was changed." in found.stderr


class TestKindsOfEvent:
    def test_prints_the_page(self, run):
        found = run("kinds-of-event")
        assert found.exit_code == 0
        assert found.stdout.startswith("# Kinds of case event")
