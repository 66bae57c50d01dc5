"""The start page, what is due, search, error pages, and the pages every public site needs."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable_site.home import presenters
from answerable_site.people import access
from answerable_site.people.requests import Request
from answerable_site.people.rules import Role
from answerable_site.register import queries as register_queries
from answerable_site.register.presenters import shown_document, shown_movement
from answerable_site.responses import queries as response_queries
from answerable_site.responses.presenters.dues import shown_due

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
        "own_steps": presenters.own_steps(dues, viewer=request.viewer),
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
