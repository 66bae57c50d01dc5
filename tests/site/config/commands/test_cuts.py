from __future__ import annotations

import json

import pytest
import typer
from tests import factories_cases, factories_cuts
from typer.testing import CliRunner

from answerable.cuts.verify import verify_cut
from answerable_site.config import commands
from answerable_site.figures import folders
from answerable_site.figures.models import DataCut
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(settings, tmp_path):
    settings.CUTS = tmp_path / "cuts"
    return factories_cases.county()


@pytest.fixture
def make(monkeypatch, county):
    """Run the command as the analyst if nobody else is named."""
    # Django runs already; setting it up again would set its log up again too.
    monkeypatch.setattr(commands, "_start_django", lambda: None)
    app = typer.Typer()
    commands.plug_into(app)
    analyst = factories_cuts.person(county.force, Role.ANALYST).email

    def run(*more: str, by: str = analyst, as_of: str = "2026-05-31"):
        named = ("--force", county.force.slug, "--by", by, "--as-of", as_of)
        return CliRunner().invoke(app, ["cut", "make", *named, "--keep-until", "2029-03-31", *more])

    return run


class TestMake:
    def test_makes_a_cut_and_says_where_it_is(self, make):
        found = make()
        assert found.exit_code == 0, found.output
        cut = DataCut.objects.get()
        assert str(folders.place_of(cut.name)) in found.stdout.replace("\n", "")
        assert cut.digest in found.stdout

    def test_prints_the_manifest_as_json(self, make):
        told = json.loads(make("--format", "json").stdout)
        cut = DataCut.objects.get()
        assert (told["cut"], told["manifest"]["digest"]) == (cut.pk, cut.digest)
        assert verify_cut(folders.place_of(cut.name), cut.digest) == ()

    def test_refuses_whoever_is_no_analyst(self, make, county):
        found = make(by=county.people[Role.SUPERVISOR].email)
        assert found.exit_code == 2
        assert "Only an analyst" in found.stderr
        assert not DataCut.objects.exists()

    def test_refuses_a_day_to_come(self, make):
        found = make(as_of="2090-01-01")
        assert found.exit_code == 2
        assert "must be today or in the past" in found.stderr

    def test_refuses_whom_nobody_knows(self, make):
        assert "Nobody signs in as" in make(by="nobody@example.org").stderr

    def test_refuses_a_force_that_there_is_not(self, make):
        assert "No organisation has the address" in make("--force", "nowhere").stderr

    def test_says_why_none_was_made(self, make, monkeypatch):
        monkeypatch.setattr(
            "answerable_site.figures.queries.numbers_for",
            lambda _: (_ for _ in ()).throw(OSError),
        )
        found = make()
        assert found.exit_code == 2
        assert "Its files cannot be written" in found.stderr
