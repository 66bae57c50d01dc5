"""What the pages of the intake show."""

from answerable_site.intake.presenters.checked import ShownCheck, shown_check
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
    "LoadLine",
    "ShownCheck",
    "ShownLoad",
    "ShownQueued",
    "ShownReason",
    "ShownRow",
    "ShownSource",
    "load_line",
    "opened_row",
    "shown_check",
    "shown_load",
    "shown_queued",
    "shown_source",
    "waiting_row",
]
