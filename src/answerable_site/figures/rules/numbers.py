"""The numbers under which the cuts of a force have its cases.

They are the same in every cut, so that two can be compared, and none that the site knows: a number
of the site leads to its page, and the gaps between those in a cut would tell which cases are left
out, decoys among them.
"""

from __future__ import annotations

from hashlib import shake_256
from struct import unpack
from typing import Final

MOST: Final = 2**31 - 1
"""The largest number of a case, in the site as in a cut."""
_BITS: Final = 16
_VALUES: Final = 1 << _BITS
_ROUNDS: Final = 10


class Numbers:
    """All numbers from 0 to `MOST`, mixed with a key: a Feistel network of ten rounds, each with a
    table drawn from the key."""

    def __init__(self, key: bytes) -> None:
        self._tables = tuple(_table(key, place) for place in range(_ROUNDS))

    def of(self, case: int) -> int:
        """The number in a cut of the case that the site has under a number. No two share one.

        Raises:
            ValueError: there is no such number.
        """
        if not 0 <= case <= MOST:
            raise ValueError(f"A cut has no number for the case {case}: it is above {MOST:,}.")
        mixed = self._mixed(case)
        while mixed > MOST:
            mixed = self._mixed(mixed)
        return mixed

    def _mixed(self, number: int) -> int:
        left, right = divmod(number, _VALUES)
        for table in self._tables:
            left, right = right, left ^ table[right]
        return left * _VALUES + right


def _table(key: bytes, place: int) -> tuple[int, ...]:
    drawn = shake_256(key + bytes([place])).digest(2 * _VALUES)
    return unpack(f"<{_VALUES}H", drawn)
