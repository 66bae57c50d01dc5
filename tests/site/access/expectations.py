"""Who may open each route, written down a second time and by hand.

The product's own rules stand in each app's `access.py`. This table is the other opinion: the matrix
holds the site to it, cell by cell. A route that is missing here fails the matrix.
"""

from __future__ import annotations

from dataclasses import dataclass

OFFICER, HOLDER, PUBLISHER, APPROVER, CHIEF, LIAISON, ADMINISTRATOR = (
    "response_officer",
    "holder",
    "publisher",
    "approver",
    "chief_officers_office",
    "force_liaison",
    "administrator",
)
ANALYST, FIGURE_CHECKER = "analyst", "figure_checker"
READS_FIGURES = frozenset({ANALYST, FIGURE_CHECKER})
"""Those of a policing body read released figures of its force, as those do who take part in its
work. Those of a force work with data cuts."""

AT_WORK = frozenset({OFFICER, HOLDER, PUBLISHER, APPROVER, CHIEF, LIAISON})
"""Those who take part in the register and the responses of a body."""
IN_THE_OFFICE = frozenset({OFFICER, HOLDER, PUBLISHER})
INVESTIGATOR, SUPERVISOR, CPS_MANAGER = "investigator", "supervisor", "cps_manager"
ACTION_OWNER = "action_owner"
FOLLOWING_UP = AT_WORK | {ACTION_OWNER, CPS_MANAGER}
"""Those who see follow-up: all of a body and its force; others, what binds their organisation."""
ON_CASES = frozenset(
    {
        *(INVESTIGATOR, SUPERVISOR, "gatekeeper", "prosecutor", CPS_MANAGER),
        *("support_worker", "file_reviewer"),
    }
)
"""Those who read cases: nobody of a policing body."""
RECORDING = ON_CASES - {"file_reviewer"}
"""Those who record what happened in cases."""
AUDITOR = "access_auditor"
"""Who reads who looked at which case, and reads no case."""
TRAINER = "training_coordinator"
"""Who keeps the training of a force or a CPS Area, and reads no case."""
IN_TRAINING = frozenset(
    {INVESTIGATOR, SUPERVISOR, "gatekeeper", "prosecutor", CPS_MANAGER, TRAINER}
)
"""Those who may have a training record, and see their own."""
PANEL_MEMBER = "panel_member"
"""Who reads anonymised bundles, and no case."""
CODER = "feedback_coder"
"""Who reads what victims wrote in surveys, and reads no case."""
WORKER = "support_worker"
ROLES = AT_WORK | FOLLOWING_UP | ON_CASES | READS_FIGURES
ROLES |= {AUDITOR, TRAINER, CODER, ADMINISTRATOR, PANEL_MEMBER}


@dataclass(frozen=True)
class Expected:
    """Who may open a route, and whether it leads to a record of somebody's."""

    roles: frozenset[str] = frozenset()
    posting: frozenset[str] | None = None
    """Who may send the page's form, where fewer may than may open the page."""
    public: bool = False
    signed_in: bool = False
    record: bool = False
    """The address names a record, so that it does not exist for a foreign organisation."""
    only: frozenset[str] = frozenset()
    """The viewers whose own thing it is, by name: it exists for nobody else who has the role."""
    besides: frozenset[str] = frozenset()
    """Viewers by name who may open it too, for their role does so in their kind of organisation."""
    nobody: bool = False
    """It exists only where an installation is set up for it, which the one of the matrix is not."""
    is_step: bool = False
    """A step of signing in: without the step before it, one begins again."""
    shared: bool = False
    """The organisations around the office work on the record too."""
    refusing: frozenset[str] = AT_WORK
    """Roles that see the record where they belong: what they may not do with it is refused."""
    notes: frozenset[str] = frozenset()
    """Tables in which a mere reading is noted."""
    machine: bool = False
    """For machine accounts, which show a token: whoever signed in is nobody there."""


LOOKS = frozenset({"audit_auditentry", "audit_auditedrecord", "audit_chainhead"})
"""What a look at a case leaves."""


def _case(*only: str, roles: frozenset[str] = ON_CASES) -> Expected:
    """A page of a case. It exists for those to whom the case is open; without names, for everybody
    on cases whose organisation works on it, the others being led to where a reason is asked."""
    return Expected(roles, record=True, shared=not only, only=frozenset(only), notes=LOOKS)


def _list(*roles: str) -> Expected:
    return Expected(frozenset(roles))


def _record(*roles: str) -> Expected:
    return Expected(frozenset(roles), record=True)


LOGGED = frozenset({"audit_auditentry", "audit_chainhead"})
"""Where it is noted that somebody read who looked at which case."""


