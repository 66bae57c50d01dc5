"""The nine protected characteristics, and the lists in which each is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.records.codes import ethnicity
from answerable.records.codes.code_list import Code, CodeList, codes
from answerable.statute import Confidence

OLDEST = 120
_ACT = "Equality Act 2010"
_ACT_FROM = date(2010, 10, 1)
_ACT_SOURCE = "https://www.legislation.gov.uk/ukpga/2010/15/section"
_STANDARDS = "https://analysisfunction.civilservice.gov.uk/policy-store"


class Characteristic(StrEnum):
    """A protected characteristic. Source: section 4 of the Equality Act 2010 (to be verified)."""

    AGE = "age"
    DISABILITY = "disability"
    GENDER_REASSIGNMENT = "gender_reassignment"
    MARRIAGE = "marriage"
    PREGNANCY = "pregnancy"
    RACE = "race"
    RELIGION = "religion"
    SEX = "sex"
    SEXUAL_ORIENTATION = "sexual_orientation"

    @property
    def label(self) -> str:
        return _CHARACTERISTICS[self]


_CHARACTERISTICS = {
    Characteristic.AGE: "Age",
    Characteristic.DISABILITY: "Disability",
    Characteristic.GENDER_REASSIGNMENT: "Gender reassignment",
    Characteristic.MARRIAGE: "Marriage and civil partnership",
    Characteristic.PREGNANCY: "Pregnancy and maternity",
    Characteristic.RACE: "Race (self-defined ethnicity)",
    Characteristic.RELIGION: "Religion or belief",
    Characteristic.SEX: "Sex",
    Characteristic.SEXUAL_ORIENTATION: "Sexual orientation",
}


@dataclass(frozen=True, slots=True)
class Restriction:
    """Why only named roles may read a characteristic of a person."""

    citation: str
    source: str
    confidence: Confidence


RESTRICTED: dict[Characteristic, Restriction] = {
    Characteristic.GENDER_REASSIGNMENT: Restriction(
        citation="section 22 of the Gender Recognition Act 2004",
        source="https://www.legislation.gov.uk/ukpga/2004/7/section/22",
        confidence=Confidence.TO_BE_VERIFIED,
    ),
}


def characteristic_restricted(characteristic: Characteristic) -> bool:
    """Whether only named roles may read what is recorded of it, and no small table may hold it."""
    return characteristic in RESTRICTED


AGE = CodeList(
    code="age_years",
    name="Age in whole years",
    codes=tuple(Code(str(years), str(years)) for years in range(OLDEST + 1)),
    citation="whole years; bands are derived and nobody enters them",
    source="",
    confidence=Confidence.REASONED,
    in_force_from=_ACT_FROM,
)
DISABILITY = CodeList(
    code="disability_2010",
    name="Disability",
    codes=codes(("yes", "Disabled"), ("no", "Not disabled")),
    citation=f"section 6 of the {_ACT}",
    source=f"{_ACT_SOURCE}/6",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=_ACT_FROM,
)
GENDER_REASSIGNMENT = CodeList(
    code="gender_reassignment_2010",
    name="Gender reassignment",
    codes=codes(
        ("yes", "Proposes to undergo, is undergoing or has undergone it"),
        ("no", "None of these"),
    ),
    citation=f"section 7 of the {_ACT}",
    source=f"{_ACT_SOURCE}/7",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=_ACT_FROM,
)
MARRIAGE = CodeList(
    code="marital_status_harmonised",
    name="Marital or civil partnership status",
    codes=codes(
        ("never", "Never married and never in a registered civil partnership"),
        ("married", "Married"),
        ("civil_partnership", "In a registered civil partnership"),
        ("separated", "Separated, but still married or in a civil partnership"),
        ("ended", "Divorced, or formerly in a civil partnership that was dissolved"),
        ("survivor", "Widowed, or the surviving partner of a civil partnership"),
    ),
    citation="harmonised standard for marital and civil partnership status",
    source=f"{_STANDARDS}/",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=_ACT_FROM,
)
PREGNANCY = CodeList(
    code="pregnancy_2010",
    name="Pregnancy and maternity",
    codes=codes(
        ("pregnant", "Pregnant"),
        ("maternity", "Gave birth in the last 26 weeks"),
        ("neither", "Neither"),
    ),
    citation=f"section 17 of the {_ACT}",
    source=f"{_ACT_SOURCE}/17",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=_ACT_FROM,
)
RELIGION = CodeList(
    code="religion_harmonised",
    name="Religion",
    codes=codes(
        ("none", "No religion"),
        ("christian", "Christian"),
        ("buddhist", "Buddhist"),
        ("hindu", "Hindu"),
        ("jewish", "Jewish"),
        ("muslim", "Muslim"),
        ("sikh", "Sikh"),
        ("other", "Any other religion or belief"),
    ),
    citation="harmonised standard for religion, England and Wales",
    source=f"{_STANDARDS}/",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=_ACT_FROM,
)
SEX = CodeList(
    code="sex_harmonised",
    name="Sex",
    codes=codes(("female", "Female"), ("male", "Male")),
    citation=f"section 11 of the {_ACT}",
    source=f"{_ACT_SOURCE}/11",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=_ACT_FROM,
)
SEXUAL_ORIENTATION = CodeList(
    code="sexual_orientation_harmonised",
    name="Sexual orientation",
    codes=codes(
        ("straight", "Heterosexual or straight"),
        ("gay_lesbian", "Gay or lesbian"),
        ("bisexual", "Bisexual"),
        ("other", "Other sexual orientation"),
    ),
    citation="harmonised standard for sexual orientation",
    source=f"{_STANDARDS}/",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=_ACT_FROM,
)

LISTS: dict[Characteristic, tuple[CodeList, ...]] = {
    Characteristic.AGE: (AGE,),
    Characteristic.DISABILITY: (DISABILITY,),
    Characteristic.GENDER_REASSIGNMENT: (GENDER_REASSIGNMENT,),
    Characteristic.MARRIAGE: (MARRIAGE,),
    Characteristic.PREGNANCY: (PREGNANCY,),
    Characteristic.RACE: ethnicity.SELF_DEFINED,
    Characteristic.RELIGION: (RELIGION,),
    Characteristic.SEX: (SEX,),
    Characteristic.SEXUAL_ORIENTATION: (SEXUAL_ORIENTATION,),
}
"""The versions in which each may be answered; where several are in force, the first is offered."""


def list_named(characteristic: Characteristic, code: str) -> CodeList | None:
    """The list of a characteristic with a code; None where it has no such list."""
    return next((one for one in LISTS[characteristic] if one.code == code), None)


def offered(characteristic: Characteristic, day: date) -> CodeList | None:
    """The list in which an answer of a day is asked for; None where none was in force."""
    return next((one for one in LISTS[characteristic] if one.governs(day)), None)
