"""How far a load has come: each step by its share of the whole, the longest by slices."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from itertools import takewhile
from typing import Final


class _Step(StrEnum):
    """What a load does in its transaction, in this order."""

    STAGING = "staging"
    COMPARING = "comparing"
    MEETING = "meeting"
    PLACING = "placing"
    CASES = "cases"
    EVENTS = "events"
    SETTING_ASIDE = "setting_aside"
    DIGEST = "digest"
    KEEPING = "keeping"
    """Its entry, and the end of the transaction."""


_SHARES: Final = {
    "sqlite": dict(zip(_Step, (28, 3, 1, 3, 14, 27, 3, 13, 8), strict=True)),
    "postgresql": dict(zip(_Step, (15, 1, 1, 3, 28, 47, 1, 3, 1), strict=True)),
}
"""Of each hundred parts of the time of a first load, by database, as measured."""


class _SoFar:
    """Tells in hundredths how far a load has come; never less than before."""

    def __init__(self, tell: Callable[[int], object], database: str) -> None:
        """Args:
        database: its kind, as Django calls it.
        """
        self._tell = tell
        self._shares = _SHARES[database]
        self._told = 0

    def within(self, step: _Step, done: int, of: int) -> None:
        """So much of a step is done.

        Args:
            done, of: in whatever the step counts.
        """
        before = sum(self._shares[one] for one in takewhile(lambda one: one is not step, _Step))
        self._say(before + self._shares[step] * (min(done, of) / of if of else 1))

    def ended(self, step: _Step) -> None:
        """A step is done, and those before it."""
        self.within(step, 1, 1)

    def _say(self, hundredths: float) -> None:
        if int(hundredths) > self._told:
            self._told = int(hundredths)
            self._tell(self._told)
