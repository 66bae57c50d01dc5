"""What is asked about cases."""

from answerable_site.casework.forms.cases import (
    NO_IDENTITY,
    AddCase,
    AddReference,
    Assign,
    LookUp,
    OpenCase,
    Share,
)
from answerable_site.casework.forms.due import (
    ChooseDues,
)
from answerable_site.casework.forms.handing_over import (
    FindPerson,
    HandOver,
)
from answerable_site.casework.forms.letters import (
    WriteLetter,
)
from answerable_site.casework.forms.limits import (
    SetLimit,
)
from answerable_site.casework.forms.notices import (
    EXPLANATION,
    DraftNotice,
)
from answerable_site.casework.forms.period import (
    ChoosePeriod,
)
from answerable_site.casework.forms.quality import (
    ChooseFindings,
)
from answerable_site.casework.forms.questions import (
    Offered,
)
from answerable_site.casework.forms.recording import (
    RecordEvent,
    WhyInBreach,
    initial_of,
    kept,
)
from answerable_site.casework.forms.whose import (
    ChooseCases,
)

__all__ = [
    "EXPLANATION",
    "NO_IDENTITY",
    "AddCase",
    "AddReference",
    "Assign",
    "ChooseCases",
    "ChooseDues",
    "ChooseFindings",
    "ChoosePeriod",
    "DraftNotice",
    "FindPerson",
    "HandOver",
    "LookUp",
    "Offered",
    "OpenCase",
    "RecordEvent",
    "SetLimit",
    "Share",
    "WhyInBreach",
    "WriteLetter",
    "initial_of",
    "kept",
]
