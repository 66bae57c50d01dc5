"""Search by words in what was promised and in what actions are called.

The indexes are tables beside the rows that the database keeps true (migrations 0003 and 0005).
"""

from __future__ import annotations

from typing import Final

from django.db.models import Q, QuerySet

from answerable_site.followup.models import Action
from answerable_site.fulltext import Index, understood

COMMITMENTS: Final = Index("followup_commitment_search")
"""Summary, promise and reference."""
ACTIONS: Final = Index("followup_action_search")
"""Title, words and reference."""


def promised_in(typed: str) -> Q:
    """Commitments whose summary, promise or reference answers what was typed."""
    asked = understood(typed)
    return Q(pk__in=COMMITMENTS.keys(asked)) if asked else Q(pk__in=())


def called(actions: QuerySet[Action], typed: str) -> QuerySet[Action]:
    """Those of some actions whose title, words or reference answers what was typed."""
    return ACTIONS.narrowed(actions, understood(typed))
