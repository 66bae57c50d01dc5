"""Search by words in what was promised and in what actions are called.

By the words of `register.search`: English stems, the last one may be the beginning of a word. The
indexes are tables beside the rows that the database keeps true (migration 0002).
"""

from __future__ import annotations

from typing import Final

from django.db.models import Q, QuerySet

from answerable_site.followup.models import Action
from answerable_site.register import search


def promised_in(typed: str) -> Q:
    """Commitments whose summary or reference holds every word that was typed."""
    return Q(pk__in=search.keys_with(typed, _COMMITMENTS))


def called(actions: QuerySet[Action], typed: str) -> QuerySet[Action]:
    """Those of some actions whose title or reference holds every word that was typed."""
    return search.with_words(actions, typed, _ACTIONS)


_COMMITMENTS: Final = {
    "sqlite": (
        "SELECT rowid FROM followup_commitment_search WHERE followup_commitment_search MATCH %s"
    ),
    "postgresql": (
        "SELECT id FROM followup_commitment_search WHERE words @@ to_tsquery('english', %s)"
    ),
}
_ACTIONS: Final = {
    "sqlite": "SELECT rowid FROM followup_action_search WHERE followup_action_search MATCH %s",
    "postgresql": (
        "SELECT id FROM followup_action_search WHERE words @@ to_tsquery('english', %s)"
    ),
}
