"""What is asked in follow-up."""

from answerable_site.followup.forms.acting import (
    AddAction,
    AddDependency,
    LinkAction,
)
from answerable_site.followup.forms.asked import (
    REFUSALS,
    SAID_ALREADY,
    Asked,
)
from answerable_site.followup.forms.beginning import (
    WHOLE,
    Begin,
)
from answerable_site.followup.forms.changing import (
    OF_ACTIONS,
    ChangeMany,
    Kind,
)
from answerable_site.followup.forms.choices import (
    NameClosureLevel,
    NameLevel,
    NameStep,
    SetPolicy,
)
from answerable_site.followup.forms.dating import (
    AssignOwner,
    Pause,
    SetTarget,
)
from answerable_site.followup.forms.listing import (
    FilterActions,
    FilterCommitments,
    SaveFilter,
    Since,
    asked_of,
)
from answerable_site.followup.forms.practice import (
    RecordPracticeReview,
)
from answerable_site.followup.forms.proving import (
    AddEvidence,
    CheckClosure,
    Close,
    JudgeCriterion,
    JudgeEvidence,
    Reason,
    WriteCriterion,
)
from answerable_site.followup.forms.telling import (
    AddUpdate,
    GiveAssurance,
    ProposeWording,
    RecordInspectorate,
    StateOwnView,
    UpdateAction,
)
from answerable_site.followup.forms.trackers import (
    AddTracker,
    FilterTracker,
    ReadTracker,
    SayWords,
    TakeOut,
    WaitingTracker,
    first_choices,
)
from answerable_site.followup.forms.watching import (
    Acknowledge,
    AddRisk,
    HoldReview,
    PlanReview,
)
from answerable_site.register.forms.lists import (
    ChooseSheet,
    Load,
)

__all__ = [
    "OF_ACTIONS",
    "REFUSALS",
    "SAID_ALREADY",
    "WHOLE",
    "Acknowledge",
    "AddAction",
    "AddDependency",
    "AddEvidence",
    "AddRisk",
    "AddTracker",
    "AddUpdate",
    "Asked",
    "AssignOwner",
    "Begin",
    "ChangeMany",
    "CheckClosure",
    "ChooseSheet",
    "Close",
    "FilterActions",
    "FilterCommitments",
    "FilterTracker",
    "GiveAssurance",
    "HoldReview",
    "JudgeCriterion",
    "JudgeEvidence",
    "Kind",
    "LinkAction",
    "Load",
    "NameClosureLevel",
    "NameLevel",
    "NameStep",
    "Pause",
    "PlanReview",
    "ProposeWording",
    "ReadTracker",
    "Reason",
    "RecordInspectorate",
    "RecordPracticeReview",
    "SaveFilter",
    "SayWords",
    "SetPolicy",
    "SetTarget",
    "Since",
    "StateOwnView",
    "TakeOut",
    "UpdateAction",
    "WaitingTracker",
    "WriteCriterion",
    "asked_of",
    "first_choices",
]
