"""Which guide helps with which page."""

from __future__ import annotations

from typing import Final

_HELPS: Final = {
    "how-to/add-people-and-roles": ("people:",),
    "how-to/add-a-report": (
        *("register:add_document", "register:document", "register:download"),
        *("register:inspections", "register:add_inspection", "register:confirm"),
        *("register:correct_inspection", "register:read_again", "register:set_aside"),
    ),
    "how-to/answer-sign-and-publish": ("responses:",),
    "how-to/ask-for-checks-before-a-signature": (
        *("responses:approval", "responses:approve", "responses:end_approval"),
    ),
    "how-to/correct-or-supplement-a-response": (
        *("responses:revise", "responses:give_up_revision", "responses:compare"),
        *("responses:correct_entry", "responses:prepare_entry", "publication:release_correction"),
    ),
    "how-to/describe-a-source": ("intake:describe", "intake:sources", "intake:shipped"),
    "how-to/find-what-needs-a-look": ("followup:exceptions", "followup:changes", "followup:board"),
    "how-to/follow-a-recommendation-up": (
        *("followup:", "home:hand_", "home:story", "register:recommendation"),
    ),
    "how-to/get-reminders-and-calendars": ("home:calendars", "home:revoke_calendar"),
    "how-to/hand-cases-over": ("casework:hand_over", "casework:assign", "casework:end_assignment"),
    "how-to/hand-out-what-is-held-about-a-case": (
        *("accessreview:ask_hand_out", "accessreview:hand_out", "accessreview:release"),
    ),
    "how-to/change-a-limit": (
        *("casework:set_limit", "casework:confirm_limit", "casework:rule", "casework:limits"),
    ),
    "how-to/hear-what-victims-say": (
        *("support:survey", "support:agree", "support:cod", "support:close_survey"),
        *("support:open_survey", "support:give_up_survey", "support:make_codes"),
        *("support:name_coders", "support:move_closing_day", "support:settle", "support:results"),
        *("support:offer_quote", "support:judge_quote", "support:add_finding", "support:form_"),
        *("support:drop_finding", "support:erase_words", "support:enter_answer", "support:script_"),
        *("support:print_forms", "support:record_asked", "support:strike_asked"),
        *("support:offered", "publication:release_feedback", "publication:withdraw_feedback"),
    ),
    "how-to/import-a-tracker": ("followup:tracker",),
    "how-to/keep-support-services": ("support:",),
    "how-to/keep-training-records": ("training:",),
    "how-to/leave-a-passage-out": ("responses:exclu", "responses:lift_exclusion"),
    "how-to/load-extracts": ("intake:",),
    "how-to/look-through-a-file-before-it-leaves": ("followup:take_out",),
    "how-to/make-a-data-cut": (
        *("figures:cut", "figures:ask", "figures:queued", "figures:cancel", "figures:verify"),
        *("figures:ask_erasure", "figures:confirm_erasure", "figures:call_off_erasure"),
    ),
    "how-to/plan-and-evaluate-a-response": (
        *("responses:milestones", "responses:pause", "responses:end_pause"),
        *("responses:evaluation",),
    ),
    "how-to/prepare-a-scrutiny-meeting": (
        *("scrutiny:", "publication:release_edition", "publication:withdraw_edition"),
    ),
    "how-to/record-a-personal-data-breach": (*("accessreview:breach", "accessreview:add_breach"),),
    "how-to/record-what-happened-in-a-case": ("casework:",),
    "how-to/release-figures": ("figures:", "figures:ask_results"),
    "how-to/review-candidates": ("register:",),
    "how-to/review-case-files": ("casereviews:",),
    "how-to/review-who-looked": ("accessreview:",),
    "how-to/run-a-scrutiny-panel": (
        *("casereviews:panel", "casereviews:convene", "casereviews:add_sitting"),
        *("casereviews:bundle", "casereviews:open_discussion", "casereviews:conclude"),
        *("casereviews:release_bundle", "casereviews:withdraw_bundle", "casereviews:write_bundle"),
        *("casereviews:score_bundle", "casereviews:missing"),
    ),
    "how-to/send-copies": (
        *("responses:dispatches", "responses:recipient", "responses:record_dispatch"),
        *("responses:send_copy",),
    ),
    "how-to/show-the-latest-peel-report": (
        *("responses:specified_information", "responses:record_specified_information"),
    ),
    "how-to/sign-in-with-a-second-factor": (
        *("account_", "mfa_", "people:account", "people:sessions", "people:end_session"),
        *("people:end_other_sessions", "people:end_all_sessions"),
    ),
    "how-to/search": ("search:", "publication:search"),
    "how-to/take-over-past-responses": (
        *("responses:takeover", "responses:past", "responses:record_past"),
    ),
    "how-to/tell-a-victim-and-offer-a-review": ("casework:letter", "casework:notice"),
    "how-to/tell-the-public-what-became-of-it": ("publication:", "responses:tell_progress"),
    "how-to/use-the-api": (
        *("webhooks:", "people:machine", "people:add_machine", "people:confirm_machine"),
        *("people:end_machine", "people:make_token", "people:revoke_token"),
    ),
    "how-to/when-a-body-changes": (
        *("people:organisation", "people:rename", "people:record_tenure", "people:end_tenure"),
        *("people:change_logo", "people:remove_logo"),
    ),
    "how-to/when-somebody-cannot-sign-in": ("people:ask_reset", "people:confirm_reset"),
    "how-to/work-through-what-is-due": ("casework:due",),
    "how-to/write-plainly": ("responses:plain_english",),
    "how-to/write-to-the-prosecutor": ("casework:open", "casework:share", "casework:end_share"),
    "explanation/police-and-prosecutors": (
        *("intake:link", "intake:find_", "intake:accept_link", "intake:confirm_link"),
        *("intake:refuse_link", "intake:end_link", "intake:offer_linked", "casework:pathway"),
    ),
    "explanation/unusual-look-ups": ("accessreview:unusual", "accessreview:looks"),
    "tutorials/your-first-response": ("home:due",),
}
"""For each guide, as which names of routes begin. The longest beginning counts."""
_BY_BEGINNING: Final = {
    beginning: name for name, beginnings in _HELPS.items() for beginning in beginnings
}


def guide_for(route: str) -> tuple[str, str] | None:
    """The kind and name of the guide that helps with a page; None where none does."""
    beginnings = [one for one in _BY_BEGINNING if route.startswith(one)]
    if not beginnings:
        return None
    kind, _, name = _BY_BEGINNING[max(beginnings, key=len)].partition("/")
    return kind, name
