"""How often Python looks for objects that hold each other."""

from __future__ import annotations

import gc

NEW_OBJECTS = 50_000
"""Since the last look. The 700 of Python made a long import spend a third of its time on looking
through rows that hold nothing but themselves; so many small objects take some 5 megabytes."""
LOOKS_BEFORE_OLDER = 20
"""Looks at what is new before what outlived one is looked at, and so on once more."""


def look_seldom() -> None:
    """Set it for this process."""
    gc.set_threshold(NEW_OBJECTS, LOOKS_BEFORE_OLDER, LOOKS_BEFORE_OLDER)
