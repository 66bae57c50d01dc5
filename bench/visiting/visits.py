"""Requests that begin on time, whether the one before is answered or not.

Visitors do not wait for one another. So what a request takes counts from the moment at which it was
to begin: a server that stalls is not let off the requests that pile up meanwhile.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

PATIENCE = 30.0
"""Seconds after which a visitor gives up; that is an error."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that was made."""

    seconds: float
    """From the moment at which it was to begin to the last byte of its answer."""
    status: int
    """0 where there was no answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for."""

    address: str
    cookie: str = ""


def visits(
    port: int, asked: Callable[[int], Asked], *, a_second: int, seconds: float
) -> list[Visit]:
    """Every visit to a server on loopback at a steady rate.

    Args:
        asked: what the visitor of a number asks for.
        a_second: how many visits begin in each second, evenly spread.
    """
    return asyncio.run(_visits(port, asked, a_second, int(seconds * a_second)))


def p95_ms(found: list[Visit]) -> float:
    """The 95th percentile of what visits took, in milliseconds."""
    taken = [one.seconds for one in found]
    return round(statistics.quantiles(taken, n=20, method="inclusive")[-1] * 1000, 1)


def errors(found: list[Visit]) -> int:
    """How many were not answered with a page."""
    return sum(one.status != 200 for one in found)


async def _visits(
    port: int, asked: Callable[[int], Asked], a_second: int, count: int
) -> list[Visit]:
    begin = time.perf_counter() + 0.1
    under_way = []
    for number in range(count):
        due = begin + number / a_second
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        under_way.append(asyncio.create_task(_visit(port, asked(number), due)))
    return await asyncio.gather(*under_way)


async def _visit(port: int, asked: Asked, due: float) -> Visit:
    try:
        status = await asyncio.wait_for(_status(port, asked), PATIENCE)
    except (OSError, TimeoutError, ValueError):
        status = 0
    return Visit(time.perf_counter() - due, status)


async def _status(port: int, asked: Asked) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    cookie = f"Cookie: {asked.cookie}\r\n" if asked.cookie else ""
    writer.write(
        f"GET {asked.address} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}"
        "Connection: close\r\n\r\n".encode()
    )
    try:
        answer = await reader.read(-1)
    finally:
        writer.close()
    return int(answer.split(b" ", 2)[1])
