"""Writing the extracts of invented cases, with the list of what each row truly was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

from answerable.records.file import CaseFile
from answerable.synthetic.cases.files import case_files
from answerable.synthetic.cases.forces import Force
from answerable.synthetic.cases.invent import Invention
from answerable.synthetic.extracts import larkspur, quayside, thornbook
from answerable.synthetic.extracts.dirt import Dirt, soil
from answerable.synthetic.extracts.files import LarkspurFile, QuaysideFile, ThornbookFile
from answerable.synthetic.extracts.row import Row
from answerable.synthetic.extracts.truth import FILE as TRUTH
from answerable.synthetic.extracts.truth import Truth

CASES_AT_ONCE = 2_000


@dataclass(slots=True)
class Written:
    """How much was written."""

    rows: dict[str, int]
    """Rows of each system."""
    planted: dict[str, int]
    """How often each kind of dirt was planted."""


def write_extracts(
    folder: Path,
    invention: Invention,
    dirt: Dirt,
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> Written:
    """Write the files of the three systems and the truth into a folder.

    The same invention and dirt give the same bytes. Dirt has draws of its own: with another amount
    of it the cases stay the same.

    Args:
        folder: an empty one.
        progress: told how many cases are written.

    Raises:
        CutsNotInstalled: DuckDB or numpy is missing.
        ExtractsNotInstalled: what writes workbooks is missing.
        OSError: the files cannot be written.
    """
    # It draws dirt and no secret.
    chance = Random(invention.seed)  # noqa: S311  # nosec B311
    written = Written(dict.fromkeys((larkspur.SYSTEM, quayside.SYSTEM, thornbook.SYSTEM), 0), {})
    entries = 0
    with ExitStack() as stack:
        files: dict[str, LarkspurFile | QuaysideFile | ThornbookFile] = {
            larkspur.SYSTEM: stack.enter_context(LarkspurFile(folder)),
            quayside.SYSTEM: stack.enter_context(QuaysideFile(folder)),
            thornbook.SYSTEM: stack.enter_context(ThornbookFile(folder)),
        }
        truth = Truth(stack.enter_context((folder / TRUTH).open("w", encoding="utf-8", newline="")))
        for force, file in each_case(invention):
            clean = list(thornbook.rows(force, file, entries + 1))
            entries += len(clean)
            for name, rows in (
                (larkspur.SYSTEM, larkspur.rows(force, file)),
                (quayside.SYSTEM, quayside.rows(force, file)),
                (thornbook.SYSTEM, clean),
            ):
                for row in soil(name, rows, dirt, chance):
                    files[name].write(row)
                    truth.tell(name, row)
                    _count(written, name, row)
            if file.case % CASES_AT_ONCE == 0:
                progress(file.case)
    return written


def each_case(invention: Invention) -> Iterator[tuple[Force, CaseFile]]:
    """The invented cases as case files, each with its force, in the order of their numbers."""
    for part in invention.parts():
        last_of_part = part.first_case + len(part.force) - 1
        for first in range(part.first_case, last_of_part + 1, CASES_AT_ONCE):
            last = min(first + CASES_AT_ONCE - 1, last_of_part)
            for file in case_files(part, first=first, last=last):
                force = int(part.force[file.case - part.first_case])
                yield invention.forces[force - 1], file


def _count(written: Written, of: str, row: Row) -> None:
    written.rows[of] += 1
    for one in row.planted:
        written.planted[one.dirt] = written.planted.get(one.dirt, 0) + 1
