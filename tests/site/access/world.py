"""One office with a record of every kind, and everybody who might want to see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile
from tests import factories, factories_responses, factories_signing_in
from tests.site.access.expectations import ROLES

from answerable.writing.blocks import Heading, Paragraph, WrittenDocument, plain
from answerable.writing.pdf import to_pdf
from answerable_site.home import operations as home_operations
from answerable_site.people import operations as people_operations
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Role
from answerable_site.register import operations as register_operations
from answerable_site.register import queries as register_queries
from answerable_site.register import tasks
from answerable_site.register.models import Addressee
from answerable_site.register.rules import DateSource, Draft, InspectionFacts, InspectionKind
from answerable_site.responses import operations as response_operations
from answerable_site.responses.rules.past import PastAnswer
from answerable_site.responses.rules.words import Channel, Purpose

AT = datetime(2026, 4, 20, 10, tzinfo=UTC)
MARK = "Zephyrine"
"""A word that stands in every record of the own office and nowhere else."""
REPORT = WrittenDocument(
    title=f"An inspection of {MARK} Constabulary",
    language="en-GB",
    author_body="HMICFRS",
    date=date(2026, 4, 1),
    blocks=(
        Paragraph(plain("Published: 1 April 2026")),
        Heading(1, "Recommendations"),
        Paragraph(plain("1. Immediately, the force should label every bag.")),
        Paragraph(plain("2. The force should keep a list of bags by 1 May 2027.")),
        Paragraph(plain("3. The Home Office should publish guidance on bags.")),
    ),
)


@dataclass(frozen=True)
class Somebody:
    """A viewer of the matrix: their roles in the own office and in a foreign one."""

    name: str
    user: User | None
    own: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()


@dataclass
class World:
    """Records of the own office by route, and the viewers."""

    arguments: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The address of a record for each route that needs one."""
    people: list[Somebody] = field(default_factory=list)


def build() -> World:
    """An own office with records of all kinds, a foreign office, and seventeen viewers."""
    own, foreign = factories.office(MARK), factories.office("Sallowfen")
    world = World()
    _add_register(world, own)
    _add_responses(world, own)
    _add_past_response(world, own)
    _add_people(world, own)
    _add_calendar(world, own)
    world.people = _viewers(own, foreign)
    for somebody in world.people:
        if somebody.user:
            # A role that was granted or ended since ended the sessions of the account as it was.
            somebody.user.refresh_from_db()
    return world


def _add_register(world: World, office: factories.Office) -> None:
    officer = factories.viewer(office.officer, on=AT.date())
    waiting = _document(office, f"{MARK} waiting.pdf")
    used = _document(office, f"{MARK}.pdf")
    inspection = register_operations.confirm_inspection(
        by=officer,
        at=AT,
        document=used,
        reading=register_queries.reading_to_confirm(used),
        facts=InspectionFacts(
            title=f"An inspection of {MARK} Constabulary",
            kind=InspectionKind.FORCE,
            published_on=date(2026, 4, 1),
            date_source=DateSource.DOCUMENT,
            legal_basis="police_act_1996_s55",
        ),
        bodies=[office.body],
    )
    decided, undecided, *_ = register_queries.candidates_of(officer, inspection)
    recommendation = register_operations.accept_candidate(
        by=officer,
        at=AT,
        inspection=inspection,
        candidate=decided,
        draft=Draft.from_proposal(decided.proposal),
    )
    addressee = Addressee.objects.create(
        recommendation=recommendation, name=f"{MARK} Constabulary", kind="force"
    )
    for route in ("document", "progress", "read_again", "set_aside", "confirm"):
        world.arguments[f"register:{route}"] = {"document_id": waiting.pk}
    world.arguments["register:download"] = {"document_id": used.pk}
    for route in ("page", "picture"):
        world.arguments[f"register:{route}"] = {"document_id": used.pk, "number": 1}
    for route in (
        *("inspection", "correct_inspection", "link_inspection", "explain_gap"),
        *("review", "accept_rest", "add_recommendation"),
    ):
        world.arguments[f"register:{route}"] = {"inspection_id": inspection.pk}
    for route in ("candidate", "split", "merge", "reject"):
        world.arguments[f"register:{route}"] = {"candidate_id": undecided.pk}
    world.arguments["register:reopen"] = {"candidate_id": decided.pk}
    for route in (
        *("recommendation", "correct_recommendation", "set_deadline"),
        *("link_recommendation", "choose_themes"),
    ):
        world.arguments[f"register:{route}"] = {"recommendation_id": recommendation.pk}
    priority = register_operations.add_priority(
        by=officer,
        at=AT,
        body=office.body,
        plan=f"Police and Crime Plan of {MARK}",
        name=f"Property in {MARK}",
        from_on=date(2025, 4, 1),
    )
    world.arguments["register:end_priority"] = {"priority_id": priority.pk}
    world.arguments["register:add_statement"] = {"addressee_id": addressee.pk}


