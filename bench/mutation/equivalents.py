"""Mutants that change nothing which anybody could see, each with the reason.

The list is reviewed by hand: a mutant that is here and is killed all the same counts as killed.
"""

EQUIVALENT: dict[str, str] = {
    "casework.queries.finding.cases_with_reference, line 22: kind is dropped": (
        "The keyed hash is made from the kind, too: no reference of another kind bears it."
    ),
    "accessreview.queries.looks._by_people_of_none_but, line 101: "
    "filter(organisation__in) lets all through": (
        "Whoever held a role, and none elsewhere, held it in these organisations."
    ),
    "accessreview.queries.looks.lookers_known_to, line 73: "
    "filter(entry__actor_id__isnull) lets all through": (
        "Rows without a person are left out once more where the names are gathered."
    ),
    "intake.access.can_load, line 32: role is not None is dropped": (
        "Nobody holds no role: it is asked for the types alone."
    ),
    "responses.queries.dispatches.copies_to_send, line 130: public_version__in is dropped": (
        "What was sent of other versions is asked about nowhere: the term spares reading it."
    ),
}
