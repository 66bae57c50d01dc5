"""Tests that look at the same world are run by the same worker, so that it is built once."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/site/access/", "tests/site/config/demonstration/")
"""Folders whose tests share what takes longest to build. All others are shared out by file."""
EACH_ALONE = "tests/journeys/"
"""Journeys share a site that every worker serves for itself, and one file has most of them."""


class RoomsTogether(LoadScopeScheduling):
    """Shares out files, the largest first: some folders as a whole, and journeys one by one."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(EACH_ALONE):
            return nodeid
        file = nodeid.split("::", 1)[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)
