"""The page of the tables of a cut is what the code says."""

from __future__ import annotations

from pathlib import Path

from answerable.cuts.page import as_page

PAGE = Path(__file__).parents[2] / "docs/reference/cut.md"


def test_the_page_is_what_the_command_prints():
    assert PAGE.read_text(encoding="utf-8") == as_page()
