"""Cuts of invented cases, made by the command as anybody makes them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rich.console import Console

SEED = 20261130


def invent(folder: Path, cases: int) -> Path:
    """A cut of so many invented cases of 43 forces."""
    Console().print(f"Inventing {cases:,} cases ...")
    facts = [*("--forces", "all"), *("--cases", str(cases)), *("--seed", str(SEED))]
    command = [sys.executable, "-m", "answerable", "synth", *facts, "--out", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return folder
