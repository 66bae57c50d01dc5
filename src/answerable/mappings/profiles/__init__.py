"""What a profile of a source says, read from a file and checked."""

from answerable.mappings.profiles.model import (
    Blank,
    Column,
    Constant,
    EventFrom,
    FactFrom,
    Grain,
    Holds,
    Level,
    Profile,
    RowIs,
    Sample,
)
from answerable.mappings.profiles.reading import (
    UnusableProfile,
    profile_from,
    read_profile,
    shipped_names,
    shipped_profile,
    shipped_text,
)

__all__ = [
    "Blank",
    "Column",
    "Constant",
    "EventFrom",
    "FactFrom",
    "Grain",
    "Holds",
    "Level",
    "Profile",
    "RowIs",
    "Sample",
    "UnusableProfile",
    "profile_from",
    "read_profile",
    "shipped_names",
    "shipped_profile",
    "shipped_text",
]
