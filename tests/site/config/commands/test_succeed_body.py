from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
import typer
from tests import factories
from tests import factories_responses as cases
from typer.testing import CliRunner

from answerable_site.config import commands
from answerable_site.people.models import Organisation
from answerable_site.people.rules import OrganisationKind
from answerable_site.responses.models import Response

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 5, 20, 9, tzinfo=UTC), tick=False):
        yield


def run(*arguments: str):
    app = typer.Typer()
    commands.plug_into(app)
    return CliRunner().invoke(app, list(arguments))


class TestSucceedBody:
    @pytest.fixture
    def office(self) -> factories.Office:
        found = cases.invited(cases.case()).office
        factories.organisation("Mayor", OrganisationKind.LOCAL_POLICING_BODY, "Mayor")
        return found

    def succeed(self, *more: str, new: str = "mayor"):
        return run(
            "succeed-body", "office-for-policing-in-wexmoor", new, "--on", "2026-05-20",
            "--reason", "The order", "--by", "wexmoor-administrator@example.org", *more,
        )  # fmt: skip

    def test_passes_what_is_open_and_says_so(self, office):
        found = self.succeed()
        assert (found.exit_code, Response.objects.get().body.slug) == (0, "mayor")
        assert "the force Wexmoor Constabulary passed" in found.output
        assert "“Lost property in custody suites” passed" in found.output

    def test_only_says_what_would_pass_in_a_dry_run(self, office):
        found = self.succeed("--dry-run")
        assert "would pass" in found.output
        assert "Nothing was changed." in found.output
        assert Response.objects.get().body == office.body
        assert not Organisation.objects.filter(succeeded_by__isnull=False).exists()

    def test_refuses_in_one_sentence(self, office):
        found = self.succeed(new="nobody")
        assert found.exit_code == 2
        assert "No organisation has the address 'nobody'." in found.output
