"""Saying on a terminal how far a long command has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, str], AbstractContextManager[Callable[[int], object]]]
"""Shows what goes on: what is done, and what is counted."""


@contextmanager
def progress(doing: str, things: str) -> Iterator[Callable[[int], object]]:
    """Something to tell how many were done; silent where nobody watches.

    Args:
        doing: what goes on, such as "Following the record".
        things: what is counted, such as "entries".
    """
    if not sys.stderr.isatty():
        yield lambda _count: None
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{doing} …") as status:
        yield lambda count: status.update(f"{doing}: {count} {things} …")
