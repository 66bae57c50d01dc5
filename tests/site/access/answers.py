"""The responses of an office in the matrix: one in each state that a route needs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from tests import factories, factories_responses
from tests.site.access.records import AT, Records

from answerable_site.responses import operations as response_operations
from answerable_site.responses.rules.past import PastAnswer
from answerable_site.responses.rules.words import Channel, Purpose


def add_answers(records: Records) -> None:
    drafting = factories_responses.invited(_case(records, "drafting"))
    prepared = factories_responses.complete(_case(records, "prepared"))
    factories_responses.prepare(prepared)
    signed = factories_responses.signed(_case(records, "signed"))
    checked = factories_responses.complete(_case(records, "checked"))
    factories_responses.prepare(checked)
    cut = factories_responses.complete(_case(records, "cut"))
    excluded = factories_responses.leave_out(cut, "welcome")
    case = _case(records, "public")
    public = factories_responses.published(case)
    correction = _correction(case)
    waiting = response_operations.prepare_public_entry(
        by=drafting.viewer("officer"), at=factories_responses.LATER, **drafting.about
    )

    def response(case: factories_responses.Case) -> dict[str, Any]:
        return {"inspection_id": case.inspection.pk, "body": records.office.body.slug}

    for route in (
        *("response", "explanations", "history", "invite", "enter_comments", "record_no_comments"),
        *("submit_comments", "own_comments", "reply", "prepare_entry"),
        *("keep_unsaved", "discard_unsaved", "plain_english"),
    ):
        records.arguments[f"responses:{route}"] = response(drafting)
    records.arguments["responses:explain"] = response(drafting) | {
        "finding_id": drafting.recommendations[0].pk
    }
    records.arguments["responses:compare"] = response(prepared) | {
        "kind": "own_comments",
        "before": 1,
        "after": 1,
    }
    for route in ("document", "prepare", "sign"):
        records.arguments[f"responses:{route}"] = response(prepared)
    records.arguments["responses:publish"] = response(signed)
    for route in ("decide_binding", "milestones", "pause_milestones", "end_pause"):
        records.arguments[f"responses:{route}"] = response(drafting)
    for route in ("evaluation", "evaluation_file", "revise", "give_up_revision"):
        records.arguments[f"responses:{route}"] = response(case)
    for route in ("exclusions", "exclude"):
        records.arguments[f"responses:{route}"] = response(cut)
    records.arguments["responses:lift_exclusion"] = response(cut) | {"exclusion_id": excluded.pk}
    page = {"body": public.inspection.body_slug, "inspection": public.inspection.slug}
    for route in ("body", "body_feed"):
        records.arguments[f"publication:{route}"] = {"body": public.inspection.body_slug}
    for route in ("inspection", "facts"):
        records.arguments[f"publication:{route}"] = page
    for route in ("version", "pdf", "docx", "odt", "document"):
        records.arguments[f"publication:{route}"] = page | {"version": public.version}
    records.arguments["responses:correct_entry"] = response(case)
    records.arguments["responses:send_invitation"] = response(drafting)
    for route in ("dispatches", "send_copy", "record_dispatch"):
        records.arguments[f"responses:{route}"] = response(case) | {"purpose": "copy_to_secretary"}
    records.arguments["responses:file"] = response(case) | {
        "file_id": _proof(records, case, public)
    }
    _add_body(records)
    records.arguments["publication:release_correction"] = {"correction_id": correction.pk}
    records.arguments["publication:release"] = {"entry_id": waiting.pk}
    records.arguments["publication:withdraw"] = {"response_id": public.pk}
    _add_checks(records, checked)


def _add_checks(records: Records, case: factories_responses.Case) -> None:
    """A named check, wanted only after everything else was signed."""
    step = response_operations.add_approval_step(
        by=factories.viewer(records.office.administrator, on=AT.date()),
        at=AT,
        body=records.office.body,
        organisation=records.office.body,
        title="Monitoring officer",
    )
    body = {"body": records.office.body.slug}
    records.arguments["responses:approve"] = body | {"inspection_id": case.inspection.pk}
    records.arguments["responses:approval_steps"] = body
    records.arguments["responses:end_approval_step"] = body | {"step_id": step.pk}


def _proof(records: Records, case: factories_responses.Case, public: Any) -> Any:
    """A receipt for the copy to the Secretary of State."""
    dispatch = response_operations.record_dispatch(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        purpose=Purpose.COPY_TO_SECRETARY,
        version=public.version,
        recipient=f"{records.mark} Department",
        address="1 Some Street",
        channel=Channel.POST,
        sent_on=public.published_on,
        proof="",
        file=response_operations.ReceivedFile(f"{records.mark} receipt.txt", b"Posted."),
        **case.about,
    )
    return dispatch.file_id


def _add_body(records: Records) -> None:
    body = {"body": records.office.body.slug}
    for route in ("recipients", "specified_information"):
        records.arguments[f"responses:{route}"] = body
    records.arguments["responses:recipient"] = body | {"purpose": "panel_told"}
    records.arguments["responses:record_specified_information"] = body | {"kind": "peel_report"}


def add_past_response(records: Records) -> None:
    case = _case(records, "past")
    response_operations.record_past_response(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        answer=PastAnswer(published_on=date(2026, 5, 1)),
        document=ContentFile(b"The response as it was published."),
        document_name=f"{records.mark} response.pdf",
        **case.about,
    )
    for route in ("past_response", "past_file", "record_past"):
        records.arguments[f"responses:{route}"] = {
            "inspection_id": case.inspection.pk,
            "body": records.office.body.slug,
        }


def _correction(case: factories_responses.Case) -> Any:
    """The report’s title turned out to be wrong after its answer was published."""
    case.inspection.title += ", corrected"
    case.inspection.save()
    return response_operations.prepare_entry_correction(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        reason="The cover says otherwise.",
        **case.about,
    )


def _case(records: Records, state: str) -> factories_responses.Case:
    report = factories_responses.inspection(
        records.office, title=f"{records.mark} in state {state}"
    )
    found = [
        factories_responses.finding(report, f"Forces should {verb} every bag.", str(number))
        for number, verb in enumerate(("label", "list", "keep"), start=1)
    ]
    return factories_responses.Case(records.office, report, found)
