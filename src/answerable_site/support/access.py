"""Who runs surveys, who hands out codes, who reads words, who keeps the directory.

Whoever answers has no account: with a code, everybody may. A code is no secret of a person.
"""

from __future__ import annotations

from answerable_site.people.access import Refused, RouteRules, anybody, check_are_two_people, holds
from answerable_site.people.rules import TAKES_PART_IN_RESPONSES, Role, Viewer
from answerable_site.support.models import Coder, Quote, Service

READS: frozenset[Role] = TAKES_PART_IN_RESPONSES | {
    *(Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER),
    *(Role.PROSECUTOR, Role.CPS_MANAGER, Role.SUPPORT_WORKER),
}
"""Roles that read the directory of services, joint meetings, and who does what."""

PAPERS = ("form_pdf", "form_docx", "script_pdf", "script_docx")

keeps = holds(Role.RESPONSE_OFFICER)
asks = holds(Role.SUPPORT_WORKER)
codes = holds(Role.FEEDBACK_CODER)
works_with_surveys = holds(Role.RESPONSE_OFFICER, Role.SUPPORT_WORKER, Role.FEEDBACK_CODER)
reads = holds(*READS)
keeps_services = holds(Role.RESPONSE_OFFICER, Role.SUPPORT_WORKER)
leads_cases = holds(Role.SUPERVISOR)

ROUTES: RouteRules = {
    **{f"support:{route}": anybody for route in ("answer", "answer_by_link", "thanks")},
    **{f"support:{route}": works_with_surveys for route in ("surveys", "survey", *PAPERS)},
    **{
        f"support:{route}": keeps
        for route in (
            *(
                "open_survey",
                "move_closing_day",
                "close_survey",
                "give_up_survey",
                "name_coders",
                "erase_words",
            ),
            *("results", "add_finding", "drop_finding", "hand_over"),
        )
    },
    **{
        f"support:{route}": asks
        for route in ("make_codes", "print_forms", "record_asked", "strike_asked", "enter_answer")
    },
    **{
        f"support:{route}": codes
        for route in ("coding", "code", "settle", "offer_quote", "judge_quote")
    },
    **{
        f"support:{route}": reads
        for route in ("services", "service", "needs", "meetings", "meeting", "roles")
    },
    **{
        f"support:{route}": keeps
        for route in (
            *("add_service", "end_service", "add_need", "add_contract"),
            *("add_meeting", "add_presence", "agree", "add_role_page", "explain_role"),
        )
    },
    **{
        f"support:{route}": keeps_services
        for route in ("describe_service", "record_capacity", "report_outcome")
    },
    "support:referrals": asks,
    "support:offered": leads_cases,
    "support:agreement": holds(Role.RESPONSE_OFFICER, Role.FEEDBACK_CODER),
}


def kept_by(viewer: Viewer) -> frozenset[int]:
    """The policing bodies whose surveys and directory a viewer keeps."""
    return viewer.organisations_where(Role.RESPONSE_OFFICER)


def check_can_keep(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer keeps the surveys and the directory of the body."""
    if not viewer.holds_in(body_id, Role.RESPONSE_OFFICER):
        raise Refused("Only a response officer of this policing body can do this.")


def check_asks_for(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer works for a service in the directory of the body."""
    listed = Service.objects.filter(
        body=body_id,
        organisation__in=viewer.organisations_where(Role.SUPPORT_WORKER),
        ended_at__isnull=True,
    )
    if not listed.exists():
        raise Refused("Only a support worker of a service in the directory can do this.")


def check_can_ask(viewer: Viewer, body_id: int, organisation_id: int) -> None:
    """Raises Refused unless the viewer works for a service in the directory of the body."""
    listed = Service.objects.filter(
        body=body_id, organisation=organisation_id, ended_at__isnull=True
    )
    if not viewer.holds_in(organisation_id, Role.SUPPORT_WORKER) or not listed.exists():
        raise Refused("Only a support worker of a service in the directory can do this.")


def coder_for(viewer: Viewer, survey_id: int) -> Coder | None:
    """The coder that the viewer is in a survey; None where they are none, or no longer may be."""
    found = Coder.objects.filter(survey=survey_id, user=viewer.user_id).select_related("survey")
    coder = found.first()
    if coder is None or not viewer.holds_in(coder.survey.body_id, Role.FEEDBACK_CODER):
        return None
    return coder


def check_codes(viewer: Viewer, survey_id: int) -> Coder:
    """The coder that the viewer is; raises Refused where they are none."""
    coder = coder_for(viewer, survey_id)
    if coder is None:
        raise Refused("Only the two coders of this survey read what was written.")
    return coder


def check_can_judge_quote(viewer: Viewer, quote: Quote) -> Coder:
    """The coder that the viewer is; raises Refused unless they are the one who did not offer it."""
    coder = check_codes(viewer, quote.survey_id)
    ask = "The other coder must look at it."
    if viewer.user_id == quote.by_id:
        raise Refused(f"You offered this quote. {ask}")
    check_are_two_people(viewer, quote.by_id, who_acted_as=Role.FEEDBACK_CODER, ask=ask)
    return coder


def check_can_keep_service(viewer: Viewer, service: Service) -> None:
    """Raises Refused unless the viewer keeps the directory, or works for the service itself."""
    own = service.organisation_id is not None and viewer.holds_in(
        service.organisation_id, Role.SUPPORT_WORKER
    )
    if not own and not viewer.holds_in(service.body_id, Role.RESPONSE_OFFICER):
        raise Refused("Only the office and the service itself can do this.")
