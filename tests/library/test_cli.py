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


class TestLimits:
    def test_prints_every_limit_with_citation_and_confidence_as_json(self):
        result = runner.invoke(app, ["limits", "--format", "json"])
        found = json.loads(result.stdout)
        assert [one["code"] for one in found] == [one.code for one in statute.LIMITS]
        assert {"citation", "source", "confidence", "in_force_from"} <= set(found[0])

    def test_leaves_out_what_does_not_govern_a_day(self):
        result = runner.invoke(app, ["limits", "--on", "2021-03-31", "--format", "json"])
        codes = {one["code"] for one in json.loads(result.stdout)}
        assert "record_crime" in codes
        assert "tell_victim" not in codes

    def test_shows_a_limit_to_people_with_its_confidence(self):
        result = runner.invoke(app, ["limits", "tell_victim"])
        assert "5 working" in result.stdout
        assert "verified" in result.stdout

    def test_gives_the_last_day_with_its_working(self):
        result = runner.invoke(app, ["limits", "--from", "2026-04-02", "tell_victim_enhanced"])
        assert "Last day in time: Tuesday 7 April 2026" in result.stdout
        assert "Easter Monday" in result.stdout

    def test_gives_the_last_day_as_json(self):
        result = runner.invoke(
            app, ["limits", "--from", "2026-04-02", "tell_victim_enhanced", "--format", "json"]
        )
        found = json.loads(result.stdout)
        assert (found["starts_on"], found["last_day"]) == ("2026-04-02", "2026-04-07")
        assert found["limit"]["citation"].startswith("the Code of Practice for Victims")

    def test_prints_the_page_of_the_reference(self):
        result = runner.invoke(app, ["limits", "--format", "markdown"])
        assert result.stdout.startswith("# Limits of casework")

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["no_such_limit"], "There is no limit"),
            (["--from", "2026-04-02"], "Name the limit"),
            (["--from", "2 April", "tell_victim"], "is not a date"),
            (["--from", "9999-12-31", "support_gap"], "is not a date"),
            (["--on", "2026-02-30"], "is not a date"),
            (["--from", "2021-03-31", "tell_victim"], "Nothing is due"),
        ],
    )
    def test_refuses_what_it_cannot_count_in_one_sentence(self, arguments, says):
        result = runner.invoke(app, ["limits", *arguments])
        assert (result.exit_code, result.stdout) == (2, "")
        assert says in result.stderr


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
