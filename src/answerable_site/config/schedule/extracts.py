"""What was sent or set aside, and what nobody settled in time."""

from __future__ import annotations

from datetime import datetime

from answerable_site.casework import wall
from answerable_site.config.schedule.jobs import Outcome
from answerable_site.intake import operations, queries
from answerable_site.people.rules import PRODUCT


def erase(at: datetime) -> Outcome:
    """Erase rows whose days are over, and files that nobody confirmed."""
    with wall.as_product():
        rows = operations.erase_unsettled(by=PRODUCT, at=at)
        extracts = operations.forget_extracts(by=PRODUCT, at=at)
    return Outcome(done=_said(rows, extracts, "erased"))


def foresee(at: datetime) -> tuple[str, ...]:
    """What `erase` would do."""
    with wall.as_product():
        rows = queries.rows_to_erase(at).count()
        extracts = len(queries.forgotten_extracts(operations.FOLDER, at=at))
    return _said(rows, extracts, "to erase")


def _said(rows: int, extracts: int, verb: str) -> tuple[str, ...]:
    said = []
    if rows:
        said.append(f"{rows} row{'' if rows == 1 else 's'} of extracts {verb}.")
    if extracts:
        said.append(f"{extracts} extract{'' if extracts == 1 else 's'} {verb}.")
    return tuple(said)
