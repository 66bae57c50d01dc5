"""What a coarser figure would show, where too much of one is hidden: what to ask instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from answerable.disclosure.policy import Policy
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.table import ALL, Labels
from answerable.measures.groups import in_words
from answerable.release.counting import columns_of

_LONGER = {"month": ("quarter", "financial_year"), "quarter": ("financial_year",)}


def advice(
    by: tuple[str, ...], counts: Mapping[Labels, int], table: ProtectedTable, policy: Policy
) -> tuple[str, ...]:
    """What to ask instead of a figure of which too much is hidden; empty where it is not.

    Totals are not counted. A cell of a coarser figure could be shown where it reaches the
    threshold; some may have to be hidden for the sake of others.

    Args:
        by: the breakdowns of the figure.
        counts: its table, by the columns of the breakdowns and the answer.
    """
    inner = [cell for cell in table.release.cells if ALL not in cell.labels]
    hidden = sum(not cell.is_shown for cell in inner)
    if 100 * hidden <= policy.rules.sparse.value * len(inner):
        return ()
    found = [f"Coarsen first: {hidden} of {len(inner)} cells are hidden."]
    for words, coarser in _coarser(by):
        cells = _kept(by, coarser, counts)
        large = sum(count >= policy.threshold for count in cells.values())
        found.append(f"{words}: {large} of {len(cells)} cells would be large enough.")
    return tuple(found)


def _coarser(by: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Coarser breakdowns, in words and by name."""
    for at, name in enumerate(by):
        for longer in _LONGER.get(name, ()):
            words = f"By {in_words(longer)} instead of {in_words(name)}"
            yield words, (*by[:at], longer, *by[at + 1 :])
        yield f"Not by {in_words(name)}", (*by[:at], *by[at + 1 :])


def _kept(
    by: tuple[str, ...], coarser: tuple[str, ...], counts: Mapping[Labels, int]
) -> dict[Labels, int]:
    """The counts by some of their columns, the answer always."""
    columns = [column for name in by for column in columns_of(name)]
    wanted = {column for name in coarser for column in columns_of(name)}
    places = [*(at for at, column in enumerate(columns) if column in wanted), len(columns)]
    found: dict[Labels, int] = defaultdict(int)
    for labels, count in counts.items():
        found[tuple(labels[at] for at in places)] += count
    return found
