"""How a share is written wherever it may be shown: in tables, sentences, charts and files."""

from __future__ import annotations

from math import floor

_DECIMALS = 9
"""Of a share in per cent: beyond them a division by floats says nothing."""


def whole_percent(share: float) -> int:
    """A share in whole per cent, halves upwards.

    Counts behind it are rounded themselves, so a decimal would say more than is known.

    >>> whole_percent(2 / 3), whole_percent(0.575), whole_percent(0.125)
    (67, 58, 13)
    """
    return floor(round(100 * share, _DECIMALS) + 0.5)
