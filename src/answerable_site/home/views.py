"""The start page, what is due, search, error pages, and the pages every public site needs."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casereviews import queries as review_queries
from answerable_site.design import downloads
from answerable_site.figures import queries as figure_queries
from answerable_site.followup import operations as followup_operations
from answerable_site.home import forms, operations, presenters, queries
from answerable_site.home import guides as shelf
from answerable_site.people import access
from answerable_site.people import queries as people_queries
from answerable_site.people.requests import Request
from answerable_site.people.rules import PRODUCT, Role
from answerable_site.register import queries as register_queries
from answerable_site.register.presenters import shown_document, shown_movement
from answerable_site.responses import queries as response_queries
from answerable_site.responses.presenters.dues import shown_due
from answerable_site.scrutiny import operations as scrutiny_operations
from answerable_site.scrutiny import queries as scrutiny_queries

MOVEMENTS_SHOWN_FOR = timedelta(days=60)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"exception": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return render(request, "csrf_failure.html", status=403)


def start(request: Request) -> HttpResponse:
    """The public's way in; those at work go straight to what is due."""
    if access.takes_part.test(request.viewer):
        return redirect("home:due")
    return render(request, "home/start.html")


def hand_figure(request: Request, released_id: int, place: int) -> HttpResponse:
    """Hand a released figure to follow-up, as evidence of a commitment that the viewer works on."""
    released = get_object_or_404(
        figure_queries.released_seen_by(request.viewer),
        pk=released_id,
        withdrawn_at__isnull=True,
    )
    if place >= len(released.figures):
        raise Http404
    figure = released.figures[place]
    commitments = queries.commitments_to_prove(request.viewer, released.force_id)
    form = forms.HandFigure(
        request.POST or None,
        commitments=[(str(one.pk), presenters.commitment_in_words(one)) for one in commitments],
    )
    if request.method == "POST" and form.is_valid():
        chosen = {str(one.pk): one for one in commitments}[form.cleaned_data["commitment"]]
        followup_operations.add_evidence(
            by=request.viewer,
            at=timezone.now(),
            today=timezone.localdate(),
            commitment=chosen,
            evidence=presenters.figure_as_evidence(released, figure, site=settings.PUBLIC_ADDRESS),
        )
        messages.success(request, "The figure is evidence now. Somebody independent judges it.")
        return redirect("followup:commitment", chosen.pk)
    context = {
        "form": form,
        "title": figure.title,
        "sentence": figure.sentence,
        "released_id": released_id,
        "has_choices": bool(commitments),
    }
    return render(request, "home/hand_figure.html", context)


def hand_finding(request: Request, release_id: int, place: int) -> HttpResponse:
    """Hand what a review of case files says of one question to follow-up, as evidence."""
    release = get_object_or_404(
        review_queries.released_seen_by(request.viewer), pk=release_id, withdrawn_at__isnull=True
    )
    if place >= len(release.told.answers):
        raise Http404
    answer = release.told.answers[place]
    commitments = queries.commitments_to_prove(request.viewer, release.force_id)
    form = forms.HandFigure(
        request.POST or None,
        commitments=[(str(one.pk), presenters.commitment_in_words(one)) for one in commitments],
    )
    evidence = presenters.finding_as_evidence(release, answer, site=settings.PUBLIC_ADDRESS)
    if request.method == "POST" and form.is_valid():
        chosen = {str(one.pk): one for one in commitments}[form.cleaned_data["commitment"]]
        followup_operations.add_evidence(
            by=request.viewer,
            at=timezone.now(),
            today=timezone.localdate(),
            commitment=chosen,
            evidence=evidence,
        )
        messages.success(request, "The finding is evidence now. Somebody independent judges it.")
        return redirect("followup:commitment", chosen.pk)
    context = {
        "form": form,
        "title": answer.asks,
        "sentence": evidence.words,
        "release_id": release_id,
        "has_choices": bool(commitments),
    }
    return render(request, "home/hand_finding.html", context)


def hand_theme(request: Request, release_id: int, theme_id: int) -> HttpResponse:
    """Put a theme of a review of case files on the agenda of a meeting whose pack is not frozen."""
    kept = request.viewer.organisations_where(Role.RESPONSE_OFFICER)
    release = get_object_or_404(
        review_queries.released_seen_by(request.viewer).filter(force__policing_body__in=kept),
        pk=release_id,
        withdrawn_at__isnull=True,
    )
    theme = get_object_or_404(release.themes, pk=theme_id)
    meetings = queries.meetings_to_come(request.viewer, release.force_id)
    form = forms.HandTheme(
        request.POST or None,
        meetings=[(str(one.pk), presenters.meeting_in_words(one)) for one in meetings],
    )
    why = presenters.theme_as_item(release, theme)
    if request.method == "POST" and form.is_valid():
        chosen = {str(one.pk): one for one in meetings}[form.cleaned_data["meeting"]]
        scrutiny_operations.add_item(
            by=request.viewer,
            at=timezone.now(),
            meeting=chosen,
            title=theme.title,
            why=why,
            is_public=False,
        )
        messages.success(request, "The theme is on the agenda. The public does not read it.")
        return redirect("scrutiny:agenda", chosen.pk)
    context = {
        "form": form,
        "title": theme.title,
        "why": why,
        "release_id": release_id,
        "has_choices": bool(meetings),
    }
    return render(request, "home/hand_theme.html", context)


