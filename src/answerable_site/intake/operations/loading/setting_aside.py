"""Rows that do not go on are kept under lock, each with its reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from answerable.mappings import SetAside
from answerable_site.casework.sealing import seal_all
from answerable_site.intake.models import Batch, SetAsideRow
from answerable_site.intake.operations.loading.preparing import Held, Prepared

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    reasons: list[tuple[str, str]]
    """Code and heading."""
    content: str
    """JSON, still in clear."""


def _set_aside(batch: Batch, prepared: Prepared, held: Mapping[int, Held]) -> int:
    """Keep every row of the file that does not go on; how many.

    Args:
        held: cases that are set aside as a whole, by their number in the file.
    """
    rows = [*map(_from_check, prepared.outcome.set_aside()), *_from_record(prepared, held)]
    sealed = seal_all(row.content for row in rows)
    each = (
        SetAsideRow(
            batch=batch,
            organisation_id=batch.organisation_id,
            row=row.number,
            reasons=row.reasons,
            sealed=content,
        )
        for row, content in zip(rows, sealed, strict=True)
    )
    while some := list(islice(each, _AT_ONCE)):
        SetAsideRow.objects.bulk_create(some)
    return len(rows)


def _from_check(one: SetAside) -> _Row:
    """A row whose cells nobody can place is kept without them: a name could stand anywhere."""
    doubts = [
        {"code": each.code, "column": each.column, "cell": each.cell, "more": each.more}
        for each in one.doubts
    ]
    reasons = {(each.code, each.heading) for each in one.doubts}
    return _row(one.row, one.cells, doubts, reasons)


def _from_record(prepared: Prepared, held: Mapping[int, Held]) -> Iterator[_Row]:
    keys = {case.number: case.key for case in prepared.cases if case.number in held}
    rows = prepared.outcome.rows_of(keys.values())
    wanted = [row for number in held for row in rows[keys[number]]]
    cells = prepared.outcome.cells_of(wanted)
    for number, why in held.items():
        for row in rows[keys[number]]:
            doubt = _doubt(why, row)
            yield _row(row, cells[row], [doubt], {(doubt["code"], "")})


def _doubt(why: Held, row: int) -> dict[str, str]:
    if why.row in {None, row}:
        return {"code": why.code, "column": "", "cell": "", "more": why.more}
    return {"code": "waits_for_row", "column": "", "cell": "", "more": str(why.row)}


def _row(
    number: int,
    cells: Mapping[str, str],
    doubts: list[dict[str, Any]],
    reasons: set[tuple[str, str]],
) -> _Row:
    content = json.dumps({"cells": dict(cells), "doubts": doubts}, ensure_ascii=False)
    return _Row(number, sorted(reasons), content)
