"""Words of trackers that mean one thing for certain; what any other means, a person says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from answerable_site.followup.rules.states import (
    ActionKind,
    ActionState,
    InspectorateStatus,
    OwnView,
    Rating,
    Whose,
)
from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.register.rules import RecommendationKind
from answerable_site.register.rules.lists import word_key

MEANINGS: Final[Mapping[Column, type[StrEnum]]] = {
    Column.KIND: RecommendationKind,
    Column.WHOSE: Whose,
    Column.OWN_VIEW: OwnView,
    Column.INSPECTORATE: InspectorateStatus,
    Column.RATING: Rating,
    Column.ACTION_KIND: ActionKind,
    Column.ACTION_WHOSE: Whose,
    Column.ACTION_STATE: ActionState,
    Column.ACTION_RATING: Rating,
}
"""Columns whose words stand for one of a few things."""

_SYNONYMS: Final[Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, ...]]]] = {
    RecommendationKind: {
        RecommendationKind.RECOMMENDATION: ("rec", "recommendations"),
        RecommendationKind.AREA_FOR_IMPROVEMENT: ("afi", "areas for improvement"),
        RecommendationKind.CAUSE_OF_CONCERN: ("coc", "cause for concern", "causes of concern"),
    },
    Whose: {
        Whose.INSPECTORATE: ("hmicfrs", "the inspectorate"),
        Whose.INTERNAL: ("force", "us", "local"),
    },
    OwnView: {
        OwnView.NOT_STARTED: ("not yet started",),
        OwnView.COMPLETE: ("complete", "completed", "done", "finished"),
    },
    InspectorateStatus: {
        InspectorateStatus.COMPLETE: ("completed",),
        InspectorateStatus.NO_FURTHER_ACTION: ("closed nfa", "nfa"),
        InspectorateStatus.AWAITING_REVIEW: ("awaiting hmicfrs review", "with hmicfrs"),
    },
    Rating: {Rating.GREEN: ("g",), Rating.AMBER: ("a", "yellow"), Rating.RED: ("r",)},
    ActionKind: {ActionKind.ACTION: ("actions",)},
    ActionState: {
        ActionState.NOT_STARTED: ("not yet started", "to do"),
        ActionState.IN_PROGRESS: ("ongoing", "on going", "under way", "underway", "started"),
        ActionState.DONE: ("complete", "completed", "finished"),
        ActionState.CANCELLED: ("canceled", "withdrawn"),
    },
}


def words_of(column: Column, said: Mapping[str, str]) -> dict[str, StrEnum]:
    """What each word of a column stands for.

    Args:
        said: what words mean, as a person said; by `word_key`, the value of the meaning.
    """
    meaning = MEANINGS[column]
    known: dict[str, StrEnum] = {}
    for one in meaning:
        for word in (one.value, getattr(one, "label", one.value), *_synonyms(meaning, one)):
            known[word_key(word.replace("_", " "))] = one
    return known | {word: meaning(value) for word, value in said.items()}


def _synonyms(meaning: type[StrEnum], one: StrEnum) -> Iterable[str]:
    return _SYNONYMS[meaning].get(one, ())
