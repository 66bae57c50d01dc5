"""What is asked about extracts."""

from answerable_site.intake.forms.describing import DescribeSource
from answerable_site.intake.forms.sending import Confirm, SendExtract, WaitingExtract
from answerable_site.intake.forms.settling import CorrectRow, GiveReason

__all__ = [
    "Confirm",
    "CorrectRow",
    "DescribeSource",
    "GiveReason",
    "SendExtract",
    "WaitingExtract",
]
