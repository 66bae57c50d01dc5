"""The programming interface answers whatever it is asked, and nobody reads what is not theirs.

Schemathesis makes calls of every operation from the description of the interface: such as it
allows, such as it does not, and such with the numbers and names of records that exist, of one’s own
organisation and of others. They are made in the process, through the whole site, on both databases:
without a token, with tokens of every scope, of two organisations of each kind, and with tokens that
have expired, were revoked or have a wrong letter. Words are planted in what is closed: drafts,
withdrawn versions, sources, files, mappings, machine accounts, references of cases. Every byte of
every answer is searched for those that whoever asked may not read.
"""

from __future__ import annotations

from typing import Any, Final

from bench.databases import told_on_each
from bench.proof import Proof

CALLS: Final = 20_000
FULL: Final = 100_000


def prove(*, full: bool) -> Proof:
    """Ask on both databases at once, each in a process of its own."""
    wanted = FULL if full else CALLS
    figures, not_run = told_on_each(
        "bench.fuzzing", lambda _: [str(wanted // 2 + 1)], name="api_fuzz", at_once=True
    )
    calls = sum(told["calls"] for told in figures.values())
    return Proof(
        claim="Whatever the interface is asked, it answers as it says, and with what is public or "
        "one’s own alone",
        figures=figures,
        goal=(
            f"{wanted} calls or more; 0 server errors, 0 schema violations, 0 planted words beyond "
            "rights; every operation answered with success, and every planted word that somebody "
            "may read was found where it is theirs"
        ),
        holds=calls >= wanted and all(map(_holds, figures.values())),
        not_run=not_run,
    )


def _holds(told: dict[str, Any]) -> bool:
    return (
        told["operations"] == told["operations that were answered with success"]
        and not told["server errors"]
        and not told["schema violations"]
        and not told["planted words beyond rights"]
        and not told["tokens not in force that were let in"]
        and told["words found where they are theirs"] == told["words that are somebody’s to read"]
    )
