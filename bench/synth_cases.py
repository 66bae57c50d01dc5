"""A million invented cases in under a minute on one core, calibrated to their sources.

Timed is inventing them up to the batches from which a cut is written; writing is `cut-write`. What
they come out as is read off the events and printed beside what was aimed at, with its source. Some
of the histories are rebuilt as typed events and put to every rule of what cannot have happened.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from time import perf_counter

import numpy as np
from rich.console import Console
from rich.table import Column, Table

from answerable import statute
from answerable.records.file import CaseFile
from answerable.records.rules import breaches, why_impossible
from answerable.synthetic.cases.batches import rows
from answerable.synthetic.cases.calibration import Calibrated, calibrated
from answerable.synthetic.cases.files import case_files
from answerable.synthetic.cases.forces import Forces, invented
from answerable.synthetic.cases.invent import Invention
from answerable.synthetic.cases.parameters import PARAMETERS, Mark
from bench.cores import one_core
from bench.proof import Proof

CASES = 1_000_000
MOST_SECONDS = 60
CALIBRATED = 200_000
COMPARED = 20_000
JUDGED = 400
KNOWN_UNTIL = date(2026, 3, 31)
SEED = 20260331


def prove(*, full: bool) -> Proof:
    """Invent a million cases, and look at some of them.

    With `full`, a million are calibrated, and written as a cut.
    """
    with one_core():
        seconds, events = time_inventing(CASES)
        found = calibrated(invention(CASES if full else CALIBRATED).parts())
        show(found)
        impossible, breached = judge(JUDGED)
        same = digest(SEED) == digest(SEED)
        other = digest(SEED) != digest(SEED + 1)
        written = {"seconds to write them as a cut": time_writing(CASES)} if full else {}
    off = [one.name for one in found if not one.holds]
    figures = {
        "cases": CASES,
        "events": events,
        "seconds to invent them, as batches of a cut": round(seconds, 1),
        **written,
        "figures compared with what was aimed at": len(found),
        "of cases": CASES if full else CALIBRATED,
        "figures that are off": off,
        "parameters": len(PARAMETERS),
        "of these with a source": sum(one.mark in CITED for one in PARAMETERS.values()),
        "of these assumed": sum(one.mark is Mark.ASSUMED for one in PARAMETERS.values()),
        "histories put to the rules": JUDGED,
        "events that cannot have happened": impossible,
        "rules breached in some of them": len(breached),
        "the same seed gives the same cases": same,
        "another seed gives others": other,
    }
    return Proof(
        claim="A million cases are invented in under a minute on one core, as they are calibrated",
        figures=figures,
        goal=f"under {MOST_SECONDS} s; no figure off; 0 events that cannot have happened; "
        "the same seed, the same cases",
        holds=seconds < MOST_SECONDS and not off and not impossible and same and other,
    )


CITED = (Mark.CONFIRMED, Mark.SECONDARY)


def invention(cases: int, seed: int = SEED) -> Invention:
    """Cases of all invented forces."""
    return Invention(invented(Forces.ALL), cases, seed, KNOWN_UNTIL)


def time_inventing(cases: int) -> tuple[float, int]:
    """Seconds until every batch was there, and how many events they held."""
    begun, events = perf_counter(), 0
    for _, batch in rows(invention(cases)):
        events += len(batch["case_number"]) if "happened_on" in batch else 0
    return perf_counter() - begun, events


def time_writing(cases: int) -> float:
    """Seconds until they were invented and written as a cut."""
    from answerable.cuts.write import write_cut

    with tempfile.TemporaryDirectory() as folder:
        begun = perf_counter()
        cut = Path(folder) / "cut"
        write_cut(cut, rows(invention(cases)), as_of=KNOWN_UNTIL, is_synthetic=True)
        return round(perf_counter() - begun, 1)


def digest(seed: int) -> str:
    """A digest of everything in the batches of some cases."""
    found = hashlib.sha256()
    for table, batch in rows(invention(COMPARED, seed)):
        for name, cells in batch.items():
            found.update(f"{table} {name}".encode())
            plain = np.ma.getdata(cells)
            found.update("\n".join(plain).encode() if plain.dtype.kind == "O" else plain.tobytes())
            found.update(np.ma.getmaskarray(cells).tobytes())
    return found.hexdigest()


def judge(cases: int) -> tuple[int, Counter[str]]:
    """How many events cannot have happened, and in how many cases each rule was breached."""
    impossible, breached = 0, Counter[str]()
    (part,) = invention(cases).parts()
    for file in case_files(part, first=1, last=cases):
        so_far = CaseFile(file.case, file.reported_on)
        for one in file.recorded:
            impossible += bool(why_impossible(so_far, one))
            so_far = so_far.with_event(one)
        breached.update({one.rule.code for one in breaches(file, statute.LIMITS, on=KNOWN_UNTIL)})
    return impossible, breached


def show(found: list[Calibrated]) -> None:
    """Each figure beside what was aimed at and its source."""
    table = Table("Figure", "Aimed at", "Found", "Of", Column("Source", overflow="fold"))
    for one in found:
        table.add_row(
            one.name if one.holds else f"[red]{one.name}[/red]",
            f"{one.aimed:.3g}",
            f"{one.found:.3g}",
            f"{one.of:,}",
            one.source,
        )
    Console().print(table)
