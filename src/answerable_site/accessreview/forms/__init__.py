"""What is asked of those who review who looked."""

from answerable_site.accessreview.forms.breaches import AddBreachEvent, RecordBreach
from answerable_site.accessreview.forms.handing_out import AskHandOut, ReleaseParcel
from answerable_site.accessreview.forms.reviews import AnswerLook, FilterLooks, ReviewGlass

__all__ = [
    "AddBreachEvent",
    "AnswerLook",
    "AskHandOut",
    "FilterLooks",
    "RecordBreach",
    "ReleaseParcel",
    "ReviewGlass",
]
