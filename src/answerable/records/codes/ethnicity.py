"""Ethnicity: what people say of themselves, by version of the list, and apart from it what officers
saw.

A self-defined value is never made from an observed one: they are two variables. Five groups are
derived from the self-defined value and nobody enters them.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from answerable.records.codes.code_list import CodeList, codes
from answerable.statute import Confidence

_CENSUS_2001 = date(2001, 4, 29)
_CENSUS_2011 = date(2011, 3, 27)
_CENSUS_2021 = date(2021, 3, 21)
_DAY = timedelta(days=1)
_CJS = "codes for self-defined ethnicity of the criminal justice systems"
_CJS_SOURCE = "https://github.com/ministryofjustice/hmpps-person-record"

_WHITE = (("W1", "British"), ("W2", "Irish"))
_MIXED = (
    ("M1", "White and Black Caribbean"),
    ("M2", "White and Black African"),
    ("M3", "White and Asian"),
    ("M9", "Any other mixed or multiple ethnic background"),
)
_ASIAN = (("A1", "Indian"), ("A2", "Pakistani"), ("A3", "Bangladeshi"))
_CHINESE = ("A4", "Chinese")
_BLACK = (
    ("B1", "Caribbean"),
    ("B2", "African"),
    ("B9", "Any other Black background"),
)
_OTHER_WHITE = ("W9", "Any other White background")
_OTHER_ASIAN = ("A9", "Any other Asian background")
_OTHER = ("O9", "Any other ethnic group")
_TRAVELLER = ("W3", "Gypsy or Irish Traveller")
_ARAB = ("O2", "Arab")

CJS_16 = CodeList(
    code="ethnicity_cjs_16",
    name="Self-defined ethnicity, 16+1",
    codes=codes(
        *(*_WHITE, _OTHER_WHITE, *_MIXED, *_ASIAN, _OTHER_ASIAN, *_BLACK),
        *(("O1", "Chinese"), _OTHER),
    ),
    citation=f"{_CJS}, 16+1, which follows the Census of 2001",
    source=_CJS_SOURCE,
    confidence=Confidence.CONFIRMED,
    in_force_from=_CENSUS_2001,
    in_force_to=_CENSUS_2011 - _DAY,
)
CJS_18 = CodeList(
    code="ethnicity_cjs_18",
    name="Self-defined ethnicity, 18+1",
    codes=codes(
        *(*_WHITE, _TRAVELLER, _OTHER_WHITE, *_MIXED, *_ASIAN, _CHINESE, _OTHER_ASIAN, *_BLACK),
        *(_ARAB, _OTHER),
    ),
    citation=f"{_CJS}, 18+1, which follows the Census of 2011",
    source=_CJS_SOURCE,
    confidence=Confidence.CONFIRMED,
    in_force_from=_CENSUS_2011,
)
HARMONISED_19 = CodeList(
    code="ethnicity_harmonised_19",
    name="Self-defined ethnicity, harmonised, 19+1",
    codes=codes(
        *(*_WHITE, _TRAVELLER, ("W5", "Roma"), _OTHER_WHITE, *_MIXED),
        *(*_ASIAN, _CHINESE, _OTHER_ASIAN, *_BLACK, _ARAB, _OTHER),
    ),
    citation=(
        "harmonised standard for ethnicity in England and Wales, 19+1, since the Census of 2021 "
        "added Roma; under review. The standard has no codes: those of the criminal justice "
        "systems stand for its groups"
    ),
    source="https://analysisfunction.civilservice.gov.uk/policy-store/ethnicity-harmonised-standard",
    confidence=Confidence.CONFIRMED,
    in_force_from=_CENSUS_2021,
)
SELF_DEFINED = (HARMONISED_19, CJS_18, CJS_16)
"""That nobody is obliged to answer is the "+1": a state of the record, never a value of a list."""

NO_VALUES = {
    "NS": "“Not stated” does not say whether the victim was asked",
    "UN": "“Unknown” does not say whether the victim was asked",
}
"""Codes of systems that are no value, and why. Their records have no answer until a person finds
out which of the states it was."""


class Observed(StrEnum):
    """What an officer thought to see. It says nothing of what the person would say."""

    IC1 = "IC1"
    IC2 = "IC2"
    IC3 = "IC3"
    IC4 = "IC4"
    IC5 = "IC5"
    IC6 = "IC6"
    IC9 = "IC9"

    @property
    def label(self) -> str:
        return _OBSERVED[self]


_OBSERVED = {
    Observed.IC1: "White North European (IC1)",
    Observed.IC2: "White South European (IC2)",
    Observed.IC3: "Black (IC3)",
    Observed.IC4: "Asian (IC4)",
    Observed.IC5: "South-East Asian (IC5)",
    Observed.IC6: "Middle Eastern (IC6)",
    Observed.IC9: "Not known (IC0 or IC9)",
}


class Group(StrEnum):
    """The five groups in which self-defined ethnicity is shown, and what is not known."""

    ASIAN = "asian"
    BLACK = "black"
    MIXED = "mixed"
    WHITE = "white"
    OTHER = "other"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        return _GROUPS[self]


_GROUPS = {
    Group.ASIAN: "Asian or Asian British",
    Group.BLACK: "Black, Black British, Caribbean or African",
    Group.MIXED: "Mixed or multiple ethnic groups",
    Group.WHITE: "White",
    Group.OTHER: "Other ethnic group",
    Group.NOT_KNOWN: "Not known",
}
_BY_LETTER = {
    "A": Group.ASIAN,
    "B": Group.BLACK,
    "M": Group.MIXED,
    "W": Group.WHITE,
    "O": Group.OTHER,
}
_SELF_DEFINED_CODES = {one.code for version in SELF_DEFINED for one in version.codes}


def comparable(code: str) -> str:
    """The code that says the same in the newest list, so that answers in two lists can be compared.

    Chinese was O1 in the 16+1 list and is A4 since. All other codes kept their meaning.
    """
    return "A4" if code == "O1" else code


def group(code: str) -> Group:
    """The group (5+1) of a self-defined code. Chinese counts as Asian, also from the 16+1 list.

    What is no code of a self-defined list, an observed code above all, is not known.
    """
    if code not in _SELF_DEFINED_CODES:
        return Group.NOT_KNOWN
    return _BY_LETTER[comparable(code)[0]]
