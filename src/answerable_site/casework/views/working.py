"""Who works on a case, and with whom it is shared."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from answerable_site.casework import access, forms, operations, presenters, queries
from answerable_site.people.requests import Request


def assign(request: Request, case_id: int) -> HttpResponse:
    """Let somebody work on a case."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    access.check_can_assign(request.viewer, found, *queries.organisations_working_on(found))
    find = forms.FindPerson(request.GET or None, label="Who?")
    posts = queries.people_to_assign(request.viewer, found, on=timezone.localdate(now))
    people = queries.first_posts_called(posts, find.typed)
    form = forms.Assign(request.POST or None, posts=presenters.choices_of_posts(people.shown))
    if request.method == "POST" and form.is_valid():
        chosen = next(post for post in people.shown if str(post.pk) == form.cleaned_data["post"])
        try:
            operations.assign(
                by=request.viewer,
                at=now,
                case=found,
                user=chosen.user,
                organisation=chosen.organisation,
            )
        except operations.AlreadyWorksOnIt as problem:
            form.add_error("post", str(problem))
        else:
            messages.success(request, f"{chosen.user.full_name} works on this case now.")
            return redirect("casework:case", found.pk)
    operations.note_read(by=request.viewer, at=now, case=found)
    context = {
        "form": form,
        "find": find,
        "found": people,
        "nobody": not find.typed and not people.count,
        "case_id": found.pk,
        "title": presenters.title_of(found),
    }
    return render(request, "casework/assign.html", context)


@require_POST
def end_assignment(request: Request, assignment_id: int) -> HttpResponse:
    """End somebody’s work on a case at once."""
    now = timezone.now()
    row = get_object_or_404(queries.assignments_ended_by(request.viewer, at=now), pk=assignment_id)
    operations.end_assignment(by=request.viewer, at=now, assignment=row)
    messages.success(request, f"{row.user.full_name} no longer works on this case.")
    return redirect("casework:case", row.case_id)


def share(request: Request, case_id: int) -> HttpResponse:
    """Let another organisation work on a case."""
    now = timezone.now()
    found = get_object_or_404(queries.cases_to_read(request.viewer, at=now), pk=case_id)
    access.check_can_share(request.viewer, found)
    form = forms.Share(
        request.POST or None, organisations=queries.organisations_to_share_with(found)
    )
    if request.method == "POST" and form.is_valid():
        organisation = form.cleaned_data["organisation"]
        try:
            operations.share(by=request.viewer, at=now, case=found, organisation=organisation)
        except operations.AlreadyShared as problem:
            form.add_error("organisation", str(problem))
        else:
            messages.success(request, f"{organisation.name} works on this case now.")
            return redirect("casework:case", found.pk)
    operations.note_read(by=request.viewer, at=now, case=found)
    context = {"form": form, "case_id": found.pk, "title": presenters.title_of(found)}
    return render(request, "casework/share.html", context)


@require_POST
def end_share(request: Request, share_id: int) -> HttpResponse:
    """End another organisation’s work on a case at once."""
    now = timezone.now()
    row = get_object_or_404(queries.shares_ended_by(request.viewer, at=now), pk=share_id)
    operations.end_share(by=request.viewer, at=now, share=row)
    messages.success(request, f"{row.organisation.name} no longer works on this case.")
    return redirect("casework:case", row.case_id)
