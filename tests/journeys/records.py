"""Where a record of each kind is found, so that every page of the site can be looked at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from tests import factories, factories_responses
from tests.site.access import expectations, world

from answerable.synthetic.reports import ReportFormat, invented_reports, write_report
from answerable_site.people.models import Organisation, User
from answerable_site.people.queries import viewer_for
from answerable_site.publication import operations as press
from answerable_site.register import operations, queries, tasks
from answerable_site.register.rules import DateSource, Draft, InspectionFacts, InspectionKind


def addresses() -> dict[str, str]:
    """The address of a page by its route, and of pages in a special state by a name for it."""
    found = world.build().arguments
    by_route = {route: reverse(route, kwargs=found.get(route)) for route in expectations.EXPECTED}
    return by_route | _states(found)


def _states(found: dict[str, dict[str, Any]]) -> dict[str, str]:
    body = Organisation.objects.get(name=f"Office for Policing in {world.MARK}")
    officer = User.objects.get(full_name=f"{world.MARK} Officer")
    today = timezone.localdate()
    refused = _document(officer, body, "scan.pdf", b"%PDF-1.7 and nothing after it")
    inspection, decided, waiting, accepted = _custody(officer, body, today)
    return {
        "a document that was refused": reverse("register:document", args=[refused.pk]),
        "an inspection half decided": reverse("register:inspection", args=[inspection.pk]),
        "its candidates": reverse("register:review", args=[inspection.pk]),
        "a candidate beside its picture": reverse("register:candidate", args=[waiting.pk]),
        "a candidate that is decided": reverse("register:candidate", args=[decided.pk]),
        "a page with its picture": reverse(
            "register:page", args=[inspection.document_id, waiting.page]
        )
        + f"?start={waiting.start}&end={waiting.end}",
        "a recommendation with earlier ones to link": reverse(
            "register:link_recommendation", args=[accepted.pk]
        ),
        "a list that is filtered": reverse("register:recommendations")
        + "?q=custody&kind=cause_of_concern",
        "a list without a result": reverse("register:recommendations") + "?q=zyxwv",
        "a second page of nothing": reverse("register:recommendations") + "?page=99",
        "a response that is published": _response(found["responses:correct_entry"]),
        "a response that is signed": _response(found["responses:publish"]),
        "a response that is prepared": _response(found["responses:sign"]),
        "a version that was withdrawn": _withdrawn(),
    }


def _document(officer: User, body: Organisation, name: str, content: bytes) -> Any:
    reading = operations.add_document(
        by=viewer_for(officer, on=timezone.localdate()),
        at=timezone.now(),
        body=body,
        name=name,
        content=ContentFile(content),
    )
    tasks.read_document.func(reading.pk)
    return reading.document


def _custody(officer: User, body: Organisation, today: date) -> tuple[Any, Any, Any, Any]:
    """An invented custody report as a PDF, its first candidate accepted."""
    report = next(one for one in invented_reports(today) if one.key == "wexmoor-custody")
    document = _document(officer, body, "custody.pdf", write_report(report, ReportFormat.PDF))
    by = viewer_for(officer, on=today)
    inspection = operations.confirm_inspection(
        by=by,
        at=timezone.now(),
        document=document,
        reading=queries.reading_to_confirm(document),
        facts=InspectionFacts(
            title=report.title,
            kind=InspectionKind.FORCE,
            published_on=report.published,
            date_source=DateSource.DOCUMENT,
            legal_basis="police_act_1996_s55",
            inspectorates=report.inspectorates,
            source_address="https://example.org/a-report-with-a-rather-long-address/of-its-own/",
            key_findings=("Staff are patient and kind.", "Call bells do not work."),
        ),
        bodies=[body],
    )
    decided, waiting, *_ = queries.candidates_of(by, inspection)
    accepted = operations.accept_candidate(
        by=by,
        at=timezone.now(),
        inspection=inspection,
        candidate=decided,
        draft=Draft.from_proposal(decided.proposal),
    )
    return inspection, decided, waiting, accepted


def _response(of_it: dict[str, Any]) -> str:
    return reverse("responses:response", kwargs=of_it)


def _withdrawn() -> str:
    """Published and taken back, at an office of its own."""
    case = factories_responses.case("Withernshaw")
    public = factories_responses.published(case)
    press.withdraw_response(
        by=factories.viewer(case.office.publisher, on=date(2026, 5, 12)),
        at=factories_responses.LATER + timedelta(days=1),
        response=public,
        reason="It named a person.",
    )
    entry = public.inspection
    return reverse("publication:version", args=[entry.body_slug, entry.slug, public.version])
