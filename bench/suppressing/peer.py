"""The same tables and levels of protection, hidden by pytauargus and by the product."""

from __future__ import annotations

import json
import subprocess
import tempfile
from math import prod
from pathlib import Path

from answerable.disclosure.linking import Attacker
from answerable.disclosure.policy import Policy
from answerable.disclosure.protect import hidden_beside, unprotected
from answerable.disclosure.release import Why
from answerable.disclosure.table import ALL, CountTable, with_totals
from bench.peers import OWN, NotHad, beside, peers

PEER = "pytauargus==0.6.0"
MOST_SECONDS = 180


def hidden_by_both(
    tables: dict[str, CountTable], policy: Policy
) -> dict[str, tuple[int, dict[str, float] | None]]:
    """For each table how many cells the product hides beside the small ones, and what the peer
    tells of itself.

    The peer takes a reader for whom hidden cells all look alike; so does the product here, and
    not the stronger attacker whom it tries first.

    Raises:
        NotHad: the peer cannot be had.
    """
    with peers(PEER) as folder:
        return {
            name: (_ours(table, policy), _theirs(table, policy, folder))
            for name, table in tables.items()
        }


def _ours(table: CountTable, policy: Policy) -> int:
    draft = unprotected(table, policy, "count")
    release, _ = hidden_beside((), draft, policy, Attacker.READER)
    return sum(cell.why is Why.SECOND for cell in release.cells)


def _theirs(table: CountTable, policy: Policy, folder: Path) -> dict[str, float] | None:
    """What the peer tells; None: it was not done within the time."""
    sizes = [len(table.values(column)) for column in table.by]
    cells = [
        (
            labels,
            count + prod(size for one, size in zip(labels, sizes, strict=True) if one == ALL),
            [count, policy.threshold - 1 - count] if count < policy.threshold else None,
        )
        for labels, count in with_totals(table, policy).items()
    ]
    with tempfile.TemporaryDirectory() as place:
        given, out = Path(place) / "table.json", Path(place) / "out.json"
        given.write_text(json.dumps({"cells": cells}), encoding="utf-8")
        module = [OWN, "-m", "bench.suppressing.in_pytauargus", str(given), str(out)]
        try:
            done = subprocess.run(
                [*module, f"{MOST_SECONDS}"],
                env=beside(folder),
                # It leaves files where it runs.
                cwd=given.parent,
                capture_output=True,
                text=True,
                timeout=MOST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
        if done.returncode:
            *_, last = done.stderr.strip().splitlines() or ["it says nothing"]
            raise NotHad(f"{PEER} cannot be run here: {last}")
        told: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
        return told
