"""What is asked of those who keep training."""

from answerable_site.register.forms.lists import ChooseSheet, Load
from answerable_site.training.forms.choosing import (
    ChooseDays,
    ChooseOrganisation,
    ChooseYear,
    StateFigure,
    days_chosen,
)
from answerable_site.training.forms.courses import (
    AddCounting,
    AddCourse,
    AddVersion,
    LastDay,
    Strike,
    SucceedCourse,
)
from answerable_site.training.forms.events import AddEvent, Book, RecordResult
from answerable_site.training.forms.intake import (
    AddList,
    ChooseColumns,
    FilterRows,
    WaitingList,
)
from answerable_site.training.forms.people import (
    AddDevelopment,
    AddPosting,
    AddQualification,
    OpenRecord,
)

__all__ = [
    "AddCounting",
    "AddCourse",
    "AddDevelopment",
    "AddEvent",
    "AddList",
    "AddPosting",
    "AddQualification",
    "AddVersion",
    "Book",
    "ChooseColumns",
    "ChooseDays",
    "ChooseOrganisation",
    "ChooseSheet",
    "ChooseYear",
    "FilterRows",
    "LastDay",
    "Load",
    "OpenRecord",
    "RecordResult",
    "StateFigure",
    "Strike",
    "SucceedCourse",
    "WaitingList",
    "days_chosen",
]
