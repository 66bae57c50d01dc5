"""What no load can do without: keyed hashes, encryption, and the last tables with their indexes and
keys. Each is timed alone, so that nobody asks for a load that takes less than these together."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

_LAST_TABLES = ("INSERT INTO casework_", "INSERT INTO intake_loaded")


class Writes:
    """Times the statements of a connection that write the last tables (an `execute_wrapper`)."""

    def __init__(self) -> None:
        self.seconds = 0.0
        """Of those statements together, with what they join and sort."""
        self.ended = 0.0
        """When the last statement of all ended, on the clock; what follows is the commit."""

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        """Let one statement run, and count its time."""
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.ended = time.perf_counter()
            if sql.lstrip().startswith(_LAST_TABLES):
                self.seconds += self.ended - begun


def seconds_to_hash_and_seal(rows: int) -> tuple[float, float]:
    """Seconds for the keyed hashes of so many references, and for their encryption."""
    from answerable_site.casework.rules import ReferenceKind
    from answerable_site.casework.sealing import keyed_hashes, seal_all
    from bench.loads import making

    references = [making.row(number)[0] for number in range(rows)]
    begun = time.perf_counter()
    for _ in keyed_hashes(ReferenceKind.CRIME, 1, references):
        pass
    hashed = time.perf_counter()
    for _ in seal_all(references):
        pass
    return hashed - begun, time.perf_counter() - hashed
