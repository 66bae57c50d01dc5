"""Every measure a second time: from case files, one case after another, in plain loops.

Written apart from the product’s definitions and queries. A measure here is a function that yields
one `Row` for everything that it counts in a case; those of organisations are asked of all cases at
once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from tests.reference.slow_measures import (
    letters,
    organisations,
    people,
    pilot,
    plans,
    review,
    stages,
    telling,
    withdrawal,
)
from tests.reference.slow_measures.reading import Case, Row

from answerable import statute
from answerable.cuts.organisations import OfOrganisations
from answerable.records.file import CaseFile
from answerable.statute import Limit

MEASURES: dict[str, Callable[[Case], Iterator[Row]]] = {
    **people.MEASURES,
    **plans.MEASURES,
    **letters.MEASURES,
    **withdrawal.MEASURES,
    **stages.MEASURES,
    **telling.MEASURES,
    **review.MEASURES,
    **pilot.MEASURES,
}
NAMES = {*MEASURES, *organisations.MEASURES}
NOTHING = OfOrganisations()

Group = tuple[object, ...]


def tally(
    measure: str,
    cases: Iterable[tuple[CaseFile, Mapping[str, int]]],
    as_of: date,
    by: tuple[str, ...],
    own_limits: Mapping[int, Iterable[Limit]] | None = None,
    record: OfOrganisations = NOTHING,
) -> dict[Group, Counter[str]]:
    """How many rows of each group stand in each way.

    Args:
        own_limits: what organisations set for themselves, by number.
        record: what is known of organisations beside their cases.
    """
    found: dict[Group, Counter[str]] = {}
    for row, groups in _rows(measure, list(cases), as_of, own_limits or {}, record):
        group = tuple(_value(name, row, groups) for name in by)
        found.setdefault(group, Counter())[row.standing] += 1
    return found


def _rows(
    measure: str,
    cases: list[tuple[CaseFile, Mapping[str, int]]],
    as_of: date,
    own_limits: Mapping[int, Iterable[Limit]],
    record: OfOrganisations,
) -> Iterator[tuple[Row, Mapping[str, int]]]:
    """Every row, with the organisations that it is of."""
    if measure in organisations.MEASURES:
        yield from organisations.MEASURES[measure](record, cases, as_of)
        return
    began = _pilot_began(cases, as_of) if MEASURES[measure] in pilot.COHORTS else {}
    for file, groups in cases:
        if file.reported_on > as_of:
            continue
        limits = statute.LIMITS
        for organisation in groups.values():
            limits = limits.with_versions(own_limits.get(organisation, ()))
        case = Case(file, as_of, limits, began.get(groups.get("force")))
        yield from ((row, groups) for row in MEASURES[measure](case))


def _pilot_began(
    cases: Iterable[tuple[CaseFile, Mapping[str, int]]], as_of: date
) -> dict[int | None, date]:
    """The day on which the first case of each force was enrolled."""
    began: dict[int | None, date] = {}
    for file, groups in cases:
        force = groups.get("force")
        first = Case(file, as_of).first_day("pilot_enrolled") if file.reported_on <= as_of else None
        if force is not None and first is not None:
            began[force] = min(first, began.get(force, first))
    return began


def _value(name: str, row: Row, groups: Mapping[str, int]) -> object:
    if name in {"force", "cps_area"}:
        return groups.get(name)
    if name not in {"month", "quarter", "financial_year"}:
        return row.facts[name]
    if row.on is None:
        return None
    began = row.on.year if row.on.month >= 4 else row.on.year - 1
    year = f"{began}/{str(began + 1)[2:]}"
    quarter = f"{year} Q{(row.on.month - 4) % 12 // 3 + 1}"
    return {"month": row.on.isoformat()[:7], "quarter": quarter, "financial_year": year}[name]
