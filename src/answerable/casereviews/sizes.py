"""How many files to draw, and how far off a share may then be.

Source: Cochran, “Sampling Techniques”, third edition, 1977, sections 4.4 and 5.5: the size for a
share under a normal approximation with the correction for a finite population; allocation in
proportion.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, sqrt
from statistics import NormalDist
from typing import Final

CONFIDENCE: Final = 0.95
LEAST_IN_STRATUM: Final = 2
"""Of one file, nobody can say how far files of its stratum differ."""


class UnusableSize(ValueError):
    """No sample of this size or precision can be drawn; the message says why."""


def sample_size(
    population: int, half_width: float, *, confidence: float = CONFIDENCE, share: float = 0.5
) -> int:
    """How many files to draw so that a share is off by no more than wanted.

    Args:
        population: files in the frame.
        half_width: half of the wanted interval, as a share: 0.1 for plus or minus ten points.
        confidence: of the interval, between 0 and 1.
        share: what the share is thought to be; 0.5 asks for the most files.

    Raises:
        UnusableSize: there is no file, or a number lies outside its range.

    >>> sample_size(532, 0.10), sample_size(532, 0.05)
    (82, 224)
    """
    if population < 1 or not 0 < half_width < 1 or not 0 < confidence < 1 or not 0 < share < 1:
        raise UnusableSize("There is no file, or a share does not lie between 0 and 1.")
    unlimited = (quantile(confidence) / half_width) ** 2 * share * (1 - share)
    return ceil(unlimited / (1 + (unlimited - 1) / population))


def half_width(
    population: int, drawn: int, *, confidence: float = CONFIDENCE, share: float = 0.5
) -> float:
    """How far off a share may be when so many files are drawn: the reverse of `sample_size`.

    Raises:
        UnusableSize: fewer than one file is drawn, or more than there are.
    """
    if not 1 <= drawn <= population:
        raise UnusableSize(f"{drawn} files cannot be drawn from {population}.")
    if drawn == population:
        return 0.0
    corrected = (population - drawn) / (population - 1)
    return quantile(confidence) * sqrt(share * (1 - share) / drawn * corrected)


def quantile(confidence: float) -> float:
    """The quantile of the normal distribution that leaves equal halves outside."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def in_proportion(population: Mapping[str, int], size: int) -> dict[str, int]:
    """A sample shared out over strata as their files are, by largest remainders.

    A stratum gives at least two files, or all that it has: of one, no interval could be made. What
    is added so is taken from where the most are drawn.

    Args:
        population: files in each stratum, by its name.
        size: files to draw altogether.

    Raises:
        UnusableSize: more are wanted than there are, or too few for two of each stratum.
    """
    whole = sum(population.values())
    least = {name: min(LEAST_IN_STRATUM, count) for name, count in population.items()}
    if not sum(least.values()) <= size <= whole:
        raise UnusableSize(
            f"From {sum(least.values())} files, two of each stratum, to {whole} can be drawn."
        )
    shared = {name: count * size // whole for name, count in population.items()}
    remainders = {name: count * size % whole for name, count in population.items()}
    for name in sorted(population, key=lambda one: (-remainders[one], one)):
        if sum(shared.values()) == size:
            break
        shared[name] += 1
    return _at_least(shared, least, size)


def _at_least(shared: dict[str, int], least: dict[str, int], size: int) -> dict[str, int]:
    raised = {name: max(count, least[name]) for name, count in shared.items()}
    while sum(raised.values()) > size:
        fullest = max(raised, key=lambda one: (raised[one] - least[one], one))
        raised[fullest] -= 1
    return raised
