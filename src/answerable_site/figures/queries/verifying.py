"""Whether the files of a cut are still what was written."""

from __future__ import annotations

from typing import Final

from answerable.cuts.verify import verify_cut
from answerable_site.figures import folders
from answerable_site.figures.models import DataCut

_AWAY: Final = "Its files are not where they were kept. Look for them in a backup."


def problems_with(cut: DataCut) -> tuple[str, ...]:
    """What is wrong with a cut, one sentence each; empty where it is whole and unchanged, and that
    of which the digest was noted when it was made.

    Raises:
        CutsNotInstalled: DuckDB or numpy is missing.
    """
    folder = folders.place_of(cut.name)
    if not folder.is_dir():
        return (_AWAY,)
    found = verify_cut(folder, cut.digest)
    return tuple(problem.replace(str(folder), cut.name) for problem in found)
