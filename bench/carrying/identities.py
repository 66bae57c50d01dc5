"""Invented identities, one for each place in which words can be typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from random import Random

from bench.identity import carriers, people
from bench.identity.identifiers import INVENTED
from bench.marking.markers import readable

NAME = "name"


class Identities:
    """Gives each origin an identity of its own in a sentence, of every kind in turn."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._sentences: dict[str, str] = {}
        self._origins: dict[str, str] = {}

    def of(self, origin: str) -> str:
        """A sentence with the identity of an origin, the same one each time."""
        if origin not in self._sentences:
            self._sentences[origin] = self._invented(origin)
        return self._sentences[origin]

    def __len__(self) -> int:
        return len(self._origins)

    def found_in(self, text: str) -> Iterator[str]:
        """The origin of each identity in a text, also where the text is quoted or signed."""
        told = unescape(readable(text)).lower()
        for identity, origin in self._origins.items():
            if identity in told:
                yield origin

    def in_it(self, origin: str) -> str:
        """The identity of an origin alone."""
        return next(one for one, other in self._origins.items() if other == origin)

    def _invented(self, origin: str) -> str:
        kinds = [*INVENTED, NAME]
        kind = kinds[len(self._origins) % len(kinds)]
        while True:
            sentence, identity = self._sentence(kind)
            if identity.lower() not in self._origins:
                self._origins[identity.lower()] = origin
                return sentence

    def _sentence(self, kind: str) -> tuple[str, str]:
        if kind == NAME:
            first, last = self.chance.choice(people.FIRST), self.chance.choice(people.LAST)
            name = f"{first} {last}-{self.chance.choice(people.LAST)}"
            return f"The victim’s friend {name} gave a statement.", name
        identity = re.sub(r"\s+", " ", INVENTED[kind](self.chance))
        anywhere = ("The note on the fridge said {it}, in blue ink.",)
        carrier = self.chance.choice(carriers.TUNED_ANNOUNCED.get(kind, anywhere))
        return carrier.format(it=identity), identity
