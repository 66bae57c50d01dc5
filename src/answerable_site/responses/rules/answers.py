"""The words for what a body answers to a finding, on every page and in the document."""

from __future__ import annotations

from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import Language, Position

ANSWERS = {
    ExplanationKind.ACTION_TAKEN: "Action taken",
    ExplanationKind.ACTION_PROPOSED: "Action proposed",
    ExplanationKind.NONE_AND_WHY: "No action, and why",
    ExplanationKind.FOR_OTHERS: "No action of ours: it is addressed to others",
    ExplanationKind.ANSWERED_ELSEWHERE: "Answered in another response",
}
POSITIONS = {
    Position.ACCEPTED: "Accepted",
    Position.ACCEPTED_IN_PART: "Accepted in part",
    Position.NOT_ACCEPTED: "Not accepted",
}
LANGUAGES = {Language.ENGLISH: "English", Language.WELSH: "Welsh"}