@require_safe
def story(request: Request, recommendation_id: int) -> HttpResponse:
    """The whole story of a recommendation: asked, answered, done, and whether it worked."""
    visible = register_queries.recommendations_visible_to(request.viewer)
    found = get_object_or_404(
        visible.select_related("inspection").prefetch_related("limbs"), pk=recommendation_id
    )
    today = timezone.localdate()
    told = queries.story_of(request.viewer, found, on=today)
    return render(request, "home/story.html", {"story": presenters.shown_story(told, on=today)})


@require_safe
def guides(request: Request) -> HttpResponse:
    """The documentation, as pages."""
    shown = [{"kind": kind, "guides": shelf.guides(kind.name)} for kind in shelf.KINDS]
    return render(request, "home/guides.html", {"kinds": shown})


@require_safe
def guide(request: Request, kind: str, name: str) -> HttpResponse:
    found = shelf.guide(kind, name)
    if found is None:
        raise Http404
    html = shelf.as_html(
        found.text,
        kind=kind,
        leads=_guide_at,
        pictures=reverse("home:guide_picture", args=["x"]).removesuffix("x"),
    )
    return render(request, "home/guide.html", {"guide": found, "html": html})


def _guide_at(kind: str, name: str) -> str:
    return reverse("home:guide", args=[kind, name]) if shelf.guide(kind, name) else ""


@require_safe
def guide_picture(request: Request, name: str) -> HttpResponse:  # noqa: ARG001 - as all views
    found = shelf.picture(name)
    if found is None:
        raise Http404
    content_type = "image/svg+xml" if found.suffix == ".svg" else "image/png"
    return downloads.picture(found.read_bytes(), content_type=content_type)


def cookies(request: HttpRequest) -> HttpResponse:
    return render(request, "home/cookies.html")


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "home/privacy.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "home/accessibility.html")


def due(request: Request) -> HttpResponse:
    """What waits for the viewer and for the viewer's bodies, soonest first."""
    now = timezone.now()
    dues = response_queries.due_for(request.viewer, on=timezone.localdate(now))
    context = {
        "summary": presenters.summary(dues),
        "own_steps": presenters.own_steps(queries.own_acts(request.viewer, dues)),
        "questions": presenters.shown_questions(
            scrutiny_queries.questions_due_from(request.viewer), on=timezone.localdate(now)
        ),
        "copies": presenters.shown_copies(response_queries.copies_to_send(request.viewer)),
        "open": [shown_due(due) for due in dues if due.is_open],
        "documents": [
            shown_document(document, viewer=request.viewer, at=now)
            for document in register_queries.unfinished_documents(request.viewer)
        ],
        "movements": [
            shown_movement(movement)
            for movement in register_queries.movements_visible_to(
                request.viewer, since=now - MOVEMENTS_SHOWN_FOR
            )
        ],
        "may_add_documents": request.viewer.holds(Role.RESPONSE_OFFICER),
    }
    return render(request, "home/due.html", context)


def calendars(request: Request) -> HttpResponse:
    """One's own calendar addresses, and a new one, whose secret is shown this once."""
    bodies = people_queries.policing_bodies_of(request.viewer)
    form = forms.MakeCalendar(
        request.POST or None, bodies=[(body.slug, body.name) for body in bodies]
    )
    made = ""
    if request.method == "POST" and form.is_valid():
        new = operations.make_calendar_address(
            by=request.viewer,
            at=timezone.now(),
            body=bodies.filter(slug=form.cleaned_data["body"]).first(),
        )
        made = presenters.calendar_address(new.secret, site=settings.PUBLIC_ADDRESS)
    context = {
        "form": form,
        "made": made,
        "addresses": [
            presenters.shown_address(address) for address in queries.addresses_of(request.viewer)
        ],
    }
    return render(request, "home/calendars.html", context)


def revoke_calendar(request: Request, address_id: int) -> HttpResponse:
    """Revoke one of one's own addresses, after a page that says what that means."""
    address = get_object_or_404(queries.addresses_of(request.viewer), pk=address_id)
    if request.method == "POST":
        try:
            operations.revoke_calendar_address(
                by=request.viewer, at=timezone.now(), address=address
            )
        except operations.AddressRevoked as revoked:
            messages.info(request, str(revoked))
        else:
            messages.success(request, "The address was revoked. It leads nowhere any more.")
        return redirect("home:calendars")
    context = {"address": presenters.shown_address(address)}
    return render(request, "home/revoke_calendar.html", context)


@require_safe
def calendar(_request: Request, secret: str) -> HttpResponse:
    """The dates of the person who made the address, with the rights that they have today."""
    now = timezone.now()
    address = queries.standing_address(secret)
    if address is None:
        raise Http404
    today = timezone.localdate(now)
    dates = queries.calendar_dates(
        people_queries.viewer_for(address.person, on=today), on=today, body_id=address.body_id
    )
    operations.note_calendar_fetched(by=PRODUCT, at=now, address=address)
    shows = address.body.name if address.body else "Answerable"
    return HttpResponse(
        presenters.calendar_file(
            dates, name=f"Last lawful days: {shows}", site=settings.PUBLIC_ADDRESS
        ),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Cache-Control": "no-store, private",
            "Content-Disposition": 'inline; filename="last-lawful-days.ics"',
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex",
        },
    )
