from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from tests.library.mappings.making import CELLS, PLAIN, profile, text
from typer.testing import CliRunner

from answerable.cli import app

runner = CliRunner()


@pytest.fixture
def described(tmp_path: Path) -> Path:
    path = tmp_path / "plain.json"
    path.write_text(json.dumps(msgspec.to_builtins(profile())), encoding="utf-8")
    return path


def check(tmp_path: Path, described: Path, rows: list[dict[str, str]], *more: str):
    file = tmp_path / "crimes.csv"
    file.write_bytes(text(rows))
    arguments = ["intake", "check", str(file), "--profile", str(described), "--as-at", "2024-12-31"]
    return runner.invoke(app, [*arguments, *more])


class TestCheck:
    def test_ends_with_0_where_every_row_goes_on(self, tmp_path, described):
        assert check(tmp_path, described, [CELLS]).exit_code == 0

    def test_says_to_people_what_is_set_aside_and_what_to_do(self, tmp_path, described):
        result = check(tmp_path, described, [CELLS, {**CELLS, "ref": "X/1"}])
        assert result.exit_code == 1
        assert "2 = 1 that go on + 1 set aside + 0 blank" in result.stdout
        assert "Row 3:" in result.stdout
        assert "zeros at the front" in result.stdout

    def test_prints_the_receipt_for_programs(self, tmp_path, described):
        result = check(tmp_path, described, [{**CELLS, "ref": "X/1"}], "--format", "json")
        found = json.loads(result.stdout)
        assert found["rows"] == {"read": 1, "accepted": 0, "set_aside": 1, "blank": 0}
        assert [one["code"] for one in found["messages"]] == ["reference_shape"]
        assert len(found["completeness"]) == len(PLAIN["columns"])

    def test_refuses_a_file_of_another_source(self, tmp_path, described):
        file = tmp_path / "other.csv"
        file.write_text("A,B\n1,2\n", encoding="utf-8")
        result = runner.invoke(app, ["intake", "check", str(file), "--profile", str(described)])
        assert result.exit_code == 2
        assert "not as profile plain" in result.stderr

    def test_refuses_a_profile_that_there_is_not_and_lists_those_there_are(self, tmp_path):
        result = runner.invoke(app, ["intake", "check", "x.csv", "--profile", "nowhere"])
        assert result.exit_code == 2
        assert "larkspur-crimes" in result.stderr


class TestProfiles:
    def test_are_listed(self):
        result = runner.invoke(app, ["intake", "profiles", "--format", "json"])
        assert "home-office-outcomes" in [one["name"] for one in json.loads(result.stdout)]

    def test_are_shown_so_that_they_can_be_used_as_a_file(self, tmp_path):
        shown = runner.invoke(
            app, ["intake", "profile", "show", "thornbook-entries", "--format", "json"]
        )
        path = tmp_path / "ours.json"
        path.write_text(shown.stdout, encoding="utf-8")
        assert runner.invoke(app, ["intake", "profile", "show", str(path)]).exit_code == 0

    def test_are_tried_on_their_samples(self, described):
        result = runner.invoke(app, ["intake", "profile", "try", str(described)])
        assert result.exit_code == 1
        assert "does not hold" in result.stdout
