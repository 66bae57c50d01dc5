"""Rules of law that ask for a single step or for something to be shown.

Data, not code: each carries its citation, where to read it and how sure we are.
"""

from __future__ import annotations

from answerable.statute.bases import SECTION_55
from answerable.statute.model import Confidence, Provision

_SPECIFIED_INFORMATION = (
    "the Schedule to the Elected Local Policing Bodies (Specified Information) Order 2011"
)
_SPECIFIED_FROM = "inserted by S.I. 2021/547, in force 31 May 2021"

INVITE_CHIEF_OFFICER = Provision(
    code="invite_chief_officer",
    citation="section 55(4) of the Police Act 1996",
    summary=(
        "The local policing body invites the chief officer of the force to submit comments on the "
        "report before a date that the body specifies."
    ),
    source=SECTION_55.source,
    confidence=Confidence.CONFIRMED,
)
COPY_TO_INSPECTORS = Provision(
    code="copy_to_inspectors",
    citation="section 55(6)(a) of the Police Act 1996",
    summary=(
        "The local policing body sends a copy of what it publishes to the inspectors of "
        "constabulary."
    ),
    source=SECTION_55.source,
    confidence=Confidence.CONFIRMED,
)
COPY_TO_SECRETARY = Provision(
    code="copy_to_secretary",
    citation="section 55(6)(b) of the Police Act 1996",
    summary="The local policing body sends a copy of what it publishes to the Secretary of State.",
    source=SECTION_55.source,
    confidence=Confidence.CONFIRMED,
)
LATEST_PEEL_REPORT = Provision(
    code="latest_peel_report",
    citation=f"paragraph 7B(a) of {_SPECIFIED_INFORMATION}",
    summary="An elected local policing body publishes the most recent annual PEEL report.",
    source="https://www.legislation.gov.uk/uksi/2021/547/made",
    confidence=Confidence.CONFIRMED,
    commencement=_SPECIFIED_FROM,
)
LATEST_SUMMARY_ASSESSMENT = Provision(
    code="latest_summary_assessment",
    citation=f"paragraph 7B(b) of {_SPECIFIED_INFORMATION}",
    summary="An elected local policing body publishes the most recent summary assessment.",
    source="https://www.legislation.gov.uk/uksi/2021/547/made",
    confidence=Confidence.CONFIRMED,
    commencement=_SPECIFIED_FROM,
)

PROVISIONS: dict[str, Provision] = {
    provision.code: provision
    for provision in (
        INVITE_CHIEF_OFFICER,
        COPY_TO_INSPECTORS,
        COPY_TO_SECRETARY,
        LATEST_PEEL_REPORT,
        LATEST_SUMMARY_ASSESSMENT,
    )
}
