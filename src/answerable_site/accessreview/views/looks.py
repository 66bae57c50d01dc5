"""Who looked: all, by person, by case, unusual ones, and as a file. Each page leaves an entry."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.accessreview import forms, operations, presenters, queries
from answerable_site.accessreview.rules.breaches import moment_in_london
from answerable_site.accessreview.rules.concerns import Concern
from answerable_site.accessreview.rules.thresholds import DEFAULT
from answerable_site.design.downloads import long_csv_for_spreadsheets
from answerable_site.design.filters import chips
from answerable_site.people.requests import Request
from answerable_site.people.rules import Viewer

PAGE = 50
REVIEWED_DAYS = 28


@require_safe
def overview(request: Request) -> HttpResponse:
    """What waits for an access auditor, exceptions first."""
    viewer, now = request.viewer, timezone.now()
    operations.note_review(by=viewer, at=now, page="overview", asked={})
    context = {
        "decoys": queries.looks_at_decoys(viewer).count(),
        "glass": queries.glass_to_review(viewer).count(),
        "unusual": len(_unusual(viewer, now)),
        "sampled": queries.unanswered(queries.sampled_looks_visible_to(viewer)).count(),
        "breaches": [
            presenters.shown_breach(one, at=now)
            for one in queries.breaches_with_a_running_clock(viewer)
        ],
        "hand_outs": queries.hand_outs_visible_to(viewer).filter(release__isnull=True).count(),
        "days": REVIEWED_DAYS,
    }
    return render(request, "accessreview/overview.html", context)


@require_safe
def looks(request: Request) -> HttpResponse:
    """Every look that the viewer may know of."""
    form = _filters(request)
    found = queries.looks_visible_to(request.viewer, _wanted(form))
    asked = {chip.label: chip.text for chip in chips(form)}
    return _listed(request, found, "looks", asked, filters=form, chips=chips(form))


@require_safe
def looks_csv(request: Request) -> StreamingHttpResponse:
    """The same looks, with the same filters, as a file."""
    form = _filters(request)
    found = queries.looks_visible_to(request.viewer, _wanted(form))
    operations.note_exported(
        by=request.viewer,
        at=timezone.now(),
        asked={chip.label: chip.text for chip in chips(form)},
        looks=found.count(),
    )
    return long_csv_for_spreadsheets(_rows(found), name="looks.csv")


@require_safe
def person(request: Request, user_id: int) -> HttpResponse:
    """What one person looked at."""
    found = queries.looks_visible_to(request.viewer, queries.Wanted(person=user_id))
    latest = found.first()
    if latest is None:
        raise Http404
    title = f"Looks by {latest.entry.actor_name}"
    return _listed(request, found, "person", {"person": str(user_id)}, title=title)


@require_safe
def record(request: Request, case_id: int) -> HttpResponse:
    """Who looked at one case. The case itself stays closed."""
    found = queries.looks_visible_to(request.viewer, queries.Wanted(case=case_id))
    if not found.exists():
        raise Http404
    title = f"Looks at case {case_id}"
    return _listed(request, found, "record", {"case": str(case_id)}, title=title)


@require_safe
def unusual(request: Request) -> HttpResponse:
    """Looks that need a question, most pressing first."""
    viewer, now = request.viewer, timezone.now()
    operations.note_review(by=viewer, at=now, page="unusual", asked={})
    page = Paginator(_unusual(viewer, now), PAGE).get_page(request.GET.get("page"))
    names = dict(queries.lookers_known_to(viewer))
    since, until = _reviewed(now)
    context = {
        "page": page,
        "concerns": presenters.shown_concerns(page, names),
        "since": since,
        "until": until - timedelta(days=1),
    }
    return render(request, "accessreview/unusual.html", context)


def _listed(
    request: Request,
    found: QuerySet[Any],
    name: str,
    asked: dict[str, str],
    **context: Any,
) -> HttpResponse:
    """A page of looks; leaves the entry that says who read them."""
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    asked = asked | {"page": str(page.number)}
    operations.note_review(by=request.viewer, at=timezone.now(), page=name, asked=asked)
    shown = {
        "page": page,
        "looks": presenters.shown_looks(page),
        "query": request.GET.urlencode(),
    }
    template = "looks" if name == "looks" else "one"
    return render(request, f"accessreview/{template}.html", shown | context)


def _rows(found: QuerySet[Any]) -> Any:
    yield presenters.CSV_HEADER
    for look in found.iterator(chunk_size=2000):
        yield presenters.csv_row(look)


def _filters(request: Request) -> forms.FilterLooks:
    people = queries.lookers_known_to(request.viewer)
    form = forms.FilterLooks(request.GET, people=people, acts=presenters.ACTS)
    form.is_valid()
    return form


def _wanted(form: forms.FilterLooks) -> queries.Wanted:
    values = form.cleaned_data
    return queries.Wanted(
        person=int(values["person"]) if values.get("person") else None,
        case=values.get("case"),
        act=values.get("act", ""),
        from_on=values.get("from_on"),
        to_on=values.get("to_on"),
    )


def _reviewed(now: datetime) -> tuple[datetime, datetime]:
    """From when to when looks are judged: work that is written up later has had its time."""
    last = timezone.localdate(now) - timedelta(days=DEFAULT.work_within_days)
    first = last - timedelta(days=REVIEWED_DAYS)
    return moment_in_london(first, "0:00"), moment_in_london(last, "0:00")


def _unusual(viewer: Viewer, now: datetime) -> list[Concern]:
    since, until = _reviewed(now)
    return queries.unusual_looks(viewer, since=since, until=until)
