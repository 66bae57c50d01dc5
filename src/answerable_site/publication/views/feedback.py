"""What victims told without signing in, and a publisher's pages about it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable.languages import say
from answerable.surveys.help import HELP, SAFE_PLACE
from answerable_site.people.requests import Request
from answerable_site.publication import access, forms, operations, presenters, queries


def feedback_list(request: Request, body: str) -> HttpResponse:
    """What victims told one body, and what changed, the latest first."""
    found = [presenters.shown_feedback(one) for one in queries.feedback_of(body)]
    if not found:
        raise Http404
    context = {"name": found[0].body_name, "feedback": found, "body": body, **_FOR_SAFETY}
    return render(request, "publication/feedback_list.html", context)


def feedback(request: Request, body: str, feedback: str) -> HttpResponse:
    """What victims told in one round, as it stands, with the editions before it."""
    released = [presenters.shown_feedback(one) for one in queries.feedback_at(body, feedback)]
    if not released:
        raise Http404
    standing, *earlier = released
    context = {"feedback": standing, "earlier": earlier, "body": body, **_FOR_SAFETY}
    return render(request, "publication/feedback.html", context)


def release_feedback(request: Request, feedback_id: int) -> HttpResponse:
    """Read what was prepared, and make it public."""
    found = get_object_or_404(queries.feedback_visible_to(request.viewer), pk=feedback_id)
    shown = presenters.shown_feedback(found)
    if request.method == "POST":
        try:
            operations.release_feedback(by=request.viewer, at=timezone.now(), feedback=found)
        except (
            operations.FeedbackReleased,
            operations.FeedbackOutdated,
            operations.WouldLeak,
        ) as refused:
            messages.info(request, str(refused))
        else:
            messages.success(request, f"“{shown.title}” is public now.")
        return redirect("publication:waiting")
    context = {
        "feedback": shown,
        "may_release": access.can_release_feedback(request.viewer, found),
        "clues": presenters.clues_to_look_at(queries.feedback_piece(found)),
    }
    return render(request, "publication/release_feedback.html", context)


def withdraw_feedback(request: Request, feedback_id: int) -> HttpResponse:
    """Take it back, with a reason."""
    found = get_object_or_404(queries.feedback_visible_to(request.viewer), pk=feedback_id)
    form = forms.Withdrawal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_feedback(
                by=request.viewer,
                at=timezone.now(),
                feedback=found,
                reason=form.cleaned_data["reason"],
            )
        except operations.FeedbackNotPublic as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It was withdrawn. Its public page says so.")
            return redirect(found.path)
    context = {"form": form, "feedback": presenters.shown_feedback(found)}
    return render(request, "publication/withdraw_feedback.html", context)


_FOR_SAFETY = {
    "help": [(say(one.when), say(one.what)) for one in HELP],
    "safe_place": SAFE_PLACE,
}
