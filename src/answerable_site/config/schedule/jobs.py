"""What a job is, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job, one sentence each."""

    done: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """Something that falls due by the clock. Doing it twice does it once."""

    name: str
    run: Callable[[datetime], Outcome]
    """Does what is due at a moment."""
    foresee: Callable[[datetime], tuple[str, ...]]
    """Says what `run` would do at that moment, and does nothing."""