AUDITORS_WHO_CONFIRM = frozenset(
    f"{AUDITOR} in the {kind}" for kind in ("inspectorate", "support_service")
)
"""Where nobody says who works on cases, those who audit access answer for looks."""


def _review(*roles: str, record: bool = False, besides: frozenset[str] = frozenset()) -> Expected:
    return Expected(frozenset(roles), record=record, besides=besides, notes=LOGGED)


def _own_supervisors(
    *also: str, notes: frozenset[str] = LOGGED, besides: frozenset[str] = frozenset()
) -> Expected:
    """A record that exists only for supervisors where it belongs.

    Args:
        also: roles that may open such a page, but have no such record here.
        notes: where reading it is noted.
        besides: viewers who may open such a page, likewise.
    """
    only = frozenset({"own supervisor", "own supervisor and foreign rest"})
    return Expected(
        frozenset({SUPERVISOR, *also}), record=True, only=only, notes=notes, besides=besides
    )


KEY_HOLDER = frozenset({"own key holder"})


def _seated(*roles: str) -> frozenset[str]:
    """The names of those who hold one of the roles in the own office, or in its force beside."""
    own = {f"own {role}" for role in roles} | {f"own {role} and foreign rest" for role in roles}
    beside = {f"{role} in the police_force" for role in roles}
    return frozenset(own | beside) | (KEY_HOLDER if OFFICER in roles else frozenset())


def _followed(*managing: str) -> Expected:
    """A record of follow-up: what the force has to do, which everybody around it sees.

    Args:
        managing: the roles that may do what the page asks for; none for a page to read.
    """
    return Expected(
        FOLLOWING_UP,
        record=True,
        shared=not managing,
        only=_seated(*managing) if managing else frozenset(),
        refusing=FOLLOWING_UP,
    )


FORCE_ADMINISTRATOR = f"{ADMINISTRATOR} in the police_force"


def _of_force_administrators() -> Expected:
    """A limit of the force, which its administrators set and nobody else’s."""
    only = frozenset({FORCE_ADMINISTRATOR})
    return Expected(frozenset({ADMINISTRATOR}), record=True, only=only)


def _of_the_office(*roles: str) -> Expected:
    """A page for some of a policing body, about a record that others see too."""
    return Expected(frozenset(roles), record=True, refusing=FOLLOWING_UP)


MANAGING = (OFFICER, CHIEF, LIAISON)
"""Those who say what the force does about its commitments."""
FOLLOW_UP: dict[str, Expected] = {
    **{
        f"followup:{route}": _followed()
        for route in ("commitment", "action", "evidence_file", "practice_review")
    },
    **{
        f"followup:{route}": _followed(*MANAGING)
        for route in (
            *("assign_owner", "set_target", "pause", "add_update", "agree_update"),
            *("propose_wording", "state_own_view", "add_action", "add_evidence", "plan_review"),
            *("hold_review", "add_risk", "end_risk", "acknowledge", "assign_action_owner"),
            *("set_action_target", "pause_action", "update_action", "add_task", "link_action"),
            *("add_dependency", "end_dependency"),
        )
    },
    **{
        f"followup:{route}": _of_the_office(OFFICER, HOLDER)
        for route in (
            *("approve_wording", "give_assurance", "record_inspectorate", "judge_evidence"),
            *("write_criterion", "drop_criterion", "judge_criterion", "close", "check_closure"),
            "reopen",
        )
    },
    "followup:begin": _list(OFFICER),
    "followup:begin_for": _of_the_office(OFFICER),
    "followup:choices_of_all": _list(*FOLLOWING_UP),
    "followup:choices": _followed(*AT_WORK, ACTION_OWNER),
    **{
        f"followup:{route}": _of_the_office(OFFICER)
        for route in (
            *("set_policy", "begin_levels", "name_level", "end_level", "name_closure_level"),
            *("end_closure_level", "record_practice_review"),
        )
    },
    "followup:name_step": _followed(OFFICER),
    "followup:end_last_step": _followed(OFFICER),
    "followup:practice_reviews": _list(*FOLLOWING_UP),
}
TRAINING: dict[str, Expected] = {
    "training:mine": _list(*IN_TRAINING),
    "training:qualified": _list(SUPERVISOR, TRAINER),
    # That cases were counted, and that names were taken away, is noted.
    "training:capacity": Expected(frozenset({TRAINER}), notes=LOGGED),
    "training:attendance_csv": Expected(frozenset({TRAINER}), notes=LOGGED),
    **{
        f"training:{route}": _list(TRAINER)
        for route in (
            *("overview", "figures", "figures_csv", "state_figure", "people", "open_record"),
            *("courses", "add_course", "events", "add_event", "intake", "intake_template"),
            *("intake_check", "intake_load"),
        )
    },
    **{
        f"training:{route}": _record(TRAINER)
        for route in (
            *("record", "add_posting", "end_posting", "add_qualification", "add_development"),
            *("strike", "course", "add_version", "succeed", "add_counting", "end_counting"),
            *("event", "book", "record_result"),
        )
    },
}
AROUND = AT_WORK | RECORDING
"""Those who read the directory of services, joint meetings, and who does what."""


