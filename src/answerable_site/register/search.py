"""The indexes of words of inspections and of recommendations.

Each is a table beside its rows that database triggers keep true (migrations 0002 and 0004).
"""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet

from answerable_site.fulltext import Index, understood
from answerable_site.register.models import Recommendation

RECOMMENDATIONS: Final = Index("register_search", key="recommendation_id")
"""Number, text, sub-points and the title of the report."""
INSPECTIONS: Final = Index("register_inspection_search")
"""Title, series, inspectorates and key findings."""


def matching(recommendations: QuerySet[Recommendation], typed: str) -> QuerySet[Recommendation]:
    """Those whose number, text, sub-points or report title answer what was typed.

    Whatever is typed means something: words, "phrases", -what is not wanted. Text without a single
    word matches nothing.
    """
    return RECOMMENDATIONS.narrowed(recommendations, understood(typed))
