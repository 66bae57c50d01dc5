"""The limited child process: one file on standard input, one answer on standard output.

The parent is `answerable.documents.reading`; nothing else starts this. Another room that opens
files from outside has a child module of its own, whose `main` calls `carry_out`.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final

from answerable.documents.confinement import confine
from answerable.documents.limits import Limits
from answerable.documents.refusal import Reason, Unreadable, too_much_text

READ: Final = 0
"""Exit status when the answer is what was asked for."""
REFUSED: Final = 3
"""Exit status when the answer is a refusal."""
_LONGEST_CAUSE: Final = 300


def main(request: str) -> int:
    """Answers one request and returns the exit status.

    Args:
        request: JSON with the task ("read", "table", "extract" or "picture"), the limits, for a
            table the name of the sheet or null, for an extract what is wanted of it
            (`extracts.model.Wanted`), and for a picture the page counted from 1 and the width in
            pixels.
    """
    return carry_out(request, _answer)


def carry_out(request: str, answer_to: Callable[[dict[str, Any], Limits], bytes]) -> int:
    """Gives up what a child gives up, then answers one request; returns the exit status.

    Args:
        request: JSON with the task and the limits.
        answer_to: reads the file from standard input and says what to write.
    """
    wanted: dict[str, Any] = json.loads(request)
    limits = Limits(**wanted["limits"])
    confine(limits)
    try:
        answer = answer_to(wanted, limits)
    except Unreadable as refusal:
        return _refuse(refusal)
    except (MemoryError, OverflowError):
        return _refuse(Unreadable(Reason.TOO_MUCH_MEMORY))
    except Exception as error:  # noqa: BLE001 -- parsers raise anything on a bad file
        return _refuse(Unreadable(Reason.DAMAGED), cause=f"{type(error).__name__}: {error}")
    try:
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    except OSError:
        return _refuse(too_much_text())
    return READ


def _answer(wanted: dict[str, Any], limits: Limits) -> bytes:
    if wanted["task"] == "extract":
        from answerable.documents.extracts.streaming import stream

        gc.disable()  # rows are no cycles, and looking for some takes a third of the time
        return stream(sys.stdin.buffer, sys.stdout.buffer, wanted["wanted"], limits)
    data = sys.stdin.buffer.read(limits.size + 1)
    if wanted["task"] == "picture":
        from answerable.documents.readers.pdf.pictures import picture_of

        return picture_of(data, wanted["page"], wanted["width"], limits)
    if wanted["task"] == "table":
        from answerable.documents.tables.readers import table_here

        gc.disable()  # cells are no cycles, and the process ends with its answer
        return json.dumps(table_here(data, wanted["sheet"], limits).as_json()).encode()
    from answerable.documents.readers import read_here

    return json.dumps(asdict(read_here(data, limits)), ensure_ascii=False).encode()


def _refuse(refusal: Unreadable, *, cause: str = "") -> int:
    """Writes a refusal, with what the parser said, which is for logs and not for people."""
    answer = {"code": refusal.code, "sentence": str(refusal), "cause": cause[:_LONGEST_CAUSE]}
    sys.stdout.buffer.seek(0)
    sys.stdout.buffer.truncate()
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()
    return REFUSED
