"""How responses are worded: what is due, the steps of one response, its texts."""

from answerable_site.responses.presenters.clocks import ShownClock, shown_clock
from answerable_site.responses.presenters.decisions import (
    places_to_exclude,
    shown_decision,
    shown_decisions,
    shown_exclusions,
    shown_proposal,
)
from answerable_site.responses.presenters.dues import ShownDue, shown_due
from answerable_site.responses.presenters.evaluations import evaluation_of
from answerable_site.responses.presenters.events import ShownEvent, shown_events
from answerable_site.responses.presenters.findings import ShownFinding, shown_finding
from answerable_site.responses.presenters.gaps import ShownGap, shown_gaps
from answerable_site.responses.presenters.holders import holder_changed
from answerable_site.responses.presenters.plans import shown_milestones, shown_pauses
from answerable_site.responses.presenters.tasks import Section, ShownResponse, shown_response
from answerable_site.responses.presenters.texts import SavedText, saved_text

__all__ = [
    "SavedText",
    "Section",
    "ShownClock",
    "ShownDue",
    "ShownEvent",
    "ShownFinding",
    "ShownGap",
    "ShownResponse",
    "evaluation_of",
    "holder_changed",
    "places_to_exclude",
    "saved_text",
    "shown_clock",
    "shown_decision",
    "shown_decisions",
    "shown_due",
    "shown_events",
    "shown_exclusions",
    "shown_finding",
    "shown_gaps",
    "shown_milestones",
    "shown_pauses",
    "shown_proposal",
    "shown_response",
]
