"""Limits of the Victims' Right to Review: the police scheme, the CPS scheme and its pilot."""

from __future__ import annotations

from datetime import date

from answerable.statute.limits.model import Limit, Unit
from answerable.statute.model import Confidence

POLICE_FROM = date(2015, 4, 1)
POLICE = "the police scheme of the Victims’ Right to Review"
POLICE_SOURCE = "https://www.essex.police.uk/advice/victims-of-crime/victim-right-to-review/"
CPS_FROM = date(2013, 6, 5)
CPS = "the CPS scheme of the Victims’ Right to Review"
CPS_SOURCE = "https://www.cps.gov.uk/legal-guidance/victims-right-review-scheme"
PILOT = "the CPS pilot of a review before a case is stopped"
PILOT_SOURCE = "https://www.makeyourselfheard.org/our-campaigns/cps-vrr-pilot-whats-changing-and-why-it-matters"
_EACH_FORCE = "Each force runs the scheme; its own policy may differ."
_ANNEX = "The days are said to stand in Annex B of the scheme, which is to be verified."

LIMITS = (
    Limit(
        code="ask_review_police",
        asks="Ask the police for a review",
        starts="The notice of the decision to the victim",
        count=3,
        unit=Unit.MONTHS,
        citation=POLICE,
        source=POLICE_SOURCE,
        confidence=Confidence.CONFIRMED,
        in_force_from=POLICE_FROM,
        note=f"Later requests are taken at discretion. {_EACH_FORCE}",
    ),
    Limit(
        code="acknowledge_review_police",
        asks="Acknowledge the request for a police review",
        starts="The request to the police",
        count=10,
        unit=Unit.WORKING_DAYS,
        citation=POLICE,
        source=POLICE_SOURCE,
        confidence=Confidence.CONFIRMED,
        in_force_from=POLICE_FROM,
        note=_EACH_FORCE,
    ),
    Limit(
        code="complete_review_police",
        asks="Complete the police review and tell the victim",
        starts="The request to the police",
        count=30,
        unit=Unit.WORKING_DAYS,
        citation=POLICE,
        source=POLICE_SOURCE,
        confidence=Confidence.CONFIRMED,
        in_force_from=POLICE_FROM,
        note=f"Complex cases may take longer. {_EACH_FORCE}",
    ),
    Limit(
        code="ask_review_cps",
        asks="Ask the CPS for a review, as is ordinarily expected",
        starts="The notice of the decision to the victim",
        count=10,
        unit=Unit.WORKING_DAYS,
        citation=CPS,
        source=CPS_SOURCE,
        confidence=Confidence.CONFIRMED,
        in_force_from=CPS_FROM,
        note="Older texts say 5 working days. From which day it is 10 is to be verified.",
    ),
    Limit(
        code="ask_review_cps_latest",
        asks="Ask the CPS for a review at the latest",
        starts="The notice of the decision to the victim",
        count=3,
        unit=Unit.MONTHS,
        citation=CPS,
        source="https://eventumlegal.co.uk/victims-right-to-review-scheme-a-guide",
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=CPS_FROM,
        note="Read in a law firm’s guide only; check the scheme itself.",
    ),
    Limit(
        code="complete_review_cps_local",
        asks="Complete the local stage of a CPS review and tell the victim",
        starts="The request to the CPS",
        count=10,
        unit=Unit.WORKING_DAYS,
        citation=f"Annex B of {CPS}",
        source=CPS_SOURCE,
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=CPS_FROM,
        note=_ANNEX,
    ),
    Limit(
        code="complete_review_cps",
        asks="Complete the whole CPS review and tell the victim",
        starts="The request to the CPS",
        count=30,
        unit=Unit.WORKING_DAYS,
        citation=f"Annex B of {CPS}",
        source=CPS_SOURCE,
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=CPS_FROM,
        note=_ANNEX,
    ),
    Limit(
        code="complete_review_pilot",
        asks="Complete the review of a provisional decision to stop the case",
        starts="The request in the pilot",
        count=20,
        unit=Unit.WORKING_DAYS,
        citation=PILOT,
        source=PILOT_SOURCE,
        confidence=Confidence.TO_BE_VERIFIED,
        in_force_from=date(2025, 6, 1),
        note=(
            "Expected, as a campaign’s page has it. Only in CPS Areas of the pilot, each from its "
            "own day: the first from June 2025 (no day is named), others from 27 January, February "
            "and April 2026."
        ),
    ),
)
