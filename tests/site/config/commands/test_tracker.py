from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
import time_machine
import typer
from tests import factories_followup, factories_trackers
from typer.testing import CliRunner

from answerable_site.config import commands
from answerable_site.followup import operations
from answerable_site.followup.models import Action

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 6, 15, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def followed():
    found = factories_followup.followed_up()
    operations.keep_mapping(
        by=found.viewer("officer"),
        at=factories_trackers.AT,
        body=found.office.body,
        name="Ours",
        mapping=factories_trackers.mapping_of(found),
    )
    return found


@pytest.fixture
def file(followed, tmp_path):
    path = tmp_path / "tracker.csv"
    title = followed.inspection.title
    path.write_text(f"Report,Rec no,Action,Due date\n{title},1,Brief all,1/9/2026\n")
    return path


def run(file, *more: str, by: str = "wexmoor-officer@example.org"):
    app = typer.Typer()
    commands.plug_into(app)
    return CliRunner().invoke(
        app,
        [
            *("tracker", str(file), "--mapping", "Ours", "--by", by),
            *("--body", "office-for-policing-in-wexmoor", *more),
        ],
    )


class TestTracker:
    def test_only_looks_where_nothing_else_is_said(self, file):
        found = run(file)
        assert found.exit_code == 0
        assert "Row 2: added." in found.output
        assert "Nothing was changed." in found.output
        assert not Action.objects.exists()

    def test_loads_where_that_is_asked_for(self, file):
        found = run(file, "--load", "--format", "json")
        assert (found.exit_code, json.loads(found.output)["loaded"]) == (0, True)
        assert Action.objects.get().title == "Brief all"
        assert json.loads(run(file, "--load", "--format", "json").output)["unchanged"] == 1

    def test_ends_with_1_and_loads_nothing_where_a_row_is_refused(self, file):
        file.write_text(file.read_text() + "Lost,7,Other,soon\n")
        found = run(file, "--load")
        assert found.exit_code == 1
        assert "Row 3: refused. Row 3. Column “Due date”: “soon” is no day" in (found.output)
        assert not Action.objects.exists()

    def test_refuses_in_one_sentence(self, file, tmp_path):
        assert "no response officer" in run(file, by="wexmoor-holder@example.org").output
        assert run(tmp_path / "none.csv").exit_code == 2
