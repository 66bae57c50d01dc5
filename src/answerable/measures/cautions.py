"""What is to be borne in mind of several measures alike, said once."""

from __future__ import annotations

from typing import Final

INVENTED: Final = "SYNTHETIC: these are invented cases."
"""Of every figure of a cut of invented cases."""
BESIDE_THE_PILOT: Final = (
    (
        "Read it by `pilot`: enrolled cases beside those that were reported before the pilot "
        "began, and those that were not enrolled."
    ),
    "Every case has had the same time before it is counted; newer ones are pending.",
    (
        "Cases were chosen for the pilot after the report, so that those that ended at once "
        "are never in it, and forces join when figures are poor: a difference is not yet an "
        "effect."
    ),
)
"""Of cases in the early advice pilot beside others."""
