from __future__ import annotations

import json

import pytest
import typer
from tests import factories_responses
from typer.testing import CliRunner

from answerable.leaks import SCANNER_VERSION
from answerable_site.config import commands
from answerable_site.publication.models import PublicInspection

pytestmark = pytest.mark.django_db


@pytest.fixture
def scan(monkeypatch):
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)
    app = typer.Typer()
    commands.plug_into(app)
    return lambda *more: CliRunner().invoke(app, ["public", "scan", *more])


@pytest.fixture
def entry():
    case = factories_responses.case()
    return factories_responses.released_entry(case)


class TestScan:
    def test_says_how_much_was_looked_through(self, scan, entry):
        found = scan()
        assert found.exit_code == 0, found.output
        assert "looked through by scanner 1: 1. Findings: 0." in found.stdout

    def test_ends_with_1_and_says_where(self, scan, entry):
        hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "SARA9")
        PublicInspection.objects.update(title=f"Lost{hidden}")
        found = scan("--format", "json")
        assert found.exit_code == 1
        told = json.loads(found.stdout)
        assert told["scanner"] == SCANNER_VERSION
        assert {one["kind"] for one in told["findings"]} == {"hidden_characters"}
