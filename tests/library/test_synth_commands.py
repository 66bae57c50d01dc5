from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from answerable.cli import app
from answerable.cuts.verify import verify_cut

runner = CliRunner()


def synth(*arguments):
    return runner.invoke(app, ["synth", *map(str, arguments)])


class TestSynth:
    @pytest.mark.slow
    def test_writes_a_cut_that_is_whole(self, tmp_path):
        result = synth("--cases", 50, "--out", tmp_path / "cut", "--format", "json")
        assert result.exit_code == 0
        found = json.loads(result.stdout)
        assert (found["marking"], found["cases"]) == ("SYNTHETIC", 50)
        assert list(verify_cut(tmp_path / "cut", found["digest"])) == []

    def test_writes_extracts_with_the_truth(self, tmp_path):
        result = synth("--cases", 20, "--extracts", "--dirt", "heavy", "--out", tmp_path / "given")
        assert result.exit_code == 0
        assert "SYNTHETIC" in result.stdout
        assert (tmp_path / "given/truth.csv").is_file()

    def test_says_in_json_how_many_rows_and_how_much_dirt_there_is(self, tmp_path):
        result = synth(
            *("--cases", 30, "--extracts", "--dirt", "heavy", "--format", "json"),
            *("--out", tmp_path / "given"),
        )
        found = json.loads(result.stdout)
        assert found["rows"]["larkspur"] >= 30
        assert found["planted"]["row_twice"] > 0

    def test_takes_an_empty_folder(self, tmp_path):
        assert synth("--cases", 5, "--extracts", "--out", tmp_path).exit_code == 0

    def test_refuses_a_folder_that_is_not_empty_and_leaves_it_as_it_is(self, tmp_path):
        (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
        result = synth("--cases", 5, "--out", tmp_path)
        assert result.exit_code == 2
        assert "not empty" in result.stderr
        assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]

    def test_refuses_a_place_whose_folder_is_missing(self, tmp_path):
        result = synth("--cases", 5, "--out", tmp_path / "no/such")
        assert result.exit_code == 2
        assert "Make it first" in result.stderr

    def test_refuses_dirt_in_a_cut(self, tmp_path):
        result = synth("--dirt", "some", "--out", tmp_path / "cut")
        assert result.exit_code == 2
        assert "--extracts" in result.stderr

    @pytest.mark.parametrize("day", ["31/03/2026", "yesterday", "1990-01-01"])
    def test_refuses_a_last_day_from_which_it_cannot_invent(self, day, tmp_path):
        result = synth("--as-of", day, "--out", tmp_path / "cut")
        assert result.exit_code == 2
        assert "--as-of" in result.stderr

    def test_leaves_nothing_behind_where_it_breaks_off(self, tmp_path, monkeypatch):
        from answerable.synthetic.extracts import write

        def broken(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(write, "soil", broken)
        result = synth("--cases", 5, "--extracts", "--out", tmp_path / "given")
        assert result.exit_code == 2
        assert "No space left on device" in result.stderr
        assert list(tmp_path.iterdir()) == []


class TestSynthParameters:
    def test_prints_the_page(self):
        result = runner.invoke(app, ["synth-parameters"])
        assert result.exit_code == 0
        assert "| `advice_considered` | 0.7 | share | assumed |" in result.stdout
