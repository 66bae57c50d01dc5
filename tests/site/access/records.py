"""What one office of the matrix has in the register and among its people, by route."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile
from tests import factories, factories_signing_in
from tests.site.access import seats

from answerable.writing.blocks import Heading, Paragraph, WrittenDocument, plain
from answerable.writing.pdf import to_pdf
from answerable_site.home import operations as home_operations
from answerable_site.people import operations as people_operations
from answerable_site.people.rules import LONGEST, OrganisationKind, Role, scopes_for
from answerable_site.register import operations as register_operations
from answerable_site.register import queries as register_queries
from answerable_site.register import tasks
from answerable_site.register.models import Addressee
from answerable_site.register.rules import DateSource, Draft, InspectionFacts, InspectionKind
from answerable_site.webhooks import operations as webhooks

AT = datetime(2026, 4, 20, 10, tzinfo=UTC)
TODAY = "2026-05-12T10:00:00+01:00"


@dataclass
class Records:
    """An office, the word that stands in each of its records, and their addresses by route."""

    office: factories.Office
    mark: str
    arguments: dict[str, dict[str, Any]] = field(default_factory=dict)


def _report(mark: str) -> WrittenDocument:
    return WrittenDocument(
        title=f"An inspection of {mark} Constabulary",
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


def add_register(records: Records) -> None:
    officer = factories.viewer(records.office.officer, on=AT.date())
    waiting = _document(records, f"{records.mark} waiting.pdf")
    used = _document(records, f"{records.mark}.pdf")
    inspection = register_operations.confirm_inspection(
        by=officer,
        at=AT,
        document=used,
        reading=register_queries.reading_to_confirm(used),
        facts=InspectionFacts(
            title=f"An inspection of {records.mark} Constabulary",
            kind=InspectionKind.FORCE,
            published_on=date(2026, 4, 1),
            date_source=DateSource.DOCUMENT,
            legal_basis="police_act_1996_s55",
        ),
        bodies=[records.office.body],
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
        recommendation=recommendation, name=f"{records.mark} Constabulary", kind="force"
    )
    for route in ("document", "progress", "read_again", "set_aside", "confirm"):
        records.arguments[f"register:{route}"] = {"document_id": waiting.pk}
    records.arguments["register:download"] = {"document_id": used.pk}
    for route in ("page", "picture"):
        records.arguments[f"register:{route}"] = {"document_id": used.pk, "number": 1}
    for route in (
        *("inspection", "correct_inspection", "link_inspection", "explain_gap"),
        *("review", "accept_rest", "add_recommendation"),
    ):
        records.arguments[f"register:{route}"] = {"inspection_id": inspection.pk}
    for route in ("candidate", "split", "merge", "reject"):
        records.arguments[f"register:{route}"] = {"candidate_id": undecided.pk}
    records.arguments["register:reopen"] = {"candidate_id": decided.pk}
    for route in (
        *("recommendation", "correct_recommendation", "set_deadline"),
        *("link_recommendation", "choose_themes"),
    ):
        records.arguments[f"register:{route}"] = {"recommendation_id": recommendation.pk}
    records.arguments["home:story"] = {"recommendation_id": recommendation.pk}
    priority = register_operations.add_priority(
        by=officer,
        at=AT,
        body=records.office.body,
        plan=f"Police and Crime Plan of {records.mark}",
        name=f"Property in {records.mark}",
        from_on=date(2025, 4, 1),
    )
    records.arguments["register:end_priority"] = {"priority_id": priority.pk}
    records.arguments["register:add_statement"] = {"addressee_id": addressee.pk}


def _document(records: Records, name: str) -> Any:
    reading = register_operations.add_document(
        by=factories.viewer(records.office.officer, on=AT.date()),
        at=AT,
        body=records.office.body,
        name=name,
        content=ContentFile(to_pdf(_report(records.mark))),
    )
    tasks.read_document.func(reading.pk)
    return reading.document


def add_machine(records: Records) -> None:
    """A machine account that waits, one that is let in, and a token of it."""
    first, second = (
        factories.viewer(user, on=AT.date())
        for user in (records.office.second_administrator, records.office.administrator)
    )
    waiting, let_in = (
        people_operations.set_up_machine(
            by=first,
            at=AT,
            organisation=records.office.body,
            name=f"{records.mark} {name}",
            purpose="Sends the tracker of each week.",
            scopes=scopes_for(OrganisationKind.LOCAL_POLICING_BODY),
        )
        for name in ("Feed", "Tracker")
    )
    let_in = people_operations.confirm_machine(by=second, at=AT, account=let_in)
    token, _ = people_operations.make_token(
        by=first,
        at=AT,
        account=let_in,
        scopes=let_in.allowed,
        expires_on=AT.date() + LONGEST,
    )
    records.arguments["people:confirm_machine"] = {"account_id": waiting.pk}
    for route in ("machine", "end_machine", "make_token"):
        records.arguments[f"people:{route}"] = {"account_id": let_in.pk}
    records.arguments["people:revoke_token"] = {"token_id": token.pk}
    records.arguments["people:add_machine"] = {"organisation_id": records.office.body.pk}


def add_subscription(records: Records) -> None:
    """A subscription with a delivery that waits."""
    by = factories.viewer(records.office.administrator, on=AT.date())
    subscription, _ = webhooks.subscribe(
        by=by,
        at=AT,
        organisation=records.office.body,
        address=f"https://{records.mark.lower()}.example.org/hook",
        events=["response.published"],
    )
    delivery = webhooks.try_out(by=by, at=AT, subscription=subscription)
    for route in ("subscription", "end", "try_out"):
        records.arguments[f"webhooks:{route}"] = {"subscription_id": subscription.pk}
    records.arguments["webhooks:send_again"] = {"delivery_id": delivery.pk}
    records.arguments["webhooks:subscribe"] = {"organisation_id": records.office.body.pk}


def add_interface(records: Records) -> None:
    """What the interface for programs tells, at the addresses of its pages."""
    for route, page in (
        ("inspection", "publication:inspection"),
        ("response", "publication:version"),
        ("follow_up", "publication:progress"),
        ("data_set", "publication:data_set"),
        ("load", "intake:load"),
    ):
        records.arguments[f"api:{route}"] = records.arguments[page]
    records.arguments["api:sent_extract"] = {
        "sent_id": records.arguments["intake:queued"]["queued_id"]
    }
    records.arguments["api:tracker"] = {"tracker_id": 1}
    records.arguments["api:nothing"] = {"rest": "nothing"}


def add_people(records: Records) -> None:
    waiting = people_operations.grant_role(
        by=factories.viewer(records.office.second_administrator, on=AT.date()),
        at=AT,
        user=records.office.officer,
        organisation=records.office.body,
        role=Role.PUBLISHER,
    )
    person = {"user_id": records.office.officer.pk}
    _add_look_and_holder(records)
    _add_second_factor(records)
    records.arguments |= {
        "people:sign_in_as": person,
        "people:disable": person,
        "people:enable": person,
        "people:end_all_sessions": person,
        "people:ask_reset": person,
        "people:person": person,
        "people:add": {"organisation_id": records.office.body.pk},
        "people:grant": person | {"organisation_id": records.office.body.pk},
        "people:confirm": {"assignment_id": waiting.pk},
        "people:end": {"assignment_id": records.office.holder.assignments.get().pk},
    }


def _add_second_factor(records: Records) -> None:
    """Somebody whose second factor an administrator wants to have reset."""
    holder = seats.key_holder(records.office)
    passkey = factories_signing_in.all_factors_of(holder)
    reset = people_operations.ask_second_factor_reset(
        by=factories.viewer(records.office.second_administrator, on=AT.date()),
        at=AT,
        user=holder,
        reason="The telephone was lost.",
    )
    records.arguments["people:confirm_reset"] = {"reset_id": reset.pk}
    records.arguments["mfa_remove_webauthn"] = {"pk": passkey.pk}
    records.arguments["account_reset_password_from_key"] = {"uidb36": "1", "key": "no-such-key"}
    for route in ("openid_connect_login", "openid_connect_callback"):
        records.arguments[route] = {"provider_id": "office"}


def _add_look_and_holder(records: Records) -> None:
    by = factories.viewer(records.office.administrator, on=AT.date())
    people_operations.change_logo(
        by=by,
        at=AT,
        organisation=records.office.body,
        png=factories.png(),
        alternative=f"Office for Policing in {records.mark}",
    )
    tenure = people_operations.record_tenure(
        by=by,
        at=AT,
        organisation=records.office.body,
        holder_name=f"{records.mark} Holder",
        title="Police and Crime Commissioner",
        from_on=date(2024, 5, 9),
    )
    for route in (
        *("organisation", "rename", "record_tenure", "look"),
        *("change_logo", "remove_logo", "logo"),
    ):
        records.arguments[f"people:{route}"] = {"slug": records.office.body.slug}
    records.arguments["people:end_tenure"] = {"tenure_id": tenure.pk}


def add_calendar(records: Records) -> None:
    officer = factories.viewer(records.office.officer, on=AT.date())
    made = home_operations.make_calendar_address(by=officer, at=AT)
    records.arguments["home:calendar"] = {"secret": made.secret}
    records.arguments["home:revoke_calendar"] = {"address_id": made.address.pk}
    records.arguments["home:guide"] = {"kind": "how-to", "name": "add-a-report"}
    records.arguments["home:guide_picture"] = {"name": "what-is-due.png"}
