"""The page of profiles is what the code says, and says something of every word."""

from __future__ import annotations

from pathlib import Path

from answerable.mappings.doubts import KINDS
from answerable.mappings.page import as_page

PAGE = Path(__file__).parents[2] / "docs/reference/profiles.md"


def test_the_page_is_made_from_the_code():
    assert PAGE.read_text(encoding="utf-8") == as_page()


def test_no_word_of_a_profile_is_left_without_words():
    assert [line for line in as_page().splitlines() if line.endswith("|  |")] == []


def test_the_changelog_counts_the_reasons_as_they_are():
    changelog = (PAGE.parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"any of {len(KINDS)} named reasons" in changelog
