"""Where people are signed in, and ending it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from answerable_site.people import operations, queries
from answerable_site.people.requests import Request


def sessions(request: Request) -> HttpResponse:
    """Where the viewer is signed in."""
    found = queries.open_sessions_of(
        request.user, now=timezone.now(), this_key=request.session.session_key
    )
    return render(request, "people/sessions.html", {"sessions": found})


@require_POST
def end_session(request: Request) -> HttpResponse:
    """End one of one’s own sessions; the one that asks ends by signing out."""
    name = request.POST.get("session", "")
    this_key = request.session.session_key
    if this_key and name == queries.session_name(this_key):
        messages.warning(request, "This is where you are. To end it, sign out.")
        return redirect("people:sessions")
    try:
        operations.end_session(by=request.viewer, at=timezone.now(), name=name)
    except operations.SessionIsOver as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "You are signed out there.")
    return redirect("people:sessions")


@require_POST
def end_other_sessions(request: Request) -> HttpResponse:
    """End all of one’s own sessions but this one."""
    user = operations.end_other_sessions(by=request.viewer, at=timezone.now())
    update_session_auth_hash(request, user)
    messages.success(request, "You are signed out everywhere else.")
    return redirect("people:sessions")


@require_POST
def end_all_sessions(request: Request, user_id: int) -> HttpResponse:
    """Sign somebody out everywhere."""
    user = get_object_or_404(queries.people_visible_to(request.viewer), pk=user_id)
    operations.end_all_sessions(by=request.viewer, at=timezone.now(), user=user)
    messages.success(request, f"{user.full_name} is signed out everywhere.")
    return redirect("people:person", user.pk)
