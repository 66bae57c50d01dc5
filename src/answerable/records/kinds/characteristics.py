"""Protected characteristics of victims: what they say of themselves, and apart from it what an
officer saw."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from answerable.records.codes.characteristics import Characteristic
from answerable.records.codes.ethnicity import Observed
from answerable.records.event import Answers, Event, Line, Number, Side, Words
from answerable.records.stages import Step


class State(StrEnum):
    """What is recorded of a characteristic. Each victim has exactly one for each of the nine."""

    RECORDED = "recorded"
    PREFER_NOT_TO_SAY = "asked_prefer_not_to_say"
    NOT_KNOWN = "asked_not_known_by_victim"
    NOT_ASKED = "not_asked"
    NO_RECORD = "no_record"

    @property
    def label(self) -> str:
        return _STATES[self]

    @property
    def is_answered(self) -> bool:
        """Whether the victim was asked and gave an answer, which "prefer not to say" is too."""
        return self in _ANSWERED


_ANSWERED = (State.RECORDED, State.PREFER_NOT_TO_SAY, State.NOT_KNOWN)

_STATES = {
    State.RECORDED: "Recorded",
    State.PREFER_NOT_TO_SAY: "Asked, and prefers not to say",
    State.NOT_KNOWN: "Asked, and does not know",
    State.NOT_ASKED: "Not asked, with a reason",
    State.NO_RECORD: "No record",
}


class Source(StrEnum):
    """Whose statement an answer is."""

    SELF = "self"
    PROXY = "proxy"
    OBSERVED = "observed"
    IMPORTED = "imported"

    @property
    def label(self) -> str:
        return _SOURCES[self]


_SOURCES = {
    Source.SELF: "The victim",
    Source.PROXY: "Somebody who may speak for the victim",
    Source.OBSERVED: "An officer, by what they saw",
    Source.IMPORTED: "An older record that does not say",
}


class Asker(StrEnum):
    """Who asked, by what they are in the case."""

    CALL_HANDLER = "call_handler"
    FIRST_OFFICER = "first_officer"
    INVESTIGATOR = "investigator"
    SPECIALIST_OFFICER = "specialist_officer"
    PROSECUTOR = "prosecutor"
    WITNESS_CARE = "witness_care"
    SUPPORT_WORKER = "support_worker"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        return _ASKERS[self]


_ASKERS = {
    Asker.CALL_HANDLER: "Whoever took the call",
    Asker.FIRST_OFFICER: "The first officer",
    Asker.INVESTIGATOR: "The investigator",
    Asker.SPECIALIST_OFFICER: "A specially trained officer",
    Asker.PROSECUTOR: "A prosecutor",
    Asker.WITNESS_CARE: "The witness care unit",
    Asker.SUPPORT_WORKER: "Their support worker",
    Asker.NOT_KNOWN: "Not recorded",
}


class WhyNotAsked(StrEnum):
    """Why a victim was not asked."""

    UNSAFE = "unsafe"
    CRISIS = "crisis"
    NO_INTERPRETER = "no_interpreter"
    CAPACITY = "capacity"
    NO_CONTACT = "no_contact"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _WHY_NOT_ASKED[self]


_WHY_NOT_ASKED = {
    WhyNotAsked.UNSAFE: "It was not safe to ask",
    WhyNotAsked.CRISIS: "The victim was in crisis",
    WhyNotAsked.NO_INTERPRETER: "No interpreter, or no way to ask",
    WhyNotAsked.CAPACITY: "Too young, or without the capacity to answer",
    WhyNotAsked.NO_CONTACT: "No contact with the victim",
    WhyNotAsked.OTHER: "Another reason, in words",
}


class CharacteristicRecorded(Event, frozen=True, kw_only=True, tag="characteristic_recorded"):
    """What is known of one protected characteristic of a victim. `on` is the day of asking."""

    LABEL: ClassVar[str] = "Protected characteristic"
    STEP: ClassVar[str] = Step.CHARACTERISTICS
    RECORDED_BY: ClassVar[frozenset[Side]] = frozenset({Side.POLICE, Side.CPS})
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "characteristic": "Which characteristic?",
        "state": "What is known?",
        "on": "On which day was the victim asked?",
        "value": "What did they say?",
        "code_list": "From which list is the answer?",
        "source": "Whose answer is it?",
        "asked_by": "Who asked?",
        "why_not_asked": "Why was the victim not asked?",
        "reason": "Anything about why they were not asked",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "on": "If they were not asked, the day on which that was decided.",
        "state": "“Prefers not to say” is an answer. Choose it only if the victim was asked.",
        "value": "Only what they said of themselves. Never enter what somebody thought to see.",
    }
    MATTERS_FOR: ClassVar[dict[str, tuple[str, Answers]]] = {
        "value": ("state", (State.RECORDED,)),
        "source": ("state", _ANSWERED),
        "asked_by": ("state", _ANSWERED),
        "why_not_asked": ("state", (State.NOT_ASKED,)),
        "reason": ("state", (State.NOT_ASKED,)),
    }

    victim: Number
    characteristic: Characteristic
    state: State
    value: Line = ""
    """A code of the list, for age the whole years; empty in every state but `recorded`."""
    code_list: Line = ""
    """The code of the list that the value is from (`codes.characteristics.LISTS`)."""
    source: Source = Source.SELF
    asked_by: Asker = Asker.NOT_KNOWN
    why_not_asked: WhyNotAsked | None = None
    """None in every state but `not_asked`."""
    reason: Words = ""


class EthnicityObserved(Event, frozen=True, kw_only=True, tag="ethnicity_observed"):
    """What an officer thought to see of a victim. It never stands for what the victim says."""

    LABEL: ClassVar[str] = "Ethnic appearance, as an officer saw it"
    STEP: ClassVar[str] = Step.CHARACTERISTICS
    QUESTIONS: ClassVar[dict[str, str]] = {
        "victim": "Which victim?",
        "observed": "Which code did the officer record?",
        "on": "On which day was it recorded?",
    }
    HINTS: ClassVar[dict[str, str]] = {
        "observed": "This does not answer what the victim’s ethnicity is. Ask the victim as well.",
    }

    victim: Number
    observed: Observed


KINDS = (CharacteristicRecorded, EthnicityObserved)
