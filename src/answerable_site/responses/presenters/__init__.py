"""How responses are worded: what is due, the steps of one response, its texts."""

from answerable_site.responses.presenters.clocks import (
    ShownClock,
    shown_clock,
)
from answerable_site.responses.presenters.comparisons import (
    ShownComparison,
    compared_pair,
    compared_title,
    compared_versions,
)
from answerable_site.responses.presenters.decisions import (
    places_to_exclude,
    shown_decision,
    shown_decisions,
    shown_exclusions,
    shown_proposal,
)
from answerable_site.responses.presenters.dispatches import (
    TITLES,
    ShownDispatch,
    ShownMail,
    copies_items,
    copies_section,
    dispatch_warnings,
    dispatches_href,
    evidence_lines,
    proposed_recipient,
    shown_dispatch,
    shown_mail,
    usual_name,
    what_asks_for,
)
from answerable_site.responses.presenters.drafting_help import (
    ShownHelp,
    shown_help,
)
from answerable_site.responses.presenters.dues import (
    ShownDue,
    shown_due,
)
from answerable_site.responses.presenters.evaluations import (
    evaluation_of,
)
from answerable_site.responses.presenters.events import (
    ShownEvent,
    shown_events,
)
from answerable_site.responses.presenters.files import (
    ShownFile,
    shown_file,
)
from answerable_site.responses.presenters.findings import (
    ShownFinding,
    shown_finding,
)
from answerable_site.responses.presenters.gaps import (
    ShownGap,
    shown_gaps,
    shown_without_welsh,
)
from answerable_site.responses.presenters.holders import (
    holder_changed,
)
from answerable_site.responses.presenters.past import (
    PAST_CSV_HEADER,
    STANDINGS,
    ShownPast,
    counts_in_words,
    past_csv_row,
    shown_past,
)
from answerable_site.responses.presenters.plain_english import (
    CheckedText,
    checked_text,
    checked_texts,
)
from answerable_site.responses.presenters.plans import (
    shown_milestones,
    shown_pauses,
)
from answerable_site.responses.presenters.recipients import (
    ShownRecipient,
    shown_recipients,
)
from answerable_site.responses.presenters.specified_information import (
    HEADINGS,
    ShownInformation,
    report_in_words,
    shown_information,
)
from answerable_site.responses.presenters.takeover import (
    ShownColumns,
    ShownRow,
    counts,
    shown_columns,
    shown_row,
    template_rows,
)
from answerable_site.responses.presenters.tasks import (
    Section,
    ShownResponse,
    prepared_words,
    shown_response,
)
from answerable_site.responses.presenters.texts import (
    SavedText,
    response_words,
    saved_text,
)
from answerable_site.responses.presenters.unsaved import (
    ShownUnsaved,
    kept_words,
    shown_unsaved,
)

__all__ = [
    "HEADINGS",
    "PAST_CSV_HEADER",
    "STANDINGS",
    "TITLES",
    "CheckedText",
    "SavedText",
    "Section",
    "ShownClock",
    "ShownColumns",
    "ShownComparison",
    "ShownDispatch",
    "ShownDue",
    "ShownEvent",
    "ShownFile",
    "ShownFinding",
    "ShownGap",
    "ShownHelp",
    "ShownInformation",
    "ShownMail",
    "ShownPast",
    "ShownRecipient",
    "ShownResponse",
    "ShownRow",
    "ShownUnsaved",
    "checked_text",
    "checked_texts",
    "compared_pair",
    "compared_title",
    "compared_versions",
    "copies_items",
    "copies_section",
    "counts",
    "counts_in_words",
    "dispatch_warnings",
    "dispatches_href",
    "evaluation_of",
    "evidence_lines",
    "holder_changed",
    "kept_words",
    "past_csv_row",
    "places_to_exclude",
    "prepared_words",
    "proposed_recipient",
    "report_in_words",
    "response_words",
    "saved_text",
    "shown_clock",
    "shown_columns",
    "shown_decision",
    "shown_decisions",
    "shown_dispatch",
    "shown_due",
    "shown_events",
    "shown_exclusions",
    "shown_file",
    "shown_finding",
    "shown_gaps",
    "shown_help",
    "shown_information",
    "shown_mail",
    "shown_milestones",
    "shown_past",
    "shown_pauses",
    "shown_proposal",
    "shown_recipients",
    "shown_response",
    "shown_row",
    "shown_unsaved",
    "shown_without_welsh",
    "template_rows",
    "usual_name",
    "what_asks_for",
]
