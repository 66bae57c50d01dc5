"""What reading one file may cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child process may use on one file.

    The defaults let every upload be answered within 10 seconds; a command line may allow more
    time. Memory, processor time and output are limited where the system can do so (not on
    Windows, where only the clock on the wall limits the child).
    """

    seconds: float = 8.0
    """Time on the clock, and (rounded up) of the processor."""
    memory: int = 512 * MEBIBYTE
    """Bytes of address space, so that the memory in use stays below it."""
    size: int = 50 * MEBIBYTE
    """Bytes of the file itself."""
    output: int = 64 * MEBIBYTE
    """Bytes of the answer."""
    members: int = 4096
    """Files inside an office document."""
    unpacked: int = 256 * MEBIBYTE
    """Bytes of all files inside an office document together."""
    ratio: int = 200
    """How many times larger one file inside may unpack than it is packed."""
