"""Why victims withdraw: a seed list of this product.

No national list is known. Several reasons may apply, and the victim’s own words come before any of
them. That a victim could not be reached is no reason and no withdrawal: it is an event of its own.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from answerable.records.codes.code_list import Code, CodeList
from answerable.statute import Confidence


class Reason(StrEnum):
    """A reason for withdrawing."""

    NEVER_WANTED_PROSECUTION = "never_wanted_prosecution"
    SAFETY_ONLY = "safety_only"
    LENGTH = "length"
    NOT_INFORMED = "not_informed"
    FEAR = "fear"
    PRESSURE = "pressure"
    PRIVATE_MATERIAL = "private_material"
    COURT = "court"
    HEALTH = "health"
    TREATMENT = "treatment"
    UNLIKELY_TO_SUCCEED = "unlikely_to_succeed"
    MOVED_ON = "moved_on"
    CARING_OR_WORK = "caring_or_work"
    IMMIGRATION = "immigration"
    RELATIONSHIP_RESUMED = "relationship_resumed"
    ACHIEVED_OTHERWISE = "achieved_otherwise"
    OTHER = "other"
    DECLINED_TO_SAY = "declined_to_say"

    @property
    def label(self) -> str:
        return _REASONS[self]


_REASONS = {
    Reason.NEVER_WANTED_PROSECUTION: "Never wanted a prosecution",
    Reason.SAFETY_ONLY: "Wanted it recorded, or to be kept safe, only",
    Reason.LENGTH: "How long the process takes",
    Reason.NOT_INFORMED: "Was not kept informed",
    Reason.FEAR: "Fear of the suspect or of family",
    Reason.PRESSURE: "Pressure or coercion",
    Reason.PRIVATE_MATERIAL: "Being asked for a phone, digital or third-party material",
    Reason.COURT: "Fear of court or of cross-examination",
    Reason.HEALTH: "Mental or physical health",
    Reason.TREATMENT: "Was not believed, or how the police treated them",
    Reason.UNLIKELY_TO_SUCCEED: "Was told that the case was unlikely to succeed",
    Reason.MOVED_ON: "Wants to move on",
    Reason.CARING_OR_WORK: "Caring or work",
    Reason.IMMIGRATION: "Immigration status",
    Reason.RELATIONSHIP_RESUMED: "The relationship resumed",
    Reason.ACHIEVED_OTHERWISE: "What they wanted was achieved in another way",
    Reason.OTHER: "Another reason, in their words",
    Reason.DECLINED_TO_SAY: "Declined to say",
}

SEED_LIST = CodeList(
    code="withdrawal_reasons_1",
    name="Reasons for withdrawing, seed list",
    codes=tuple(Code(one, one.label) for one in Reason),
    citation="a seed list of this product; no national list is known",
    source="",
    confidence=Confidence.TO_BE_VERIFIED,
    in_force_from=date(2021, 7, 16),
    dates_confidence=Confidence.REASONED,
)
