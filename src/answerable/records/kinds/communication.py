"""What police and prosecutors write to each other and to victims, and whether it says whom to ask.

Only whether a name, a direct telephone number and a direct e-mail address were there is recorded,
never what they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from answerable.records.event import Answers, Event, Number, Side, Words
from answerable.records.stages import Step


class Direction(StrEnum):
    """From whom to whom."""

    POLICE_TO_CPS = "police_to_cps"
    CPS_TO_POLICE = "cps_to_police"
    POLICE_TO_VICTIM = "police_to_victim"
    CPS_TO_VICTIM = "cps_to_victim"

    @property
    def label(self) -> str:
        return _DIRECTIONS[self]

    @property
    def within(self) -> str:
        """The same within a sentence."""
        return _DIRECTIONS[self].replace("From", "from", 1)


_DIRECTIONS = {
    Direction.POLICE_TO_CPS: "From the police to the prosecutors",
    Direction.CPS_TO_POLICE: "From the prosecutors to the police",
    Direction.POLICE_TO_VICTIM: "From the police to the victim",
    Direction.CPS_TO_VICTIM: "From the prosecutors to the victim",
}


class Form(StrEnum):
    """How it was said."""

    LETTER = "letter"
    EMAIL = "email"
    SYSTEM_MESSAGE = "system_message"
    TELEPHONE = "telephone"
    IN_PERSON = "in_person"

    @property
    def label(self) -> str:
        return _FORMS[self]

    @property
    def is_written(self) -> bool:
        """Whether it must say how to reach both sides directly."""
        return self in (Form.LETTER, Form.EMAIL, Form.SYSTEM_MESSAGE)


_FORMS = {
    Form.LETTER: "Letter",
    Form.EMAIL: "E-mail",
    Form.SYSTEM_MESSAGE: "Message in a case system",
    Form.TELEPHONE: "Telephone call",
    Form.IN_PERSON: "In person",
}

_DETAILS = {
    "investigator_named": "the investigator’s name",
    "investigator_telephone": "the investigator’s direct telephone number",
    "investigator_email": "the investigator’s direct e-mail address",
    "prosecutor_named": "the prosecutor’s name",
    "prosecutor_telephone": "the prosecutor’s direct telephone number",
    "prosecutor_email": "the prosecutor’s direct e-mail address",
}
_NOT_A_SWITCHBOARD = "A switchboard or the number of an office is not direct: answer no."
_NOT_A_SHARED_MAILBOX = "A shared mailbox is not direct: answer no."


class Communicated(Event, frozen=True, kw_only=True, tag="communicated"):
    """A letter, an e-mail, a message or a call, with which details of both sides it had."""

    LABEL: ClassVar[str] = "Letter, e-mail or call"
    STEP: ClassVar[str] = Step.COMMUNICATION
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "direction": "From whom to whom?",
        "form": "How?",
        "on": "On which day was it sent or said?",
        "victim": "To which victim?",
        "subject": "What was it about?",
        "investigator_named": "Did it name the investigator?",
        "investigator_telephone": "Did it have the investigator’s direct telephone number?",
        "investigator_email": "Did it have the investigator’s direct e-mail address?",
        "prosecutor_named": "Did it name the prosecutor?",
        "prosecutor_telephone": "Did it have the prosecutor’s direct telephone number?",
        "prosecutor_email": "Did it have the prosecutor’s direct e-mail address?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "subject": "Name nobody.",
        "investigator_telephone": _NOT_A_SWITCHBOARD,
        "investigator_email": _NOT_A_SHARED_MAILBOX,
        "prosecutor_telephone": _NOT_A_SWITCHBOARD,
        "prosecutor_email": _NOT_A_SHARED_MAILBOX,
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "victim": ("direction", (Direction.POLICE_TO_VICTIM, Direction.CPS_TO_VICTIM)),
    }

    direction: Direction
    form: Form
    victim: Number | None = None
    """To which victim it went; None where it went to the other side."""
    subject: Words = ""
    investigator_named: bool = False
    investigator_telephone: bool = False
    """Whether a direct number was there; a switchboard is none."""
    investigator_email: bool = False
    """Whether a direct address was there; a shared mailbox is none."""
    prosecutor_named: bool = False
    prosecutor_telephone: bool = False
    """Whether a direct number was there; a switchboard is none."""
    prosecutor_email: bool = False
    """Whether a direct address was there; a shared mailbox is none."""

    def lacked(self) -> Iterator[str]:
        """The details of both sides that it did not have, in words."""
        for field, words in _DETAILS.items():
            if not getattr(self, field):
                yield words


KINDS = (Communicated,)
