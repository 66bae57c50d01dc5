"""Fill the empty database of the environment, serve it, and visit it.

`python -m bench.visiting SECONDS [RECOMMENDATIONS]`; the last line printed is JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import django

PUBLIC_A_SECOND, SIGNED_IN_A_SECOND = 100, 30
WARM_UP_SECONDS = 10
PAGES = 20
"""Pages of a long list that people turn to."""
SUBJECTS = ("custody", "records", "supervisor", "victims", "training", "vetting")


def main(seconds: int, recommendations: int) -> None:
    """Fill, serve, visit, print."""
    from bench.visiting import front

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["ANSWERABLE_DATA"] = name
        os.environ["DJANGO_SETTINGS_MODULE"] = "answerable_site.config.settings.local"
        django.setup()
        from bench.caseload.__main__ import be_the_site
        from bench.register_list import Server

        told, public, signed_in = filled(recommendations)
        be_the_site()
        server = Server(folder)
        try:
            with _in_front(folder, server) as port:
                told["behind a cache"] = front.is_installed()
                told["public register"] = loaded(
                    server, port, public, a_second=PUBLIC_A_SECOND, seconds=seconds
                )
                told["signed-in lists"] = loaded(
                    server, port, signed_in, a_second=SIGNED_IN_A_SECOND, seconds=seconds
                )
        finally:
            server.stop()
    print(json.dumps(told))


@contextmanager
def _in_front(folder: Path, server: Any) -> Iterator[int]:
    """The port that visitors come to: that of nginx, or the server's own where there is none."""
    from bench.visiting.front import Front, is_installed

    if not is_installed():
        yield server.port
        return
    place = folder / "front"
    place.mkdir()
    front = Front(place, server.port)
    try:
        yield front.port
    finally:
        front.stop()


def filled(recommendations: int) -> tuple[dict[str, Any], list[Any], list[Any]]:
    """What there is, and what the public and people who are signed in ask for."""
    from answerable_site.publication.models import PublicInspection, PublicResponse
    from answerable_site.register.models import Recommendation
    from bench.caseload import filling as caseload
    from bench.registers import filling as registers
    from bench.visiting import entries

    began = time.perf_counter()
    cookie = registers.fill(recommendations)
    bodies = entries.fill()
    cases = caseload.fill()
    told = {
        "recommendations": Recommendation.objects.count(),
        "public entries": PublicInspection.objects.count(),
        "published responses": PublicResponse.objects.count(),
        **cases.counts,
        "seconds to fill": round(time.perf_counter() - began),
    }
    return told, list(_public(bodies)), list(_signed_in(cookie, cases.cookies))


def _public(bodies: list[str]) -> Iterator[Any]:
    from bench.visiting.visits import Asked

    for body in bodies:
        yield Asked(f"/public/?body={body}")
        yield Asked(f"/public/{body}/")
    for page in range(1, PAGES + 1):
        yield Asked(f"/public/?page={page}")
    for state in ("overdue", "late", "in_time"):
        yield Asked(f"/public/?state={state}")


def _signed_in(officer: str, cookies: dict[Any, str]) -> Iterator[Any]:
    from bench.visiting.visits import Asked

    for page in range(1, PAGES + 1):
        yield Asked(f"/register/?page={page}", officer)
    for subject in SUBJECTS:
        yield Asked(f"/register/?q={subject}&due=overdue", officer)
        yield Asked("/register/?sort=soonest", officer)
    for cookie in cookies.values():
        yield Asked("/cases/", cookie)
        yield Asked("/cases/due/", cookie)


def loaded(
    server: Any, port: int, every: list[Any], *, a_second: int, seconds: int
) -> dict[str, Any]:
    """What visits at a steady rate took, and what became of the server's memory."""
    from bench.visiting.visits import errors, p95_ms, visits

    asked = _any_of(every)
    visits(port, asked, a_second=a_second, seconds=WARM_UP_SECONDS)
    before = _megabytes(server)
    found = visits(port, asked, a_second=a_second, seconds=seconds)
    after = _megabytes(server)
    return {
        "a second": a_second,
        "seconds": seconds,
        "visits": len(found),
        "addresses": len({one.address for one in every}),
        "p95 in ms": p95_ms(found),
        "errors": errors(found),
        "MB before": before,
        "MB after": after,
    }


def _any_of(every: list[Any]) -> Callable[[int], Any]:
    chance = Random(7)
    order = [chance.choice(every) for _ in range(10_000)]
    return lambda number: order[number % len(order)]


def _megabytes(server: Any) -> float:
    told: dict[str, float] = server.memory()
    return told["MB together (proportional set size)"]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
