"""An order that tells nothing of when something came."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Kept = TypeVar("Kept")


def stirred(items: Iterable[Kept], below: Callable[[int], int]) -> list[Kept]:
    """The items in an order that is drawn afresh, each order as likely as any other.

    Source: Fisher and Yates, Statistical Tables (1938), as Durstenfeld gave it in 1964.

    Args:
        below: an unguessable whole number from nought to below the one that it is given, such as
            `secrets.randbelow`.
    """
    stirring = list(items)
    for last in range(len(stirring) - 1, 0, -1):
        other = below(last + 1)
        stirring[last], stirring[other] = stirring[other], stirring[last]
    return stirring
