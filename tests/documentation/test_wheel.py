"""Whoever builds the wheel from the same source gets the same bytes."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OF_THE_BUILD = ("pyproject.toml", "README.md", "LICENSE")
EPOCH = "1767225600"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None, reason="hatchling is for developers only"
)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory) -> list[Path]:
    """Two wheels, built in two places from two copies that were made at different times."""
    return [_built(tmp_path_factory.mktemp(name), age) for name, age in (("one", 0), ("two", 9e8))]


class TestTheWheel:
    def test_is_the_same_from_two_copies(self, wheels):
        assert len({hashlib.sha256(one.read_bytes()).hexdigest() for one in wheels}) == 1

    def test_has_both_halves_with_what_they_need_and_no_test(self, wheels):
        names = zipfile.ZipFile(wheels[0]).namelist()
        assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {
            "answerable",
            "answerable_site",
        }
        for needed in (
            "answerable/py.typed",
            "answerable/disclosure/policy.toml",
            "answerable_site/upkeep/making.py",
            "answerable_site/home/guides/docs/how-to/add-a-report.md",
        ):
            assert needed in names

    def test_knows_no_machine(self, wheels):
        with zipfile.ZipFile(wheels[0]) as wheel:
            for name in wheel.namelist():
                if ".dist-info/" in name:
                    assert str(ROOT) not in wheel.read(name).decode()


def _built(folder: Path, age: float) -> Path:
    source = folder / "source"
    shutil.copytree(
        ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
    )
    shutil.copytree(ROOT / "docs", source / "docs")
    for name in OF_THE_BUILD:
        shutil.copy(ROOT / name, source / name)
    if age:
        for path in source.rglob("*"):
            os.utime(path, (age, age))
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=source,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        check=True,
        capture_output=True,
    )
    (made,) = folder.glob("*.whl")
    return made
