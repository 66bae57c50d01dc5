from __future__ import annotations

import json
import sys

import duckdb
import pytest
from tests.library.cuts.written import write
from tests.library.measures.stories import OVERDUE, PENDING, UNDATED, story
from typer.testing import CliRunner

from answerable.cli import app

runner = CliRunner()
ANSWER = [
    *("measure", "version", "group", "numerator", "denominator", "not_applicable", "unknown"),
    *("recorded_rate", "performed_rate", "interval", "basis", "as_of", "cut"),
]


def run(*arguments):
    """What a command of `answerable measure` printed, with its status."""
    return runner.invoke(app, ["measure", *map(str, arguments)])


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    folder = tmp_path_factory.mktemp("measures") / "cut"
    write(folder, [story(1, OVERDUE), story(2, PENDING), story(3, UNDATED)])
    return folder


def asked(cut, *arguments):
    return run("run", "--cut", cut, "--measure", "plan_items_done", *arguments)


class TestList:
    def test_gives_each_definition_as_json(self):
        told = {one["name"]: one for one in json.loads(run("list", "--format", "json").stdout)}
        assert told["victims_told"]["recommendations"] == ["6"]
        assert told["plan_items_done"]["fails"] == "`original_on` is empty"


class TestRun:
    def test_prints_answers_as_json(self, cut):
        (told,) = json.loads(asked(cut, "--format", "json").stdout)
        assert list(told) == ANSWER
        assert (told["numerator"], told["denominator"], told["not_applicable"]) == (0, 2, 1)

    def test_breaks_down(self, cut):
        told = json.loads(asked(cut, "--by", "month,force", "--format", "json").stdout)
        assert told[0]["group"] == {"month": "2026-01", "force": 1}

    def test_shows_that_few_say_little(self, cut):
        assert "of few" in asked(cut).stdout

    def test_writes_parquet(self, cut, tmp_path):
        file = tmp_path / "figures.parquet"
        wrote = asked(cut, "--by", "force", "--format", "parquet", "--out", file)
        assert wrote.exit_code == 0, wrote.stderr
        rows = duckdb.sql(f"SELECT \"group\", pending FROM '{file}' ORDER BY ALL").fetchall()
        assert rows == [('{"force": 1}', 0), ('{"force": 2}', 1), ('{"force": 3}', 0)]

    def test_writes_json(self, cut, tmp_path):
        assert asked(cut, "--format", "json", "--out", tmp_path / "f.json").exit_code == 0
        assert len(json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))) == 1

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("--by", "stage"), "cannot be broken down"),
            (("--measure", "none"), "answerable measure list"),
            (("--format", "parquet"), "--out figures.parquet"),
            (("--out", "x.json"), "A table is printed"),
            (("--format", "json", "--out", "nowhere/x.json"), "Make it first"),
            (("--digest", "0" * 64), "digest"),
            (("--master", "spark://127.0.0.1:7077"), "Add --engine spark"),
        ],
    )
    def test_refuses_with_what_to_do(self, cut, arguments, words):
        refused = asked(cut, *arguments)
        assert refused.exit_code == 2
        assert words in refused.stderr

    def test_refuses_what_is_no_cut(self, tmp_path):
        assert run("run", "--cut", tmp_path).exit_code == 2

    def test_says_what_to_install(self, cut, monkeypatch):
        monkeypatch.setitem(sys.modules, "ibis", None)
        refused = asked(cut)
        assert refused.exit_code == 2
        assert "pip install 'answerable[measures]'" in refused.stderr

    @pytest.mark.parametrize(("engine", "package"), [("spark", "pyspark"), ("datafusion",) * 2])
    def test_says_what_another_engine_needs(self, cut, monkeypatch, engine, package):
        for name in (package, f"{package}.sql"):
            monkeypatch.setitem(sys.modules, name, None)
        refused = asked(cut, "--engine", engine)
        assert refused.exit_code == 2
        assert f"pip install 'answerable[{engine}]'" in refused.stderr


class TestExplain:
    @pytest.mark.parametrize("engine", ["duckdb", "spark", "datafusion", "clickhouse"])
    def test_prints_the_query_in_the_words_of_each_engine(self, engine):
        shown = run("explain", "plan_items_done", "--by", "month", "--engine", engine).stdout
        assert shown.count("`") > 0 if engine == "spark" else shown.count('"') > 0
        assert "GROUP BY" in shown

    def test_prints_the_query_of_an_engine(self):
        assert "GROUP BY" in run("explain", "plan_items_done", "--by", "month").stdout

    def test_refuses_what_is_no_day(self):
        refused = run("explain", "plan_items_done", "--as-of", "31/3")
        assert (refused.exit_code, "is not a date" in refused.stderr) == (2, True)


class TestCurve:
    def test_gives_times_and_shares_as_json(self, cut):
        found = run("curve", "recorded_to_first_ending", "--cut", cut, "--format", "json")
        (told,) = json.loads(found.stdout)
        assert told["left_out"] == {"contradictory": 0, "undated": 3, "unobserved": 0}
        assert (told["cases"], told["time"], told["half_ended_by"]) == (0, [], None)

    def test_refuses_a_breakdown_that_it_has_not(self, cut):
        refused = run("curve", "recorded_to_first_ending", "--cut", cut, "--by", "plan")
        assert (refused.exit_code, "Choose among" in refused.stderr) == (2, True)


def test_page_prints_the_page():
    assert run("page").stdout.startswith("# Measures")
