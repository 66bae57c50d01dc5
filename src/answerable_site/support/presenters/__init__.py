"""How support and what victims tell are worded."""

from answerable_site.support.presenters.asking import question
from answerable_site.support.presenters.services import (
    capacity_rows,
    offer_header,
    offer_rows,
    outcome_rows,
    shown_contract,
    shown_entry,
    shown_need,
    shown_point,
    shown_role,
    shown_service,
    shown_trip,
)
from answerable_site.support.presenters.surveys import (
    agreement_rows,
    response_in_words,
    shown_asked,
    shown_clues,
    shown_coded,
    shown_finding,
    shown_passage,
    shown_quote,
    shown_survey,
    themes_in_words,
)

__all__ = [
    "agreement_rows",
    "capacity_rows",
    "offer_header",
    "offer_rows",
    "outcome_rows",
    "question",
    "response_in_words",
    "shown_asked",
    "shown_clues",
    "shown_coded",
    "shown_contract",
    "shown_entry",
    "shown_finding",
    "shown_need",
    "shown_passage",
    "shown_point",
    "shown_quote",
    "shown_role",
    "shown_service",
    "shown_survey",
    "shown_trip",
    "themes_in_words",
]
