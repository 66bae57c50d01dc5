"""Drawing files from a frozen frame: same seed and same frame give the same sample for ever.

Each file has a lot: SHA-256 over the seed, the hash of the frame, what is drawn and the reference.
The files of a stratum with the lowest lots are drawn. No generator of random numbers takes part, so
no version of one can change a sample, and anybody can draw again with a tool that hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from answerable.casereviews.frames import Frame

LEAST_TWICE: Final = 20
"""Of a hundred drawn files, how many at least are scored by two."""
_FOR_REVIEW, _TWICE = "review", "twice"


class CannotDraw(ValueError):
    """More files are asked for than there are, or none; the message says where."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file that was drawn."""

    reference: str
    stratum: str
    is_double: bool
    """Whether two reviewers score it, neither seeing what the other says."""


def lot(seed: str, frame_digest: str, purpose: str, reference: str) -> str:
    """The lot of a file: the lowest are drawn first.

    SHA-256, in hexadecimal digits, of the four joined by line feeds, in UTF-8.
    """
    return hashlib.sha256("\n".join((seed, frame_digest, purpose, reference)).encode()).hexdigest()


def draw(
    frame: Frame, sizes: Mapping[str, int], *, seed: str, double_percent: int = LEAST_TWICE
) -> list[Drawn]:
    """A random sample without replacement from each stratum, in the order of the lots.

    Args:
        sizes: how many files to draw from each stratum, by its name; none from what is not named.
        seed: any text, chosen after the frame was frozen.
        double_percent: of a hundred drawn files, how many are scored twice, rounded up; drawn from
            the whole sample with lots of their own.

    Raises:
        CannotDraw: none are asked for, more than a stratum has, or fewer than 20% are to be scored
            twice.
    """
    _check(frame, sizes, double_percent)
    chosen = [
        (stratum, reference)
        for stratum, size in sizes.items()
        for reference in _lowest(seed, frame, _FOR_REVIEW, frame.references_in(stratum))[:size]
    ]
    references = [reference for _, reference in chosen]
    twice = set(_lowest(seed, frame, _TWICE, references)[: doubles(len(chosen), double_percent)])
    chosen.sort(key=lambda one: lot(seed, frame.digest, _FOR_REVIEW, one[1]))
    return [Drawn(reference, stratum, reference in twice) for stratum, reference in chosen]


def doubles(drawn: int, percent: int) -> int:
    """How many of some drawn files are scored twice: the share, rounded up."""
    return -(-drawn * percent // 100)


def weights(population: Mapping[str, int], drawn: Mapping[str, int]) -> dict[str, Fraction]:
    """How many files of its stratum each drawn file stands for, by stratum; where any was drawn."""
    return {one: Fraction(population[one], count) for one, count in drawn.items() if count}


def _lowest(seed: str, frame: Frame, purpose: str, references: Iterable[str]) -> list[str]:
    return sorted(references, key=lambda one: lot(seed, frame.digest, purpose, one))


def _check(frame: Frame, sizes: Mapping[str, int], double_percent: int) -> None:
    if not LEAST_TWICE <= double_percent <= 100:
        raise CannotDraw(f"From {LEAST_TWICE} to 100 of a hundred files are scored twice.")
    if not sum(sizes.values()):
        raise CannotDraw("No file is asked for.")
    for stratum, size in sizes.items():
        there = frame.sizes.get(stratum, 0)
        if not 0 <= size <= there:
            raise CannotDraw(f"{size} files cannot be drawn from {stratum}: it has {there}.")
