"""The page of what invented cases are calibrated to is what the code says."""

from __future__ import annotations

from pathlib import Path

from answerable.synthetic.cases.page import as_page

PAGE = Path(__file__).parents[2] / "docs/reference/invented-cases.md"


def test_the_page_is_what_the_command_prints():
    assert PAGE.read_text(encoding="utf-8") == as_page()
