"""One digest for all events of a load: the same from the rows as they are kept, on any database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

import msgspec

Line: TypeAlias = tuple[int, int, str, date | str, int | None, int | None, str, int | None]
"""The case and the number of an event, its kind, day, victim and suspect, its facts in JSON, and
the number of the event whose place it takes."""
_ENCODER = msgspec.json.Encoder(order="deterministic")
_decoded = msgspec.json.decode


def root_digest(lines: Iterable[Line]) -> str:
    """SHA-256 in hexadecimal of events in the order of case and number.

    Facts count by what they say: spaces and the order of names make no difference.
    """
    seen = hashlib.sha256()
    for *about, facts, replaces in lines:
        line: list[Any] = [*about, _decoded(facts), replaces]
        seen.update(_ENCODER.encode(line))
        seen.update(b"\n")
    return seen.hexdigest()
