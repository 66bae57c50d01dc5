"""What the pages of the intake show."""

from answerable_site.intake.presenters.checked import ShownCheck, shown_check
from answerable_site.intake.presenters.differing import (
    DifferingCounts,
    ShownDifference,
    ShownDiffering,
    differing_counts,
    differing_rows,
    shown_differing,
)
from answerable_site.intake.presenters.links import (
    ACTS,
    LinkAct,
    LinkLine,
    ShownLink,
    act_on,
    link_line,
    shown_link,
    words_of_ended,
    words_of_pairs,
    words_of_proposals,
)
from answerable_site.intake.presenters.loads import (
    LoadLine,
    ShownLoad,
    day_of_erasure,
    load_line,
    shown_load,
)
from answerable_site.intake.presenters.queued import shown_queued
from answerable_site.intake.presenters.rows import ShownReason, ShownRow, opened_row, waiting_row
from answerable_site.intake.presenters.shipped import ShownProfile, shown_profile
from answerable_site.intake.presenters.sources import ShownSource, shown_source
from answerable_site.intake.presenters.trying import ShownTrying, shown_trying

__all__ = [
    "ACTS",
    "DifferingCounts",
    "LinkAct",
    "LinkLine",
    "LoadLine",
    "ShownCheck",
    "ShownDifference",
    "ShownDiffering",
    "ShownLink",
    "ShownLoad",
    "ShownProfile",
    "ShownReason",
    "ShownRow",
    "ShownSource",
    "ShownTrying",
    "act_on",
    "day_of_erasure",
    "differing_counts",
    "differing_rows",
    "link_line",
    "load_line",
    "opened_row",
    "shown_check",
    "shown_differing",
    "shown_link",
    "shown_load",
    "shown_profile",
    "shown_queued",
    "shown_source",
    "shown_trying",
    "waiting_row",
    "words_of_ended",
    "words_of_pairs",
    "words_of_proposals",
]
