from __future__ import annotations

import json
import sys

import duckdb
import pytest
from tests.library.cuts.caseloads import caseload
from typer.testing import CliRunner

from answerable.cli import app
from answerable.cuts import compare
from answerable.cuts.case_lines import as_line

runner = CliRunner()
FORCES = b"""\
{"what": "in_post", "force": 1, "month_end_on": "2026-02-28", "people": {"qualified": 12}}
{"what": "in_post", "force": 1, "month_end_on": "2026-04-30", "people": {"qualified": 13}}
{"what": "pathway_review", "grouping": "force", "organisation": 1, "held_on": "2026-01-09", \
"next_due_on": "2026-07-09"}
"""


def run(*arguments):
    """What a command of `answerable cut` printed, with its status."""
    return runner.invoke(app, ["cut", *map(str, arguments)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with cases and the cuts of February and March made from them."""
    made = tmp_path_factory.mktemp("cuts")
    lines = [as_line(file, groups) + b"\n" for file, groups in caseload(6)]
    (made / "cases.jsonl").write_bytes(b"".join(lines))
    (made / "fewer.jsonl").write_bytes(b"".join(lines[:-1]))
    (made / "forces.jsonl").write_bytes(FORCES)
    for name, cases in (("february", "fewer"), ("march", "cases")):
        wrote = run("write", made / f"{cases}.jsonl", "--as-of", "2026-03-31", "--out", made / name)
        assert wrote.exit_code == 0, wrote.stderr
    return made


class TestWrite:
    def test_prints_the_manifest_as_json(self, folder, tmp_path):
        wrote = run(
            *("write", folder / "cases.jsonl", "--as-of", "2026-03-31", "--synthetic"),
            *("--out", tmp_path / "cut", "--format", "json"),
        )
        told = json.loads(wrote.stdout)
        assert (told["cases"], told["as_of"], told["is_synthetic"]) == (12, "2026-03-31", True)
        assert [(one["source"], one["rows"]) for one in told["receipts"]] == [("cases.jsonl", 12)]

    def test_takes_in_what_there_is_of_organisations_to_the_as_of_day(self, folder, tmp_path):
        wrote = run(
            *("write", folder / "cases.jsonl", "--as-of", "2026-03-31", "--out", tmp_path / "cut"),
            *("--organisations", folder / "forces.jsonl", "--format", "json"),
        )
        told = json.loads(wrote.stdout)
        rows = {name: told["tables"][name]["rows"] for name in ("in_post", "pathway_reviews")}
        assert rows == {"in_post": 12, "pathway_reviews": 1}
        assert [(one["source"], one["rows"]) for one in told["receipts"]] == [
            ("cases.jsonl", 12),
            ("forces.jsonl", 3),
        ]

    @pytest.mark.parametrize(
        ("organisations", "words"),
        [("none.jsonl", "There is no file"), ("cases.jsonl", "Line 1 says nothing of org")],
    )
    def test_refuses_organisations_that_are_none(self, folder, organisations, words):
        wrote = run(
            *("write", folder / "cases.jsonl", "--as-of", "2026-03-31", "--out", folder / "cut"),
            *("--organisations", folder / organisations),
        )
        assert wrote.exit_code == 2
        assert words in wrote.stderr
        assert not (folder / "cut").exists()

    @pytest.mark.parametrize(
        ("cases", "as_of", "out", "words"),
        [
            ("none.jsonl", "2026-03-31", "cut", "There is no file"),
            ("cases.jsonl", "31/03/2026", "cut", "--as-of 2026-03-31"),
            ("cases.jsonl", "2026-03-31", "march", "never written over"),
            ("cases.jsonl", "2026-03-31", "nowhere/cut", "Make it first"),
            ("march/manifest.json", "2026-03-31", "cut", "Line 1 is not a case"),
        ],
    )
    def test_refuses_with_what_to_do(self, folder, cases, as_of, out, words):
        wrote = run("write", folder / cases, "--as-of", as_of, "--out", folder / out)
        assert wrote.exit_code == 2
        assert words in wrote.stderr
        assert not (folder / "cut").exists()

    def test_says_what_to_install(self, folder, monkeypatch):
        monkeypatch.setitem(sys.modules, "duckdb", None)
        wrote = run("write", folder / "cases.jsonl", "--as-of", "2026-03-31", "--out", folder / "x")
        assert wrote.exit_code == 2
        assert "pip install 'answerable[cuts]'" in wrote.stderr


class TestVerify:
    def test_succeeds_only_with_a_cut_that_is_whole(self, folder):
        assert run("verify", folder / "march").exit_code == 0
        assert run("verify", folder).exit_code == 1

    def test_tells_another_cut_from_that_which_was_noted(self, folder):
        verified = run("verify", folder / "march", "--digest", "0" * 64, "--format", "json")
        told = json.loads(verified.stdout)
        assert (verified.exit_code, told["is_whole"], len(told["problems"])) == (1, False, 1)


class TestDescribe:
    def test_shows_what_a_cut_holds(self, folder):
        described = run("describe", folder / "march")
        assert "As of: 2026-03-31" in described.stdout
        assert described.exit_code == 0

    def test_refuses_what_is_not_whole(self, folder):
        assert run("describe", folder).exit_code == 1


class TestCompare:
    def test_succeeds_only_where_nothing_changed(self, folder):
        assert run("compare", folder / "march", folder / "march").exit_code == 0
        assert run("compare", folder / "february", folder / "march").exit_code == 1

    def test_says_what_changed_as_json(self, folder):
        compared = run("compare", folder / "february", folder / "march", "--format", "json")
        told = json.loads(compared.stdout)
        assert (told["cases_added"], told["cases_gone"], told["cases_changed"]) == (1, 0, 0)

    def test_refuses_what_is_not_whole(self, folder):
        assert run("compare", folder, folder / "march").exit_code == 2

    @pytest.mark.parametrize(
        "problem",
        [
            duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate"),
            PermissionError(13, "Permission denied"),
        ],
    )
    def test_says_why_it_cannot(self, folder, monkeypatch, problem):
        def fail(*_):
            raise problem

        monkeypatch.setattr(compare, "_make_views", fail)
        compared = run("compare", folder / "february", folder / "march")
        assert compared.exit_code == 2
        assert str(problem.args[-1]) in compared.stderr


def test_tables_prints_the_page():
    assert run("tables").stdout.startswith("# The tables of a cut")
