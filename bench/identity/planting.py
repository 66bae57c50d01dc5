"""Plants identifiers and names in sentences of casework, and says what of them was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from answerable.records.identity import Sign, SignKind, signs
from bench.identity import carriers, people
from bench.identity.disguises import DISGUISES
from bench.identity.identifiers import INVENTED

_COVERED = 0.8
"""The share of an identifier that must lie in signs: leaving out a bracket is no miss."""


@dataclass(frozen=True, slots=True)
class Planted:
    """An identifier in a text."""

    text: str
    kind: str
    disguise: str
    start: int
    end: int

    def signs(self) -> list[Sign]:
        """What was found that lies in it, names left out."""
        return [
            sign
            for sign in signs(self.text)
            if sign.start < self.end and sign.end > self.start and sign.kind is not SignKind.NAME
        ]

    def is_found(self) -> bool:
        """Whether signs cover it."""
        covered = sum(
            min(sign.end, self.end) - max(sign.start, self.start) for sign in self.signs()
        )
        return covered >= _COVERED * (self.end - self.start)

    def is_named_rightly(self) -> bool:
        """Whether a sign says what it is."""
        return any(sign.kind == self.kind for sign in self.signs())


def identifiers(
    count: int, prose: list[str], chance: Random, *, tuning: bool = False
) -> Iterator[Planted]:
    """Identifiers of all kinds in turn, each in a sentence of its own between two of clean prose.

    Args:
        count: how many.
        prose: clean paragraphs.
        chance: decides on everything else.
        tuning: whether in the sentences of tuning, not in those of measuring.
    """
    anywhere = carriers.TUNED if tuning else carriers.MEASURED
    announced = carriers.TUNED_ANNOUNCED if tuning else carriers.MEASURED_ANNOUNCED
    kinds = list(INVENTED)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        disguise = chance.choice(DISGUISES)
        written = disguise(INVENTED[kind](chance), chance)
        before, after = chance.choice(prose), chance.choice(prose)
        carrier = chance.choice(announced.get(kind, anywhere))
        start = len(before) + 1 + carrier.index("{it}")
        text = f"{before} {carrier.format(it=written)} {after}"
        yield Planted(text, kind, disguise.__name__, start, start + len(written))


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence that names somebody."""

    text: str
    words: list[str]

    def is_found(self) -> bool:
        """Whether every word of the name lies in a sign."""
        spans = [(sign.start, sign.end) for sign in signs(self.text)]
        places = [self.text.rindex(word) for word in self.words]
        return all(any(start <= place < end for start, end in spans) for place in places)


def names(count: int, prose: list[str], chance: Random, *, tuning: bool = False) -> Iterator[Named]:
    """Names in sentences that follow a clean paragraph; arguments as of `identifiers`."""
    for _ in range(count):
        sentence, words = people.planted(people.TUNED if tuning else people.MEASURED, chance)
        yield Named(f"{chance.choice(prose)} {sentence}", words)
