"""What follow-up is ruled by: no database, no clock, no Django."""

from answerable_site.followup.rules.ageing import evidence_from, is_too_old
from answerable_site.followup.rules.assuring import (
    Given,
    Independence,
    NotYet,
    check_assurance,
    complete_from,
)
from answerable_site.followup.rules.closing import (
    CLOSED,
    CannotClose,
    ClosureState,
    Criterion,
    gaps_before_closing,
)
from answerable_site.followup.rules.dating import (
    DateRefused,
    Target,
    check_new_target,
    current,
    original,
    revisions,
)
from answerable_site.followup.rules.depending import (
    InACircle,
    check_no_circle,
)
from answerable_site.followup.rules.escalating import (
    MANY_REVISIONS,
    Raised,
    Standing,
    Trigger,
    next_level,
    triggers,
)
from answerable_site.followup.rules.exceptions import (
    ASSURED,
    FOR_A_MEETING,
    OF_ACTIONS,
    Facts,
    Why,
    exceptions,
)
from answerable_site.followup.rules.policy import (
    Policy,
    PolicyRefused,
)
from answerable_site.followup.rules.rhythm import (
    dates_reminded_of,
    is_reminder_day,
    next_update_on,
)
from answerable_site.followup.rules.rolling_up import (
    OWN_VIEWS_IN_ORDER,
    RolledUp,
    rolled_up,
)
from answerable_site.followup.rules.saying import NothingSaid, words_in
from answerable_site.followup.rules.states import (
    OPEN_STATES,
    ActionKind,
    ActionState,
    AssuranceKind,
    EvidenceKind,
    InspectorateStatus,
    OwnView,
    Pathway,
    Rating,
    RiskRating,
    Whose,
)
from answerable_site.followup.rules.timeliness import (
    Dates,
    Timeliness,
    days_late,
    days_moved,
    in_words,
    timeliness,
)

__all__ = [
    "ASSURED",
    "CLOSED",
    "FOR_A_MEETING",
    "MANY_REVISIONS",
    "OF_ACTIONS",
    "OPEN_STATES",
    "OWN_VIEWS_IN_ORDER",
    "ActionKind",
    "ActionState",
    "AssuranceKind",
    "CannotClose",
    "ClosureState",
    "Criterion",
    "DateRefused",
    "Dates",
    "EvidenceKind",
    "Facts",
    "Given",
    "InACircle",
    "Independence",
    "InspectorateStatus",
    "NotYet",
    "NothingSaid",
    "OwnView",
    "Pathway",
    "Policy",
    "PolicyRefused",
    "Raised",
    "Rating",
    "RiskRating",
    "RolledUp",
    "Standing",
    "Target",
    "Timeliness",
    "Trigger",
    "Whose",
    "Why",
    "check_assurance",
    "check_new_target",
    "check_no_circle",
    "complete_from",
    "current",
    "dates_reminded_of",
    "days_late",
    "days_moved",
    "evidence_from",
    "exceptions",
    "gaps_before_closing",
    "in_words",
    "is_reminder_day",
    "is_too_old",
    "next_level",
    "next_update_on",
    "original",
    "revisions",
    "rolled_up",
    "timeliness",
    "triggers",
    "words_in",
]
