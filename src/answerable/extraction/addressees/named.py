"""Bodies that a text names."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.extraction.addressees.kinds import BODIES


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in a text."""

    kind: str
    name: str
    start: int
    end: int


def bodies_in(text: str) -> list[Named]:
    """The bodies that a text names, whatever it says of them, in order and without overlaps."""
    found = [
        Named(kind, match[0], match.start(), match.end())
        for kind, pattern in BODIES
        for match in pattern.finditer(text)
        if match[0]
    ]
    found.sort(key=lambda named: (named.start, -named.end))
    kept: list[Named] = []
    for named in found:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept
