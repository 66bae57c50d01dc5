"""How responses are worded: what is due, the steps of one response, its texts."""

from answerable_site.responses.presenters.clocks import ShownClock, shown_clock
from answerable_site.responses.presenters.comparisons import (
    ShownComparison,
    compared_pair,
    compared_title,
    compared_versions,
)
from answerable_site.responses.presenters.drafting_help import ShownHelp, shown_help
from answerable_site.responses.presenters.dues import ShownDue, shown_due
from answerable_site.responses.presenters.events import ShownEvent, shown_events
from answerable_site.responses.presenters.findings import ShownFinding, shown_finding
from answerable_site.responses.presenters.gaps import ShownGap, shown_gaps
from answerable_site.responses.presenters.plain_english import (
    CheckedText,
    checked_text,
    checked_texts,
)
from answerable_site.responses.presenters.tasks import Section, ShownResponse, shown_response
from answerable_site.responses.presenters.texts import SavedText, response_words, saved_text
from answerable_site.responses.presenters.unsaved import ShownUnsaved, kept_words, shown_unsaved

__all__ = [
    "CheckedText",
    "SavedText",
    "Section",
    "ShownClock",
    "ShownComparison",
    "ShownDue",
    "ShownEvent",
    "ShownFinding",
    "ShownGap",
    "ShownHelp",
    "ShownResponse",
    "ShownUnsaved",
    "checked_text",
    "checked_texts",
    "compared_pair",
    "compared_title",
    "compared_versions",
    "kept_words",
    "response_words",
    "saved_text",
    "shown_clock",
    "shown_due",
    "shown_events",
    "shown_finding",
    "shown_gaps",
    "shown_help",
    "shown_response",
    "shown_unsaved",
]
