"""Limits of the Victims' Code for telling a victim what was done and decided."""

from __future__ import annotations

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.limits.sources import (
    VICTIMS_CODE,
    VICTIMS_CODE_FROM,
    VICTIMS_CODE_SOURCE,
)
from answerable.statute.model import Confidence

RIGHT_6_SOURCE = (
    "https://bedfordshire.pcc.police.uk/the-code-of-practice-for-victims-victims-code-individual-"
    "rights-information-right-6-of-12"
)
_ENHANCED = "That victims of sexual offences have enhanced rights is to be verified."


def _decision(code: str, asks: str, days: int, note: str) -> Limit:
    return Limit(
        code=code,
        asks=asks,
        starts="The decision to charge or not to charge",
        count=days,
        unit=Unit.WORKING_DAYS,
        citation=VICTIMS_CODE,
        source=VICTIMS_CODE_SOURCE,
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=VICTIMS_CODE_FROM,
        note=f"{note} The paragraph of the Code is to be verified.".strip(),
    )


def _step(code: str, asks: str, days: int, note: str) -> Limit:
    return Limit(
        code=code,
        asks=asks,
        starts=(
            "An arrest, an interview under caution, a release with or without charge, bail or a "
            "change of it, or a decision not to investigate"
        ),
        count=days,
        unit=Unit.WORKING_DAYS,
        citation=f"Right 6 of {VICTIMS_CODE}",
        source=RIGHT_6_SOURCE,
        confidence=Confidence.CONFIRMED,
        in_force_from=VICTIMS_CODE_FROM,
        note=note,
    )


LIMITS = (
    _decision(
        "tell_victim_enhanced",
        "Tell a victim with enhanced rights of the decision, with the reasons",
        1,
        _ENHANCED,
    ),
    _decision("tell_victim", "Tell a victim of the decision, with the reasons", 5, ""),
    _step(
        "tell_suspect_step_enhanced",
        "Tell a victim with enhanced rights what was done about a suspect",
        1,
        _ENHANCED,
    ),
    _step("tell_suspect_step", "Tell a victim what was done about a suspect", 5, ""),
)
