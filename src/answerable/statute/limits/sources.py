"""What several limits cite: by its name, and the day on which it came into force."""

from __future__ import annotations

from datetime import date

VICTIMS_CODE = "the Code of Practice for Victims of Crime in England and Wales"
VICTIMS_CODE_FROM = date(2021, 4, 1)
VICTIMS_CODE_SOURCE = (
    "https://www.gov.uk/government/publications/the-code-of-practice-for-victims-of-crime"
)
CHARGING_GUIDANCE = "the Director’s Guidance on Charging, sixth edition"
JOINT_INSPECTION = (
    "the joint thematic inspection of the police and Crown Prosecution Service’s response to rape, "
    "phase one"
)
JOINT_INSPECTION_SOURCE = (
    "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/a-joint-thematic-inspection-of-"
    "the-police-and-crown-prosecution-services-response-to-rape-phase-one/"
)
OWN = "The organisation’s own limit"
"""Nothing that others wrote names such a limit. What it starts with is a value of this product."""
STARTING_VALUE = (
    "No inspection and no guidance names this number. It is where this product starts, until the "
    "organisation sets its own."
)


def recommendation(number: int) -> str:
    """A recommendation of the joint inspection, as it may be printed."""
    return f"recommendation {number} of {JOINT_INSPECTION}"
