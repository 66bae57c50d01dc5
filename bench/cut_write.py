"""A cut of a million cases is written in 90 seconds and 2 GiB, and again to the same bytes.

The rows are invented, with the shapes of real ones. They are handed over from the first case to the
last, and then part by part from the last to the first; both cuts have to be the same to the byte. A
cut with one bit flipped has to be found.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console

from answerable.cuts.verify import verify_cut
from bench.proof import Proof

CASES = 1_000_000
LEAST_EVENTS = 13
"""A case."""
MOST_SECONDS = 90
MOST_MEBIBYTES = 2048


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Write a cut of a million cases twice; `full` asks for no more."""
    with tempfile.TemporaryDirectory(prefix="cut-write-") as folder:
        first, second = Path(folder, "first"), Path(folder, "second")
        once, again = written(CASES, first, "forwards"), written(CASES, second, "backwards")
        differing = [file.name for file in first.iterdir() if not same(file, second / file.name)]
        began = time.perf_counter()
        wrong = verify_cut(first, once["digest"])
        verifying = round(time.perf_counter() - began, 1)
        flip_a_bit(second / "spine.parquet")
        noticed = verify_cut(second)
    figures = {
        "cases": once["cases"],
        "events": once["events"],
        "first": {name: once[name] for name in once if name not in {"cases", "events"}},
        "second, from the last case to the first": {
            name: again[name] for name in again if name not in {"cases", "events"}
        },
        "files that differ between the two": differing,
        "seconds to verify": verifying,
        "wrong with the first": list(wrong),
        "noticed of one bit flipped": list(noticed),
    }
    return Proof(
        claim=f"A cut of {CASES:,} cases is written in {MOST_SECONDS} seconds and 2 GiB, and "
        "again to the same bytes",
        figures=figures,
        goal=f"each time under {MOST_SECONDS} seconds, without inventing the rows, and under "
        f"{MOST_MEBIBYTES} MiB; at least {LEAST_EVENTS} events a case; no file differs; nothing "
        "wrong; one bit noticed",
        holds=all(
            one["seconds"] < MOST_SECONDS
            and one["peak mebibytes"] < MOST_MEBIBYTES
            and one["events"] >= LEAST_EVENTS * CASES
            for one in (once, again)
        )
        and not differing
        and not wrong
        and bool(noticed),
    )


def written(cases: int, folder: Path, direction: str) -> dict[str, Any]:
    """What writing a cut took, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.cutting", str(cases), str(folder), direction],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    Console().print(f"{direction}: {told['seconds']} s, {told['peak mebibytes']} MiB")
    return told


def same(file: Path, other: Path) -> bool:
    """Whether two files have the same bytes."""
    return other.exists() and file.read_bytes() == other.read_bytes()


def flip_a_bit(file: Path) -> None:
    """Tamper with a file as little as can be."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.chmod(0o644)
    file.write_bytes(content)
