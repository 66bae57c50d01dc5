"""What the templates of the register see."""

from answerable_site.register.presenters.clocks import (
    ShownClock,
    ShownMovement,
    shown_clock,
    shown_movement,
)
from answerable_site.register.presenters.documents import (
    ShownDocument,
    ShownProgress,
    shown_document,
    shown_progress,
)
from answerable_site.register.presenters.inspections import (
    ShownInspection,
    inspection_rows,
    inspection_words,
    shown_inspection,
)
from answerable_site.register.presenters.listing import (
    ListedInspection,
    ListedRecommendation,
    heading,
    listed_inspection,
    listed_recommendation,
    shortened,
)
from answerable_site.register.presenters.passages import (
    Marked,
    marked,
)
from answerable_site.register.presenters.priorities import (
    ShownPlan,
    ShownPriority,
    priority_words,
    shown_plans,
)
from answerable_site.register.presenters.recommendations import (
    ShownRecommendation,
    ShownStatement,
    earlier_to_link,
    recommendation_words,
    shown_recommendation,
)
from answerable_site.register.presenters.review import (
    ShownCandidate,
    shown_candidate,
)

__all__ = [
    "ListedInspection",
    "ListedRecommendation",
    "Marked",
    "ShownCandidate",
    "ShownClock",
    "ShownDocument",
    "ShownInspection",
    "ShownMovement",
    "ShownPlan",
    "ShownPriority",
    "ShownProgress",
    "ShownRecommendation",
    "ShownStatement",
    "earlier_to_link",
    "heading",
    "inspection_rows",
    "inspection_words",
    "listed_inspection",
    "listed_recommendation",
    "marked",
    "priority_words",
    "recommendation_words",
    "shortened",
    "shown_candidate",
    "shown_clock",
    "shown_document",
    "shown_inspection",
    "shown_movement",
    "shown_plans",
    "shown_progress",
    "shown_recommendation",
]