def _document(office: factories.Office, name: str) -> Any:
    reading = register_operations.add_document(
        by=factories.viewer(office.officer, on=AT.date()),
        at=AT,
        body=office.body,
        name=name,
        content=ContentFile(to_pdf(REPORT)),
    )
    tasks.read_document.func(reading.pk)
    return reading.document


def _add_responses(world: World, office: factories.Office) -> None:
    drafting = factories_responses.invited(_case(office, "drafting"))
    prepared = factories_responses.complete(_case(office, "prepared"))
    factories_responses.prepare(prepared)
    signed = factories_responses.signed(_case(office, "signed"))
    checked = factories_responses.complete(_case(office, "checked"))
    factories_responses.prepare(checked)
    cut = factories_responses.complete(_case(office, "cut"))
    excluded = factories_responses.leave_out(cut, "welcome")
    case = _case(office, "public")
    public = factories_responses.published(case)
    correction = _correction(case)
    waiting = response_operations.prepare_public_entry(
        by=drafting.viewer("officer"), at=factories_responses.LATER, **drafting.about
    )

    def response(case: factories_responses.Case) -> dict[str, Any]:
        return {"inspection_id": case.inspection.pk, "body": office.body.slug}

    for route in (
        *("response", "explanations", "history", "invite", "enter_comments", "record_no_comments"),
        *("submit_comments", "own_comments", "reply", "prepare_entry"),
        *("keep_unsaved", "discard_unsaved", "plain_english"),
    ):
        world.arguments[f"responses:{route}"] = response(drafting)
    world.arguments["responses:explain"] = response(drafting) | {
        "finding_id": drafting.recommendations[0].pk
    }
    world.arguments["responses:compare"] = response(prepared) | {
        "kind": "own_comments",
        "before": 1,
        "after": 1,
    }
    for route in ("document", "prepare", "sign"):
        world.arguments[f"responses:{route}"] = response(prepared)
    world.arguments["responses:publish"] = response(signed)
    for route in ("decide_binding", "milestones", "pause_milestones", "end_pause"):
        world.arguments[f"responses:{route}"] = response(drafting)
    for route in ("evaluation", "evaluation_file", "revise", "give_up_revision"):
        world.arguments[f"responses:{route}"] = response(case)
    for route in ("exclusions", "exclude"):
        world.arguments[f"responses:{route}"] = response(cut)
    world.arguments["responses:lift_exclusion"] = response(cut) | {"exclusion_id": excluded.pk}
    page = {"body": public.inspection.body_slug, "inspection": public.inspection.slug}
    for route in ("body", "body_feed"):
        world.arguments[f"publication:{route}"] = {"body": public.inspection.body_slug}
    for route in ("inspection", "facts"):
        world.arguments[f"publication:{route}"] = page
    for route in ("version", "pdf", "docx", "odt", "document"):
        world.arguments[f"publication:{route}"] = page | {"version": public.version}
    world.arguments["responses:correct_entry"] = response(case)
    world.arguments["responses:send_invitation"] = response(drafting)
    for route in ("dispatches", "send_copy", "record_dispatch"):
        world.arguments[f"responses:{route}"] = response(case) | {"purpose": "copy_to_secretary"}
    world.arguments["responses:file"] = response(case) | {"file_id": _proof(case, public)}
    _add_body(world, office)
    world.arguments["publication:release_correction"] = {"correction_id": correction.pk}
    world.arguments["publication:release"] = {"entry_id": waiting.pk}
    world.arguments["publication:withdraw"] = {"response_id": public.pk}
    _add_checks(world, office, checked)


