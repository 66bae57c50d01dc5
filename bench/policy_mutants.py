"""Breaking any predicate of the access policy fails the access tests.

Each mutant breaks one thing: the rule of a route, a condition of a check, a filter of a query that
takes the viewer, a clause of the policy itself. It is put into the running program in a forked
child in which the world of the matrix stands already, and the access tests run until one fails.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.proof import Proof

ROOT = Path(__file__).resolve().parent.parent
SHARE = 0.95
LEAST = 150
"""Mutants without which the proof would prove little."""


def prove(*, full: bool) -> Proof:
    """Run the mutants; by default one of four for every sixth route, every eighth of the others,
    and the tests that concern each."""
    finished = subprocess.run(
        [sys.executable, "-m", "bench.mutation", *(["--full"] if full else [])],
        cwd=ROOT,
        env=os.environ | {"ANSWERABLE_DATABASE_URL": "sqlite:///:memory:"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    lines = finished.stdout.splitlines()
    if finished.returncode or not lines:
        raise RuntimeError("The mutants broke off; what went wrong stands above.")
    told = json.loads(lines[-1])
    counted = told["mutants"] - len(told["equivalent"])
    share = told["killed"] / counted if counted else 0.0
    return Proof(
        claim="Breaking any predicate of the access policy fails the access tests",
        figures=told | {"share killed": share, "sampled": not full},
        goal=f"at least {SHARE:.0%} of the mutants killed, equivalent ones apart",
        holds=share >= SHARE
        and counted >= LEAST
        and not told["fails without a mutant"]
        and not told["broke off"],
    )
