"""What a child process gives up before it opens a file from outside."""

from __future__ import annotations

import math
import os
import sys
from typing import Any, Final

from answerable.documents.limits import Limits

_NEW_USERS: Final = 0x10000000
_NEW_NETWORK: Final = 0x40000000
_MOST_HEAPS: Final = -8
"""M_ARENA_MAX of the GNU C library; other C libraries do not know it."""
_REFUSED_EVENTS: Final = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.startfile",
    "ftplib.",
    "http.",
    "smtplib.",
    "urllib.",
)


class Confined(RuntimeError):
    """A reader tried something that reading a file never needs."""


def confine(limits: Limits) -> None:
    """Takes the network, other programs, memory, time and space away from this process for good.

    The network goes twice: by an empty network namespace where the system gives one to everybody
    (Linux, mostly), and everywhere by a hook that refuses to open sockets. Memory, processor
    time and the length of files are limited where Python has `resource` (not on Windows).
    """
    _leave_network()
    _share_one_heap()
    _limit_resources(limits)
    sys.addaudithook(_refuse)


def _leave_network() -> None:
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None:
        unshare(_NEW_USERS | _NEW_NETWORK)


def _share_one_heap() -> None:
    """Lets threads of a parser share the heap: each of their own would reserve 64 MiB of address
    space, which is what is limited, and use next to nothing of it."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MOST_HEAPS, 1)


def _limit_resources(limits: Limits) -> None:
    try:
        import resource
    except ImportError:
        return
    seconds = math.ceil(limits.seconds)
    wanted = {
        "RLIMIT_AS": (limits.memory, limits.memory),
        "RLIMIT_CPU": (seconds, seconds + 1),
        "RLIMIT_FSIZE": (limits.output, limits.output),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_NPROC": (0, 0),
    }
    for name, (soft, hard) in wanted.items():
        if hasattr(resource, name):
            _set_limit(resource, getattr(resource, name), soft, hard)


def _set_limit(resource: Any, kind: int, soft: int, hard: int) -> None:
    _, ceiling = resource.getrlimit(kind)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (ValueError, OSError):  # macOS refuses some; the clock on the wall still holds
        return


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED_EVENTS):
        raise Confined(f"{event} is refused in process {os.getpid()}, which only reads a file")
