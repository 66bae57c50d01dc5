"""How many qualified people there are for the open cases."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_TENTH = Decimal("0.1")


def per_hundred_cases(qualified: int, open_cases: int) -> Decimal | None:
    """Qualified people in post for each 100 open cases, to one decimal place, a half upwards.

    None where no case is open.
    """
    if open_cases == 0:
        return None
    return (Decimal(100 * qualified) / open_cases).quantize(_TENTH, ROUND_HALF_UP)
