"""A sampling frame: every file that could be drawn, frozen, with a hash to be recomputed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

SCHEMA: Final = "answerable.casereviews-frame/1"


class UnusableFrame(ValueError):
    """Nothing can be drawn from this frame; the message says why."""


@dataclass(frozen=True)
class Frame:
    """The files that could be drawn, each in one stratum."""

    strata: tuple[tuple[str, str], ...]
    """Pairs of a reference and its stratum, sorted by reference."""

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Frame:
        """A frame of pairs of a reference and its stratum, in any order.

        Raises:
            UnusableFrame: there is none, a reference stands twice, or one holds a tab or line end.
        """
        found = sorted(pairs)
        if not found:
            raise UnusableFrame("No file could be drawn: the frame is empty.")
        if len({reference for reference, _ in found}) < len(found):
            raise UnusableFrame("A reference stands twice in the frame.")
        if any(set("\t\r\n") & set(reference + stratum) for reference, stratum in found):
            raise UnusableFrame("A reference or stratum holds a tab or a line end.")
        return cls(tuple(found))

    @cached_property
    def text(self) -> str:
        """What is hashed: the schema, then a line each with reference, tab and stratum."""
        lines = (f"{reference}\t{stratum}" for reference, stratum in self.strata)
        return "\n".join((SCHEMA, *lines)) + "\n"

    @cached_property
    def digest(self) -> str:
        """SHA-256 of `text` in UTF-8, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many files each stratum has, by its name."""
        return dict(sorted(Counter(stratum for _, stratum in self.strata).items()))

    def references_in(self, stratum: str) -> list[str]:
        """The references of a stratum."""
        return [reference for reference, of in self.strata if of == stratum]
