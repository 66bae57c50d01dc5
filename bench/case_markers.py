"""Nothing on any page, in any address, log or export tells who a case is about.

Three things are planted around a case that has an event of every kind, on both databases. Invented
identities of fifteen kinds are typed into every free text about a case: each is warned of, and
none is kept anywhere. References are given in their proper place: nobody reads them but those
whose they are. Words that somebody decided to keep stand on the pages of the case, for those who
work on it and in the steps that they see, and nowhere else; every route is opened by everybody.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof

LEAST = 200


def prove(*, full: bool) -> Proof:  # noqa: ARG001
    """Plant and search on both databases, each in a process of its own."""
    figures, not_run = told_on_each("bench.carrying", name="case_markers", at_once=True)
    return Proof(
        claim="Nothing on any page, in any address, log or export tells who a case is about",
        figures=figures,
        goal=(
            f"{LEAST} markers or more on each database; every identity typed into a text about a "
            "case is warned of; 0 identities kept, 0 references and words out of their place"
        ),
        holds=all(_holds(told) for told in figures.values()),
        not_run=not_run,
    )


def _holds(told: dict) -> bool:
    return (
        told["markers"] >= LEAST
        and told["kinds of event with a form that was looked at"] == told["kinds of event"]
        and told["words found in their place, of all"][0]
        == told["words found in their place, of all"][1]
        and told["references found in their place"] == told["references"]
        and told["free texts of events sent and warned of, of all"][0]
        == told["free texts of events sent and warned of, of all"][1]
        and not told["identities typed and not warned of"]
        and not told["identities found"]
        and not told["words and references out of their place"]
        and not told["unexpected answers 5xx"]
    )
