"""How responses are worded: what is due, the steps of one response, its texts."""

from answerable_site.responses.presenters.clocks import ShownClock, shown_clock
from answerable_site.responses.presenters.dues import ShownDue, shown_due
from answerable_site.responses.presenters.events import ShownEvent, shown_events
from answerable_site.responses.presenters.findings import ShownFinding, shown_finding
from answerable_site.responses.presenters.gaps import ShownGap, shown_gaps
from answerable_site.responses.presenters.past import (
    PAST_CSV_HEADER,
    STANDINGS,
    ShownPast,
    counts_in_words,
    past_csv_row,
    shown_past,
)
from answerable_site.responses.presenters.takeover import (
    ShownColumns,
    ShownRow,
    counts,
    shown_columns,
    shown_row,
    template_rows,
)
from answerable_site.responses.presenters.tasks import Section, ShownResponse, shown_response
from answerable_site.responses.presenters.texts import SavedText, saved_text

__all__ = [
    "PAST_CSV_HEADER",
    "STANDINGS",
    "SavedText",
    "Section",
    "ShownClock",
    "ShownColumns",
    "ShownDue",
    "ShownEvent",
    "ShownFinding",
    "ShownGap",
    "ShownPast",
    "ShownResponse",
    "ShownRow",
    "counts",
    "counts_in_words",
    "past_csv_row",
    "saved_text",
    "shown_clock",
    "shown_columns",
    "shown_due",
    "shown_events",
    "shown_finding",
    "shown_gaps",
    "shown_past",
    "shown_response",
    "shown_row",
    "template_rows",
]
