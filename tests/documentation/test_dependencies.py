"""The table of dependencies names what is installed, and no licence in it binds users' own code."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, files, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/dependencies.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT = list(
    dict.fromkeys(
        re.match(r"[A-Za-z0-9-]+", line)[0]
        for line in [
            *PROJECT["dependencies"],
            *PROJECT["optional-dependencies"]["site"],
            *PROJECT["optional-dependencies"]["cuts"],
            *PROJECT["optional-dependencies"]["intake"],
            *PROJECT["optional-dependencies"]["measures"],
            *PROJECT["optional-dependencies"]["charts"],
            *PROJECT["optional-dependencies"]["disclosure"],
        ]
    )
)
LOCKED = re.findall(
    r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)",
    (ROOT / "requirements/run.txt").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)
DEVELOPERS = re.findall(
    r"^([A-Za-z0-9_.-]+)==",
    (ROOT / "requirements/check.txt").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)
FAMILIES = (
    ("AGPL", r"\bA-?GPL[\w.+-]*|GNU Affero[^,:]*"),
    ("LGPL", r"\bLGPL[\w.+-]*|GNU (?:Lesser|Library)[^,:]*"),
    ("GPL", r"\bGPL[\w.+-]*|GNU General[^,:]*"),
    ("MPL", r"\bMPL[- ]?2\.0|Mozilla Public License 2\.0(?: \(MPL 2\.0\))?"),
    ("PSF", r"\bPSF-2\.0|\bPSFL\b|Python Software Foundation License"),
    ("ZPL", r"\bZPL[- ]2\.1|Zope Public License"),
    ("ISC", r"\bISC License(?: \(ISCL\))?|\bISC\b"),
    ("Zlib", r"\bZlib\b"),
    ("CC0", r"\bCC0-1\.0\b|CC0 1\.0 Universal \(CC0 1\.0\) Public Domain Dedication"),
    ("0BSD", r"\b0BSD\b"),
    ("MIT", r"\bMIT-CMU\b|\bMIT-0\b|\bMIT\b(?: License)?"),
    ("Apache", r"\bApache(?: Software)?(?:[- ]2\.0)?(?: License)?"),
    ("BSD", r"\bBSD(?:[- ][23](?:-Clause)?)?(?: License)?|\b[23]-Clause BSD License"),
)
NOISE = (
    r"License :: (?:OSI Approved(?: ::)?|CC0[^:]*)?|Copyright \(c\).*?(?:Inc\.|Yubico AB)"
    r"|see license\.txt for details|pytest-django is released under the|\(3-clause\)"
    r"|dependency licenses|Dual License|UNKNOWN"
    r"|\b(?:license|OR|AND|the|OSI Approved)\b|[,():]"
)
PERMISSIVE = {"MIT", "BSD", "Apache", "MPL", "PSF", "ZPL", "ISC", "0BSD", "Zlib"}
# Separate packages, unchanged, which can be exchanged for another copy of themselves.
SEPARATE = {
    "psycopg": {"LGPL"},
    "psycopg-binary": {"LGPL"},
    # BSD; a part of it is older and under the MIT licence, which it files under "other".
    "qrcode": {"Other/Proprietary"},
    # BSD; a table within it is dedicated to the public domain.
    "numpy": {"CC0"},
}
FOR_DEVELOPERS = {"CC0"}
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
    text = said.get("License") or ""
    is_told_otherwise = bool(classifiers) and "\n" in text
    named = "" if is_told_otherwise else text.partition("\n")[0]
    name = said.get("License-Expression") or named or ("" if classifiers else _title(package))
    return " ".join([name, *classifiers]).strip()


def _title(package: str) -> str:
    """The first line of a licence that came with a package which says nothing of it otherwise."""
    texts = [
        file.read_text(encoding="utf-8").strip()
        for file in files(package) or []
        if file.name in {"LICENSE", "LICENSE.txt", "LICENSE.md"}
    ]
    return texts[0].partition("\n")[0] if texts else ""


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
    def test_of_what_runs_in_an_office_bind_nobody_s_own_code(self, package):
        assert _kinds(package) <= PERMISSIVE | SEPARATE.get(package, set())

    @pytest.mark.parametrize("package", sorted(set(DEVELOPERS) - {name for name, _ in LOCKED}))
    def test_of_what_developers_use_are_free(self, package):
        assert _kinds(package) <= PERMISSIVE | FOR_DEVELOPERS

    def test_would_refuse_the_gpl(self):
        for licence_name in ("GPL-3.0-or-later", "GNU Affero General Public License v3"):
            assert not _kinds_in(licence_name) <= PERMISSIVE | FOR_DEVELOPERS


def _kinds(package: str) -> set[str]:
    try:
        stated = licence(package)
    except PackageNotFoundError:
        pytest.skip("not needed on this system, or for developers only")
    kinds = _kinds_in(stated)
    assert kinds, f"{package} states no licence"
    return kinds


def _kinds_in(stated: str) -> set[str]:
    """The families of licences that a statement names; what it names else, word for word."""
    rest = f" {stated} "
    kinds = set()
    for kind, pattern in FAMILIES:
        rest, times = re.subn(pattern, " ", rest, flags=re.IGNORECASE)
        kinds |= {kind} if times else set()
    unknown = re.sub(NOISE, " ", rest, flags=re.IGNORECASE).split()
    return kinds | set(unknown)