def _coded() -> Expected:
    """What was written in a survey: it exists for its two coders alone, of whom one is a viewer."""
    return Expected(
        frozenset({CODER}), record=True, only=frozenset({"own feedback_coder"}), refusing=AT_WORK
    )


SUPPORT: dict[str, Expected] = {
    **{
        f"support:{route}": Expected(public=True)
        for route in ("answer", "answer_by_link", "thanks")
    },
    "support:surveys": _list(OFFICER, WORKER, CODER),
    **{
        f"support:{route}": _record(OFFICER, WORKER, CODER)
        for route in ("survey", "form_pdf", "form_docx", "script_pdf", "script_docx")
    },
    **{
        f"support:{route}": _record(OFFICER)
        for route in (
            *("move_closing_day", "close_survey", "give_up_survey", "name_coders", "results"),
            "erase_words",
            *("add_finding", "drop_finding", "hand_over", "end_service", "add_contract"),
            *("add_presence", "agree", "explain_role"),
        )
    },
    **{
        f"support:{route}": _record(WORKER)
        for route in ("make_codes", "print_forms", "record_asked", "strike_asked", "enter_answer")
    },
    **{
        f"support:{route}": _coded()
        for route in ("coding", "code", "settle", "offer_quote", "judge_quote")
    },
    "support:agreement": _record(OFFICER, CODER),
    **{f"support:{route}": _list(*AROUND) for route in ("services", "needs", "meetings", "roles")},
    **{
        f"support:{route}": Expected(AROUND, record=True, shared=True)
        for route in ("service", "meeting")
    },
    **{
        f"support:{route}": _list(OFFICER)
        for route in ("open_survey", "add_service", "add_need", "add_meeting", "add_role_page")
    },
    **{
        f"support:{route}": _record(OFFICER, WORKER)
        for route in ("describe_service", "record_capacity", "report_outcome")
    },
    # That cases were read or counted is noted.
    "support:referrals": Expected(frozenset({WORKER}), notes=LOOKS),
    "support:offered": Expected(frozenset({SUPERVISOR}), notes=LOOKS),
}
NO_NOTES: frozenset[str] = frozenset()
INTAKE: dict[str, Expected] = {
    **{
        f"intake:{route}": _list(SUPERVISOR, CPS_MANAGER)
        for route in (
            *("loads", "send", "check", "check_progress", "would_differ", "would_differ_csv"),
            *("confirm", "sources", "describe", "shipped", "shipped_file", "links"),
        )
    },
    **{
        f"intake:{route}": _own_supervisors(CPS_MANAGER, notes=NO_NOTES)
        for route in (
            *("load", "undo", "rows", "give_up", "queued", "queued_progress", "cancel"),
            *("find_links", "accept_link", "confirm_link", "refuse_link", "end_link"),
            *("offer_linked", "difference"),
        )
    },
    "intake:find_pairs": _list(SUPERVISOR),
    # It shows a case of the force, and who looked is noted.
    "intake:link": _own_supervisors(CPS_MANAGER, notes=LOOKS),
    # That somebody read what stands in a row, or took a list away, is noted.
    "intake:row": _own_supervisors(CPS_MANAGER),
    "intake:difference_csv": _own_supervisors(CPS_MANAGER),
}
FORCE_ANALYST, FORCE_CHECKER = (f"{role} in the police_force" for role in (ANALYST, FIGURE_CHECKER))


def _of_the_force(*names: str, record: bool = True) -> Expected:
    """A page about cuts of the cases of a force, for some who work with figures there."""
    only = frozenset(names)
    return Expected(record=record, besides=only, only=only if record else frozenset())


def _released(*, record: bool = True) -> Expected:
    """A page of released figures, for those of the body and of the force."""
    besides = frozenset({FORCE_ANALYST, FORCE_CHECKER})
    return Expected(AT_WORK | READS_FIGURES, record=record, besides=besides)


