"""The page of licences is that of the lock."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from tests.documentation.licences import ELSEWHERE, locked, stated

PAGE = (Path(__file__).parents[2] / "docs/reference/licences.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| ([\w.-]+) \| (?!---)[^|]+ \| ([^|]+) \|$", PAGE, flags=re.MULTILINE))


class TestThePage:
    def test_names_what_is_locked_with_its_versions_and_nothing_else(self):
        named = re.findall(r"^\| ([\w.-]+) \| (\d[^|]*) \|", PAGE, flags=re.MULTILINE)
        assert named == sorted((name, ", ".join(found)) for name, found in locked().items())

    @pytest.mark.parametrize("package", sorted(locked()))
    def test_gives_the_licence_that_the_package_states(self, package):
        try:
            installed = version(package)
        except PackageNotFoundError:
            assert package in ELSEWHERE
            return
        if installed not in locked()[package]:
            pytest.skip("another version is installed here")
        assert ROWS[package] == stated(package)
