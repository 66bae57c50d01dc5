"""How far two reviewers agree: raw, Cohen’s kappa, Krippendorff’s alpha, Gwet’s AC1.

Four numbers, since one misleads: where nearly every file is rated alike, kappa may be near nought
although the reviewers hardly ever differ. AC1 does not fall then.

Sources: Cohen, “A coefficient of agreement for nominal scales”, 1960, and “Weighted kappa”, 1968;
Krippendorff, “Computing Krippendorff’s Alpha-Reliability”, 2011; Gwet, “Computing inter-rater
reliability and its variance in the presence of high agreement”, 2008.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import permutations
from typing import TypeAlias, TypeVar

Value = TypeVar("Value", bound=Hashable)
Pairs: TypeAlias = Sequence[tuple[Value, Value]]
Apart: TypeAlias = Callable[[int, int], float]
"""How far two places on a scale are apart: 0 where they are one."""


def rated_alike(pairs: Pairs[Value]) -> float | None:
    """The share of files that both rated alike; None where there is none."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def kappa(pairs: Pairs[Value], scale: Sequence[Value], apart: Apart | None = None) -> float | None:
    """Cohen’s kappa: the agreement beyond what the habits of the two would give by chance.

    Args:
        scale: every value there is, in its order.
        apart: how much a difference weighs; None: any as much as any other. `squared` for scales
            with an order.

    Returns:
        None where chance leaves nothing to disagree about.
    """
    place = {value: number for number, value in enumerate(scale)}
    distance = apart or _differs
    count = len(pairs)
    first = Counter(place[one] for one, _ in pairs)
    second = Counter(place[other] for _, other in pairs)
    seen = sum(distance(place[one], place[other]) for one, other in pairs) * count
    by_chance = sum(
        first[one] * second[other] * distance(one, other) for one in first for other in second
    )
    return 1 - seen / by_chance if by_chance else None


def squared(one: int, other: int) -> float:
    """Apart by the square of the steps between them, as weighted kappa usually is."""
    return float((one - other) ** 2)


def gwet_ac1(pairs: Pairs[Value], scale: Sequence[Value]) -> float | None:
    """Gwet’s AC1: agreement beyond chance, where chance is that of files hard to rate.

    Args:
        scale: every value there is; two at least.

    Returns:
        None where there is no file.
    """
    observed = rated_alike(pairs)
    if observed is None:
        return None
    counted = Counter(value for pair in pairs for value in pair)
    shares = [counted[value] / (2 * len(pairs)) for value in scale]
    by_chance = sum(share * (1 - share) for share in shares) / (len(scale) - 1)
    return (observed - by_chance) / (1 - by_chance)


def nominal_alpha(units: Sequence[Sequence[Value]]) -> float | None:
    """Krippendorff’s alpha where values have no order.

    Args:
        units: of each file, what those who rated it said; files that one alone rated count not.

    Returns:
        None where no two values were given, or one value only.
    """
    scale = list(dict.fromkeys(value for unit in units for value in unit))
    places = {value: number for number, value in enumerate(scale)}
    return _alpha([[places[value] for value in unit] for unit in units], lambda _: _differs)


def ordinal_alpha(units: Sequence[Sequence[Value]], scale: Sequence[Value]) -> float | None:
    """Krippendorff’s alpha where values have an order: the more files lie between, the further.

    Args:
        units: as `nominal_alpha` takes them.
        scale: every value in its order.
    """
    places = {value: number for number, value in enumerate(scale)}
    return _alpha([[places[value] for value in unit] for unit in units], _by_ranks)


def _alpha(units: list[list[int]], metric: Callable[[Counter[int]], Apart]) -> float | None:
    paired = [unit for unit in units if len(unit) > 1]
    counted = Counter(value for unit in paired for value in unit)
    total = counted.total()
    apart = metric(counted)
    expected = sum(
        counted[one] * counted[other] * apart(one, other)
        for one in counted
        for other in counted
        if one != other
    )
    if not expected:
        return None
    seen = sum(
        sum(apart(one, other) for one, other in permutations(unit, 2)) / (len(unit) - 1)
        for unit in paired
    )
    return 1 - (total - 1) * seen / expected


def _by_ranks(counted: Counter[int]) -> Apart:
    def apart(one: int, other: int) -> float:
        low, high = sorted((one, other))
        between = sum(counted[value] for value in range(low, high + 1))
        return float((between - (counted[low] + counted[high]) / 2) ** 2)

    return apart


def _differs(one: int, other: int) -> float:
    return float(one != other)
