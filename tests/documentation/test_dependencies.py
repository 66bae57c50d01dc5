"""The table of dependencies names what is installed, and no licence in it binds users' own code."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/dependencies.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT = [
    re.match(r"[A-Za-z0-9-]+", line)[0]
    for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["site"]]
]
LOCKED = re.findall(
    r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)",
    (ROOT / "requirements/run.txt").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)
ROWS = {
    cells[0]: cells
    for cells in (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.splitlines()
        if line.startswith("| ") and not line.startswith(("| package", "| ---"))
    )
}


def licence(package: str) -> str:
    """Everything that an installed package says about its licence, but for the text itself."""
    said = metadata(package)
    classifiers = [one for one in said.get_all("Classifier") or [] if one.startswith("License")]
    name = said.get("License-Expression") or (said.get("License") or "").partition("\n")[0]
    return " ".join([name, *classifiers]).strip()


class TestTheTable:
    def test_names_every_direct_dependency_and_nothing_else(self):
        assert sorted(ROWS) == sorted(DIRECT)

    @pytest.mark.parametrize("package", DIRECT)
    def test_gives_the_locked_version(self, package):
        assert (package, ROWS[package][2]) in LOCKED

    @pytest.mark.parametrize("package", DIRECT)
    def test_gives_the_licence_that_the_package_states(self, package):
        stated = re.sub(r"[^a-z0-9]", "", licence(package).lower())
        for name in ROWS[package][3].split(", "):
            assert re.sub(r"[^a-z0-9]", "", name.lower()) in stated


class TestLicences:
    @pytest.mark.parametrize("package", sorted({name for name, _ in LOCKED}))
    def test_are_known_and_neither_gpl_nor_agpl(self, package):
        try:
            stated = licence(package)
        except PackageNotFoundError:
            pytest.skip("not needed on this system")
        assert stated
        assert not re.search(r"(?<!L)GPL|Affero|GNU General", stated)
