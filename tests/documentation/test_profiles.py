"""The page of profiles is what the code says, and says something of every word."""

from __future__ import annotations

from pathlib import Path

from answerable.mappings.page import as_page

PAGE = Path(__file__).parents[2] / "docs/reference/profiles.md"


def test_the_page_is_made_from_the_code():
    assert PAGE.read_text(encoding="utf-8") == as_page()


def test_no_word_of_a_profile_is_left_without_words():
    assert [line for line in as_page().splitlines() if line.endswith("|  |")] == []
