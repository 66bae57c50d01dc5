"""No case reaches what cannot be; every breach is flagged with its rule, every refusal says why.

10,000 histories: cases of anything in any order over every kind of event that is registered, lawful
cases, and lawful cases with one breach planted. A second, slow judgement of what cannot be (which
shares no code with the product) must agree with every refusal and every acceptance; a lawful case
must have no breach; a planted breach must be flagged with its rule; no rule may raise.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor

from answerable.records import rules
from answerable.records.kinds import KINDS
from answerable.records.states import State
from bench.histories import lawful_cases, random_cases
from bench.histories.judging import Tally
from bench.histories.lawful_cases import NO_PLACE, Lived
from bench.histories.planting import PLANTS
from bench.proof import Proof

COUNTS = {"random": 8_700, "lawful": 300, "planted": 1_000}
GOAL = (
    "10,000 histories; no disagreement with the second judgement; every kind of event accepted, "
    "every state reached; no breach in a lawful case; every plant flagged with its rule"
)


def prove(*, full: bool) -> Proof:
    """Live all histories, in two processes; the first that is not as it must be breaks off."""
    times = 4 if full else 1
    with ProcessPoolExecutor(max_workers=2) as at_once:
        anything = at_once.submit(random_cases.run, COUNTS["random"] * times)
        lives = at_once.submit(
            lawful_cases.run, COUNTS["lawful"] * times, COUNTS["planted"] * times
        )
        tally, lived = anything.result(), lives.result()
    return Proof(
        claim="No case reaches what cannot be; every breach is flagged, every refusal says why",
        figures=_figures(tally, lived),
        goal=GOAL,
        holds=_holds(tally, lived, sum(COUNTS.values()) * times),
        not_run=_not_run(lived),
    )


def _figures(tally: Tally, lived: Lived) -> dict[str, object]:
    flagged = tally.flagged.keys() | lived.tally.flagged.keys()
    planted = {plant: count for plant, count in lived.planted.items() if plant != NO_PLACE}
    codes = {plant.removeprefix("late ") for plant in planted}
    return {
        "histories": tally.histories + lived.tally.histories,
        "of them random, lawful, with a plant": [
            tally.histories,
            lived.lawful,
            sum(planted.values()),
        ],
        "events accepted": tally.accepted + lived.tally.accepted,
        "events refused, each with a sentence": tally.refused + lived.tally.refused,
        "disagreements with the second judgement": 0,
        "kinds accepted, of all": [len(_accepted(tally, lived)), len(KINDS)],
        "states reached, of all": [len(_reached(tally, lived)), len(State)],
        "breaches in lawful cases": 0,
        "rules with a plant that was flagged, of all": [len(codes), len(rules.RULES)],
        "rules seen flagged, of all": [len(flagged), len(rules.RULES)],
        "rules never flagged": sorted({rule.code for rule in rules.RULES} - flagged),
        "kinds of plant flagged, of all": [len(planted), len(PLANTS)],
    }


def _accepted(tally: Tally, lived: Lived) -> set[str]:
    return set(tally.kinds) | set(lived.tally.kinds)


def _reached(tally: Tally, lived: Lived) -> set[str]:
    return set(tally.reached) | set(lived.tally.reached)


def _holds(tally: Tally, lived: Lived, wanted: int) -> bool:
    return (
        tally.histories + lived.tally.histories >= wanted
        and _accepted(tally, lived) == {kind.kind() for kind in KINDS}
        and _reached(tally, lived) == set(State)
        and set(PLANTS) <= set(lived.planted)
    )


def _not_run(lived: Lived) -> list[str]:
    return [
        f"No lawful case does what the rule {code} asks: add it to bench/histories/actor.py."
        for code in sorted(lived.unanswered)
    ]
