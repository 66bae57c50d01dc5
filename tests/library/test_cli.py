from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from answerable import statute
from answerable.cli import app

runner = CliRunner()


class TestClock:
    def test_prints_the_last_lawful_day_as_json(self):
        result = runner.invoke(app, ["clock", "2021-07-16", "--format", "json"])
        found = json.loads(result.stdout)
        assert result.exit_code == 0
        assert {
            key: found[key] for key in ("published", "basis", "citation", "last_lawful_day")
        } == {
            "published": "2021-07-16",
            "basis": "police_act_1996_s55",
            "citation": "section 55(5A) of the Police Act 1996",
            "last_lawful_day": "2021-09-09",
        }

    def test_says_in_json_under_which_version_of_the_rules_it_counted(self):
        result = runner.invoke(app, ["clock", "2021-07-16", "--format", "json"])
        version = statute.clock_version(statute.SECTION_55)
        assert json.loads(result.stdout)["rules_version"] == version

    def test_prints_null_and_succeeds_where_no_period_applies(self):
        result = runner.invoke(app, ["clock", "2016-07-16", "--format", "json"])
        found = json.loads(result.stdout)
        assert (result.exit_code, found["last_lawful_day"], found["days"]) == (0, None, None)

    def test_shows_the_working_to_people(self):
        result = runner.invoke(app, ["clock", "2021-07-16"])
        assert "Thursday 9 September 2021" in result.stdout
        assert "Day 1 is Friday 16 July 2021" in result.stdout

    @pytest.mark.parametrize("date", ["16/07/2021", "2021-02-30", "9999-12-31", ""])
    def test_refuses_what_is_no_date_with_an_example(self, date):
        result = runner.invoke(app, ["clock", date])
        assert result.exit_code == 2
        assert "answerable clock 2021-07-16" in result.stderr
        assert result.stdout == ""

    def test_refuses_an_unknown_basis_and_lists_those_there_are(self):
        result = runner.invoke(app, ["clock", "2021-07-16", "--basis", "custom"])
        assert result.exit_code == 2
        assert "police_super_complaint" in result.stderr


class TestExtract:
    def test_prints_at_least_the_agreed_keys(self, tmp_path):
        file = tmp_path / "report.txt"
        file.write_text(
            "An inspection of Wexmoor Constabulary\n\nPublished: 2 March 2026\n\n"
            "Recommendations\n\n1. Within three months, the force should answer every letter.\n"
        )
        result = runner.invoke(app, ["extract", str(file), "--format", "json"])
        found = json.loads(result.stdout)
        assert result.exit_code == 0
        assert found["published"] == "2026-03-02"
        assert found["clock"]["last_lawful_day"] == "2026-04-26"
        assert [item["number"] for item in found["items"]] == ["1"]
        assert {
            *("number", "kind", "text", "sub_points", "addressees", "deadline"),
            *("deadline_worded", "page", "span", "confidence"),
        } <= set(found["items"][0])

    def test_refuses_a_missing_file_in_one_sentence(self, tmp_path):
        result = runner.invoke(app, ["extract", str(tmp_path / "none.pdf")])
        assert (result.exit_code, result.stdout) == (2, "")
        assert "There is no file" in result.stderr

    def test_refuses_an_unreadable_file_in_one_sentence(self, tmp_path):
        file = tmp_path / "picture.pdf"
        file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        result = runner.invoke(app, ["extract", str(file), "--format", "json"])
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Traceback" not in result.stderr
