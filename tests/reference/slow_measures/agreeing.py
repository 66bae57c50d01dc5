"""Whether the product and the slow measures give the same figures of a caseload."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tests.reference import slow_measures

from answerable.cuts.organisations import OfOrganisations
from answerable.measures.definition import Definition
from answerable.measures.running import Cut, answers_to
from answerable.records.file import CaseFile
from answerable.statute import Limit

Figures = dict[tuple[object, ...], tuple[int, ...]]
"""By group: numerator, denominator, not applicable, pending, unknown."""


def breakdown(definition: Definition) -> tuple[str, ...]:
    """Everything by which a measure can be broken down at once."""
    return ("month", "force", *definition.breakdowns)


def fast(cut: Cut, definition: Definition) -> Figures:
    """The product’s figures."""
    return together(cut, [definition], breakdown(definition))[definition.name]


def together(
    cut: Cut, definitions: Iterable[Definition], by: tuple[str, ...]
) -> dict[str, Figures]:
    """The product’s figures of several measures, asked in one run."""
    asked = list(definitions)
    found: dict[str, Figures] = {one.name: {} for one in asked}
    for one in answers_to(cut, asked, by):
        found[one.measure][tuple(one.group.values())] = (
            one.numerator,
            one.denominator,
            one.not_applicable,
            one.pending,
            one.unknown,
        )
    return found


def slow(
    definition: Definition,
    cases: Iterable[tuple[CaseFile, Mapping[str, int]]],
    as_of: date,
    own_limits: Mapping[int, Iterable[Limit]] | None = None,
    by: tuple[str, ...] | None = None,
    record: OfOrganisations = slow_measures.NOTHING,
) -> Figures:
    """The figures of the second implementation, by everything where nothing is named."""
    wanted = breakdown(definition) if by is None else by
    found = slow_measures.tally(definition.name, cases, as_of, wanted, own_limits, record)
    return {group: _figures(counts) for group, counts in found.items()}


def _figures(counts: Mapping[str, int]) -> tuple[int, ...]:
    asked = counts["met"] + counts["missed"] + counts["unknown"]
    left_out = counts["not_applicable"] + counts["pending"]
    return (counts["met"], asked, left_out, counts["pending"], counts["unknown"])
