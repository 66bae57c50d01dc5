"""The few coarse groups by which who answered is held against who was asked.

A support worker counts those asked, in groups and never one by one; whoever answers may say their
group, or not. Each characteristic is counted for itself: two together could say who somebody is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Characteristic(StrEnum):
    """What groups are told apart by. Four of the nine protected characteristics
    (section 4 of the Equality Act 2010), coarsely."""

    AGE = "age"
    DISABILITY = "disability"
    ETHNICITY = "ethnicity"
    SEX = "sex"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def question(self) -> str:
        """What somebody who answers is asked."""
        return _QUESTIONS[self]


_LABELS = {
    Characteristic.AGE: "Age",
    Characteristic.DISABILITY: "Disability",
    Characteristic.ETHNICITY: "Ethnic group",
    Characteristic.SEX: "Sex",
}
_QUESTIONS = {
    Characteristic.AGE: "How old are you?",
    Characteristic.DISABILITY: "Are you disabled?",
    Characteristic.ETHNICITY: "What is your ethnic group?",
    Characteristic.SEX: "What is your sex?",
}

GROUPS: Final[Mapping[Characteristic, Mapping[str, str]]] = {
    Characteristic.AGE: {
        "under_25": "Under 25",
        "25_to_44": "25 to 44",
        "45_or_over": "45 or over",
    },
    Characteristic.DISABILITY: {"yes": "Disabled", "no": "Not disabled"},
    Characteristic.ETHNICITY: {
        "white": "White",
        "other": "Mixed, Asian, Black or another ethnic group",
    },
    Characteristic.SEX: {"female": "Female", "male": "Male"},
}
"""The groups of each characteristic, by key. Who says none is counted in none."""


WHY: Final = "This question and those below it only show whether some are heard less than others."
"""What is said above the first group that somebody is asked for."""


class Channel(StrEnum):
    """How somebody is asked, and answers."""

    LINK = "link"
    PAPER = "paper"
    TELEPHONE = "telephone"

    @property
    def label(self) -> str:
        return _CHANNELS[self]


_CHANNELS = {
    Channel.LINK: "A link",
    Channel.PAPER: "On paper",
    Channel.TELEPHONE: "By telephone",
}
