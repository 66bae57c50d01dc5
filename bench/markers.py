"""What people typed stays where it belongs: not in logs, addresses, e-mails, sessions or crashes.

Words that stand nowhere else are planted in every text that a built office holds, and in every
field, header and query of the requests that people of eight kinds send to every route. Then every
place is searched that somebody reads who may not read the records.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

LEAST_MARKERS = 200
GOAL = (
    f"{LEAST_MARKERS} markers or more on each database, in every route and method, errors "
    "included: none found in a log, an address or redirection, an e-mail to whom it does not "
    "concern, a session, a cache, an error page or the name of a file"
)


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Plant and search on both databases, each in a process of its own."""
    figures, not_run = told_on_each("bench.marking", name="markers", at_once=True)
    return Proof(
        claim="What people typed stays in the records and in what is meant for its readers",
        figures=figures,
        goal=GOAL,
        holds=all(
            told["markers"] >= LEAST_MARKERS
            and not told["found"]
            and not told["unexpected answers 5xx"]
            and told["answers 500 on purpose"]
            and set(told["e-mails"]) == {"letter", "reminder"}
            for told in figures.values()
        ),
        not_run=not_run,
    )
