"""The bill of materials lists exactly what is locked, with the hashes that the lock names."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements/run.txt"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("cyclonedx_py") is None, reason="cyclonedx-bom is for developers only"
)


@pytest.fixture(scope="module")
def bill(tmp_path_factory) -> dict:
    """The bill, made as `just sbom` makes it."""
    made = tmp_path_factory.mktemp("bill") / "bill.json"
    subprocess.run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "requirements", LOCK),
            *("--output-format", "JSON", "--output-reproducible", "--output-file", made),
        ],
        check=True,
        capture_output=True,
    )
    return json.loads(made.read_text(encoding="utf-8"))


class TestTheBillOfMaterials:
    def test_is_in_the_format_of_cyclonedx(self, bill):
        assert bill["bomFormat"] == "CycloneDX"

    def test_lists_what_is_locked_and_nothing_else(self, bill):
        locked = re.findall(r"^([\w.-]+)==([^ ;\\]+)", LOCK.read_text(), flags=re.MULTILINE)
        listed = [(part["name"], part["version"]) for part in bill["components"]]
        assert sorted(listed) == sorted(locked)

    def test_names_every_hash_of_the_lock(self, bill):
        locked = re.findall(r"--hash=sha256:([0-9a-f]{64})", LOCK.read_text())
        listed = [
            digest["content"]
            for part in bill["components"]
            for reference in part["externalReferences"]
            for digest in reference["hashes"]
        ]
        assert sorted(listed) == sorted(locked)
