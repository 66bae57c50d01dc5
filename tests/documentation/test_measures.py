"""The page of measures is what the definitions say."""

from __future__ import annotations

from pathlib import Path

from answerable.measures.page import as_page

PAGE = Path(__file__).parents[2] / "docs/reference/measures.md"


def test_the_page_is_what_the_command_prints():
    assert PAGE.read_text(encoding="utf-8") == as_page()
