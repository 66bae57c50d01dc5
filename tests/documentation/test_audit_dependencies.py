"""The check for known weaknesses never passes where nobody could be asked."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_RUN = 3


@pytest.mark.skipif(
    not (ROOT / ".venv/bin/pip-audit").exists(), reason="pip-audit is for developers only"
)
class TestAuditDependencies:
    def test_says_that_it_was_not_run_where_no_service_is_reached(self):
        nowhere = "http://127.0.0.1:9"
        found = subprocess.run(
            [ROOT / ".ci/audit-dependencies"],
            env=os.environ | {"HTTPS_PROXY": nowhere, "HTTP_PROXY": nowhere, "NO_PROXY": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.returncode == NOT_RUN
        assert found.stdout.startswith("Not run: ")
