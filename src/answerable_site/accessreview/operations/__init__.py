"""Every write of those who review who looked at which case, and the entry that their own reads
leave."""

from answerable_site.accessreview.operations.breaches import add_breach_event, record_breach
from answerable_site.accessreview.operations.handing_out import (
    AlreadyReleased,
    ask_hand_out,
    note_file_taken,
    release,
)
from answerable_site.accessreview.operations.resealing import reseal_releases
from answerable_site.accessreview.operations.reviewing import (
    note_exported,
    note_review,
    review_glass,
)
from answerable_site.accessreview.operations.sampling import answer_look, draw_sample

__all__ = [
    "AlreadyReleased",
    "add_breach_event",
    "answer_look",
    "ask_hand_out",
    "draw_sample",
    "note_exported",
    "note_file_taken",
    "note_review",
    "record_breach",
    "release",
    "reseal_releases",
    "review_glass",
]
