"""Looks through a file from outside: always in a child process with limits, never in this one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from answerable.documents.answers import data_in
from answerable.documents.limits import Limits
from answerable.documents.reading import ask
from answerable.documents.refusal import Unreadable
from answerable.leaks.finding import Finding, FindingKind
from answerable.leaks.needles import Needle
from answerable.leaks.request import with_needles

CHILD: Final = "answerable.leaks.child"
SCAN_LIMITS: Final = Limits(seconds=60.0, memory=2 * 1024 * 1024 * 1024)


def scan(
    file: str | Path | bytes,
    needles: Iterable[Needle] = (),
    *,
    name: str = "",
    limits: Limits = SCAN_LIMITS,
) -> list[Finding]:
    """What in a file must not be public, looked through in a limited child process.

    The needles go to the child beside the file, never in its command line, which others on the
    machine can read.

    Args:
        file: a path, or the bytes themselves.
        needles: what must not be found.
        name: what findings call the file; else the name of the path, or "file".
        limits: what the scan may cost. A file that needs more has a finding that says so.

    Returns:
        the findings of `walk.look_through`; never an error about the file itself.

    Raises:
        OSError: the path cannot be opened.
    """
    called = name or ("file" if isinstance(file, bytes) else Path(file).name)
    content = file if isinstance(file, bytes) else Path(file).read_bytes()
    if len(content) > limits.size:
        return [_not_looked_through(called, f"it is larger than {limits.size:,} bytes")]
    sent = with_needles(needles, content)
    try:
        answer = data_in(
            ask(
                {"task": "scan", "name": called},
                sent,
                replace(limits, size=len(sent)),
                child=CHILD,
            )
        )
    except Unreadable as refusal:
        return [_not_looked_through(called, f"the scan was ended: {refusal.code}")]
    return [Finding.from_json(one) for one in answer]


def _not_looked_through(name: str, why: str) -> Finding:
    return Finding(FindingKind.OPAQUE, (name,), why)
