"""One way of hiding words in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """A way, and the file that it makes."""

    kind: str
    """Of the file: "docx", "xlsx", "pdf", "odt", "png" or "jpeg"."""
    name: str
    make: Callable[[str], bytes]
    """The file with a marker of letters and digits hidden in it."""

    @property
    def called(self) -> str:
        return f"{self.kind}: {self.name}"


def ways_of(kind: str, makers: dict[str, Callable[[str], bytes]]) -> list[Way]:
    """The ways of one kind of file."""
    return [Way(kind, name, make) for name, make in makers.items()]
