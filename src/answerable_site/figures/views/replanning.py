"""Planning anew until when a cut is needed."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable_site.figures import access, forms, operations, presenters, queries
from answerable_site.figures.rules import UnusablePlan
from answerable_site.people.requests import Request


def replan(request: Request, cut_id: int) -> HttpResponse:
    """Give a cut another day until which it is needed, with a reason."""
    found = get_object_or_404(queries.cuts_seen_by(request.viewer), pk=cut_id)
    access.check_can_make(request.viewer, found.force)
    if found.pk in queries.standing_erasures([found]):
        raise Http404
    form = forms.Replan(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.replan_cut(
                by=request.viewer, at=timezone.now(), cut=found, **form.cleaned_data
            )
        except UnusablePlan as problem:
            form.add_error(problem.field, str(problem))
        except operations.CannotBeReplanned as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Until when the cut is needed was changed.")
            return redirect("figures:cut", cut_id)
    context = {"form": form, "cut": presenters.cut_line(found, None, on=timezone.localdate())}
    return render(request, "figures/replan.html", context)
