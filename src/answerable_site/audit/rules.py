"""How an entry is chained to the one before it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """What one act leaves behind; every field is part of the hash."""

    sequence: int
    at: str
    """ISO 8601 in UTC with microseconds."""
    actor_id: int | None
    actor_name: str
    acting_as: str
    """The assignment relied on, in words: "response officer, Office for Wexmoor"."""
    act: str
    """App and operation: "responses.sign_response"."""
    subject: str
    """Kind and identifier of the record acted on: "responses.response:12"."""
    details: dict[str, Any]


def chained_hash(entry: Entry, previous_hash: str) -> str:
    """SHA-256 in hexadecimal over the previous entry's hash and this entry, canonically encoded."""
    encoded = json.dumps(
        asdict(entry), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()
    return hashlib.sha256(bytes.fromhex(previous_hash) + encoded).hexdigest()
