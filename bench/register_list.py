"""Ten thousand recommendations are listed almost as fast as an empty page is served.

A fresh SQLite database in a temporary folder, served as the product serves itself: gunicorn with
three workers. Requests to all addresses are interleaved, so that whatever else the machine does
falls on all alike; what counts is the ratio of medians within the same run.
"""

from __future__ import annotations

import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

from bench.proof import Proof

ROOT = Path(__file__).resolve().parent.parent
RECOMMENDATIONS = 10_000
ROUNDS = 60
RATIO_GOAL = 3.0
KIBIBYTES_GOAL = 100
MEGABYTES_GOAL = 300
EMPTY = "/cookies/"
ADDRESSES = {
    "list": "/register/",
    "soonest deadline first": "/register/?sort=soonest",
    "filter": "/register/?kind=recommendation&addressee=forces&due=overdue",
    "search": "/register/?q=custody+records",
    "search and filter": "/register/?q=supervisor&kind=area_for_improvement&sort=soonest",
    "page 200": "/register/?page=200",
    "inspections": "/register/inspections/",
}


def prove(*, full: bool) -> Proof:
    """Measure ratios, sizes, queries and memory with 10,000 recommendations."""
    rounds = ROUNDS * (5 if full else 1)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_DATA"] = folder
        os.environ.pop("ANSWERABLE_DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "answerable_site.config.settings.local"
        django.setup()
        from bench.registers import filling

        cookie = filling.fill(RECOMMENDATIONS)
        queries = {name: filling.queries(cookie, address) for name, address in ADDRESSES.items()}
        server = Server(Path(folder))
        try:
            seconds, sizes = measure(server, cookie, rounds)
            memory = server.memory()
        finally:
            server.stop()
    empty = seconds.pop("empty page")
    ratios = {name: round(taken / empty, 2) for name, taken in seconds.items()}
    figures = {
        "recommendations": RECOMMENDATIONS,
        "milliseconds, empty page": round(empty * 1000, 2),
        "milliseconds": {name: round(taken * 1000, 2) for name, taken in seconds.items()},
        "times an empty page": ratios,
        "KiB": {name: round(size / 1024, 1) for name, size in sizes.items()},
        "database queries": queries,
        **memory,
    }
    return Proof(
        claim="Ten thousand recommendations are listed almost as fast as an empty page",
        figures=figures,
        goal=(
            f"every list at most {RATIO_GOAL:.0f} times an empty page and under "
            f"{KIBIBYTES_GOAL} KiB; three workers and their master within {MEGABYTES_GOAL} MB"
        ),
        holds=max(ratios.values()) <= RATIO_GOAL
        and max(sizes.values()) < KIBIBYTES_GOAL * 1024
        and memory["MB together (proportional set size)"] <= MEGABYTES_GOAL,
    )


def measure(server: Server, cookie: str, rounds: int) -> tuple[dict[str, float], dict[str, int]]:
    """Median seconds and size in bytes of each address, the empty page among them."""
    addresses = {"empty page": EMPTY, **ADDRESSES}
    taken: dict[str, list[float]] = {name: [] for name in addresses}
    sizes: dict[str, int] = {}
    for address in list(addresses.values()) * 6:
        server.get(address, cookie)
    for _ in range(rounds):
        for name, address in addresses.items():
            started = time.perf_counter()
            body = server.get(address, cookie)
            taken[name].append(time.perf_counter() - started)
            sizes[name] = len(body)
    sizes.pop("empty page")
    return {name: statistics.median(all_of) for name, all_of in taken.items()}, sizes


class Server:
    """The product's own web server with three workers, on a free port of this machine."""

    def __init__(self, folder: Path) -> None:
        from answerable_site.config import servers

        self.port = servers.free_port(8200)
        self.log = (folder / "server.log").open("wb")
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "answerable", "serve"),
                *("--port", str(self.port), "--web-workers", "3"),
            ],
            cwd=ROOT,
            stdout=self.log,
            stderr=self.log,
        )
        self._wait()

    def get(self, address: str, cookie: str) -> bytes:
        """The body of a page; every answer but 200 breaks the proof off."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", address, headers={"Cookie": cookie})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{address} was answered with {answer.status}.")
        return body

    def memory(self) -> dict[str, float]:
        """Megabytes (10^6 bytes) of the workers and their master after the requests."""
        master = next(pid for pid in children(self.process.pid) if "gunicorn" in command(pid))
        workers = children(master)
        return {
            "workers": len(workers),
            "MB together (proportional set size)": round(
                sum(megabytes(pid, "Pss") for pid in (master, *workers)), 1
            ),
            "MB of the workers (resident, shared parts counted each time)": round(
                sum(megabytes(pid, "Rss") for pid in workers), 1
            ),
        }

    def stop(self) -> None:
        """End the server and its processes."""
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()

    def _wait(self) -> None:
        for _ in range(300):
            try:
                return self._try()
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("The server did not start within 30 seconds.")

    def _try(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", EMPTY)
        connection.getresponse().read()
        connection.close()


def children(pid: int) -> list[int]:
    """The child processes of a process, from the kernel's own list."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def command(pid: int) -> str:
    """The command line of a process."""
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()


def megabytes(pid: int, kind: str) -> float:
    """A process's resident ("Rss") or proportional ("Pss") set size in 10^6 bytes."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError(f"The kernel does not say the {kind} of process {pid}.")
