from __future__ import annotations

import json

import pytest
import typer
from tests import factories_cases, factories_loads
from tests.factories_loads import DECIDED, REPORTED
from tests.library.mappings import making
from typer.testing import CliRunner

from answerable_site.casework.models import Case
from answerable_site.config import commands
from answerable_site.intake.models import Batch
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories_cases.county()


@pytest.fixture
def load(monkeypatch, county, tmp_path):
    """Run the command on rows of the small profile, as the supervisor if nobody else is named."""
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)
    app = typer.Typer()
    commands.plug_into(app)
    described = factories_loads.profile()
    profile = tmp_path / "ours.json"
    profile.write_bytes(factories_loads.as_json(described))

    def run(rows, *more: str, role: Role = Role.SUPERVISOR):
        file = tmp_path / "crimes.csv"
        file.write_bytes(making.text(rows, described))
        person = county.people[role].email
        named = ("--profile", str(profile), "--organisation", county.force.slug, "--by", person)
        return CliRunner().invoke(
            app, ["intake", "load", str(file), *named, "--as-at", "2026-05-31", *more]
        )

    return run


class TestLoad:
    def test_loads_a_file_and_says_what_came_of_it(self, load):
        found = load([DECIDED])
        assert found.exit_code == 0, found.output
        assert "1 read, 1 loaded, 0 unchanged, 0 set aside, 0 blank" in found.stdout
        assert Case.objects.count() == 2

    def test_ends_with_one_where_rows_were_set_aside(self, load):
        found = load([DECIDED, {**REPORTED, "ref": "oops"}])
        assert found.exit_code == 1
        assert "Row 3: “oops”" in found.stdout

    def test_prints_the_stored_receipt_as_json(self, load):
        told = json.loads(load([DECIDED], "--format", "json").stdout)
        batch = Batch.objects.get()
        assert (told["load"], told["root_digest"]) == (batch.pk, batch.root_digest)
        assert told["rows"]["loaded"] == 1
        assert told["receipt"]["profile"] == "plain"

    def test_takes_the_number_of_a_load_that_the_file_corrects(self, load):
        load([DECIDED])
        load([REPORTED], "--supersedes", str(Batch.objects.get().pk))
        assert Batch.objects.latest("pk").events_withdrawn == 1

    def test_prints_what_a_corrected_file_tells_otherwise(self, load):
        load([DECIDED])
        corrects = ("--supersedes", str(Batch.objects.get().pk))
        later = {**DECIDED, "decided": "09/03/2024"}
        told = json.loads(load([later], *corrects, "--format", "json").stdout)
        assert told["difference"] == told["receipt"]["difference"]
        changed = {one["kind"]: one["changed"] for one in told["difference"]}
        assert changed == {"decision": 1, "victim_identified": 0}
        assert "0 new, 0 changed, 0 no longer told, 1 unchanged" in load([later], *corrects).stdout

    def test_prints_no_difference_of_a_file_that_corrects_none(self, load):
        assert json.loads(load([DECIDED], "--format", "json").stdout)["difference"] is None

    def test_refuses_the_load_of_nobody(self, load):
        found = load([REPORTED], "--supersedes", "99")
        assert found.exit_code == 2
        assert "has no load 99" in found.stderr

    def test_refuses_whoever_loads_no_extracts(self, load):
        found = load([REPORTED], role=Role.INVESTIGATOR)
        assert found.exit_code == 2
        assert "Only a supervisor" in found.stderr
        assert not Batch.objects.exists()

    def test_refuses_an_organisation_that_there_is_not(self, load):
        found = load([REPORTED], "--force", "nowhere")
        assert found.exit_code == 2
        assert "No organisation has the address 'nowhere'" in found.stderr
