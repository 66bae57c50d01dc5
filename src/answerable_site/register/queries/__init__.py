"""Every read of the register takes the viewer, or what such a read returned."""

from answerable_site.register.queries.documents import (
    bodies_added_for,
    bodies_grouping,
    documents_visible_to,
    passage_of,
    reading_to_confirm,
    same_file,
    unfinished_documents,
)
from answerable_site.register.queries.inspections import (
    inspections_visible_to,
    likely_duplicates,
    other_parts_of_series,
    proposed_bodies,
    warnings_of,
    whole_inspections,
)
from answerable_site.register.queries.listing import (
    Due,
    Line,
    Lines,
    Order,
    Wanted,
    lines_of,
    listed_inspections,
    listed_recommendations,
)
from answerable_site.register.queries.movements import (
    movements_visible_to,
)
from answerable_site.register.queries.priorities import (
    priorities_kept_by,
    priorities_to_choose,
)
from answerable_site.register.queries.recommendations import (
    addressees_visible_to,
    causes_of_concern,
    linkable_recommendations,
    recommendations_of,
    recommendations_visible_to,
    themes_of,
    whole_recommendations,
)
from answerable_site.register.queries.review import (
    Progress,
    candidates_of,
    candidates_visible_to,
    candidates_without_doubts,
    made_from_parent,
    next_undecided,
    progress_of,
    undecided_of,
)

__all__ = [
    "Due",
    "Line",
    "Lines",
    "Order",
    "Progress",
    "Wanted",
    "addressees_visible_to",
    "bodies_added_for",
    "bodies_grouping",
    "candidates_of",
    "candidates_visible_to",
    "candidates_without_doubts",
    "causes_of_concern",
    "documents_visible_to",
    "inspections_visible_to",
    "likely_duplicates",
    "lines_of",
    "linkable_recommendations",
    "listed_inspections",
    "listed_recommendations",
    "made_from_parent",
    "movements_visible_to",
    "next_undecided",
    "other_parts_of_series",
    "passage_of",
    "priorities_kept_by",
    "priorities_to_choose",
    "progress_of",
    "proposed_bodies",
    "reading_to_confirm",
    "recommendations_of",
    "recommendations_visible_to",
    "same_file",
    "themes_of",
    "undecided_of",
    "unfinished_documents",
    "warnings_of",
    "whole_inspections",
    "whole_recommendations",
]
