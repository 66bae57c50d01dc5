"""Programs that the product is compared with: installed for one proof, beside the product."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console


class NotHad(RuntimeError):
    """A peer cannot be had on this machine; says why in a sentence."""


OWN = str(Path(sys.executable).resolve())
"""The interpreter that made the environment of this repository, which itself has no pip."""


@contextmanager
def peers(*packages: str, python: str = OWN) -> Iterator[Path]:
    """A folder with these packages and what they need, gone afterwards.

    Args:
        python: the interpreter that they are for, which has pip.

    Raises:
        NotHad: they cannot be installed.
    """
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        Console().print(f"Installing {', '.join(packages)} ...")
        command = [python, "-m", "pip", "install", "--quiet", "--target", folder, *packages]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            *_, last = done.stderr.strip().splitlines() or ["pip says nothing"]
            raise NotHad(f"{', '.join(packages)} cannot be installed here: {last}")
        yield Path(folder)


def beside(folder: Path) -> dict[str, str]:
    """The environment of a process that finds peers, and this repository after them."""
    paths = [str(folder), *(path for path in sys.path if path)]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
