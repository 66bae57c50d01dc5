"""Killing what writes to a database at some instant, and waiting until nothing of it goes on."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable


def kill_while(write: Callable[[], object], *, after: float) -> bool:
    """Whether a child that writes was killed before it ended by itself.

    Args:
        after: seconds from its beginning to SIGKILL.
    """
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child == 0:
        _write_and_end(write)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    _wait_for_the_server()
    return os.WIFSIGNALED(status)


def _write_and_end(write: Callable[[], object]) -> None:
    try:
        write()
        time.sleep(60)  # killed after the end is killed too
    finally:
        os._exit(1)


def _wait_for_the_server() -> None:
    """A server may still be ending what a killed client sent last: its commit would fall between
    the counts of two tables."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    others = (
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    while True:
        with connection.cursor() as cursor:
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.01)
