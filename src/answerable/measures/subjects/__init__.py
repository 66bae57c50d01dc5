"""Subjects: everything that measures count, each as a relation over the tables of a cut."""

from answerable.measures.subjects.cases import CASES
from answerable.measures.subjects.letters import ADVICE_NOT_SOUGHT, COMMUNICATIONS, DISAGREEMENTS
from answerable.measures.subjects.plans import ITEM_REVIEWS, ITEMS
from answerable.measures.subjects.subject import Subject
from answerable.measures.subjects.victims import CHARACTERISTICS, VICTIMS

SUBJECTS: dict[str, Subject] = {
    one.name: one
    for one in (
        CASES,
        VICTIMS,
        CHARACTERISTICS,
        ITEMS,
        ITEM_REVIEWS,
        ADVICE_NOT_SOUGHT,
        COMMUNICATIONS,
        DISAGREEMENTS,
    )
}

__all__ = ["SUBJECTS", "Subject"]
