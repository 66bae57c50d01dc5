"""The limited child process of this room; `scanning` and `remaking` start it, nothing else."""

from __future__ import annotations

import json
import sys
from typing import Any

from answerable.documents.child import carry_out
from answerable.documents.limits import Limits


def main(request: str) -> int:
    """Answers one request and returns the exit status.

    Args:
        request: JSON with the limits and the task: "scan" with the name of the file, "remake", or
            "look for disguise".
    """
    return carry_out(request, _answer)


def _answer(wanted: dict[str, Any], limits: Limits) -> bytes:
    sent = sys.stdin.buffer.read(limits.size + 1)
    if wanted["task"] == "remake":
        from answerable.leaks.remaking.here import remade_here

        return remade_here(sent)
    if wanted["task"] == "look for disguise":
        from answerable.leaks.remaking.disguise import refuse_disguise

        refuse_disguise(sent, limits)
        return b""
    from answerable.leaks.request import needles_and_file
    from answerable.leaks.walk import look_through

    needles, file = needles_and_file(sent)
    return json.dumps(
        [one.as_json() for one in look_through(wanted["name"], file, needles)]
    ).encode()
