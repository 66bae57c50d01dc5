"""The page of the checks holds every check as the code has it, and no other."""

from __future__ import annotations

from pathlib import Path

from answerable.records.quality import CHECKS, across
from answerable.records.quality.check import Check

PAGE = Path(__file__).parents[2] / "docs/reference/checks-of-a-record.md"


def row(check: Check) -> str:
    cells = (
        f"`{check.code}`",
        check.asks.removesuffix("."),
        str(check.recommendation or ""),
        check.citation,
        check.confidence,
    )
    return f"| {' | '.join(cells)} |"


def test_the_page_has_a_row_for_each_check_in_their_order():
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if "| `" in line]
    assert rows == [row(check) for check in (*CHECKS, *across.CHECKS)]
