"""Every write of follow-up."""

from answerable_site.followup.operations.acting import (
    NewAction,
    ServesNothing,
    add_action,
    add_dependency,
    end_dependency,
    link_action,
)
from answerable_site.followup.operations.beginning import (
    FollowedAlready,
    NotBound,
    Promise,
    begin_commitments,
)
from answerable_site.followup.operations.bulk import (
    MOST_AT_ONCE,
    NotAsShown,
    Preview,
    Trial,
    Tried,
    change_many,
)
from answerable_site.followup.operations.changing import (
    Change,
    NewOwner,
    NewTarget,
    PlannedReview,
)
from answerable_site.followup.operations.closing import (
    check_closure,
    close_commitment,
    reopen_commitment,
)
from answerable_site.followup.operations.dating import (
    PauseRefused,
    assign_owner,
    pause,
    set_target,
)
from answerable_site.followup.operations.escalating import (
    acknowledge,
    claim_escalations,
    end_last_step,
    name_step,
    note_not_mailed,
    raise_escalations,
)
from answerable_site.followup.operations.judging import (
    give_assurance,
    record_inspectorate_status,
    state_own_view,
)
from answerable_site.followup.operations.marking import (
    OwnerRefused,
)
from answerable_site.followup.operations.passing import (
    BothFollowUp,
    pass_follow_up,
)
from answerable_site.followup.operations.policies import (
    begin_levels,
    end_closure_level,
    end_level,
    name_closure_level,
    name_level,
    set_policy,
)
from answerable_site.followup.operations.practice import (
    ReviewedPractice,
    drop_filter,
    record_practice_review,
    save_filter,
)
from answerable_site.followup.operations.proving import (
    EvidenceMissing,
    NewEvidence,
    add_evidence,
    drop_criterion,
    judge_criterion,
    judge_evidence,
    write_criterion,
)
from answerable_site.followup.operations.taking_out import (
    note_taken_out,
)
from answerable_site.followup.operations.telling import (
    DayRefused,
    SaidAlready,
    add_update,
    agree_update,
    approve_wording,
    propose_wording,
)
from answerable_site.followup.operations.trackers import (
    MappingUnnamed,
    NothingToLoad,
    PlanChanged,
    keep_mapping,
    keep_tracker,
    load_tracker,
)
from answerable_site.followup.operations.watching import (
    add_risk,
    end_risk,
    hold_review,
    plan_review,
)
from answerable_site.followup.rules import NothingSaid

__all__ = [
    "MOST_AT_ONCE",
    "BothFollowUp",
    "Change",
    "DayRefused",
    "EvidenceMissing",
    "FollowedAlready",
    "MappingUnnamed",
    "NewAction",
    "NewEvidence",
    "NewOwner",
    "NewTarget",
    "NotAsShown",
    "NotBound",
    "NothingSaid",
    "NothingToLoad",
    "OwnerRefused",
    "PauseRefused",
    "PlanChanged",
    "PlannedReview",
    "Preview",
    "Promise",
    "ReviewedPractice",
    "SaidAlready",
    "ServesNothing",
    "Trial",
    "Tried",
    "acknowledge",
    "add_action",
    "add_dependency",
    "add_evidence",
    "add_risk",
    "add_update",
    "agree_update",
    "approve_wording",
    "assign_owner",
    "begin_commitments",
    "begin_levels",
    "change_many",
    "check_closure",
    "claim_escalations",
    "close_commitment",
    "drop_criterion",
    "drop_filter",
    "end_closure_level",
    "end_dependency",
    "end_last_step",
    "end_level",
    "end_risk",
    "give_assurance",
    "hold_review",
    "judge_criterion",
    "judge_evidence",
    "keep_mapping",
    "keep_tracker",
    "link_action",
    "load_tracker",
    "name_closure_level",
    "name_level",
    "name_step",
    "note_not_mailed",
    "note_taken_out",
    "pass_follow_up",
    "pause",
    "plan_review",
    "propose_wording",
    "raise_escalations",
    "record_inspectorate_status",
    "record_practice_review",
    "reopen_commitment",
    "save_filter",
    "set_policy",
    "set_target",
    "state_own_view",
    "write_criterion",
]
