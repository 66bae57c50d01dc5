"""Subjects: everything that measures count, each as a relation over the tables of a cut."""

from answerable.measures.subjects.cases import CASES
from answerable.measures.subjects.endings import CPS_ENDINGS
from answerable.measures.subjects.letters import ADVICE_NOT_SOUGHT, COMMUNICATIONS, DISAGREEMENTS
from answerable.measures.subjects.open_items import OPEN_ITEMS
from answerable.measures.subjects.pilot import PILOT_CASES
from answerable.measures.subjects.plans import ITEM_REVIEWS, ITEMS
from answerable.measures.subjects.rights import REVIEW_REQUESTS, RIGHTS
from answerable.measures.subjects.stages import STAGES
from answerable.measures.subjects.subject import Subject
from answerable.measures.subjects.submissions import SUBMISSIONS
from answerable.measures.subjects.tellings import NOTICES, TELLINGS
from answerable.measures.subjects.victims import CHARACTERISTICS, VICTIMS
from answerable.measures.subjects.withdrawals import (
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
    )
}

__all__ = ["SUBJECTS", "Subject"]
