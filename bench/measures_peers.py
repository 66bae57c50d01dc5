"""Measures cost a fraction of what four libraries take that others use, and say the same.

ehrQL answers its monthly share on SQLite, which it comes with, over the same cases. Both survival
libraries are given the same million durations as the product. pm4py counts the days from stage to
stage of the same cases. Seconds are those on the processor; of ehrQL, of pm4py and of the product
beside them the whole process counts. ehrQL needs Python 3.13, and a copy of its public repository
in the folder that ANSWERABLE_EHRQL names.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console

from answerable.cuts.opening import views_of
from answerable.measures.compiling import Dialect, written
from answerable.measures.engines.on_duckdb import OnDuckDB
from answerable.measures.paths.stages import Stage, staged
from answerable.measures.subjects.pilot import PILOT_BEGUN
from bench.measuring.cutting import invent
from bench.peers import NotHad, beside, peers
from bench.proof import Proof

CASES = 500_000
MEASURE = "advice_sought"
NEW_PYTHON = "python3.13"
NEEDED_BY_EHRQL = (
    *("pyarrow", "sqlalchemy", "pymssql", "trino"),
    *("sqlean.py", "networkx", "pydot", "numpy"),
)
SURVIVAL = ("scikit-survival", "lifelines")
PROCESS_MINING = ("pm4py",)
ROUNDS = 3
TIMES_LESS = {"ehrQL": 15, "scikit-survival": 100, "lifelines": 100, "pm4py": 3}
SAME = 1e-9
HALF_A_DAY = 0.5
"""Between the median of an even number of cases and the day by which half of them took the step."""

Figures = dict[tuple[str, int], tuple[int, int]]
"""By month and force: numerator and denominator."""


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Compare with each peer that can be had."""
    figures: dict[str, Any] = {}
    not_run = []
    comparisons = {
        "ehrQL": against_ehrql,
        "survival": against_survival,
        "pm4py": against_process_mining,
    }
    for name, compare in comparisons.items():
        try:
            figures |= compare()
        except NotHad as problem:
            not_run.append(f"{name}: {problem}")
    return Proof(
        claim="Measures cost a fraction of what ehrQL, lifelines, scikit-survival and pm4py take, "
        "and say the same",
        figures=figures,
        goal="; ".join(f"{times} times less than {peer}" for peer, times in TIMES_LESS.items())
        + f"; the same counts; shares within {SAME}; medians within half a day",
        holds=all(one["times less"] >= TIMES_LESS[peer] for peer, one in figures.items())
        and all(one["the same"] for one in figures.values()),
        not_run=not_run,
    )


def against_ehrql() -> dict[str, Any]:
    """The monthly share of one measure, by force."""
    python, copy = _new_python(), _copy_of_ehrql()
    with (
        tempfile.TemporaryDirectory(prefix="measures-peers-") as place,
        peers(*NEEDED_BY_EHRQL, python=python) as packages,
    ):
        folder = invent(Path(place, "cut"), CASES)
        database, out = Path(place, "cases.sqlite"), Path(place, "shares.csv")
        _fill(database, folder)
        definition = Path(__file__).parent / "measuring" / "monthly_share.py"
        asked = [python, "-m", "ehrql", "generate-measures", str(definition), "--output", str(out)]
        engine = "ehrql.query_engines.sqlite.SQLiteQueryEngine"
        theirs = _seconds(
            [*asked, "--query-engine", engine, "--dsn", f"sqlite:///{database}"],
            os.environ
            | {"PYTHONPATH": os.pathsep.join(map(str, (packages, copy, definition.parent)))},
        )
        told = Path(place, "answers.json")
        command = ["measure", "run", "--cut", str(folder), "--measure", MEASURE]
        options = ["--by", "month,force", "--format", "json", "--out", str(told)]
        ours = _seconds([sys.executable, "-m", "answerable", *command, *options])
        same = _theirs(out) == _ours(told)
    return {"ehrQL": _compared(ours, theirs, same=same) | {"cases": CASES}}


def _new_python() -> str:
    kept = sorted(Path.home().glob(f".pyenv/versions/3.13*/bin/{NEW_PYTHON}"))
    for one in (*kept, shutil.which(NEW_PYTHON)):
        if one and subprocess.run([one, "--version"], check=False).returncode == 0:
            return str(one)
    raise NotHad("it needs Python 3.13, which is not on this machine.")


def _copy_of_ehrql() -> Path:
    named = os.environ.get("ANSWERABLE_EHRQL", "")
    if not named or not Path(named, "ehrql", "__main__.py").is_file():
        raise NotHad("ANSWERABLE_EHRQL names no copy of its repository.")
    return Path(named)


def _fill(database: Path, folder: Path) -> None:
    """The spine as ehrQL takes it: a row a patient, with dates."""
    dated = ("reported_on", "not_a_crime_on", "advice_requested_on")
    days = ", ".join(f"(DATE '1970-01-01' + {one})::VARCHAR" for one in dated)
    with views_of(folder) as cut:
        rows = cut.execute(f"SELECT case_number, {days}, force FROM spine").fetchall()
    columns = ", ".join(f"{one} DATE" for one in dated)
    with sqlite3.connect(database) as filled:
        filled.execute(f"CREATE TABLE cases (patient_id INTEGER PRIMARY KEY, {columns}, force INT)")
        filled.executemany("INSERT INTO cases VALUES (?, ?, ?, ?, ?)", rows)


