"""Tests that look at the same world are run by the same worker, so that it is built once."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/site/access/", "tests/site/config/demonstration/")
"""Folders whose tests share what takes longest to build. All others are shared out by file."""


class RoomsTogether(LoadScopeScheduling):
    """Shares out files, and some folders as a whole, the largest first."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)
