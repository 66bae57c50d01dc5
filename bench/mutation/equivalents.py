"""Mutants that change nothing which anybody could see, each with the reason.

The list is reviewed by hand: a mutant that is here and is killed all the same counts as killed.
"""

EQUIVALENT: dict[str, str] = {}
