"""Outcomes of crimes: the Home Office’s codes, and groupings of them by version.

0 means that no outcome is assigned yet. It stands in published data, and is not an outcome: it is
in no list and no total here. Forces add a suffix of their own, such as 1A for an alternate offence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.statute import Confidence

CITATION = "Home Office, Crime Outcomes in England and Wales, technical annex"
SOURCE = (
    "https://gov.uk/government/statistics/crime-outcomes-in-england-and-wales-2020-to-2021/"
    "crime-outcomes-in-england-and-wales-technical-annex"
)
IN_FORCE_FROM = date(2014, 4, 1)
CONFIDENCE = Confidence.CONFIRMED

OUTCOMES: Mapping[int, str] = {
    1: "Charged or summonsed",
    2: "Caution, youth",
    3: "Caution, adult",
    4: "Taken into consideration",
    5: "Offender died",
    6: "Penalty notice for disorder",
    7: "Cannabis or khat warning",
    8: "Community resolution",
    9: "Not in the public interest, decided by the prosecutors",
    10: "Not in the public interest, decided by the police",
    11: "Prosecution prevented: suspect under age",
    12: "Prosecution prevented: suspect too ill",
    13: "Prosecution prevented: victim or key witness dead or too ill",
    14: "Evidential difficulties: suspect not identified, victim does not support",
    15: "Evidential difficulties: suspect identified, victim supports",
    16: "Evidential difficulties: suspect identified, victim does not support",
    17: "Time limit for prosecution expired",
    18: "Investigation complete, no suspect identified",
    19: "National Fraud Intelligence Bureau",
    20: "Transferred to another body",
    21: "Further investigation not in the public interest, decided by the police",
    22: "Diversionary, educational or intervention activity",
}
"""The meaning of each code, without suffix."""

_SHAPE = re.compile(r"([1-9][0-9]?)([A-Z]{0,2})")


def base(code: str) -> int | None:
    """The Home Office’s code of one with or without a local suffix; None where it is not one.

    0 gives None: it is not an outcome.
    """
    found = _SHAPE.fullmatch(code)
    return int(found[1]) if found and int(found[1]) in OUTCOMES else None


def meaning(code: str) -> str:
    """What a code means, with its suffix named; empty where it is not an outcome."""
    number = base(code)
    if number is None:
        return ""
    suffix = code.removeprefix(str(number))
    return f"{OUTCOMES[number]} (local code {suffix})" if suffix else OUTCOMES[number]


class Group(StrEnum):
    """What an outcome is put down to in a grouping."""

    CHARGED = "charged"
    OUT_OF_COURT = "out_of_court"
    VICTIM = "victim"
    INVESTIGATION = "investigation"
    PREVENTED = "prevented"
    TRANSFERRED = "transferred"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _GROUPS[self]


_GROUPS = {
    Group.CHARGED: "Charged or summonsed",
    Group.OUT_OF_COURT: "Dealt with out of court",
    Group.VICTIM: "Victim does not support",
    Group.INVESTIGATION: "Evidence or suspect not found",
    Group.PREVENTED: "Prosecution prevented or not in the public interest",
    Group.TRANSFERRED: "Transferred",
    Group.OTHER: "Other",
}


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to group outcomes. Each is a choice; a measure names the version that it used."""

    version: str
    citation: str
    source: str
    confidence: Confidence
    of: Mapping[int, Group]

    def group(self, code: str) -> Group:
        """The group of a code with or without suffix.

        Raises:
            ValueError: it is not an outcome, as 0 is not.
        """
        number = base(code)
        if number is None:
            raise ValueError(f"{code!r} is not an outcome.")
        return self.of[number]


MISSING_DATA_STUDY = Grouping(
    version="2022-five-forces",
    citation="Grouping of a study of missing data with five forces; putting 18 down to the "
    "investigation is its choice, and one of the five forces puts 9 under other",
    source="https://github.com/davidbuilgil/meaning_missing",
    confidence=Confidence.CONFIRMED,
    of={
        1: Group.CHARGED,
        2: Group.OUT_OF_COURT,
        3: Group.OUT_OF_COURT,
        4: Group.OTHER,
        5: Group.PREVENTED,
        6: Group.OUT_OF_COURT,
        7: Group.OUT_OF_COURT,
        8: Group.OUT_OF_COURT,
        9: Group.PREVENTED,
        10: Group.PREVENTED,
        11: Group.PREVENTED,
        12: Group.PREVENTED,
        13: Group.PREVENTED,
        14: Group.VICTIM,
        15: Group.INVESTIGATION,
        16: Group.VICTIM,
        17: Group.PREVENTED,
        18: Group.INVESTIGATION,
        19: Group.TRANSFERRED,
        20: Group.TRANSFERRED,
        21: Group.PREVENTED,
        22: Group.PREVENTED,
    },
)
GROUPINGS: Mapping[str, Grouping] = {MISSING_DATA_STUDY.version: MISSING_DATA_STUDY}
"""Every grouping, by its version."""