FIGURES: dict[str, Expected] = {
    "figures:cuts": _of_the_force(FORCE_ANALYST, FORCE_CHECKER, record=False),
    "figures:ask": _of_the_force(FORCE_ANALYST, record=False),
    **{
        f"figures:{route}": _of_the_force(FORCE_ANALYST)
        for route in ("cancel", "replan", "ask_erasure")
    },
    **{
        f"figures:{route}": _of_the_force(FORCE_ANALYST, FORCE_CHECKER)
        for route in (
            *("cut", "verify", "queued", "queued_progress"),
            *("confirm_erasure", "call_off_erasure"),
            *("results", "results_progress", "protected", "protected_progress", "picture"),
            *("send_back", "withdraw"),
        )
    },
    **{f"figures:{route}": _of_the_force(FORCE_ANALYST) for route in ("ask_results", "protect")},
    "figures:release": _of_the_force(FORCE_CHECKER),
    "figures:releases": _released(record=False),
    **{f"figures:{route}": _released() for route in ("released", "released_picture")},
}
FILE_REVIEWER = "file_reviewer"
PLANNED_REVIEW = ("freeze", "draw", "assign", "close", "prepare", "take_back")
CASE_REVIEWS: dict[str, Expected] = {
    **{f"casereviews:{route}": _list(SUPERVISOR) for route in ("programmes", "plan")},
    **{f"casereviews:{route}": _record(SUPERVISOR) for route in PLANNED_REVIEW},
    # That cases were listed, looked at, combined, or taken away with a frame is noted.
    **{
        f"casereviews:{route}": Expected(frozenset({SUPERVISOR}), record=True, notes=LOOKS)
        for route in ("programme", "file", "results", "frame")
    },
    "casereviews:mine": Expected(frozenset({FILE_REVIEWER}), notes=LOOKS),
    # Of a file that two score, each finds their own review alone.
    "casereviews:score": Expected(
        frozenset({FILE_REVIEWER}),
        record=True,
        only=frozenset({"own file_reviewer"}),
        notes=LOOKS,
    ),
    "casereviews:missing": Expected(
        frozenset({FILE_REVIEWER}), record=True, only=frozenset({"own file_reviewer"})
    ),
    **{
        f"casereviews:{route}": Expected(
            AT_WORK | READS_FIGURES | {SUPERVISOR},
            record=route == "released",
            besides=frozenset({FORCE_ANALYST, FORCE_CHECKER}),
        )
        for route in ("releases", "released")
    },
    "casereviews:panels": _list(OFFICER, PANEL_MEMBER, SUPERVISOR),
    **{
        f"casereviews:{route}": _record(OFFICER, PANEL_MEMBER, SUPERVISOR)
        for route in ("panel", "bundle")
    },
    "casereviews:convene": _list(OFFICER),
    **{
        f"casereviews:{route}": _record(OFFICER)
        for route in ("add_sitting", "open_discussion", "conclude")
    },
    "casereviews:score_bundle": _record(PANEL_MEMBER),
    # Whoever has not opened the case is led to where a reason is asked.
    "casereviews:write_bundle": Expected(frozenset({SUPERVISOR}), record=True, notes=LOOKS),
    **{
        f"casereviews:{route}": _record(SUPERVISOR)
        for route in ("release_bundle", "withdraw_bundle")
    },
    "casereviews:release": _of_the_force(FORCE_CHECKER),
    "casereviews:withdraw": Expected(
        frozenset({SUPERVISOR}),
        record=True,
        besides=frozenset({FORCE_CHECKER}),
        refusing=AT_WORK | READS_FIGURES,
    ),
}


def _handing_on(*reading: str) -> Expected:
    """Handing something to follow-up, which whoever takes part in any may come to.

    Args:
        reading: roles that read it here. Taking part elsewhere alone, they find nothing to choose.
    """
    besides = frozenset(f"own {role} and foreign rest" for role in reading)
    return Expected(AT_WORK, record=True, besides=besides)


PUBLIC = Expected(public=True)
"""Open to everybody, signed in or not."""

