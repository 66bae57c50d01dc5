"""Which profiles describe a source whose rows can become events of cases here."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.mappings import Profile
from answerable.mappings.profiles import Holds, RowIs


def why_unloadable(profile: Profile, *, urn_column: str = "") -> Iterator[str]:
    """Why files of a profile cannot be loaded into cases, in sentences; nothing where they can.

    Args:
        urn_column: the column that holds the URN of the case; empty where none does.
    """
    if profile.grain.row is RowIs.COUNT or not profile.events:
        yield "Its rows are counts and tell no events, so there are no cases in it."
        return
    for name in (profile.grain.victim, profile.grain.suspect):
        if name is not None and profile.columns[name].holds is not Holds.WHOLE:
            yield (
                f"It says by a key of its own who “{profile.heading(name)}” is. Only numbers "
                "within the case can be matched from file to file: let the source number them."
            )
    if urn_column:
        column = profile.columns.get(urn_column)
        if column is None or column.holds is not Holds.REFERENCE:
            yield f"It has no column {urn_column} that holds a reference. Name one that does."
