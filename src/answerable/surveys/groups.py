"""The few coarse groups by which who answered is held against who was asked.

A support worker counts those asked, in groups and never one by one; whoever answers may say their
group, or not. Each characteristic is counted for itself: two together could say who somebody is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from answerable.languages import message


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
    Characteristic.AGE: message("How old are you?"),
    Characteristic.DISABILITY: message("Are you disabled?"),
    Characteristic.ETHNICITY: message("What is your ethnic group?"),
    Characteristic.SEX: message("What is your sex?"),
}

GROUPS: Final[Mapping[Characteristic, Mapping[str, str]]] = {
    Characteristic.AGE: {
        "under_25": message("Under 25"),
        "25_to_44": message("25 to 44"),
        "45_or_over": message("45 or over"),
    },
    Characteristic.DISABILITY: {"yes": message("Disabled"), "no": message("Not disabled")},
    Characteristic.ETHNICITY: {
        "white": message("White"),
        "other": message("Mixed, Asian, Black or another ethnic group"),
    },
    Characteristic.SEX: {"female": message("Female"), "male": message("Male")},
}
"""The groups of each characteristic, by key. Who says none is counted in none."""


WHY: Final = message(
    "This question and those below it only show whether some are heard less than others."
)
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
