"""Odd and hostile files that lie beside the repository, a few of each kind.

Each costs a process of its own. All of them are read by `python3 run.py prove hostile-uploads`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cases" / "hostile"
ONE_OF = 12

needs_hostile_files = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the shared folder of hostile files is absent"
)


def some_hostile_files(folder: str) -> list[Path]:
    """One in twelve of a folder, and always the first."""
    return sorted((FOLDER / folder).iterdir())[::ONE_OF]
