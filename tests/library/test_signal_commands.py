from __future__ import annotations

import json
import sys
from datetime import date

import pytest
from tests.library.cuts.written import write
from tests.library.measures.stories import OVERDUE, PENDING, UNDATED, item, story
from typer.testing import CliRunner

from answerable.cli import app

runner = CliRunner()
MONTHS = [date(2026, 1, 10), date(2026, 1, 20), date(2026, 2, 10)]


def run(*arguments):
    """What a command of `answerable measure` printed, with its status."""
    return runner.invoke(app, ["measure", *map(str, arguments)])


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signals") / "cut"
    events = tuple(item(day) for day in MONTHS)
    cases = [story(1, OVERDUE), story(2, PENDING), story(3, UNDATED), story(5, events)]
    write(folder, cases, is_synthetic=True)
    return folder


def signal(cut, *arguments):
    return run("signal", "plan_items_done", "--cut", cut, *arguments)


def chart(cut, out, *arguments):
    return run("chart", "plan_items_done", "--cut", cut, "--out", out, *arguments)


class TestSignal:
    def test_says_it_in_a_sentence(self, cut):
        told = signal(cut)
        assert told.exit_code == 0, told.stderr
        assert "Nothing shows but the variation that is usual here." in told.stdout

    def test_prints_everything_as_json(self, cut):
        told = json.loads(signal(cut, "--format", "json").stdout)
        assert [one["at"] for one in told["points"]] == ["2026-01", "2026-02"]

    def test_looks_at_rare_events(self, cut):
        told = json.loads(signal(cut, "--kind", "gaps", "--format", "json").stdout)
        assert told["days"] == [5, 10, 0, 21]

    def test_looks_at_units(self, cut):
        told = json.loads(signal(cut, "--kind", "funnel", "--format", "json").stdout)
        assert {one["unit"] for one in told["units"]} == {"Force 1", "Force 3", "Force 5"}

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("--where", "force"), "Give both: --where force=3"),
            (("--where", "stage=charged"), "cannot be broken down"),
            (("--anew", "2025-04=A new form."), "there is no such point"),
            (("--every", "financial_year"), "two points at least"),
            (("--kind", "gaps", "--of", "met"), "three events at least"),
            (("--kind", "funnel", "--unit", "plan"), "two units at least"),
            (("--digest", "0" * 64), "digest"),
        ],
    )
    def test_refuses_with_what_to_do(self, cut, arguments, words):
        refused = signal(cut, *arguments)
        assert (refused.exit_code, words in refused.stderr) == (2, True), refused.stderr


class TestPaths:
    def test_prints_steps_and_orders(self, cut):
        told = run("paths", "--cut", cut)
        assert told.exit_code == 0, told.stderr
        assert "not reached" in told.stdout

    def test_prints_both_as_json(self, cut):
        told = json.loads(run("paths", "--cut", cut, "--most", "1", "--format", "json").stdout)
        first = told["steps"][0]
        assert (first["from"], first["cohort"]["cases"], first["cohort"]["open"]) == (
            "reported",
            4,
            4,
        )
        assert (told["variants"][0]["cases"], told["variants"][0]["of"]) == (4, 4)

    def test_refuses_a_breakdown_that_there_is_not(self, cut):
        refused = run("paths", "--cut", cut, "--by", "plan")
        assert (refused.exit_code, "Choose among" in refused.stderr) == (2, True)


class TestChart:
    @pytest.mark.parametrize(
        "arguments", [("spc",), ("gaps",), ("funnel",), ("bars", "--by", "force")]
    )
    def test_writes_the_picture_its_figures_and_its_words(self, cut, tmp_path, arguments):
        wrote = chart(cut, tmp_path / "c.svg", "--kind", *arguments)
        assert wrote.exit_code == 0, wrote.stderr
        assert (tmp_path / "c.svg").read_bytes().startswith(b"<?xml")
        assert "," in (tmp_path / "c.csv").read_text(encoding="utf-8")
        words = (tmp_path / "c.txt").read_text(encoding="utf-8")
        assert words.startswith("Items of plans done by their original target\n")
        assert "SYNTHETIC" in words

    def test_says_what_the_chart_says(self, cut, tmp_path):
        told = chart(cut, tmp_path / "c.svg", "--kind", "spc").stdout
        assert "Nothing shows" in told

    def test_refuses_a_curve_of_too_few(self, cut, tmp_path):
        out = tmp_path / "c.svg"
        refused = run(
            *("chart", "reported_to_first_hearing", "--cut", cut, "--out", out, "--kind", "curve")
        )
        assert (refused.exit_code, "Fewer than 10" in refused.stderr) == (2, True)

    def test_refuses_a_curve_that_there_is_not(self, cut, tmp_path):
        refused = chart(cut, tmp_path / "c.svg", "--kind", "curve")
        assert (refused.exit_code, "reported_to_first_hearing" in refused.stderr) == (2, True)

    def test_writes_nothing_over(self, cut, tmp_path):
        (tmp_path / "c.csv").write_text("mine", encoding="utf-8")
        refused = chart(cut, tmp_path / "c.svg", "--kind", "spc")
        assert (refused.exit_code, "nothing is written over" in refused.stderr) == (2, True)
        assert not (tmp_path / "c.svg").exists()

    @pytest.mark.parametrize(
        ("out", "words"), [("c.png", "end in .svg"), ("nowhere/c.svg", "Make it first")]
    )
    def test_refuses_a_file_that_it_cannot_write(self, cut, tmp_path, out, words):
        refused = chart(cut, tmp_path / out, "--kind", "spc")
        assert (refused.exit_code, words in refused.stderr) == (2, True)

    def test_says_what_to_install(self, cut, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        refused = chart(cut, tmp_path / "c.svg", "--kind", "spc")
        assert refused.exit_code == 2
        assert "pip install 'answerable[measures,charts]'" in refused.stderr