def _add_checks(world: World, office: factories.Office, case: factories_responses.Case) -> None:
    """A named check, wanted only after everything else was signed."""
    step = response_operations.add_approval_step(
        by=factories.viewer(office.administrator, on=AT.date()),
        at=AT,
        body=office.body,
        organisation=office.body,
        title="Monitoring officer",
    )
    body = {"body": office.body.slug}
    world.arguments["responses:approve"] = body | {"inspection_id": case.inspection.pk}
    world.arguments["responses:approval_steps"] = body
    world.arguments["responses:end_approval_step"] = body | {"step_id": step.pk}


def _proof(case: factories_responses.Case, public: Any) -> Any:
    """A receipt for the copy to the Secretary of State."""
    dispatch = response_operations.record_dispatch(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        purpose=Purpose.COPY_TO_SECRETARY,
        version=public.version,
        recipient=f"{MARK} Department",
        address="1 Some Street",
        channel=Channel.POST,
        sent_on=public.published_on,
        proof="",
        file=response_operations.ReceivedFile(f"{MARK} receipt.txt", b"Posted."),
        **case.about,
    )
    return dispatch.file_id


def _add_body(world: World, office: factories.Office) -> None:
    body = {"body": office.body.slug}
    for route in ("recipients", "specified_information"):
        world.arguments[f"responses:{route}"] = body
    world.arguments["responses:recipient"] = body | {"purpose": "panel_told"}
    world.arguments["responses:record_specified_information"] = body | {"kind": "peel_report"}


def _add_past_response(world: World, office: factories.Office) -> None:
    case = _case(office, "past")
    response_operations.record_past_response(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        answer=PastAnswer(published_on=date(2026, 5, 1)),
        document=ContentFile(b"The response as it was published."),
        document_name=f"{MARK} response.pdf",
        **case.about,
    )
    for route in ("past_response", "past_file", "record_past"):
        world.arguments[f"responses:{route}"] = {
            "inspection_id": case.inspection.pk,
            "body": office.body.slug,
        }


def _correction(case: factories_responses.Case) -> Any:
    """The report's title turned out to be wrong after its answer was published."""
    case.inspection.title += ", corrected"
    case.inspection.save()
    return response_operations.prepare_entry_correction(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        reason="The cover says otherwise.",
        **case.about,
    )


def _case(office: factories.Office, state: str) -> factories_responses.Case:
    report = factories_responses.inspection(office, title=f"{MARK} in state {state}")
    found = [
        factories_responses.finding(report, f"Forces should {verb} every bag.", str(number))
        for number, verb in enumerate(("label", "list", "keep"), start=1)
    ]
    return factories_responses.Case(office, report, found)


def _add_people(world: World, office: factories.Office) -> None:
    waiting = people_operations.grant_role(
        by=factories.viewer(office.second_administrator, on=AT.date()),
        at=AT,
        user=office.officer,
        organisation=office.body,
        role=Role.PUBLISHER,
    )
    person = {"user_id": office.officer.pk}
    _add_second_factor(world, office)
    _add_look_and_holder(world, office)
    world.arguments |= {
        "people:sign_in_as": person,
        "people:person": person,
        "people:add": {"organisation_id": office.body.pk},
        "people:grant": person | {"organisation_id": office.body.pk},
        "people:confirm": {"assignment_id": waiting.pk},
        "people:end": {"assignment_id": office.holder.assignments.get().pk},
        "people:disable": person,
        "people:enable": person,
        "people:ask_reset": person,
    }


