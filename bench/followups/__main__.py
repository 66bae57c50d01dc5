"""Fill the empty database of the environment, time its pages and packs:
`python -m bench.followups`.

The last line printed is JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import django

RECOMMENDATIONS = 10_000
EMPTY = "/cookies/"
FIRST = "/follow-up/"


def addresses() -> dict[str, str]:
    """Every list, filter and page that is timed, by a name."""
    since = date.today() - timedelta(days=7)  # noqa: DTZ011 - the days of this machine
    day = f"since_day={since.day}&since_month={since.month}&since_year={since.year}"
    return {
        "table": FIRST,
        "latest change first": f"{FIRST}?sort=changed",
        "open and closed": f"{FIRST}?standing=all",
        "page 200": f"{FIRST}?page=200",
        "search": f"{FIRST}?q=custody+records",
        "late": f"{FIRST}?timeliness=late",
        "late in any way": f"{FIRST}?timeliness=any&standing=all",
        "three states": f"{FIRST}?own_view=at_risk&assurance=partial&inspectorate=in_progress",
        "own view": f"{FIRST}?own_view=complete",
        "whose date": f"{FIRST}?whose=inspectorate",
        "changed since": f"{FIRST}?{day}",
        "nobody": f"{FIRST}?owner=nobody",
        "exceptions only": f"{FIRST}?exception=any",
        "moved often": f"{FIRST}?exception=moved_often",
        "actions": f"{FIRST}actions/",
        "late actions": f"{FIRST}actions/?timeliness=late",
        "actions of a word": f"{FIRST}actions/?q=disclosure",
        "actions of a rare word": f"{FIRST}actions/?q=zyxwv",
        "actions of nobody": f"{FIRST}actions/?owner=nobody",
        "exceptions": f"{FIRST}exceptions/",
        "exceptions of one reason": f"{FIRST}exceptions/?why=review_missed",
        "board": f"{FIRST}board/",
        "board by assurance": f"{FIRST}board/?by=assurance",
        "my work": f"{FIRST}my-work/",
        "what changed": f"{FIRST}changes/?{day}",
    }


def main(rounds: int) -> None:
    """Fill, serve, ask in turn, freeze packs, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "answerable_site.config.settings.local"
        django.setup()
        from bench.followups import filling, packing
        from bench.register_list import Server
        from bench.registers.filling import queries, settle

        began = time.perf_counter()
        cookie, counts = filling.fill(RECOMMENDATIONS)
        settle()
        filled = time.perf_counter() - began
        asked = addresses()
        counted = {name: queries(cookie, address) for name, address in asked.items()}
        server = Server(Path(folder))
        try:
            seconds, sizes = timed(server, cookie, {"empty page": EMPTY, **asked}, rounds)
        finally:
            server.stop()
        pack = packing.measured(cookie)
    empty = seconds.pop("empty page")
    sizes.pop("empty page")
    told = {
        **counts,
        "seconds to fill": round(filled),
        "milliseconds, empty page": round(empty * 1000, 2),
        "milliseconds": {name: round(taken * 1000, 2) for name, taken in seconds.items()},
        "times an empty page": {name: round(taken / empty, 2) for name, taken in seconds.items()},
        "KiB, largest page": round(max(sizes.values()) / 1024, 1),
        "database queries": counted,
        "pack": pack,
    }
    print(json.dumps(told, ensure_ascii=False))


def timed(
    server: object, cookie: str, asked: dict[str, str], rounds: int
) -> tuple[dict[str, float], dict[str, int]]:
    """Median seconds and size in bytes of each address, asked in turn."""
    taken: dict[str, list[float]] = {name: [] for name in asked}
    sizes: dict[str, int] = {}
    for address in list(asked.values()) * 4:
        server.get(address, cookie)
    for _ in range(rounds):
        for name, address in asked.items():
            started = time.perf_counter()
            body = server.get(address, cookie)
            taken[name].append(time.perf_counter() - started)
            sizes[name] = len(body)
    return {name: statistics.median(all_of) for name, all_of in taken.items()}, sizes


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
