"""Every page: no finding of axe, no sideways scroll, no complaint.

Each is opened by up to three of the roles that may see it and looked at where it is fullest; that
it opens for all of them is what the access matrix asks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.journeys.cast.person import Colleague, Person
from tests.journeys.serving import Site
from tests.journeys.stage import DESK, PHONE, Stage
from tests.site.access.expectations import (
    ADMINISTRATOR,
    APPROVER,
    AUDITOR,
    CHIEF,
    CODER,
    EXPECTED,
    FILE_REVIEWER,
    FORCE_ADMINISTRATOR,
    FORCE_ANALYST,
    FORCE_CHECKER,
    HOLDER,
    INVESTIGATOR,
    OFFICER,
    PANEL_MEMBER,
    PUBLISHER,
    ROLES,
    SUPERVISOR,
    TRAINER,
    WORKER,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (Path(__file__).parent / "axe/axe.min.js").read_text()
RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
OF_WIDTH = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
"""Rules that may hold on a phone and break on a desk: nothing is hidden on either."""
PUBLIC = "the public"
NAMES = {role: f"Office for Policing in Zephyrine {role}" for role in ROLES} | {
    OFFICER: "Zephyrine Officer",
    HOLDER: "Zephyrine Holder",
    PUBLISHER: "Zephyrine Publisher",
    APPROVER: "Zephyrine Approver",
    CHIEF: "Zephyrine Chief",
    ADMINISTRATOR: "Zephyrine Administrator",
    FORCE_ADMINISTRATOR: "Zephyrine police_force administrator",
    FORCE_ANALYST: "Zephyrine police_force analyst",
    FORCE_CHECKER: "Zephyrine police_force figure_checker",
}
"""Who holds each role in the world of the matrix."""
IN_THE_FORCE = frozenset({FORCE_ADMINISTRATOR, FORCE_ANALYST, FORCE_CHECKER})
"""Those who open pages in the force that they do not in the body."""
NO_PAGES = {
    "home:guide_picture",
    "accessreview:hand_out_file",
    "accessreview:looks_csv",
    "casework:end_assignment",
    "casework:end_share",
    "followup:agree_update",
    "followup:approve_wording",
    "followup:begin_levels",
    "followup:end_closure_level",
    "followup:end_dependency",
    "followup:end_last_step",
    "followup:end_level",
    "followup:evidence_file",
    "followup:commitments_csv",
    "followup:commitments_ods",
    "followup:commitments_xlsx",
    "followup:drop_filter",
    "home:calendar",
    # Steps of signing in, and one's own second factor: test_signing_in looks at them.
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
    "mfa_login_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "openid_connect_callback",
    "openid_connect_login",
    # Answers with a refusal, as it must.
    "socialaccount_login_error",
    *({route for route in EXPECTED if route.startswith("api:")} - {"api:reference"}),
    *("webhooks:end", "webhooks:try_out", "webhooks:send_again"),
    *("people:confirm_machine", "people:end_machine", "people:revoke_token"),
    "people:sign_in_as",
    "people:sign_out",
    "people:confirm",
    "people:confirm_reset",
    "people:enable",
    "people:end",
    "people:end_all_sessions",
    "people:end_other_sessions",
    "people:end_session",
    "people:logo",
    "people:remove_logo",
    *("publication:meeting_pdf", "publication:meeting_docx", "publication:meeting_odt"),
    "publication:meeting_document",
    *("publication:progress_csv", "publication:progress_json", "publication:body_progress_csv"),
    *("scrutiny:end_series", "scrutiny:propose", "scrutiny:move_item", "scrutiny:set_publicity"),
    *("scrutiny:drop_attendance", "scrutiny:pack_file"),
    *("publication:data_set_csv", "publication:data_set_csvw", "publication:data_set_ods"),
    *("publication:data_set_json", "publication:data_set_chart", "publication:catalogue"),
    *("publication:data_set_narrow_chart", "publication:figures_feed"),
    "publication:body_feed",
    "publication:document",
    "publication:docx",
    "publication:facts",
    "publication:feed",
    "publication:heads_file",
    "publication:odt",
    "publication:pdf",
    "publication:register_csv",
    "register:download",
    "responses:file",
    "register:picture",
    "register:progress",
    "register:read_again",
    "register:set_aside",
    "responses:discard_unsaved",
    "responses:end_pause",
    "responses:evaluation_file",
    "responses:keep_unsaved",
    "responses:past_csv",
    "responses:past_file",
    "responses:takeover_load",
    "responses:takeover_template",
    "followup:tracker_load",
    "followup:tracker_template",
    "followup:tracker_words",
    "support:print_forms",
    *("support:form_pdf", "support:form_docx", "support:script_pdf", "support:script_docx"),
    *("training:attendance_csv", "training:figures_csv", "training:intake_template"),
    *("training:intake_load", "training:state_figure"),
    "casereviews:frame",
    *("intake:check", "intake:confirm", "intake:queued_progress", "intake:cancel"),
    *("intake:find_links", "intake:find_pairs", "intake:offer_linked"),
    *("figures:verify", "figures:queued_progress", "figures:cancel"),
    *("figures:results_progress", "figures:protected_progress"),
    *("figures:picture", "figures:released_picture"),
    *("intake:check_progress", "intake:would_differ", "intake:would_differ_csv"),
    *("intake:difference_csv", "intake:shipped_file"),
}
"""Routes that answer with a file or data, or only to a form."""
STATES = {
    "a document that was refused": OFFICER,
    "an inspection half decided": OFFICER,
    "its candidates": OFFICER,
    "a candidate beside its picture": OFFICER,
    "a candidate that is decided": OFFICER,
    "a page with its picture": CHIEF,
    "a recommendation with earlier ones to link": OFFICER,
    "a list that is filtered": OFFICER,
    "a list without a result": OFFICER,
    "a second page of nothing": OFFICER,
    "a search with results": OFFICER,
    "a search of one kind": OFFICER,
    "a search without a result": OFFICER,
    "a public search with results": PUBLIC,
    "a public search without a result": PUBLIC,
    "a response that is published": PUBLISHER,
    "a response that is signed": PUBLISHER,
    "a response that is prepared": HOLDER,
    "an explanation with all its help": OFFICER,
    "two versions that differ": OFFICER,
    "a version that was withdrawn": PUBLIC,
    "a list with a mistake": OFFICER,
    "a list that can be loaded": OFFICER,
    "how a tracker is read": OFFICER,
    "a tracker with mistakes and unknown words": OFFICER,
    "a tracker that can be loaded": OFFICER,
    "a version that was replaced": PUBLIC,
    "an answer in part": PUBLIC,
}
MISTAKES = {
    "accessreview:review_glass": (AUDITOR, "Record what you find"),
    "accessreview:add_decoy": (AUDITOR, "Add the decoy"),
    "accessreview:add_breach": (AUDITOR, "Record the breach"),
    "accessreview:add_breach_event": (AUDITOR, "Add it"),
    "accessreview:ask_hand_out": (AUDITOR, "Record it"),
    "accessreview:confirm": (SUPERVISOR, "Record your answer"),
    "accessreview:release": (SUPERVISOR, "Release it"),
    "casework:letter": (INVESTIGATOR, "Look at it"),
    "casework:notice": (INVESTIGATOR, "Draft it"),
    "casework:record": (INVESTIGATOR, "Continue"),
    "casework:set_limit": (FORCE_ADMINISTRATOR, "Propose this version"),
    "followup:acknowledge": (OFFICER, "Record it"),
    "followup:add_action": (OFFICER, "Add the action"),
    "followup:add_evidence": (OFFICER, "Add it"),
    "followup:assign_owner": (OFFICER, "Save"),
    "followup:begin_for": (OFFICER, "Begin to follow it up"),
    "followup:close": (HOLDER, "Close it"),
    "followup:give_assurance": (OFFICER, "Give this assurance"),
    "followup:judge_criterion": (HOLDER, "Record the test"),
    "followup:name_step": (OFFICER, "Save the level"),
    "followup:pause": (CHIEF, "Pause it"),
    "followup:record_inspectorate": (OFFICER, "Record it"),
    "followup:record_practice_review": (OFFICER, "Record the review"),
    "followup:set_target": (OFFICER, "Save the date"),
    "followup:state_own_view": (CHIEF, "State it"),
    "followup:update_action": (CHIEF, "Save the update"),
    "followup:save_filter": (OFFICER, "Keep this view"),
    "home:calendars": (OFFICER, "Make an address"),
    "account_login": (PUBLIC, "Sign in"),
    "account_reset_password": (PUBLIC, "Send the link"),
    "account_reauthenticate": (OFFICER, "Continue"),
    "mfa_activate_totp": (OFFICER, "Continue"),
    "people:add": (ADMINISTRATOR, "Add this person"),
    "people:grant": (ADMINISTRATOR, "Grant this role"),
    "account_change_password": (ADMINISTRATOR, "Change password"),
    "people:disable": (ADMINISTRATOR, "Switch off"),
    "people:ask_reset": (ADMINISTRATOR, "Ask for the reset"),
    "people:rename": (ADMINISTRATOR, "Save from this day on"),
    "people:record_tenure": (ADMINISTRATOR, "Record the holder"),
    "people:change_logo": (ADMINISTRATOR, "Save the logo"),
    "register:add_document": (OFFICER, "Add the document"),
    "register:add_inspection": (OFFICER, "Enter the inspection"),
    "register:correct_inspection": (OFFICER, "Save the correction"),
    "register:link_inspection": (OFFICER, "Record the link"),
    "register:explain_gap": (OFFICER, "Save"),
    "register:add_recommendation": (OFFICER, "Add the recommendation"),
    "register:correct_recommendation": (OFFICER, "Save the correction"),
    "register:split": (OFFICER, "Split and accept"),
    "register:reject": (OFFICER, "Reject"),
    "register:reopen": (OFFICER, "Take the decision back"),
    "register:set_deadline": (OFFICER, "Set the date"),
    "a recommendation with earlier ones to link": (OFFICER, "Record the link"),
    "register:add_statement": (OFFICER, "Record it"),
    "register:add_priority": (OFFICER, "Add"),
    "register:end_priority": (OFFICER, "Save"),
    "responses:decide_binding": (OFFICER, "Record the decision"),
    "responses:exclude": (HOLDER, "Leave it out"),
    "responses:explain": (OFFICER, "Save"),
    "responses:pause_milestones": (OFFICER, "Stop the milestones"),
    "responses:record_dispatch": (OFFICER, "Record"),
    "responses:record_specified_information": (OFFICER, "Record"),
    "responses:revise": (OFFICER, "Begin a further version"),
    "responses:send_copy": (OFFICER, "Show what will be sent"),
    "responses:takeover": (OFFICER, "Look at the list"),
    "followup:tracker": (OFFICER, "Continue"),
    "responses:enter_comments": (OFFICER, "Save"),
    "responses:submit_comments": (CHIEF, "Send to the body"),
    "publication:withdraw": (PUBLISHER, "Withdraw"),
    "publication:withdraw_edition": (PUBLISHER, "Withdraw"),
    "publication:withdraw_progress": (PUBLISHER, "Withdraw"),
    "intake:send": (SUPERVISOR, "Look at the extract"),
    "intake:describe": (SUPERVISOR, "Try and hold it"),
    "intake:undo": (SUPERVISOR, "Undo the load"),
    "intake:give_up": (SUPERVISOR, "Give it up"),
    "intake:accept_link": (SUPERVISOR, "Accept it"),
    "intake:confirm_link": (SUPERVISOR, "Confirm it"),
    "intake:refuse_link": (SUPERVISOR, "Refuse it"),
    "intake:end_link": (SUPERVISOR, "End it"),
    "figures:ask": (FORCE_ANALYST, "Make the cut"),
    "figures:replan": (FORCE_ANALYST, "Change it"),
    "figures:ask_erasure": (FORCE_ANALYST, "Ask for it to be erased"),
    "figures:call_off_erasure": (FORCE_ANALYST, "Keep the cut"),
    "figures:ask_results": (FORCE_ANALYST, "Work them out"),
    "figures:protect": (FORCE_ANALYST, "Protect them"),
    "figures:send_back": (FORCE_ANALYST, "Send them back"),
    "figures:withdraw": (FORCE_ANALYST, "Withdraw them"),
    "home:hand_figure": (OFFICER, "Hand it over"),
    "home:hand_finding": (OFFICER, "Hand it over"),
    "home:hand_theme": (OFFICER, "Put it on the agenda"),
    "casereviews:plan": (SUPERVISOR, "Plan the review"),
    "casereviews:assign": (SUPERVISOR, "Hand them out"),
    "casereviews:close": (SUPERVISOR, "Close it"),
    "casereviews:withdraw": (SUPERVISOR, "Withdraw them"),
    "casereviews:convene": (OFFICER, "Begin the panel"),
    "casereviews:add_sitting": (OFFICER, "Plan the sitting"),
    "casereviews:write_bundle": (SUPERVISOR, "Keep the bundle"),
    "casereviews:withdraw_bundle": (SUPERVISOR, "Withdraw it"),
    "casereviews:score_bundle": (PANEL_MEMBER, "Keep my score"),
    "casereviews:conclude": (OFFICER, "Record the conclusion"),
    "casereviews:score": (FILE_REVIEWER, "Lock the review"),
    "casereviews:missing": (FILE_REVIEWER, "Record that it is missing"),
    "training:add_course": (TRAINER, "Add the course"),
    "training:add_version": (TRAINER, "Add the version"),
    "training:succeed": (TRAINER, "Record the successor"),
    "training:add_counting": (TRAINER, "Record it"),
    "training:end_counting": (TRAINER, "Record the last day"),
    "training:add_event": (TRAINER, "Add the event"),
    "training:book": (TRAINER, "Give the place"),
    "training:record_result": (TRAINER, "Record the result"),
    "training:open_record": (TRAINER, "Open the record"),
    "training:add_posting": (TRAINER, "Add the posting"),
    "training:end_posting": (TRAINER, "Record the last day"),
    "training:add_qualification": (TRAINER, "Record the certificate"),
    "training:add_development": (TRAINER, "Add it"),
    "training:strike": (TRAINER, "Strike it out"),
    "training:intake": (TRAINER, "Look at the list"),
    "publication:withdraw_feedback": (PUBLISHER, "Withdraw"),
    "support:answer": (PUBLIC, "Continue"),
    "support:open_survey": (OFFICER, "Open the survey"),
    "support:move_closing_day": (OFFICER, "Move the last day"),
    "support:give_up_survey": (OFFICER, "Give it up"),
    "support:make_codes": (WORKER, "Make the codes"),
    "support:record_asked": (WORKER, "Record it"),
    "support:enter_answer": (WORKER, "Send the answer"),
    "support:name_coders": (OFFICER, "Name them"),
    "support:offer_quote": (CODER, "Offer it"),
    "support:judge_quote": (CODER, "Save"),
    "support:add_finding": (OFFICER, "Save"),
    "support:add_service": (OFFICER, "Add the service"),
    "support:end_service": (OFFICER, "Take it out"),
    "support:record_capacity": (OFFICER, "Record it"),
    "support:add_need": (OFFICER, "Record it"),
    "support:add_contract": (OFFICER, "Record it"),
    "support:report_outcome": (OFFICER, "Record it"),
    "support:add_meeting": (OFFICER, "Add the meeting"),
    "support:add_presence": (OFFICER, "Save"),
    "support:agree": (OFFICER, "Save"),
    "support:add_role_page": (OFFICER, "Add the page"),
    "scrutiny:plan": (OFFICER, "Plan the meeting"),
    "scrutiny:add_series": (OFFICER, "Begin the series"),
    "scrutiny:agenda": (OFFICER, "Decide"),
    "scrutiny:add_item": (OFFICER, "Put it on the agenda"),
    "scrutiny:leave_out": (OFFICER, "Leave it out"),
    "scrutiny:correct_pack": (OFFICER, "Add the correction"),
    "scrutiny:move": (OFFICER, "Move it"),
    "scrutiny:call_off": (OFFICER, "Call it off"),
    "scrutiny:attend": (OFFICER, "Add"),
    "scrutiny:ask": (OFFICER, "Put the question"),
    "scrutiny:answer": (CHIEF, "Record the answer"),
    "scrutiny:decide": (OFFICER, "Record the decision"),
}
"""Forms that refuse to be sent as they open: who sends them, with which button."""
NOWHERE = {403: "/people/", 404: "/no/such/page/"}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        os.environ.get("ANSWERABLE_DATABASE_URL", "").startswith("postgres"),
        reason="pages are the same on both databases; SQLite looks at them",
    ),
]


OPEN_TO_ALL = {route for route, expected in EXPECTED.items() if expected.public}
"""Pages that need no account."""
FULLNESS = "document.querySelectorAll('main *').length"
"""How much stands on the page itself."""


def who_sees(route: str) -> list[str]:
    """The public, or one of each role that may open the route."""
    expected = EXPECTED[route]
    if expected.public:
        return [PUBLIC]
    if expected.only:
        own = {role for role in expected.roles if f"own {role}" in expected.only}
        return sorted(own | (IN_THE_FORCE & expected.only))
    beside = IN_THE_FORCE & expected.besides
    return sorted(ROLES) if expected.signed_in else sorted(expected.roles | beside)


def some_of(roles: list[str]) -> list[str]:
    """The officer, who has most to press, and the first and the last of the others."""
    others = [role for role in roles if role != OFFICER]
    return sorted({*(set(roles) & {OFFICER}), *others[:1], *others[-1:]})


@pytest.fixture(scope="package")
def house(chromium: Browser, site: Site) -> Iterator[Stage]:
    """Where everybody of the audience sits; opened once."""
    stage = Stage(chromium, site)
    yield stage
    stage.close()


@pytest.fixture(scope="package")
def everybody(house: Stage) -> dict[str, Person]:
    """The public and one person of each role."""
    people: dict[str, Person] = {PUBLIC: house.reader()}
    for role, name in NAMES.items():
        people[role] = house.colleague(Colleague, name)
    return people


@pytest.fixture
def audience(house: Stage, everybody: dict[str, Person]) -> Iterator[dict[str, Person]]:
    """Everybody, none of whose browsers has a complaint when the test is over: the policy of the
    pages refuses nothing that they need."""
    house.complaints.clear()
    yield everybody
    assert house.complaints == []


def faults(page: Page) -> list[str]:
    """What is wrong with the page, wide and narrow; it is left narrow."""
    found = []
    page.evaluate(AXE)
    for size, rules in ((DESK, OF_WIDTH), (PHONE, RULES)):
        page.set_viewport_size(size)
        report: dict[str, Any] = page.evaluate(
            "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules
        )
        found += [
            f"{size['width']}: {broken['id']}: {node['html']}"
            for broken in report["violations"]
            for node in broken["nodes"]
        ]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size["width"]:
            found.append(f"{size['width']}: the page is {width} wide")
    return found


class TestEveryPage:
    @pytest.mark.parametrize("route", sorted(OPEN_TO_ALL - NO_PAGES))
    def test_has_no_finding_in_welsh(
        self, audience: dict[str, Person], site: Site, route: str
    ) -> None:
        answer = audience[PUBLIC].opens(f"/cy{site.pages[route]}")
        assert answer is not None
        assert answer.ok
        page = audience[PUBLIC].page
        assert page.locator("html").get_attribute("lang") == "cy"
        assert faults(page) == []

    @pytest.mark.parametrize("route", sorted(set(EXPECTED) - NO_PAGES))
    def test_has_no_finding(self, audience: dict[str, Person], site: Site, route: str) -> None:
        fullness = {}
        for role in some_of(who_sees(route)):
            answer = audience[role].opens(site.pages[route])
            assert answer.status == 200, (role, answer.status)
            fullness[role] = audience[role].page.evaluate(FULLNESS)
        fullest = max(fullness, key=lambda role: fullness[role])
        assert faults(audience[fullest].page) == [], fullest

    @pytest.mark.parametrize("state", STATES)
    def test_has_no_finding_in_any_state(
        self, audience: dict[str, Person], site: Site, state: str
    ) -> None:
        person = audience[STATES[state]]
        assert person.opens(site.pages[state]).status == 200
        assert faults(person.page) == []

    @pytest.mark.parametrize("page", MISTAKES)
    def test_has_no_finding_when_a_form_is_sent_with_mistakes(
        self, audience: dict[str, Person], site: Site, page: str
    ) -> None:
        role, button = MISTAKES[page]
        person = audience[role]
        person.opens(site.pages[page])
        person.presses(button)
        person.sees("There is a problem")
        assert faults(person.page) == []

    @pytest.mark.parametrize("status", NOWHERE)
    def test_has_no_finding_when_there_is_nothing_to_see(
        self, everybody: dict[str, Person], status: int
    ) -> None:
        person = everybody[OFFICER]
        assert person.opens(NOWHERE[status]).status == status
        assert faults(person.page) == []
