"""The house keeps its shape: names, read-me files, decision records, documented commands."""

from __future__ import annotations

import re

import pytest
from tests.architecture.source import APPS, ROOT, SITE

FORBIDDEN_NAMES = {
    *("utils", "util", "helpers", "helper", "common", "core", "misc", "base"),
    *("manager", "managers", "service"),
}
EVERY_FILE = [
    path
    for folder in ("src", "tests", "bench", "docs")
    for path in (ROOT / folder).glob("**/*")
    if path.is_file() and "__pycache__" not in path.parts
]


class TestNames:
    def test_are_domain_words(self):
        named_by_others = {
            SITE / "config" / "settings" / "base.py",
            # Office Open XML has this name for the part that holds title and author.
            ROOT / "src/answerable/writing/docx_parts/docProps/core.xml",
        }
        bad = [
            path
            for path in EVERY_FILE
            if FORBIDDEN_NAMES & {path.stem, *path.relative_to(ROOT).parts[:-1]}
            and path not in named_by_others
        ]
        assert bad == []


class TestApps:
    @pytest.mark.parametrize("app", APPS)
    def test_say_in_a_readme_what_lives_there(self, app):
        text = (SITE / app / "README.md").read_text(encoding="utf-8")
        assert text.startswith(f"# {app}")


class TestDecisionRecords:
    def test_have_unique_numbers(self):
        numbers = [path.name[:4] for path in (ROOT / "docs" / "adr").glob("[0-9]*.md")]
        assert numbers
        assert len(numbers) == len(set(numbers))


class TestRequirements:
    @pytest.mark.parametrize("name", ["run", "test", "check"])
    def test_are_hashed_and_name_no_host(self, name):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pinned = re.findall(r"^[A-Za-z0-9_.-]+==", text, flags=re.MULTILINE)
        assert len(pinned) > 20
        assert text.count("--hash=sha256:") >= len(pinned)
        assert "http" not in text
