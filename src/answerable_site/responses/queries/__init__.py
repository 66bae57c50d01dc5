"""Every read of responses: what is due, and what is held of one response."""

from answerable_site.responses.queries.approvals import (
    approval_steps_visible_to,
    bodies_with_steps,
    organisations_that_approve,
)
from answerable_site.responses.queries.binding import (
    binding_decisions,
    other_reports,
    proposed_binding,
)
from answerable_site.responses.queries.choices import (
    other_responses,
    unsaved_text,
)
from answerable_site.responses.queries.comparisons import (
    TwoDocuments,
    TwoTexts,
    pair_of,
    version_of,
)
from answerable_site.responses.queries.dispatches import (
    Attachment,
    CopiesToSend,
    Outgoing,
    copies_to_send,
    dispatches_of,
    file_of,
    outgoing_copy,
    outgoing_invitation,
    outgoing_of,
    recipients_of,
)
from answerable_site.responses.queries.dossiers import (
    Dossier,
    dossier,
    dossier_visible_to,
)
from answerable_site.responses.queries.duties import (
    Duty,
    due_for,
    duty_visible_to,
)
from answerable_site.responses.queries.earlier import (
    EarlierAnswer,
    earlier_answers,
)
from answerable_site.responses.queries.exclusions import (
    exclusions_of,
)
from answerable_site.responses.queries.histories import (
    History,
    history,
)
from answerable_site.responses.queries.languages import has_given_welsh
from answerable_site.responses.queries.past import (
    JudgedPast,
    WantedPast,
    known_reports,
    past_of,
    past_response_visible_to,
    past_responses,
    printed_and_unrecorded,
    proposed_from_document,
    reference_is_taken,
    was_published_here,
)
from answerable_site.responses.queries.plans import (
    OfficePlan,
    office_plan,
)
from answerable_site.responses.queries.searching import (
    RESPONSES,
    responses_visible_to,
    words_of,
)
from answerable_site.responses.queries.specified_information import (
    InformationHeld,
    body_visible_to,
    information_of,
)
from answerable_site.responses.queries.successions import (
    Passing,
    open_responses_of,
    passing,
)
from answerable_site.responses.queries.telling import Telling, telling_visible_to

__all__ = [
    "RESPONSES",
    "Attachment",
    "CopiesToSend",
    "Dossier",
    "Duty",
    "EarlierAnswer",
    "History",
    "InformationHeld",
    "JudgedPast",
    "OfficePlan",
    "Outgoing",
    "Passing",
    "Telling",
    "TwoDocuments",
    "TwoTexts",
    "WantedPast",
    "approval_steps_visible_to",
    "binding_decisions",
    "bodies_with_steps",
    "body_visible_to",
    "copies_to_send",
    "dispatches_of",
    "dossier",
    "dossier_visible_to",
    "due_for",
    "duty_visible_to",
    "earlier_answers",
    "exclusions_of",
    "file_of",
    "has_given_welsh",
    "history",
    "information_of",
    "known_reports",
    "office_plan",
    "open_responses_of",
    "organisations_that_approve",
    "other_reports",
    "other_responses",
    "outgoing_copy",
    "outgoing_invitation",
    "outgoing_of",
    "pair_of",
    "passing",
    "past_of",
    "past_response_visible_to",
    "past_responses",
    "printed_and_unrecorded",
    "proposed_binding",
    "proposed_from_document",
    "recipients_of",
    "reference_is_taken",
    "responses_visible_to",
    "telling_visible_to",
    "unsaved_text",
    "version_of",
    "was_published_here",
    "words_of",
]
