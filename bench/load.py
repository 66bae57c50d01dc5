"""A county's site answers many at once: 100 readers and 30 people at work in every second.

On PostgreSQL, with 100,000 recommendations and half a million cases, as the role that the walls
around cases bind; three workers of the product's own server, nginx in front of it as the guide to
deployment has it. The visitors run on the same machine. What a request takes counts from the moment
at which it was to begin, so that nothing is gained by stalling.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof

SECONDS, SECONDS_FULL = 180, 600
PUBLIC_MS, SIGNED_IN_MS = 200, 300
GROWTH = 0.10
NO_CACHE = "nginx is not installed here, so public pages were asked of the site itself."
PEERS = "DefectDojo and CISO Assistant are in no package index"


def prove(*, full: bool) -> Proof:
    """Fill a database, serve it, visit it: first the public, then people at work."""
    seconds = SECONDS_FULL if full else SECONDS
    figures, not_run = told_on_each(
        "bench.visiting", lambda _: [str(seconds)], name="load", on=("PostgreSQL",)
    )
    told = figures.get("PostgreSQL", {})
    if told and not told["behind a cache"]:
        not_run.append(NO_CACHE)
    return Proof(
        claim="Public pages and lists answer in time while many ask at once",
        figures={**told, "beside peers": PEERS},
        goal=(
            f"public register at 100 a second: 95th percentile within {PUBLIC_MS} ms; lists of "
            f"people who are signed in at 30 a second: within {SIGNED_IN_MS} ms; {seconds} seconds "
            "each, no error, memory within 10% of what it was"
        ),
        holds=bool(told)
        and _holds(told["public register"], PUBLIC_MS)
        and _holds(told["signed-in lists"], SIGNED_IN_MS),
        not_run=not_run,
    )


def _holds(told: dict[str, Any], most_ms: int) -> bool:
    return (
        told["p95 in ms"] <= most_ms
        and told["errors"] == 0
        and abs(told["MB after"] - told["MB before"]) <= GROWTH * told["MB before"]
    )
