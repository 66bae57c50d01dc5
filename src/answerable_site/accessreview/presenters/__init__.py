"""How pages about who looked are worded."""

from answerable_site.accessreview.presenters.handing_out import handed_out_document
from answerable_site.accessreview.presenters.looks import (
    ACTS,
    CSV_HEADER,
    csv_row,
    shown_concerns,
    shown_looks,
)
from answerable_site.accessreview.presenters.reviews import (
    shown_breach,
    shown_glass,
    shown_sampled_look,
    shown_sampled_looks,
)

__all__ = [
    "ACTS",
    "CSV_HEADER",
    "csv_row",
    "handed_out_document",
    "shown_breach",
    "shown_concerns",
    "shown_glass",
    "shown_looks",
    "shown_sampled_look",
    "shown_sampled_looks",
]
