"""How often Python looks for objects that hold each other."""

from __future__ import annotations

import gc

NEW_OBJECTS = 10_000
"""Since the last look at what is new. A look at so many takes some 3 milliseconds, which nobody
notices who waits for a page; at 50,000 it took 15."""
LOOKS_BEFORE_OLDER = 100
"""Looks at what is new before what outlived one is looked at: a million new objects. The 7,000 of
Python made a long import spend a third of its time on looking through rows that hold nothing but
themselves."""
LOOKS_BEFORE_OLDEST = 20
"""Looks at what is older before everything is looked at."""


def look_seldom() -> None:
    """Set it for this process."""
    gc.set_threshold(NEW_OBJECTS, LOOKS_BEFORE_OLDER, LOOKS_BEFORE_OLDEST)