def _theirs(file: Path) -> Figures:
    with file.open(encoding="utf-8", newline="") as opened:
        return {
            (one["interval_start"][:7], int(one["force"])): (
                int(one["numerator"]),
                int(one["denominator"]),
            )
            for one in csv.DictReader(opened)
            if int(one["denominator"])
        }


def _ours(file: Path) -> Figures:
    return {
        (one["group"]["month"], one["group"]["force"]): (one["numerator"], one["denominator"])
        for one in json.loads(file.read_text(encoding="utf-8"))
        if one["denominator"]
    }


def against_survival() -> dict[str, Any]:
    """Shares by ending of a million cases."""
    with peers(*SURVIVAL) as packages, tempfile.TemporaryDirectory() as place:
        seconds: dict[str, list[float]] = {}
        shares = {}
        for _ in range(ROUNDS):
            for peer in ("answerable", *SURVIVAL):
                out = Path(place, f"{peer}.json")
                seconds.setdefault(peer, []).append(_asked(peer, out, packages))
                shares[peer] = json.loads(out.read_text(encoding="utf-8"))
    ours = median(seconds["answerable"])
    return {
        peer: _compared(
            ours, median(seconds[peer]), same=_alike(shares["answerable"], shares[peer])
        )
        for peer in SURVIVAL
    }


def against_process_mining() -> dict[str, Any]:
    """How many cases go from each stage to the next, and the median of the days that takes."""
    with peers(*PROCESS_MINING) as packages, tempfile.TemporaryDirectory() as place:
        folder = invent(Path(place, "cut"), CASES)
        events, theirs_out, told = (
            Path(place, name) for name in ("events.csv", "theirs.json", "paths.json")
        )
        _fill_log(events, folder)
        module = [sys.executable, "-m", "bench.measuring.in_pm4py", str(events), str(theirs_out)]
        theirs = _seconds([*module, *Stage], beside(packages))
        command = [sys.executable, "-m", "answerable", "measure", "paths", "--cut", str(folder)]
        ours = _seconds([*command, "--format", "json"], to=told)
        same = _same_steps(
            json.loads(told.read_text(encoding="utf-8")),
            json.loads(theirs_out.read_text(encoding="utf-8")),
        )
    return {"pm4py": _compared(ours, theirs, same=same) | {"cases": CASES}}


def _fill_log(events: Path, folder: Path) -> None:
    """The first day of each stage of each case as pm4py takes it: a row an event."""
    days = ", ".join(Stage)
    query = written(staged().select("case_number", *Stage), Dialect.DUCKDB)
    stages = " ".join(f"WHEN '{stage}' THEN {place}" for place, stage in enumerate(Stage))
    with closing(OnDuckDB(folder, CASES)) as cut:
        cut.keep(PILOT_BEGUN.name, written(PILOT_BEGUN.relation(), Dialect.DUCKDB))
        rows = cut.rows(
            f"SELECT * FROM (UNPIVOT ({query}) ON {days} INTO NAME stage VALUE day) "
            f"ORDER BY case_number, day, CASE stage {stages} END"
        )
    with events.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([("case_number", "stage", "day"), *rows])


def _same_steps(ours: dict[str, Any], theirs: dict[str, list[float]]) -> bool:
    def alike(step: dict[str, Any]) -> bool:
        cases, median_days = theirs[f"{step['from']} {step['to']}"]
        outcome = step["outcome"]
        return outcome["cases"] == cases and (
            not cases or abs(outcome["median"] - median_days) <= HALF_A_DAY
        )

    return all(alike(step) for step in ours["steps"])


def _asked(peer: str, out: Path, packages: Path) -> float:
    module = [sys.executable, "-m", "bench.measuring.surviving", peer, str(out)]
    done = subprocess.run(module, env=beside(packages), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    seconds = float(done.stdout.splitlines()[-1])
    Console().print(f"{peer}: {seconds:.3f} s")
    return seconds


def _alike(ours: dict[str, list[float]], theirs: dict[str, list[float]]) -> bool:
    return all(
        abs(one - other) <= SAME
        for name in ours
        for one, other in zip(ours[name], theirs[name], strict=True)
    )


def _compared(ours: float, theirs: float, *, same: bool) -> dict[str, Any]:
    return {
        "seconds": round(ours, 3),
        "seconds of the peer": round(theirs, 3),
        "times less": round(theirs / ours, 1),
        "the same": same,
    }


def _seconds(
    command: list[str], environment: dict[str, str] | None = None, *, to: Path = Path(os.devnull)
) -> float:
    """The seconds on the processor that a command took, start and all.

    Args:
        to: the file that what it prints goes to.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with to.open("wb") as printed:
        done = subprocess.run(
            command, env=environment, stdout=printed, stderr=subprocess.PIPE, check=False
        )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
