"""What a child of this room gets on standard input: needles on the first line, then the file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from answerable.leaks.needles import Needle


def with_needles(needles: Iterable[Needle], file: bytes) -> bytes:
    """Needles and file as one row of bytes; `needles_and_file` is its inverse."""
    return json.dumps([needle.as_json() for needle in needles]).encode() + b"\n" + file


def needles_and_file(sent: bytes) -> tuple[list[Needle], bytes]:
    """The needles and the file."""
    first, _, file = sent.partition(b"\n")
    return [Needle.from_json(one) for one in json.loads(first)], file
