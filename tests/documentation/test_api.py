"""The page of the programming interface is what its description says."""

from __future__ import annotations

from pathlib import Path

from answerable_site.config.interface_page import as_page

PAGE = Path(__file__).parents[2] / "docs/reference/api.md"


def test_the_page_is_what_the_command_prints():
    assert PAGE.read_text(encoding="utf-8") == as_page()
