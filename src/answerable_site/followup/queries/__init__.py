"""Every read of follow-up."""

from answerable_site.followup.queries.boards import (
    By,
    Column,
    board,
)
from answerable_site.followup.queries.changes import (
    Changed,
    changed_commitments,
    changes_of,
)
from answerable_site.followup.queries.choices import (
    actions_to_wait_for,
    bodies_decided_for,
    commitments_to_serve,
    earliest_open_review,
    organisations_managed_by,
    organisations_that_act,
    organisations_with_choices,
    owners_ever,
    owns_still,
    people_who_could_own,
    people_who_could_own_any,
)
from answerable_site.followup.queries.choosing import (
    action_lines_chosen,
    actions_to_change,
)
from answerable_site.followup.queries.closing import (
    criteria_of,
    gaps_before_closing,
)
from answerable_site.followup.queries.escalating import (
    Movement,
    Rise,
    escalations_to_mail,
    movement,
)
from answerable_site.followup.queries.exceptions import (
    Exceptional,
    Exceptions,
)
from answerable_site.followup.queries.exit import (
    ExitTable,
    evidence_files_of,
    exit_tables,
    tracker_of,
)
from answerable_site.followup.queries.filtering import (
    NAMES,
    Offered,
    filters_kept_by,
    offered,
    offered_of_actions,
    report_to_filter_by,
)
from answerable_site.followup.queries.history import (
    Change,
    Happened,
)
from answerable_site.followup.queries.lines import (
    ActionLine,
    Line,
    Lines,
)
from answerable_site.followup.queries.listing import (
    actions_listed_to,
    commitments_listed_to,
    commitments_to_change,
    lines_chosen,
    listed_actions,
    listed_commitments,
)
from answerable_site.followup.queries.passing import (
    followed_by_both,
)
from answerable_site.followup.queries.pathway import (
    pathway_reviews_to_cut,
)
from answerable_site.followup.queries.policies import (
    FIRST_LEVELS,
    assurance_levels_of,
    closure_levels_decided_by,
    closure_levels_of,
    levels_decided_by,
    policies_by_body,
    policies_of,
    policy_of,
)
from answerable_site.followup.queries.priorities import (
    priorities_of,
)
from answerable_site.followup.queries.public import (
    progress_facts,
)
from answerable_site.followup.queries.reminding import (
    Reminder,
    reminders_for,
)
from answerable_site.followup.queries.rows import (
    closures_visible_to,
    criteria_visible_to,
    dependencies_visible_to,
    named_actions,
    named_commitments,
    practice_reviews_visible_to,
    reviews_visible_to,
    risks_visible_to,
    updates_visible_to,
    wordings_visible_to,
)
from answerable_site.followup.queries.searching import ACTIONS, COMMITMENTS
from answerable_site.followup.queries.three_states import (
    Stated,
    assurance_of,
    inspectorate_of,
    own_view_of,
)
from answerable_site.followup.queries.trackers import (
    inspections_of_trackers,
    known_to_trackers,
    latest_mappings,
    mappings_of,
    trackers_loaded,
)
from answerable_site.followup.queries.visible import (
    actions_visible_to,
    bodies_followed_by,
    commitments_about,
    commitments_beside,
    commitments_visible_to,
    escalations_visible_to,
    evidence_visible_to,
    ladder_of,
    recommendations_to_bind,
    recommendations_to_follow_up,
    whole_actions,
    whole_commitments,
)
from answerable_site.followup.queries.wanted import (
    ANY,
    NOBODY,
    UNSAID,
    Order,
    Standing,
    Wanted,
)
from answerable_site.followup.queries.working import (
    SHOWN_OF_WORK,
    Asked,
    Work,
    work_of,
)

__all__ = [
    "ACTIONS",
    "ANY",
    "COMMITMENTS",
    "FIRST_LEVELS",
    "NAMES",
    "NOBODY",
    "SHOWN_OF_WORK",
    "UNSAID",
    "ActionLine",
    "Asked",
    "By",
    "Change",
    "Changed",
    "Column",
    "Exceptional",
    "Exceptions",
    "ExitTable",
    "Happened",
    "Line",
    "Lines",
    "Movement",
    "Offered",
    "Order",
    "Reminder",
    "Rise",
    "Standing",
    "Stated",
    "Wanted",
    "Work",
    "action_lines_chosen",
    "actions_listed_to",
    "actions_to_change",
    "actions_to_wait_for",
    "actions_visible_to",
    "assurance_levels_of",
    "assurance_of",
    "board",
    "bodies_decided_for",
    "bodies_followed_by",
    "changed_commitments",
    "changes_of",
    "closure_levels_decided_by",
    "closure_levels_of",
    "closures_visible_to",
    "commitments_about",
    "commitments_beside",
    "commitments_listed_to",
    "commitments_to_change",
    "commitments_to_serve",
    "commitments_visible_to",
    "criteria_of",
    "criteria_visible_to",
    "dependencies_visible_to",
    "earliest_open_review",
    "escalations_to_mail",
    "escalations_visible_to",
    "evidence_files_of",
    "evidence_visible_to",
    "exit_tables",
    "filters_kept_by",
    "followed_by_both",
    "gaps_before_closing",
    "inspections_of_trackers",
    "inspectorate_of",
    "known_to_trackers",
    "ladder_of",
    "latest_mappings",
    "levels_decided_by",
    "lines_chosen",
    "listed_actions",
    "listed_commitments",
    "mappings_of",
    "movement",
    "named_actions",
    "named_commitments",
    "offered",
    "offered_of_actions",
    "organisations_managed_by",
    "organisations_that_act",
    "organisations_with_choices",
    "own_view_of",
    "owners_ever",
    "owns_still",
    "pathway_reviews_to_cut",
    "people_who_could_own",
    "people_who_could_own_any",
    "policies_by_body",
    "policies_of",
    "policy_of",
    "practice_reviews_visible_to",
    "priorities_of",
    "progress_facts",
    "recommendations_to_bind",
    "recommendations_to_follow_up",
    "reminders_for",
    "report_to_filter_by",
    "reviews_visible_to",
    "risks_visible_to",
    "tracker_of",
    "trackers_loaded",
    "updates_visible_to",
    "whole_actions",
    "whole_commitments",
    "wordings_visible_to",
    "work_of",
]
