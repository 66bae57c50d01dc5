"""Responses of former days, and what the register knows of the reports that they answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.rules import counted_answer
from answerable_site.register.models import Inspection
from answerable_site.register.queries import inspections_visible_to
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.models import PastResponse, PublishedVersion, Response
from answerable_site.responses.rules.past import Judgement, is_whole, judge
from answerable_site.responses.rules.printed import Proposal, proposed
from answerable_site.responses.rules.takeover import KnownReport

Concerned = Inspection.bodies_concerned.through


def past_of(response: Response | None) -> PastResponse | None:
    """What is recorded of former days for a response, if anything is."""
    past: PastResponse | None = getattr(response, "past", None)
    return past


def judged_past(response: Response) -> Judgement | None:
    """How the past response stands, if one is recorded."""
    past = past_of(response)
    return judged(response.inspection, past) if past else None


def judged(inspection: Inspection, past: PastResponse) -> Judgement:
    """Whether a past response was in time, and what is missing."""
    return judge(
        report_published_on=inspection.published_on,
        legal_basis=inspection.legal_basis,
        answer=past.answer,
    )


def wholly_answered(inspection: Inspection, past: PastResponse) -> bool | None:
    """Whether a past response held everything that the law asks for; None where nobody knows."""
    return is_whole(
        report_published_on=inspection.published_on,
        legal_basis=inspection.legal_basis,
        answer=past.answer,
    )


def answer_counted(
    inspection: Inspection, past: PastResponse | None, *, here_on: date | None
) -> date | None:
    """The civil date of the answer that counts: whole here, or before on other pages.

    Args:
        inspection: the report that is answered.
        past: what is recorded of former days.
        here_on: the day on which everything was first public here.
    """
    return counted_answer(
        here_on=here_on,
        earlier_on=past.published_on if past else None,
        earlier_is_complete=wholly_answered(inspection, past) if past else None,
    )


@dataclass(frozen=True, slots=True)
class JudgedPast:
    """A past response with how it stands."""

    row: PastResponse
    judgement: Judgement

    @property
    def inspection(self) -> Inspection:
        return self.row.response.inspection

    @property
    def body(self) -> Organisation:
        return self.row.response.body


@dataclass(frozen=True, slots=True)
class WantedPast:
    """What somebody asks of the list of past responses; empty fields ask for nothing."""

    q: str = ""
    standing: str = ""
    missing: str = ""
    sort: str = ""


def past_responses(viewer: Viewer, wanted: WantedPast | None = None) -> list[JudgedPast]:
    """Past responses of the bodies whose work the viewer takes part in, newest report first.

    One query, however many there are: how each stands follows from its dates and is stored nowhere.

    Args:
        viewer: who looks.
        wanted: which of them, in which order; None for all.
    """
    rows = _visible(viewer).order_by(
        "-response__inspection__published_on", "response__inspection__title", "pk"
    )
    found = [JudgedPast(row, judged(row.response.inspection, row)) for row in rows]
    return _chosen(found, wanted) if wanted else found


def _chosen(held: list[JudgedPast], wanted: WantedPast) -> list[JudgedPast]:
    found = [past for past in held if _is_wanted(past, wanted)]
    match wanted.sort:
        case "oldest":
            found.reverse()
        case "latest":
            found.sort(key=lambda past: -past.judgement.days_late)
        case "missing":
            found.sort(key=lambda past: -len(past.judgement.missing))
    return found


def _is_wanted(past: JudgedPast, wanted: WantedPast) -> bool:
    words = f"{past.inspection.title} {past.row.reference}".casefold()
    return (
        wanted.q.casefold() in words
        and wanted.standing in {"", past.judgement.standing}
        and wanted.missing in {"", "yes" if past.judgement.missing else "no"}
    )


def past_response_visible_to(
    viewer: Viewer, *, inspection_id: int, body_slug: str
) -> JudgedPast | None:
    """The past response of one body to one inspection; None unless the viewer takes part."""
    row = (
        _visible(viewer)
        .filter(response__inspection=inspection_id, response__body__slug=body_slug)
        .first()
    )
    return JudgedPast(row, judged(row.response.inspection, row)) if row else None


def _visible(viewer: Viewer) -> QuerySet[PastResponse]:
    return PastResponse.objects.filter(response__body__in=viewer.policing_body_ids).select_related(
        "response__inspection", "response__body", "file", "takeover", "recorded_by"
    )


def was_published_here(response: Response) -> bool:
    """Whether a version of the response was published with the product, withdrawn since or not."""
    return PublishedVersion.objects.filter(signature__preparation__response=response).exists()


def reference_is_taken(body: Organisation, reference: str, *, except_for: int | None) -> bool:
    """Whether another past response of the body is held under a reference.

    Args:
        body: whose references.
        reference: as typed; the case of letters does not count.
        except_for: the key of the response that may have it.
    """
    others = PastResponse.objects.filter(response__body=body, reference__iexact=reference)
    return bool(reference) and others.exclude(response=except_for).exists()


def known_reports(viewer: Viewer, body: Organisation) -> tuple[KnownReport, ...]:
    """Every inspection that the viewer may see, with what is held of the body's past response.

    Two queries, however many there are.
    """
    responses = Response.objects.filter(body=body).select_related("past")
    published = PublishedVersion.objects.filter(signature__preparation__response=OuterRef("pk"))
    concerned = Concerned.objects.filter(inspection=OuterRef("pk"), organisation=body)
    inspections = (
        inspections_visible_to(viewer)
        .annotate(concerns_body=Exists(concerned))
        .prefetch_related(
            Prefetch(
                "responses",
                queryset=responses.annotate(is_published_here=Exists(published)),
                to_attr="of_the_body",
            )
        )
    )
    return tuple(_known(inspection) for inspection in inspections.order_by("pk"))


def _known(inspection: Inspection) -> KnownReport:
    (response,) = inspection.of_the_body or (None,)  # type: ignore[attr-defined]
    past = past_of(response)
    return KnownReport(
        inspection_id=inspection.pk,
        title=inspection.title,
        published_on=inspection.published_on,
        legal_basis=inspection.legal_basis,
        concerns_body=inspection.concerns_body,  # type: ignore[attr-defined]
        is_published_here=response is not None and response.is_published_here,
        answer=past.answer if past else None,
    )


def printed_and_unrecorded(viewer: Viewer) -> tuple[tuple[Inspection, Organisation], ...]:
    """Reports whose document prints a response of a body that nothing is recorded of yet.

    Of each body for which the viewer takes part in the work; newest report first.
    """
    begun = Response.objects.filter(
        inspection=OuterRef("inspection"), body=OuterRef("organisation")
    )
    rows = (
        Concerned.objects.filter(organisation__in=viewer.policing_body_ids)
        .exclude(inspection__printed_response={})
        .exclude(Exists(begun.filter(past__isnull=False)))
        .exclude(Exists(begun.filter(preparations__signature__published__isnull=False)))
        .select_related("inspection", "organisation")
        .order_by("-inspection__published_on", "inspection__title", "pk")
    )
    return tuple(
        (row.inspection, row.organisation)
        for row in rows
        if row.inspection.printed_response.get("policing_body")
        or row.inspection.printed_response.get("chief_officer")
    )


def proposed_from_document(inspection: Inspection) -> Proposal | None:
    """What the document of an inspection shows of a response printed in it; None for no such."""
    printed = inspection.printed_response
    if not (printed.get("policing_body") or printed.get("chief_officer")):
        return None
    recommendations = inspection.recommendations.filter(kind=RecommendationKind.RECOMMENDATION)
    return proposed(
        chief_officer=printed.get("chief_officer") or "",
        explained=printed.get("individually_explained") or (),
        numbers=[number for number in recommendations.values_list("number", flat=True) if number],
        not_before=printed.get("latest_mention_worded") or "",
    )