def _add_second_factor(world: World, office: factories.Office) -> None:
    """Somebody whose second factor an administrator wants to have reset."""
    holder = factories.person(f"{MARK} Key Holder", (office.body, Role.RESPONSE_OFFICER))
    app = factories_signing_in.app_of(holder)
    reset = people_operations.ask_second_factor_reset(
        by=factories.viewer(office.second_administrator, on=AT.date()),
        at=AT,
        user=holder,
        reason="The telephone was lost.",
    )
    world.arguments["people:confirm_reset"] = {"reset_id": reset.pk}
    world.arguments["mfa_remove_webauthn"] = {"pk": app.pk}
    world.arguments["account_reset_password_from_key"] = {"uidb36": "1", "key": "no-such-key"}
    for route in ("openid_connect_login", "openid_connect_callback"):
        world.arguments[route] = {"provider_id": "office"}


def _add_look_and_holder(world: World, office: factories.Office) -> None:
    by = factories.viewer(office.administrator, on=AT.date())
    people_operations.change_logo(
        by=by,
        at=AT,
        organisation=office.body,
        png=factories.png(),
        alternative=f"Office for Policing in {MARK}",
    )
    tenure = people_operations.record_tenure(
        by=by,
        at=AT,
        organisation=office.body,
        holder_name=f"{MARK} Holder",
        title="Police and Crime Commissioner",
        from_on=date(2024, 5, 9),
    )
    for route in (
        *("organisation", "rename", "record_tenure", "look"),
        *("change_logo", "remove_logo", "logo"),
    ):
        world.arguments[f"people:{route}"] = {"slug": office.body.slug}
    world.arguments["people:end_tenure"] = {"tenure_id": tenure.pk}


def _add_calendar(world: World, office: factories.Office) -> None:
    officer = factories.viewer(office.officer, on=AT.date())
    made = home_operations.make_calendar_address(by=officer, at=AT)
    world.arguments["home:calendar"] = {"secret": made.secret}
    world.arguments["home:revoke_calendar"] = {"address_id": made.address.pk}


def _viewers(own: factories.Office, foreign: factories.Office) -> list[Somebody]:
    people = [Somebody("anonymous", None), Somebody("former member", _former(own))]
    for role in ROLES:
        people.append(Somebody(f"own {role}", own.people[role], own=frozenset({role})))
        people.append(Somebody(f"foreign {role}", foreign.people[role], foreign=frozenset({role})))
        others = frozenset(ROLES) - {role}
        user = factories.person(
            f"Straddler {role}",
            (_place(own, role), Role(role)),
            *((_place(foreign, other), Role(other)) for other in others),
        )
        people.append(
            Somebody(f"own {role} and foreign rest", user, own=frozenset({role}), foreign=others)
        )
    return people


def _place(office: factories.Office, role: str) -> Organisation:
    return office.force if role == Role.CHIEF_OFFICERS_OFFICE else office.body


def _former(office: factories.Office) -> User:
    user = factories.person(
        "Former Member", *((_place(office, role), Role(role)) for role in ROLES)
    )
    force_administrator = factories.person(
        f"{MARK} Force Administrator", (office.force, Role.ADMINISTRATOR)
    )
    for assignment in user.assignments.all():
        ends_at_body = assignment.organisation_id == office.body.pk
        administrator = office.administrator if ends_at_body else force_administrator
        people_operations.end_role(
            by=factories.viewer(administrator, on=AT.date()),
            at=AT,
            assignment=assignment,
            last_day=date(2026, 4, 19),
        )
    return user
