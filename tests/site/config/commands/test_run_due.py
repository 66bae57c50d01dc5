from __future__ import annotations

import json
from datetime import UTC, datetime
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
import typer
from django.core import mail
from django.core.mail import EmailMessage
from django.db.migrations.executor import MigrationExecutor
from tests import factories_responses
from typer.testing import CliRunner

from answerable_site.config import commands

AT = datetime(2026, 4, 28, 8, tzinfo=UTC)


@pytest.fixture
def run(db, monkeypatch):
    """Run the product's command line on the day on which the case is due in 28 days."""
    factories_responses.case()
    app = typer.Typer()
    commands.plug_into(app)
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)

    def do(*arguments: str):
        with time_machine.travel(AT, tick=False):
            return CliRunner().invoke(app, arguments)

    return do


class TestRunDue:
    def test_sends_what_is_due_and_says_so(self, run):
        found = run("run-due")
        assert found.exit_code == 0
        assert "digests: 1 e-mail about what is due was sent.\n" in found.stdout
        assert len(mail.outbox) == 1

    def test_says_in_a_dry_run_what_would_go_to_whom(self, run):
        found = run("run-due", "--dry-run")
        said = "digests: To Wexmoor Officer <wexmoor-officer@example.org>: 28 days left:"
        assert said in found.stdout
        assert mail.outbox == []

    @pytest.mark.parametrize(("option", "says"), [([], "done"), (["--dry-run"], "would")])
    def test_prints_json_for_other_programs(self, run, option, says):
        told = json.loads(run("run-due", *option, "--format", "json").stdout)
        assert len(told["digests"][says]) == 1

    def test_ends_with_status_1_and_a_sentence_when_something_failed(self, run, monkeypatch):
        def refuse(_email):
            raise SMTPServerDisconnected

        monkeypatch.setattr(EmailMessage, "send", refuse)
        found = run("run-due")
        assert found.exit_code == 1
        assert found.stderr.startswith("digests: 1 e-mail could not be sent.")
        assert "digests: 0 e-mails about what is due were sent.\n" in found.stdout

    def test_shows_examples(self, run):
        assert "answerable run-due --dry-run" in run("run-due", "--help").stdout


@pytest.mark.django_db
class TestDatabaseWithoutTables:
    @pytest.mark.parametrize(
        "command",
        [
            ["run-due"],
            ["audit", "verify"],
            ["succeed-body", "a", "b", "--on", "2028-05-04", "--reason", "r", "--by", "c"],
        ],
    )
    def test_is_refused_with_the_command_that_mends_it(self, run, command, monkeypatch):
        monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("first", False)])
        found = run(*command)
        assert found.exit_code == 2
        assert "Run “answerable migrate”, then try again." in found.stderr
