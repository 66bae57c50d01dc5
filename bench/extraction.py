"""Items are read from inspection documents with an F1 of at least 0.97, 100 pages in 5 seconds.

Every reference document goes through the real path: the file is read in the limited child
process and its items are found. Differences are shown in words for the development documents;
those of the held-out documents only with `--full`, so that nobody tunes rules on them.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from answerable.documents import Unreadable, read
from answerable.extraction import read_inspection
from bench.cores import one_core
from bench.proof import Proof
from bench.reference.labels import FACTS, labelled_documents
from bench.reference.long_report import PAGES, write_long_report
from bench.reference.matching import FIELDS, Comparison, Tally, compare, nothing_read

F1_GOAL = 0.97
SECONDS_GOAL = 5.0


def prove(*, full: bool) -> Proof:
    """Measure item F1 over all reference documents, and the time for a long report."""
    console, comparisons, not_run = wide_console(), [], []
    for document in labelled_documents():
        try:
            comparisons.append(compare(document, read_inspection(read(document.path))))
        except Unreadable as problem:
            not_run.append(f"{document.path.name} was refused: {problem}")
            comparisons.append(nothing_read(document))
        except Exception as error:  # noqa: BLE001 - one bad reading must not hide the others
            not_run.append(f"{document.path.name} broke the reading: {error!r}")
            comparisons.append(nothing_read(document))
    show_documents(console, comparisons, held_out_in_words=full)
    seconds = seconds_for_long_report()
    f1 = total(comparisons).f1
    figures = {
        "documents": len(comparisons),
        "items labelled": sum(len(comparison.document.items) for comparison in comparisons),
        "item F1": f1,
        "item F1, development": total(in_split(comparisons, "development")).f1,
        "item F1, held out": total(in_split(comparisons, "held_out")).f1,
        "mean F1 of the layouts": mean_over_layouts(comparisons),
        "F1 by format": by_form(comparisons),
        "accuracy, development": accuracies(total(in_split(comparisons, "development"))),
        "accuracy, held out": accuracies(total(in_split(comparisons, "held_out"))),
        f"seconds for {PAGES} pages on one core": round(seconds, 2),
    }
    return Proof(
        claim="Items are read from inspection documents of many layouts, and quickly",
        figures=figures,
        goal=f"item F1 at least {F1_GOAL}, {PAGES} pages in less than {SECONDS_GOAL:.0f} seconds",
        holds=f1 >= F1_GOAL and seconds < SECONDS_GOAL,
        not_run=not_run,
    )


def wide_console() -> Console:
    """A console that shows whole file names, also where the output is no terminal."""
    return Console(width=None if sys.stdout.isatty() else 120)


def in_split(comparisons: list[Comparison], split: str) -> list[Comparison]:
    """The comparisons of one half of the reference documents."""
    return [comparison for comparison in comparisons if comparison.document.split == split]


def total(comparisons: list[Comparison]) -> Tally:
    """One tally over all documents: every item weighs the same."""
    tally = Tally()
    for comparison in comparisons:
        tally.add(comparison.tally)
    return tally


def by_form(comparisons: list[Comparison]) -> dict[str, float]:
    """Item F1 of each file format."""
    forms: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        forms[comparison.document.form].append(comparison)
    return {form: round(total(some).f1, 4) for form, some in sorted(forms.items())}


def mean_over_layouts(comparisons: list[Comparison]) -> float:
    """The mean of the documents' F1: each document is a layout, and each layout weighs the same."""
    scores = [comparison.tally.f1 for comparison in comparisons]
    return sum(scores) / len(scores) if scores else 0.0


def accuracies(tally: Tally) -> dict[str, float]:
    """The share of right answers for each field of an item and each fact of a document."""
    names = (*FIELDS, *FACTS, "response")
    return {name: round(share, 4) for name in names if (share := tally.accuracy(name)) is not None}


def show_documents(
    console: Console, comparisons: list[Comparison], *, held_out_in_words: bool
) -> None:
    """Print a row for each document, then what differs in words."""
    table = Table("document", "split", "items", "found", "missed", "extra", "F1", "other errors")
    for comparison in comparisons:
        tally = comparison.tally
        table.add_row(
            comparison.document.path.name,
            comparison.document.split,
            *(str(n) for n in (len(comparison.document.items), tally.hits, tally.missed)),
            str(tally.extra),
            f"{tally.f1:.3f}",
            str(tally.asked.total() - tally.right.total()),
        )
    console.print(table)
    for comparison in comparisons:
        shown = held_out_in_words or comparison.document.split == "development"
        if comparison.differences and shown:
            show_differences(console, comparison)


def show_differences(console: Console, comparison: Comparison) -> None:
    """Print what a developer would mend in the reading of one document."""
    document = comparison.document
    console.print(f"\n{document.path.name} ({document.layout})", style="bold", highlight=False)
    for sentence in comparison.sentences():
        console.print(f"  - {sentence}", highlight=False, markup=False, soft_wrap=True)


def seconds_for_long_report() -> float:
    """Seconds from file to items for a long PDF on one core: the best of three runs."""
    with tempfile.TemporaryDirectory() as folder, one_core():
        path = Path(folder) / "long.pdf"
        write_long_report(path)
        return min(_seconds(path) for _ in range(3))


def _seconds(path: Path) -> float:
    started = time.perf_counter()
    document = read(path)
    read_inspection(document)
    elapsed = time.perf_counter() - started
    if len(document.pages) != PAGES:
        raise RuntimeError(f"The long report has {len(document.pages)} pages, not {PAGES}.")
    return elapsed
