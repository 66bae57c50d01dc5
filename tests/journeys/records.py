"""Where a record of each kind is found, so that every page of the site can be looked at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from tests import factories, factories_responses
from tests.site.access import expectations, world

from answerable.synthetic.reports import ReportFormat, invented_reports, write_report
from answerable_site.followup import operations as followup
from answerable_site.followup.forms import WaitingTracker
from answerable_site.followup.rules import tracker
from answerable_site.people.models import Organisation, User
from answerable_site.people.queries import viewer_for
from answerable_site.publication import operations as press
from answerable_site.register import operations, queries, tasks
from answerable_site.register.rules import (
    Addressed,
    DateSource,
    Draft,
    InspectionFacts,
    InspectionKind,
    RecommendationLinkKind,
)
from answerable_site.responses import operations as responses
from answerable_site.responses.forms import WaitingList
from answerable_site.responses.rules.words import RevisionKind


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
        "a search with results": reverse("search:search") + "?q=custody",
        "a search of one kind": reverse("search:search") + "?q=custody&kind=recommendation",
        "a search without a result": reverse("search:search") + "?q=zyxwv+custody",
        "a public search with results": reverse("publication:search") + "?q=custody",
        "a public search without a result": reverse("publication:search") + "?q=zyxwv",
        "a response that is published": _response(found["responses:correct_entry"]),
        "a response that is signed": _response(found["responses:publish"]),
        "a response that is prepared": _response(found["responses:sign"]),
        "a version that was withdrawn": _withdrawn(),
        "a list with a mistake": _list(officer, body, "Bags then,1/4/2021,31/2/2022"),
        "a list that can be loaded": _list(officer, body, "Bags then,1/4/2021,1/5/2021"),
        **_trackers(officer, body),
        **_further(),
        **_drafted(officer, body),
    }


def _drafted(officer: User, body: Organisation) -> dict[str, str]:
    """A recommendation for others that repeats an earlier one, with a text not saved yet."""
    people = {
        name: User.objects.get(full_name=f"{world.MARK} {word}")
        for name, word in (
            *(("holder", "Holder"), ("publisher", "Publisher"), ("chief", "Chief")),
            *(("administrator", "Administrator"), ("second_administrator", "Deputy")),
            ("approver", "Approver"),
        )
    }
    office = factories.Office(body=body, force=body.force, officer=officer, **people)
    earlier, later = (
        _asking_others(office, title, on)
        for title, on in (("Bags then", date(2025, 4, 1)), ("Bags now", date(2026, 4, 1)))
    )
    about = {"by": later.viewer("officer"), "at": factories_responses.LATER}
    operations.link_recommendations(
        **about,
        recommendation=later.recommendations[0],
        earlier=earlier.recommendations[0],
        kind=RecommendationLinkKind.ESCALATED_FROM,
        reason="The same words.",
    )
    factories_responses.complete(earlier)
    for version, text in enumerate(("In order to act, the CPS agreed.", "The CPS agreed to act.")):
        responses.write_own_comments(**about, **later.about, text=text, version=version)
    finding = later.recommendations[0].pk
    responses.keep_unsaved(
        **about,
        **later.about,
        form=f"explain:{finding}",
        answers={"kind": ["for_others"], "text": ["Typed and not saved."]},
        version=0,
    )
    where = [later.inspection.pk, body.slug]
    return {
        "an explanation with all its help": reverse("responses:explain", args=[*where, finding]),
        "two versions that differ": reverse(
            "responses:compare", args=[*where, "own_comments", 1, 2]
        ),
    }


def _list(officer: User, body: Organisation, row: str) -> str:
    """What loading a list of one past response would do."""
    content = f"Report title,Report published,Response published\n{row}\n".encode()
    kept = responses.keep_list(
        by=viewer_for(officer, on=timezone.localdate()),
        at=timezone.now(),
        body=body,
        name="past.csv",
        content=ContentFile(content),
    )
    waiting = WaitingList(kept.stored_as, kept.name, kept.sha256, body.pk, officer.pk)
    return reverse("responses:takeover_check") + "?" + urlencode({"list": waiting.signed()})


def _trackers(officer: User, body: Organisation) -> dict[str, str]:
    """A tracker as it was sent, and what loading two others would do."""
    by, now = viewer_for(officer, on=timezone.localdate()), timezone.now()
    mapping = followup.keep_mapping(
        by=by,
        at=now,
        body=body,
        name="Force tracker",
        mapping=tracker.Mapping(organisation_id=body.force_id, enters_missing=True),
    )

    def waiting(row: str) -> str:
        content = f"Report,Report published,Recommendation,Action,Due date,Status\n{row}\n"
        kept = followup.keep_tracker(
            by=by, at=now, body=body, name="tracker.csv", content=ContentFile(content.encode())
        )
        sent = WaitingTracker(
            kept.stored_as, kept.name, kept.sha256, body.pk, officer.pk,
            mapping_id=mapping.pk, as_at=timezone.localdate().isoformat(),
        )  # fmt: skip
        return urlencode({"list": sent.signed()})

    right = waiting("Old bags,1/4/2021,Count the bags.,Write a list,1/5/2027,Ongoing")
    wrong = waiting("Old bags,,Count the bags.,Write a list,soon,Parked")
    check = reverse("followup:tracker_check")
    return {
        "how a tracker is read": f"{reverse('followup:tracker_columns')}?{right}",
        "a tracker with mistakes and unknown words": f"{check}?{wrong}",
        "a tracker that can be loaded": f"{check}?{right}",
    }


def _further() -> dict[str, str]:
    """Published in part at one office; published twice at another."""
    partly = factories_responses.case("Ravenholt")
    factories_responses.said(factories_responses.decided(partly), factories_responses.LATER)
    factories_responses.prepare(partly, incomplete_because="The force has still to answer.")
    factories_responses.sign(partly)
    in_part = factories_responses.publish(partly).inspection
    twice = factories_responses.case("Saltmere")
    first = factories_responses.published(twice)
    about = {"by": twice.viewer("officer"), "at": factories_responses.LATER, **twice.about}
    responses.begin_revision(
        **about, kind=RevisionKind.SUPPLEMENTED, reason="The comments came later."
    )
    responses.write_reply(**about, text="We thank the force.", version=0)
    factories_responses.publish(factories_responses.signed_from_complete(twice))
    entry = first.inspection
    return {
        "an answer in part": reverse(
            "publication:inspection", args=[in_part.body_slug, in_part.slug]
        ),
        "a version that was replaced": reverse(
            "publication:version", args=[entry.body_slug, entry.slug, first.version]
        ),
    }


def _asking_others(office: factories.Office, title: str, on: date) -> factories_responses.Case:
    report = factories_responses.inspection(office, title, published_on=on)
    asked = (Addressed("The Home Office", "home_office"),)
    words = "The Home Office should publish guidance."
    found = factories_responses.finding(report, words, "1", addressees=asked)
    return factories_responses.Case(office, report, [found])


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
