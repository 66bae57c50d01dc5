"""Fill the empty database of the environment and time its pages: `python -m bench.caseload`.

The last line printed is JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import django

EMPTY = "/cookies/"
WEB, PRESS = "answerable_web", "answerable_press"
WARM_UP = 4
"""Rounds that are not counted."""


def main(rounds: int) -> None:
    """Fill, serve, ask in turn, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "answerable_site.config.settings.local"
        django.setup()
        from bench.caseload import filling
        from bench.register_list import Server
        from bench.registers.filling import queries

        began = time.perf_counter()
        filled = filling.fill()
        seconds_to_fill = round(time.perf_counter() - began)
        print(f"filled within {seconds_to_fill} s: {filled.counts}", file=sys.stderr, flush=True)
        counted = {
            name: queries(cookie, address)
            for name, cookie, address in (*asked_once(filled), *asked_of_cases(filled, Random(1)))
        }
        be_the_site()
        server = Server(Path(folder))
        try:
            seconds = timed(server, filled, rounds)
        finally:
            server.stop()
    empty = p95(seconds.pop("empty page"))
    times = {name: round(p95(taken) / empty, 2) for name, taken in seconds.items()}
    told = {
        **filled.counts,
        "seconds to fill": seconds_to_fill,
        "milliseconds, empty page": round(empty * 1000, 2),
        "milliseconds": {name: round(p95(taken) * 1000, 1) for name, taken in seconds.items()},
        "medians": {
            name: round(statistics.median(taken) * 1000, 1) for name, taken in seconds.items()
        },
        "case pages, times an empty page": {
            name: ratio for name, ratio in times.items() if name.startswith("case of")
        },
        "worklists, times an empty page": {
            name: ratio for name, ratio in times.items() if not name.startswith("case of")
        },
        "database queries": counted,
    }
    print(json.dumps(told, ensure_ascii=False))


def asked_once(filled: object) -> Iterator[tuple[str, str, str]]:
    """The worklists of each role, by a name, with the cookie of whoever asks."""
    for role, cookie in filled.cookies.items():
        yield f"cases of {role}", cookie, "/cases/"
        yield f"due for {role}", cookie, "/cases/due/"
        if role in {"supervisor", "gatekeeper", "cps_manager"}:
            yield f"late for {role}", cookie, "/cases/due/?late=on"
            yield f"page 40 of what is due for {role}", cookie, "/cases/due/?page=40"
        if role in {"investigator", "supervisor", "gatekeeper"}:
            yield f"quality for {role}", cookie, "/cases/quality/"
            yield f"due by one rule for {role}", cookie, "/cases/due/?rule=support_offered"
        if role in {"supervisor", "cps_manager"}:
            yield f"handing over by {role}", cookie, "/cases/hand-over/"


def asked_of_cases(filled: object, chance: Random) -> Iterator[tuple[str, str, str]]:
    """The page of one of the cases of each person who works on some, another one each time."""
    for role, cases in filled.cases.items():
        yield f"case of {role}", filled.cookies[role], f"/cases/{chance.choice(cases)}/"


def be_the_site() -> None:
    """Connect as the site does in an office: on PostgreSQL as a role that the walls bind."""
    from django.db import connection

    from answerable_site.config.database_roles import statements

    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for statement in statements(web=WEB, press=PRESS):
            cursor.execute(statement)
    address = urlsplit(os.environ["ANSWERABLE_DATABASE_URL"])
    place = address.netloc.rpartition("@")[2]
    os.environ["ANSWERABLE_DATABASE_URL"] = address._replace(netloc=f"{WEB}@{place}").geturl()
    os.environ["ANSWERABLE_PRESS_ROLE"] = PRESS


def timed(server: object, filled: object, rounds: int) -> dict[str, list[float]]:
    """Seconds that each address took in each round, asked in turn."""
    taken: dict[str, list[float]] = defaultdict(list)
    chance = Random(2)
    anybody = next(iter(filled.cookies.values()))
    for number in range(rounds + WARM_UP):
        asked = [
            ("empty page", anybody, EMPTY),
            *asked_once(filled),
            ("empty page", anybody, EMPTY),
            *asked_of_cases(filled, chance),
        ]
        for name, cookie, address in asked:
            started = time.perf_counter()
            server.get(address, cookie)
            if number >= WARM_UP:
                taken[name].append(time.perf_counter() - started)
    return taken


def p95(taken: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
