"""DuckDB, DataFusion and a cluster of Spark give the same answers.

Over 100,000 cases, which two cores do within ten minutes; with `--full` over a million.

The cluster has a master and two workers on loopback. In a further run one of the workers is killed
after the first question was answered: the run has to end with the same answers, or with a sentence
that says that there is none.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from answerable.measures.engines import LOCAL, EngineName
from bench.clusters import LOOPBACK, cluster
from bench.measuring.cutting import invent
from bench.peers import NotHad, beside, peers
from bench.proof import Proof

CASES = 100_000
CASES_IN_FULL = 1_000_000
WORKERS = 2
WITHOUT_ONE = (
    "support_offered",
    "characteristics_complete",
    "characteristic_recorded",
    "support_at_stages",
    "victims_told",
    "plan_items_done",
)
"""What is asked while a worker is lost."""

Told = dict[str, Any]


def prove(*, full: bool) -> Proof:
    """Compare the engines."""
    not_run: list[str] = []
    cases = CASES_IN_FULL if full else CASES
    figures: dict[str, Any] = {"cases": cases}
    with tempfile.TemporaryDirectory(prefix="engines-equal-") as place:
        folder = invent(Path(place, "cut"), cases)
        expected = ask(folder, EngineName.DUCKDB)
        figures["answers"] = len(expected["answers"])
        compare = {
            EngineName.DATAFUSION: ("datafusion", on_datafusion),
            EngineName.SPARK: ("pyspark", on_spark),
        }
        for engine, (package, comparing) in compare.items():
            try:
                with peers(package) as packages:
                    figures |= comparing(folder, packages, expected)
            except NotHad as problem:
                not_run.append(f"{engine.value}: {problem}")
    return Proof(
        claim="DuckDB, DataFusion and a cluster of Spark give the same answers, and a worker that "
        "is lost makes none wrong",
        figures=figures,
        goal="no answer differs; of the run that loses a worker: the same answers, or a sentence",
        holds=not any(figures[name] for name in figures if name.startswith("differing"))
        and bool(figures.get("the run that lost a worker")),
        not_run=not_run,
    )


def on_datafusion(folder: Path, packages: Path, expected: Told) -> Told:
    """What DataFusion answers otherwise."""
    began = time.perf_counter()
    found = ask(folder, EngineName.DATAFUSION, packages=packages)
    return {
        "seconds on DataFusion": round(time.perf_counter() - began),
        "differing on DataFusion": differing(found, expected),
    }


def on_spark(folder: Path, packages: Path, expected: Told) -> Told:
    """What a cluster of Spark answers otherwise, and what it does when it loses a worker."""
    if not shutil.which("java"):
        raise NotHad("there is no Java on the path.")
    with cluster(packages, WORKERS) as some:
        began = time.perf_counter()
        found = ask(folder, EngineName.SPARK, some.master, packages=packages)
        seconds = time.perf_counter() - began
    with cluster(packages, WORKERS) as some:
        lost = ask(
            folder,
            EngineName.SPARK,
            some.master,
            WITHOUT_ONE,
            packages=packages,
            after_first=some.workers[0].kill,
        )
    named = [one for one in expected["answers"] if one["measure"] in WITHOUT_ONE]
    return {
        "seconds on the cluster, starting among them": round(seconds),
        "differing on the cluster": differing(found, expected),
        "the run that lost a worker": lost.get("broke off", "ended with all answers"),
        "differing after a worker was lost": 0
        if "broke off" in lost
        else differing(lost, {"answers": named}),
    }


def differing(found: Told, expected: Told) -> int:
    """How many answers are not the same, those that are missing or too many among them."""
    named = [{_key(one): one for one in told.get("answers", ())} for told in (found, expected)]
    first, second = named
    return sum(first.get(key) != second.get(key) for key in first.keys() | second.keys())


def _key(answer: Told) -> str:
    return json.dumps([answer["measure"], answer["group"]])


def ask(
    folder: Path,
    engine: EngineName,
    master: str = LOCAL,
    names: tuple[str, ...] = (),
    *,
    packages: Path | None = None,
    after_first: Callable[[], None] = lambda: None,
) -> Told:
    """What an engine answers, in a process of its own."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out, tempfile.TemporaryFile("w+") as said:
        module = ["-m", "bench.measuring.answering", str(folder), engine.value, master, out.name]
        environment = beside(packages or Path()) | LOOPBACK
        command = [sys.executable, *module, *names]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=said, text=True
        ) as process:
            for line in process.stdout or ():
                done, of = line.split()
                if done == "1":
                    after_first()
                Console().print(f"{engine.value}: {done} of {of}")
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read())
        told: Told = json.loads(Path(out.name).read_text(encoding="utf-8"))
    return told
