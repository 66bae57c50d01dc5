"""A victim withdraws, comes back, or cannot be reached: three kinds that are never the same."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from answerable.records.codes.withdrawal import Reason
from answerable.records.event import Event, Number, Side, Words
from answerable.records.kinds.voice import Through
from answerable.records.stages import Stage, Step

Attempts = Annotated[int, Meta(ge=0)]
"""How often something was tried."""


class Statement(StrEnum):
    """What is held of what the victim said."""

    SIGNED = "signed"
    VIDEO = "video"
    BODY_WORN = "body_worn"
    WRITTEN = "written"
    OFFICER_NOTE = "officer_note"
    NONE = "none"

    @property
    def label(self) -> str:
        return _STATEMENTS[self]


_STATEMENTS = {
    Statement.SIGNED: "A signed statement",
    Statement.VIDEO: "A recorded interview",
    Statement.BODY_WORN: "A recording of a body-worn camera",
    Statement.WRITTEN: "An e-mail, message or letter of theirs",
    Statement.OFFICER_NOTE: "An officer’s note",
    Statement.NONE: "Nothing",
}


class Withdrawal(Event, frozen=True, kw_only=True, tag="withdrawal"):
    """A victim said that they no longer support the prosecution, or the investigation."""

    LABEL: ClassVar[str] = "Victim withdraws"
    STEP: ClassVar[str] = Step.WITHDRAWAL
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day did the victim say so?",
        "victims_words": "What did they say, in their own words?",
        "stage": "How far had the case come?",
        "reasons": "Which reasons did they give?",
        "through": "Through whom did it come?",
        "statement": "What is held of what they said?",
        "support_present": "Was a support worker with them?",
        "service": "Which support service was involved?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "on": "If the victim could not be reached, this is no withdrawal: record lost contact.",
        "victims_words": "Before anything else, and not your summary. Name nobody.",
        "reasons": "Choose all that apply. Only what they said, not what you think.",
    }

    victim: Number
    victims_words: Words = ""
    stage: Stage
    reasons: tuple[Reason, ...] = ()
    """Of the list `codes.withdrawal.SEED_LIST`; none where the victim was not asked."""
    through: Through
    statement: Statement = Statement.NONE
    support_present: bool | None = None
    """None where nobody recorded it."""
    service: int | None = None
    """The number of the organisation; None where none was involved."""


class ReEngaged(Event, frozen=True, kw_only=True, tag="re_engaged"):
    """A victim who withdrew supports the case again. The withdrawal stays as it was."""

    LABEL: ClassVar[str] = "Victim supports the case again"
    STEP: ClassVar[str] = Step.WITHDRAWAL
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "withdrawal": "After which withdrawal?",
        "on": "On which day did the victim say so?",
        "victims_words": "What did they say, in their own words?",
        "through": "Through whom did it come?",
    }
    REFERS: ClassVar[dict[str, type[Event]]] = {"withdrawal": Withdrawal}

    victim: Number
    withdrawal: int
    """The number of the withdrawal."""
    victims_words: Words = ""
    through: Through = Through.THEMSELVES


class ContactLost(Event, frozen=True, kw_only=True, tag="contact_lost"):
    """A victim could not be reached. This says nothing of what they want."""

    LABEL: ClassVar[str] = "Contact with the victim lost"
    STEP: ClassVar[str] = Step.WITHDRAWAL
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS, Side.SUPPORT})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "on": "On which day was it last tried?",
        "attempts": "How often was it tried?",
        "what_was_tried": "What was tried?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "what_was_tried": "Such as: their preferred way, then their support worker. No numbers.",
    }

    victim: Number
    attempts: Attempts
    what_was_tried: Words = ""


KINDS = (Withdrawal, ReEngaged, ContactLost)
