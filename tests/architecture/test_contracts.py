"""Who may import whom, read from .importlinter; checked here too, so that no commit forgets it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest
from tests.architecture.source import ROOT

lint_imports_missing = importlib.util.find_spec("importlinter") is None


@pytest.mark.skipif(lint_imports_missing, reason="import-linter is in the developers' set only")
class TestImportContracts:
    def test_are_kept(self):
        finished = subprocess.run(
            [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
            cwd=ROOT,
            env={"PYTHONPATH": "src", "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stdout[-3000:]

    def test_have_no_exceptions(self):
        assert "ignore_imports" not in (ROOT / ".importlinter").read_text(encoding="utf-8")
