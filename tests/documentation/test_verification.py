"""The page of requirements names only files and test classes that exist, and counts itself."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/reference/verification.md"
TEXT = PAGE.read_text(encoding="utf-8")
STATES = ("tested", "documented", "not met", "not applicable")
# Requirements of level 1 and 2 in each chapter of version 5.0.
IN_CHAPTERS = {
    1: 27,
    2: 11,
    3: 19,
    4: 10,
    5: 9,
    6: 35,
    7: 18,
    8: 7,
    9: 7,
    10: 29,
    11: 14,
    12: 9,
    13: 13,
    14: 9,
    15: 13,
    16: 16,
    17: 7,
}
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if re.match(r"\| \d+\.\d+\.\d+ \|", line)
]


def named(settled_by: str) -> list[str]:
    """The files that a row names, each with its class of tests if it names one."""
    return re.findall(r"`((?:tests|bench)/[^`]+|pyproject\.toml)`", settled_by)


class TestThePage:
    def test_has_each_requirement_once_and_in_order(self):
        numbers = [tuple(int(part) for part in row[0].split(".")) for row in ROWS]
        assert numbers == sorted(set(numbers))
        assert dict(Counter(chapter for chapter, _, _ in numbers)) == IN_CHAPTERS

    def test_counts_what_it_says(self):
        counts = Counter(row[3] for row in ROWS)
        assert set(counts) <= set(STATES)
        for state in STATES:
            assert f"| {state} | {counts[state]} |" in TEXT
        applicable = len(ROWS) - counts["not applicable"]
        assert f"Of the {applicable} that apply, {counts['tested']} are settled by a test" in TEXT

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
    def test_settles_a_requirement_by_what_exists(self, row):
        _, _, settled_by, state = row
        files = named(settled_by)
        for name in files:
            path, _, group = name.partition("::")
            source = (ROOT / path).read_text(encoding="utf-8")
            if group:
                assert re.search(rf"^class {group}\b", source, flags=re.MULTILINE), name
        if state == "tested":
            assert any("::" in name for name in files)
        elif state == "documented":
            assert files or "](" in settled_by or "`python3 run.py" in settled_by
        else:
            assert settled_by


class TestSecurity:
    def test_names_only_tests_that_exist(self):
        text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
        files = re.findall(r"`(tests/[^`]+)`", text)
        assert len(files) > 20
        assert [name for name in files if not (ROOT / name).exists()] == []

    def test_names_only_proofs_that_exist(self):
        text = (ROOT / "SECURITY.md").read_text(encoding="utf-8") + TEXT
        proofs = set(re.findall(r"`python3 run\.py prove ([a-z-]+)`", text))
        assert proofs
        assert [
            name for name in proofs if not (ROOT / f"bench/{name.replace('-', '_')}.py").exists()
        ] == []
