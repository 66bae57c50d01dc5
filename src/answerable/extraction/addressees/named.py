"""A body that a text names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in a text."""

    kind: str
    name: str
    start: int
    end: int
