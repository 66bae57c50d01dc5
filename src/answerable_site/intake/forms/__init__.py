"""What is asked about extracts."""

from answerable_site.intake.forms.describing import DescribeSource
from answerable_site.intake.forms.sending import Confirm, SendExtract, WaitingExtract
from answerable_site.intake.forms.settling import CorrectRow, DecideOnLink, GiveReason

__all__ = [
    "Confirm",
    "CorrectRow",
    "DecideOnLink",
    "DescribeSource",
    "GiveReason",
    "SendExtract",
    "WaitingExtract",
]
