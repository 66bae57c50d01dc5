from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from answerable.cli import app

runner = CliRunner()
CELLS = {("A", "x"): 3, ("A", "y"): 20, ("B", "x"): 9, ("B", "y"): 31}


def run(*arguments):
    return runner.invoke(app, ["protect", *map(str, arguments)])


@pytest.fixture
def file(tmp_path):
    def file(cells=CELLS, name="counts.csv"):
        rows = [f"{force},{outcome},{count}" for (force, outcome), count in cells.items()]
        path = tmp_path / name
        path.write_text("\n".join(["force,outcome,count", *rows]) + "\n")
        return path

    return file


def asked(path, *more):
    return run(path, "--value", "count", "--by", "force,outcome", *more)


class TestProtect:
    def test_prints_cells_and_what_was_checked(self, file):
        found = json.loads(asked(file(), "--format", "json").stdout)
        assert list(found) == ["cells", "rounded_to", "audit", "policy", "advice"]
        assert {"force": "A", "outcome": "x", "shown": "[c]"} in found["cells"]
        assert {"force": "*", "outcome": "*", "shown": 65} in found["cells"]
        assert len(found["cells"]) == 9
        assert found["rounded_to"] == 5
        audit = found["audit"]
        assert audit["passed"]
        assert audit["cells_hidden"] == audit["primary"] + audit["secondary"] == 2
        assert audit["narrowest_interval"] == 5
        assert found["advice"] == []

    def test_prints_a_table_to_read(self, file):
        printed = asked(file()).stdout
        assert "[c]" in printed
        assert "* stands for all" in printed

    def test_proposes_a_coarser_table_where_most_is_hidden(self, file):
        sparse = {(f"f{a}", f"o{b}"): 2 for a in range(4) for b in range(4)}
        advice = json.loads(asked(file(sparse), "--format", "json").stdout)["advice"]
        assert advice[0] == "Coarsen first: 16 of 16 cells are hidden."
        assert "Without force: 4 of 4 cells would be large enough." in advice

    def test_counts_earlier_releases_and_keeps_this_one(self, file, tmp_path):
        ledger = tmp_path / "ledger"
        asked(file(), "--ledger", ledger)
        later = file(CELLS | {("A", "y"): 21}, "later.csv")
        found = json.loads(asked(later, "--ledger", ledger, "--format", "json").stdout)
        assert found["audit"]["releases"] == 2
        assert len(list(ledger.iterdir())) == 2

    def test_shows_nothing_where_the_ledger_was_changed(self, file, tmp_path):
        ledger = tmp_path / "ledger"
        asked(file(), "--ledger", ledger)
        (ledger / "000001.json").write_text("{}")
        result = asked(file(), "--ledger", ledger)
        assert result.exit_code == 3
        assert result.stdout == ""
        assert "cannot be relied on" in result.stderr

    def test_shows_nothing_where_an_earlier_release_tells_of_few(self, file, tmp_path):
        ledger, policy = tmp_path / "ledger", tmp_path / "loose.toml"
        text = runner.invoke(app, ["protect-policy"]).stdout
        for rule in ("threshold", "possible_values"):
            text = text.replace(f"[rules.{rule}]\nvalue = 5", f"[rules.{rule}]\nvalue = 1")
        policy.write_text(
            text.replace("[rules.difference]\nvalue = 4", "[rules.difference]\nvalue = 0")
        )
        assert asked(file(), "--ledger", ledger, "--policy", policy).exit_code == 0
        result = asked(file(), "--ledger", ledger)
        assert result.exit_code == 3
        assert result.stdout == ""
        assert "nothing is shown" in result.stderr

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["none.csv", "--value", "count", "--by", "a"], "cannot be read"),
            (["--profile", "press"], "no profile 'press'"),
            (["--policy", "none.toml"], "none.toml cannot be read"),
        ],
    )
    def test_says_why_not(self, file, arguments, said):
        result = run(*arguments) if arguments[0].endswith("csv") else asked(file(), *arguments)
        assert result.exit_code == 2
        assert said in result.stderr

    def test_names_the_row_that_is_no_count(self, file):
        result = asked(file({("A", "x"): -1}))
        assert result.exit_code == 2
        assert "row 2" in result.stderr
