"""What is asked in a case without a number of days: before something else, or by an agreed day."""

from __future__ import annotations

from answerable.statute.limits.bail import BAIL_CITATION, BAIL_SOURCE
from answerable.statute.limits.review import PILOT
from answerable.statute.limits.sources import (
    CHARGING_GUIDANCE,
    JOINT_INSPECTION_SOURCE,
    VICTIMS_CODE,
    VICTIMS_CODE_SOURCE,
    recommendation,
)
from answerable.statute.limits.telling import RIGHT_6_SOURCE
from answerable.statute.model import Confidence, Provision

_GUIDE = "https://www.cps.gov.uk/legal-guidance/dg6-desktop-guide"

UNCOUNTED = (
    Provision(
        code="personal_statement",
        citation=VICTIMS_CODE,
        summary=("A victim with enhanced rights may make a victim personal statement at any time."),
        source=VICTIMS_CODE_SOURCE,
        confidence=Confidence.TO_BE_VERIFIED,
    ),
    Provision(
        code="agreed_updates",
        citation=f"Right 6 of {VICTIMS_CODE}",
        summary=(
            "How often and by which method the victim is told is agreed with the police; the "
            "victim may change either at any time."
        ),
        source=RIGHT_6_SOURCE,
        confidence=Confidence.CONFIRMED,
    ),
    Provision(
        code="answer_plan_item",
        citation=recommendation(4),
        summary="The police answer each item of an action plan by the item’s own target.",
        source=JOINT_INSPECTION_SOURCE,
        confidence=Confidence.REASONED,
    ),
    Provision(
        code="bail_by_magistrates",
        citation=BAIL_CITATION,
        summary="Bail before charge beyond nine months is for magistrates to extend.",
        source=BAIL_SOURCE,
        confidence=Confidence.CONFIRMED,
    ),
    Provision(
        code="early_advice",
        citation=f"chapter 7 and Annex 6 of {CHARGING_GUIDANCE}",
        summary=(
            "A refusal of early advice is recorded and told to the police; an inspector or above "
            "may escalate it; a request for advice can be told from a request for a charge."
        ),
        source=_GUIDE,
        confidence=Confidence.TO_BE_VERIFIED,
    ),
    Provision(
        code="referral_rationale",
        citation=CHARGING_GUIDANCE,
        summary="The police record why they refer a case to the CPS, or do not.",
        source=(
            "https://yjlc.uk/resources/legal-updates/new-charging-guidance-dpp-attempt-encourage-"
            "expedition"
        ),
        confidence=Confidence.TO_BE_VERIFIED,
    ),
    Provision(
        code="meeting_before_decision",
        citation=recommendation(5),
        summary=(
            "Investigator and prosecutor meet before the CPS decides to take no further action."
        ),
        source=JOINT_INSPECTION_SOURCE,
        confidence=Confidence.CONFIRMED,
    ),
    Provision(
        code="escalation_levels",
        citation=f"{CHARGING_GUIDANCE}, with local levels",
        summary="A disagreement between police and prosecutors is escalated level by level.",
        source=_GUIDE,
        confidence=Confidence.TO_BE_VERIFIED,
    ),
    Provision(
        code="ask_review_pilot",
        citation=PILOT,
        summary="In the pilot the victim asks for a review before no evidence is offered.",
        source=(
            "https://www.cps.gov.uk/north-west/news/more-rape-victims-be-given-stronger-voice-"
            "prosecutors-stop-their-cases"
        ),
        confidence=Confidence.CONFIRMED,
    ),
)
