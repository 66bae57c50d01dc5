"""Subjects: everything that measures count, each as a relation over the tables of a cut."""

from answerable.measures.subjects.cases import CASES
from answerable.measures.subjects.decisions import SUSPECTS_OF_DECISIONS, VICTIMS_OF_DECISIONS
from answerable.measures.subjects.endings import CPS_ENDINGS
from answerable.measures.subjects.letters import ADVICE_NOT_SOUGHT, COMMUNICATIONS, DISAGREEMENTS
from answerable.measures.subjects.open_items import OPEN_ITEMS
from answerable.measures.subjects.organisations import IN_POST, PATHWAYS, WITH_CASES
from answerable.measures.subjects.pilot import PILOT_BEGUN, PILOT_CASES
from answerable.measures.subjects.plans import ITEM_REVIEWS, ITEMS
from answerable.measures.subjects.relations import Prepared
from answerable.measures.subjects.rights import REVIEW_REQUESTS, REVIEWABLE, RIGHTS
from answerable.measures.subjects.stages import STAGES, STAGES_OF_VICTIMS
from answerable.measures.subjects.subject import Subject, rows_of
from answerable.measures.subjects.submissions import SUBMISSIONS
from answerable.measures.subjects.tellings import NOTICES, TELLINGS
from answerable.measures.subjects.victims import (
    ANSWERS,
    CHARACTERISTICS,
    CHARACTERISTICS_OF_VICTIMS,
    KNOWN_VICTIMS,
    VICTIMS,
)
from answerable.measures.subjects.withdrawals import (
    NAMED_REASONS,
    REASONED_WITHDRAWALS,
    UNSUPPORTED_OUTCOMES,
    WITHDRAWAL_REASONS,
    WITHDRAWALS,
)

SUBJECTS: dict[str, Subject] = {
    one.name: one
    for one in (
        CASES,
        VICTIMS,
        CHARACTERISTICS,
        STAGES,
        WITHDRAWALS,
        WITHDRAWAL_REASONS,
        UNSUPPORTED_OUTCOMES,
        ITEMS,
        ITEM_REVIEWS,
        OPEN_ITEMS,
        ADVICE_NOT_SOUGHT,
        COMMUNICATIONS,
        DISAGREEMENTS,
        CPS_ENDINGS,
        TELLINGS,
        NOTICES,
        RIGHTS,
        REVIEW_REQUESTS,
        SUBMISSIONS,
        PILOT_CASES,
        IN_POST,
        PATHWAYS,
    )
}

PREPARED: dict[str, Prepared] = {
    one.name: one
    for one in (
        KNOWN_VICTIMS,
        ANSWERS,
        CHARACTERISTICS_OF_VICTIMS,
        REASONED_WITHDRAWALS,
        STAGES_OF_VICTIMS,
        NAMED_REASONS,
        VICTIMS_OF_DECISIONS,
        SUSPECTS_OF_DECISIONS,
        REVIEWABLE,
        PILOT_BEGUN,
        WITH_CASES,
    )
}
"""What several subjects read."""

__all__ = ["PREPARED", "SUBJECTS", "Subject", "rows_of"]
