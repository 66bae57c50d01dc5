"""Mutants that change nothing which anybody could see, each with the reason.

The list is reviewed by hand: a mutant that is here and is killed all the same counts as killed.
"""

EQUIVALENT: dict[str, str] = {
    "casework.queries.finding.cases_with_reference, line 22: kind is dropped": (
        "The keyed hash is made from the kind, too: no reference of another kind bears it."
    ),
}
