"""`answerable synth`: invented cases as a cut, or as the dirty extracts of invented systems."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.output import Format, FormatOption, print_json, progress, refuse
from answerable.synthetic.cases.parameters import number

if TYPE_CHECKING:
    from answerable.synthetic.cases.invent import Invention

_AS_OF = "2026-03-31"
_YEARS_OF_A_SMALL_FORCE = int(number("reports_a_year") * number("years"))


class ForcesOption(StrEnum):
    """How many forces are invented."""

    SMALL = "small"
    ALL = "all"


class DirtOption(StrEnum):
    """How much dirt is planted in extracts."""

    NONE = "none"
    SOME = "some"
    HEAVY = "heavy"


def synth(
    *,
    out: Annotated[Path, typer.Option(help="The folder to write into: a new or an empty one.")],
    forces: Annotated[
        ForcesOption, typer.Option(help="One small invented force, or 43.")
    ] = ForcesOption.SMALL,
    cases: Annotated[
        int, typer.Option(min=1, max=50_000_000, help="How many cases, over five years.")
    ] = _YEARS_OF_A_SMALL_FORCE,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same bytes.")] = 1,
    as_of: Annotated[
        str, typer.Option(help="The last day of which anything is known, YYYY-MM-DD.")
    ] = _AS_OF,
    extracts: Annotated[
        bool, typer.Option("--extracts", help="Extracts of three invented systems, not a cut.")
    ] = False,
    dirt: Annotated[
        DirtOption, typer.Option(help="How much of the dirt of real extracts is planted.")
    ] = DirtOption.NONE,
    output: FormatOption = Format.TABLE,
) -> None:
    """Invent cases, stamped SYNTHETIC: a cut, or extracts with the true answers beside them."""
    from answerable.cuts.engine import CutsNotInstalled, start
    from answerable.synthetic.extracts.files import ExtractsNotInstalled

    if dirt is not DirtOption.NONE and not extracts:
        refuse("Dirt is planted in extracts alone. Add --extracts, or leave --dirt out.")
    _check_empty(out)
    try:
        start().close()
        invention = _invention(forces, cases, seed, as_of)
        facts = _extracts(invention, out, dirt) if extracts else _cut(invention, out)
    except (CutsNotInstalled, ExtractsNotInstalled) as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{out} cannot be written: {problem.strerror or problem}. Give another folder.")
    facts = _of_invention(invention, out) | facts
    if output is Format.JSON:
        print_json(facts)
    else:
        from answerable.terminal import print_invented

        print_invented(facts)


def _check_empty(out: Path) -> None:
    if out.is_file() or out.is_symlink():
        refuse(f"{out} is a file. Name a folder that is new or empty.")
    if out.is_dir() and any(out.iterdir()):
        refuse(f"{out} is not empty, and nothing is written over. Name a new or an empty folder.")
    if not out.absolute().parent.is_dir():
        refuse(f"There is no folder {out.absolute().parent}. Make it first, or name another.")


def _invention(forces: ForcesOption, cases: int, seed: int, as_of: str) -> Invention:
    try:
        day = date.fromisoformat(as_of)
    except ValueError:
        refuse(
            f"{as_of!r} is not a date. Give the last day that is known as year, month and day, "
            f"for example: answerable synth --out cases --as-of {_AS_OF}"
        )
    if not _EARLIEST <= day.year <= _LATEST:
        refuse(f"Cases are invented up to a day of {_EARLIEST} to {_LATEST}. Give --as-of so.")
    from answerable.synthetic.cases.forces import Forces, invented
    from answerable.synthetic.cases.invent import Invention

    return Invention(invented(Forces(forces)), cases, seed, day)


_EARLIEST, _LATEST = 2020, 2100


def _cut(invention: Invention, out: Path) -> dict[str, Any]:
    from answerable.cuts.write import write_cut
    from answerable.synthetic.cases.batches import rows

    if out.is_dir():
        out.rmdir()
    with _counting("rows of the cut") as count:
        manifest = write_cut(
            out,
            rows(invention),
            as_of=invention.known_until,
            is_synthetic=True,
            progress=count,
        )
    return {"events": manifest.events, "digest": manifest.digest}


def _extracts(invention: Invention, out: Path, dirt: DirtOption) -> dict[str, Any]:
    """Write them beside their place, and move them there at the end: whole, or nothing."""
    from answerable.synthetic.extracts.dirt import Dirt
    from answerable.synthetic.extracts.write import write_extracts

    place = out.absolute()
    made = Path(tempfile.mkdtemp(prefix=f".{place.name}-unfinished-", dir=place.parent))
    try:
        with _counting("cases") as count:
            written = write_extracts(made, invention, Dirt(dirt), progress=count)
        if place.is_dir():
            place.rmdir()
        made.chmod(_AS_USUAL)
        made.rename(place)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return {"dirt": str(dirt), "rows": written.rows, "planted": written.planted}


_AS_USUAL = 0o755


@contextmanager
def _counting(of: str) -> Iterator[Callable[[int], None]]:
    with progress("Inventing cases") as status:
        yield lambda number: status.update(f"Inventing cases: {number:,} {of} written ...")


def _of_invention(invention: Invention, out: Path) -> dict[str, Any]:
    return {
        "marking": "SYNTHETIC",
        "out": str(out),
        "cases": invention.cases,
        "seed": invention.seed,
        "as_of": invention.known_until.isoformat(),
        "forces": {force.code: force.name for force in invention.forces},
    }


def synth_parameters() -> None:
    """Print what invented cases are calibrated to, each number with its source, as a page."""
    from answerable.synthetic.cases.page import as_page

    typer.echo(as_page(), nl=False)
