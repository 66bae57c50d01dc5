"""What stands on each page for whoever needs help now. Each line with its source, to be checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from answerable.languages import message
from answerable.statute import Confidence


@dataclass(frozen=True, slots=True)
class Help:
    """Where somebody turns."""

    when: str
    what: str
    citation: str
    confidence: Confidence


HELP: Final = (
    Help(
        when=message("If you are in danger now"),
        what=message(
            "Telephone 999. If you cannot speak, listen, and press 55 on a mobile telephone."
        ),
        citation="https://www.police.uk/pu/contact-us/what-happens-when-you-call-999/",
        confidence=Confidence.TO_BE_VERIFIED,
    ),
)
"""Services nearby are named by those who keep the directory."""
SAFE_PLACE: Final = "https://www.bbc.co.uk/weather"
"""Where the button that leaves a page at once leads, as GOV.UK does by default."""
