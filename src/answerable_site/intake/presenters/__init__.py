"""What the pages of the intake show."""

from answerable_site.intake.presenters.checked import ShownCheck, shown_check
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
    load_line,
    shown_load,
)
from answerable_site.intake.presenters.queued import ShownQueued, shown_queued
from answerable_site.intake.presenters.rows import ShownReason, ShownRow, opened_row, waiting_row
from answerable_site.intake.presenters.sources import ShownSource, shown_source

__all__ = [
    "ACTS",
    "LinkAct",
    "LinkLine",
    "LoadLine",
    "ShownCheck",
    "ShownLink",
    "ShownLoad",
    "ShownQueued",
    "ShownReason",
    "ShownRow",
    "ShownSource",
    "act_on",
    "link_line",
    "load_line",
    "opened_row",
    "shown_check",
    "shown_link",
    "shown_load",
    "shown_queued",
    "shown_source",
    "waiting_row",
    "words_of_ended",
    "words_of_pairs",
    "words_of_proposals",
]
