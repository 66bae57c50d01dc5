"""A response of 30 recommendations becomes all formats in under two seconds on one core.

HTML, PDF, DOCX, ODT and JSON, one after the other, in the order in which they are published. What
a fresh process needs to load the libraries is measured apart: a server pays it once.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import as_json, canonical_bytes
from answerable.writing.docx import to_docx
from answerable.writing.html import to_html
from answerable.writing.odt import to_odt
from answerable.writing.outline import lines_of
from answerable.writing.pdf import to_pdf
from bench.cores import one_core
from bench.proof import Proof
from bench.written.response import response_with_table_and_welsh

RECOMMENDATIONS = 30
MANY = 300
ROUNDS = 9
SECONDS_GOAL = 2.0
FORMATS: dict[str, Callable[[WrittenDocument], str | bytes]] = {
    "HTML": to_html,
    "PDF": to_pdf,
    "DOCX": to_docx,
    "ODT": to_odt,
    "JSON": canonical_bytes,
}


def prove(*, full: bool) -> Proof:
    """Measure the median of several runs, each with another text, and a run in a fresh process."""
    document = response_with_table_and_welsh(RECOMMENDATIONS)
    others = [
        response_with_table_and_welsh(RECOMMENDATIONS, seed=seed)
        for seed in range(ROUNDS * (5 if full else 1))
    ]
    with one_core():
        rounds = [seconds_by_format(other) for other in others]
        many = seconds_by_format(response_with_table_and_welsh(MANY))
        first = first_run(document)
    in_all = statistics.median(sum(taken.values()) for taken in rounds)
    figures = {
        "recommendations": RECOMMENDATIONS,
        "words": sum(len(line.text.split()) for line in lines_of(document)),
        "runs": len(rounds),
        "seconds in all, median": round(in_all, 3),
        "seconds in all, worst": round(max(sum(taken.values()) for taken in rounds), 3),
        "milliseconds by format, median": {
            name: round(1000 * statistics.median(taken[name] for taken in rounds), 1)
            for name in FORMATS
        },
        "kilobytes by format": {
            name: round(len(render(document)) / 1000, 1) for name, render in FORMATS.items()
        },
        "seconds of a fresh process, imports": round(first["import"], 3),
        "seconds of a fresh process, first rendering": round(first["render"], 3),
        f"seconds in all for {MANY} recommendations": round(sum(many.values()), 3),
    }
    return Proof(
        claim=f"A response of {RECOMMENDATIONS} recommendations becomes all formats quickly",
        figures=figures,
        goal=f"all formats in less than {SECONDS_GOAL:.0f} seconds in all on one core, and in a "
        "fresh process with its imports",
        holds=max(in_all, first["import"] + first["render"]) < SECONDS_GOAL,
    )


def seconds_by_format(document: WrittenDocument) -> dict[str, float]:
    """How long each format took, made once."""
    taken = {}
    for name, render in FORMATS.items():
        started = time.perf_counter()
        render(document)
        taken[name] = time.perf_counter() - started
    return taken


def first_run(document: WrittenDocument) -> dict[str, float]:
    """The seconds of imports and of the first rendering in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.written.first_run"],
        input=json.dumps(as_json(document)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured
