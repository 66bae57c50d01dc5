"""How sure a share of a few can be: Wilson’s interval."""

from __future__ import annotations

from math import sqrt

Z_95 = 1.959963984540054
"""The normal deviate of a two-sided interval of 95%."""
FEW = 30
"""Below this denominator a share says little, and every place that shows it says so."""


def wilson(numerator: int, denominator: int) -> tuple[float, float] | None:
    """The 95% interval of a share, without continuity correction; None of nobody.

    Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212.

    >>> low, high = wilson(8, 10)
    >>> round(low, 3), round(high, 3)
    (0.49, 0.943)
    """
    if denominator == 0:
        return None
    share, z = numerator / denominator, Z_95
    spread = z * sqrt(share * (1 - share) / denominator + z * z / (4 * denominator**2))
    middle, width = share + z * z / (2 * denominator), 1 + z * z / denominator
    low = 0.0 if numerator == 0 else (middle - spread) / width
    high = 1.0 if numerator == denominator else (middle + spread) / width
    return low, high