EXPECTED: dict[str, Expected] = (
    FOLLOW_UP
    | TRAINING
    | SUPPORT
    | INTAKE
    | FIGURES
    | CASE_REVIEWS
    | {
        "home:start": PUBLIC,
        "home:cookies": PUBLIC,
        "home:privacy": PUBLIC,
        "home:accessibility": PUBLIC,
        "home:guides": PUBLIC,
        "home:guide": PUBLIC,
        "home:guide_picture": PUBLIC,
        "home:due": _list(*AT_WORK),
        "home:calendars": _list(*AT_WORK),
        "home:revoke_calendar": Expected(
            AT_WORK, record=True, only=frozenset({"own response_officer"})
        ),
        "home:hand_figure": _handing_on(ANALYST, FIGURE_CHECKER),
        "home:hand_finding": _handing_on(ANALYST, FIGURE_CHECKER, SUPERVISOR),
        "home:hand_theme": _record(OFFICER),
        "home:story": _record(*AT_WORK),
        # Whoever has the secret reads what its maker may read.
        "home:calendar": Expected(
            public=True,
            notes=frozenset({"home_calendaraddress", "audit_auditentry", "audit_chainhead"}),
        ),
        "account_login": PUBLIC,
        "account_inactive": PUBLIC,
        "account_reset_password": PUBLIC,
        "account_reset_password_done": PUBLIC,
        "account_reset_password_from_key": PUBLIC,
        "account_reset_password_from_key_done": PUBLIC,
        "account_change_password": Expected(signed_in=True),
        "account_reauthenticate": Expected(signed_in=True),
        "mfa_authenticate": Expected(public=True, is_step=True),
        "mfa_login_webauthn": Expected(public=True, is_step=True),
        "mfa_index": Expected(signed_in=True),
        "mfa_activate_totp": Expected(signed_in=True),
        "mfa_add_webauthn": Expected(signed_in=True),
        "mfa_generate_recovery_codes": Expected(signed_in=True),
        "mfa_reauthenticate": Expected(signed_in=True),
        "mfa_reauthenticate_webauthn": Expected(signed_in=True, is_step=True),
        # Those of somebody who is no viewer of the matrix.
        "mfa_deactivate_totp": Expected(signed_in=True, only=KEY_HOLDER),
        "mfa_view_recovery_codes": Expected(
            signed_in=True, only=KEY_HOLDER, notes=frozenset({"mfa_authenticator"})
        ),
        "mfa_remove_webauthn": Expected(signed_in=True, only=KEY_HOLDER),
        "openid_connect_login": Expected(nobody=True),
        "openid_connect_callback": Expected(nobody=True),
        "socialaccount_login_error": PUBLIC,
        "socialaccount_login_cancelled": PUBLIC,
        # The demonstration's switcher.
        "people:sign_in_as": Expected(nobody=True),
        "people:sign_out": Expected(public=True, is_step=True),
        "people:account": Expected(signed_in=True),
        "people:sessions": Expected(signed_in=True),
        "people:end_session": Expected(signed_in=True),
        "people:end_other_sessions": Expected(signed_in=True),
        "people:end_all_sessions": _record(ADMINISTRATOR),
        "people:people": _list(ADMINISTRATOR),
        "people:machines": _list(ADMINISTRATOR),
        "people:machine": _record(ADMINISTRATOR),
        "people:add_machine": _record(ADMINISTRATOR),
        "people:confirm_machine": _record(ADMINISTRATOR),
        "people:end_machine": _record(ADMINISTRATOR),
        "people:make_token": _record(ADMINISTRATOR),
        "people:revoke_token": _record(ADMINISTRATOR),
        "search:search": _list(*FOLLOWING_UP),
        "webhooks:subscriptions": _list(ADMINISTRATOR),
        **{
            f"webhooks:{route}": _record(ADMINISTRATOR)
            for route in ("subscribe", "subscription", "end", "try_out", "send_again")
        },
        **{
            f"api:{route}": PUBLIC
            for route in (
                *("reference", "schema", "bodies", "inspections", "inspection", "responses"),
                *("response", "follow_ups", "follow_up", "figures", "data_set", "changes"),
                *("open_data", "bulk_inspections"),
            )
        },
        **{
            f"api:{route}": Expected(machine=True)
            for route in (
                *("machine", "sources", "loads", "sent_extract", "load"),
                *("trackers", "tracker"),
            )
        },
        "api:nothing": Expected(nobody=True),
        "people:add": _record(ADMINISTRATOR),
        "people:person": _record(ADMINISTRATOR),
        "people:grant": _record(ADMINISTRATOR),
        "people:confirm": _record(ADMINISTRATOR),
        "people:end": _record(ADMINISTRATOR),
        "people:disable": _record(ADMINISTRATOR),
        "people:enable": _record(ADMINISTRATOR),
        "people:ask_reset": _record(ADMINISTRATOR),
        "people:confirm_reset": _record(ADMINISTRATOR),
        "people:organisation": _record(ADMINISTRATOR),
        "people:rename": _record(ADMINISTRATOR),
        "people:record_tenure": _record(ADMINISTRATOR),
        "people:end_tenure": _record(ADMINISTRATOR),
        "people:look": _record(ADMINISTRATOR),
        "people:change_logo": _record(ADMINISTRATOR),
        "people:remove_logo": _record(ADMINISTRATOR),
        "people:logo": PUBLIC,
        "publication:register": PUBLIC,
        "publication:register_csv": PUBLIC,
        "publication:search": PUBLIC,
        "publication:feed": PUBLIC,
        "publication:record": PUBLIC,
        "publication:heads_file": PUBLIC,
        "publication:body": PUBLIC,
        "publication:body_feed": PUBLIC,
        "publication:inspection": PUBLIC,
        "publication:facts": PUBLIC,
        "publication:version": PUBLIC,
        "publication:pdf": PUBLIC,
        "publication:docx": PUBLIC,
        "publication:odt": PUBLIC,
        "publication:document": PUBLIC,
        "publication:meetings": PUBLIC,
        "publication:meeting": PUBLIC,
        "publication:meeting_pdf": PUBLIC,
        "publication:meeting_docx": PUBLIC,
        "publication:meeting_odt": PUBLIC,
        "publication:meeting_document": PUBLIC,
        "publication:progress": PUBLIC,
        "publication:progress_csv": PUBLIC,
        "publication:progress_json": PUBLIC,
        "publication:body_progress": PUBLIC,
        "publication:body_progress_csv": PUBLIC,
        "publication:late": PUBLIC,
        **{
            f"publication:{route}": PUBLIC
            for route in (
                *("data_sets", "data_set", "data_set_edition", "catalogue", "figures_feed"),
                *("data_set_csv", "data_set_csvw", "data_set_ods", "data_set_json"),
                *("data_set_chart", "data_set_narrow_chart"),
            )
        },
        "publication:feedback_list": PUBLIC,
        "publication:feedback": PUBLIC,
        "publication:release_feedback": _record(PUBLISHER),
        "publication:withdraw_feedback": _record(PUBLISHER),
        "publication:release_progress": _record(PUBLISHER),
        "publication:withdraw_progress": _record(PUBLISHER),
        "publication:release_edition": _record(PUBLISHER),
        "publication:withdraw_edition": _record(PUBLISHER),
        "publication:waiting": _list(PUBLISHER),
        "publication:release": _record(PUBLISHER),
        "publication:release_correction": _record(PUBLISHER),
        "publication:withdraw": _record(PUBLISHER),
        "casework:cases": Expected(ON_CASES, notes=LOOKS),
        "casework:add": _list(INVESTIGATOR, SUPERVISOR),
        "casework:look_up": _list(*ON_CASES),
        "casework:case": _case(),
        "casework:open": _case(),
        "casework:due": Expected(ON_CASES, notes=LOOKS),
        "casework:rule": _list(*ON_CASES),
        "casework:choose_event": _case("own investigator", "own supervisor", roles=RECORDING),
        "casework:record": _case("own investigator", "own supervisor", roles=RECORDING),
        "casework:event": _case("own investigator", "own supervisor"),
        "casework:letter": _case(
            "own investigator", "own supervisor", roles=RECORDING - {"support_worker"}
        ),
        "casework:notice": _case(
            "own investigator", "own supervisor", roles=RECORDING - {"support_worker"}
        ),
        "casework:quality": Expected(
            frozenset({INVESTIGATOR, SUPERVISOR, "gatekeeper"}), notes=LOOKS
        ),
        "casework:hand_over": Expected(frozenset({SUPERVISOR, CPS_MANAGER}), notes=LOOKS),
        "casework:pathway": Expected(
            frozenset({SUPERVISOR, "gatekeeper", CPS_MANAGER}), notes=LOOKS
        ),
        "casework:pilot": Expected(frozenset({SUPERVISOR, "gatekeeper"}), notes=LOOKS),
        "casework:add_reference": _case("own investigator", "own supervisor"),
        "casework:assign": _case("own supervisor", roles=frozenset({SUPERVISOR, CPS_MANAGER})),
        "casework:end_assignment": _case(
            "own supervisor", roles=frozenset({SUPERVISOR, CPS_MANAGER})
        ),
        "casework:share": _case("own supervisor", roles=frozenset({SUPERVISOR})),
        "casework:end_share": _case("own supervisor", roles=frozenset({SUPERVISOR})),
        "casework:limits": Expected(
            ON_CASES,
            besides=frozenset(
                {FORCE_ADMINISTRATOR, f"{ADMINISTRATOR} in the cps_area"},
            ),
        ),
        "casework:limit": Expected(
            ON_CASES | {ADMINISTRATOR},
            record=True,
            only=_seated(*ON_CASES)
            | {
                FORCE_ADMINISTRATOR,
                *(f"file_reviewer in the {kind}" for kind in ("cps_area", "inspectorate")),
            },
        ),
        "casework:set_limit": _of_force_administrators(),
        "casework:confirm_limit": _of_force_administrators(),
        "register:recommendations": _list(*AT_WORK),
        "register:recommendation": _record(*AT_WORK),
        "register:inspections": _list(*AT_WORK),
        "register:inspection": _record(*AT_WORK),
        "register:download": _record(*AT_WORK),
        "register:page": _record(*AT_WORK),
        "register:picture": _record(*AT_WORK),
        "register:documents": _list(*IN_THE_OFFICE),
        "register:document": _record(*IN_THE_OFFICE),
        "register:progress": _record(*IN_THE_OFFICE),
        "register:add_document": _list(OFFICER),
        "register:read_again": _record(OFFICER),
        "register:set_aside": _record(OFFICER),
        "register:confirm": _record(OFFICER),
        "register:add_inspection": _list(OFFICER),
        "register:correct_inspection": _record(OFFICER),
        "register:link_inspection": _record(OFFICER),
        "register:explain_gap": _record(OFFICER),
        "register:review": _record(*AT_WORK),
        "register:candidate": Expected(AT_WORK, posting=frozenset({OFFICER}), record=True),
        "register:split": _record(OFFICER),
        "register:merge": _record(OFFICER),
        "register:reject": _record(OFFICER),
        "register:reopen": _record(OFFICER),
        "register:accept_rest": _record(OFFICER),
        "register:add_recommendation": _record(OFFICER),
        "register:correct_recommendation": _record(OFFICER),
        "register:set_deadline": _record(OFFICER),
        "register:link_recommendation": _record(OFFICER),
        "register:choose_themes": _record(OFFICER),
        "register:add_statement": _record(OFFICER),
        "register:priorities": _list(OFFICER),
        "register:add_priority": _list(OFFICER),
        "register:end_priority": _record(OFFICER),
        "responses:responses": _list(*AT_WORK),
        "responses:response": _record(*AT_WORK),
        "responses:document": _record(*AT_WORK),
        "responses:explanations": _record(*AT_WORK),
        "responses:history": _record(*AT_WORK),
        "responses:invite": _record(OFFICER),
        "responses:enter_comments": _record(OFFICER),
        "responses:record_no_comments": _record(OFFICER),
        "responses:submit_comments": _record(CHIEF),
        "responses:own_comments": _record(OFFICER),
        "responses:reply": _record(OFFICER),
        "responses:explain": _record(OFFICER),
        "responses:keep_unsaved": _record(OFFICER, CHIEF),
        "responses:discard_unsaved": _record(OFFICER, CHIEF),
        "responses:plain_english": _record(*AT_WORK),
        "responses:compare": _record(*AT_WORK),
        "responses:prepare": _record(OFFICER),
        "responses:prepare_entry": _record(OFFICER),
        "responses:correct_entry": _record(OFFICER),
        "responses:tell_progress": _record(OFFICER),
        "responses:decide_binding": _record(OFFICER),
        "responses:milestones": _record(*AT_WORK),
        "responses:pause_milestones": _record(OFFICER),
        "responses:end_pause": _record(OFFICER),
        "responses:evaluation": _record(*AT_WORK),
        "responses:evaluation_file": _record(*AT_WORK),
        "responses:exclusions": _record(*AT_WORK),
        "responses:exclude": _record(HOLDER),
        "responses:lift_exclusion": _record(HOLDER),
        "responses:revise": _record(OFFICER),
        "responses:give_up_revision": _record(OFFICER),
        "responses:approve": _record(APPROVER),
        "responses:approval_steps": _record(ADMINISTRATOR),
        "responses:end_approval_step": _record(ADMINISTRATOR),
        "responses:past": _list(*AT_WORK),
        "responses:past_csv": _list(*AT_WORK),
        "responses:past_response": _record(*AT_WORK),
        "responses:past_file": _record(*AT_WORK),
        "responses:record_past": _record(OFFICER),
        "responses:takeover": _list(OFFICER),
        "responses:takeover_template": _list(OFFICER),
        "responses:takeover_check": _list(OFFICER),
        "responses:takeover_load": _list(OFFICER),
        "followup:tracker": _list(OFFICER),
        "followup:tracker_template": _list(OFFICER),
        "followup:tracker_columns": _list(OFFICER),
        "followup:tracker_check": _list(OFFICER),
        "followup:tracker_words": _list(OFFICER),
        "followup:tracker_load": _list(OFFICER),
        "followup:take_out": _list(OFFICER),
        "responses:sign": _record(HOLDER),
        "responses:publish": _record(PUBLISHER),
        "responses:file": _record(*AT_WORK),
        "responses:send_invitation": _record(OFFICER),
        "responses:dispatches": _record(*AT_WORK),
        "responses:send_copy": _record(OFFICER),
        "responses:record_dispatch": _record(OFFICER),
        "responses:recipients": _record(*AT_WORK),
        "responses:recipient": _record(OFFICER),
        "responses:specified_information": _record(*AT_WORK),
        "responses:record_specified_information": _record(OFFICER),
        "scrutiny:meetings": _list(*AT_WORK),
        "scrutiny:series": _list(OFFICER),
        "scrutiny:add_series": _list(OFFICER),
        "scrutiny:end_series": _record(OFFICER),
        "scrutiny:plan": _list(OFFICER),
        "scrutiny:meeting": _record(*AT_WORK),
        "scrutiny:change": _record(OFFICER),
        "scrutiny:move": _record(OFFICER),
        "scrutiny:call_off": _record(OFFICER),
        "scrutiny:agenda": _record(OFFICER),
        "scrutiny:propose": _record(OFFICER),
        "scrutiny:add_item": _record(OFFICER),
        "scrutiny:leave_out": _record(OFFICER),
        "scrutiny:move_item": _record(OFFICER),
        "scrutiny:set_publicity": _record(OFFICER),
        "scrutiny:freeze": _record(OFFICER),
        "scrutiny:pack": _record(*AT_WORK),
        "scrutiny:pack_file": _record(*AT_WORK),
        "scrutiny:correct_pack": _record(OFFICER),
        "scrutiny:attend": _record(OFFICER),
        "scrutiny:drop_attendance": _record(OFFICER),
        "scrutiny:ask": _record(OFFICER),
        "scrutiny:answer": _record(OFFICER, CHIEF, LIAISON),
        "scrutiny:hold": _record(OFFICER),
        "scrutiny:decide": _record(OFFICER),
        "scrutiny:write_minutes": _record(OFFICER),
        "scrutiny:agree_minutes": _record(OFFICER, HOLDER),
        "scrutiny:publish": _record(OFFICER),
        "followup:commitments": _list(*FOLLOWING_UP),
        "followup:commitments_csv": _list(*FOLLOWING_UP),
        "followup:commitments_ods": _list(*FOLLOWING_UP),
        "followup:commitments_xlsx": _list(*FOLLOWING_UP),
        "followup:filter": _list(*FOLLOWING_UP),
        "followup:actions": _list(*FOLLOWING_UP),
        "followup:filter_actions": _list(*FOLLOWING_UP),
        "followup:board": _list(*FOLLOWING_UP),
        "followup:exceptions": _list(*FOLLOWING_UP),
        "followup:my_work": _list(*FOLLOWING_UP),
        "followup:changes": _list(*FOLLOWING_UP),
        "followup:save_filter": _list(*FOLLOWING_UP),
        "followup:drop_filter": Expected(
            FOLLOWING_UP, record=True, only=frozenset({f"own {OFFICER}"})
        ),
        "followup:change_many": _list(*FOLLOWING_UP),
        "followup:change_many_actions": _list(*FOLLOWING_UP),
        "accessreview:overview": _review(AUDITOR),
        "accessreview:looks": _review(AUDITOR),
        "accessreview:looks_csv": _review(AUDITOR),
        "accessreview:person": _review(AUDITOR, record=True),
        "accessreview:record": _review(AUDITOR, record=True),
        "accessreview:unusual": _review(AUDITOR),
        "accessreview:glass": _review(AUDITOR),
        "accessreview:review_glass": _review(AUDITOR, record=True),
        "accessreview:decoys": _review(AUDITOR),
        "accessreview:add_decoy": _review(AUDITOR),
        "accessreview:samples": _review(AUDITOR),
        "accessreview:breaches": _review(AUDITOR),
        "accessreview:add_breach": _review(AUDITOR),
        "accessreview:breach": _review(AUDITOR, record=True),
        "accessreview:add_breach_event": _review(AUDITOR, record=True),
        "accessreview:hand_outs": _review(AUDITOR, SUPERVISOR),
        "accessreview:ask_hand_out": _review(AUDITOR),
        "accessreview:release": _own_supervisors(notes=LOOKS),
        "accessreview:hand_out_file": _own_supervisors(notes=LOOKS),
        "accessreview:to_confirm": _review(SUPERVISOR, CPS_MANAGER, besides=AUDITORS_WHO_CONFIRM),
        "accessreview:confirm": _own_supervisors(CPS_MANAGER, besides=AUDITORS_WHO_CONFIRM),
    }
)
