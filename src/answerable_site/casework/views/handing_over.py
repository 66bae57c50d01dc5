"""Handing the cases of one person to another, many at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.people.requests import Request


def hand_over(request: Request) -> HttpResponse:
    """Find whose cases, then choose which of them and who takes them over."""
    workers = queries.workers_on_cases(request.viewer)
    chosen = request.GET.get("worker", "")
    named = workers.values_list("pk", "full_name")
    worker = named.filter(pk=chosen).first() if chosen.isdecimal() else None
    if worker:
        return _hand_over_from(request, *worker)
    find = forms.FindPerson(request.GET or None, label="Name")
    found = queries.first_called(named, find.typed)
    return render(request, "casework/hand_over.html", {"find": find, "found": found})


def _hand_over_from(request: Request, worker: int, name: str) -> HttpResponse:
    """Choose cases of one person and who takes them over. What is shown is noted as read."""
    now = timezone.now()
    own = list(queries.running_work_of(request.viewer, worker))
    cases = [one.case for one in own]
    operations.note_listed(by=request.viewer, at=now, cases=cases)
    find = forms.FindPerson(request.GET, label="Who takes them over?")
    others = queries.posts_to_hand_to(request.viewer, on=timezone.localdate(now))
    found = queries.first_posts_called(others.exclude(user=worker), find.typed)
    form = forms.HandOver(
        request.POST or None,
        work=presenters.choices_of_work(own, queries.references_readable_by(request.viewer, cases)),
        posts=presenters.choices_of_posts(found.shown),
    )
    if request.method == "POST" and form.is_valid():
        post = next(one for one in found.shown if str(one.pk) == form.cleaned_data["post"])
        picked = set(form.cleaned_data["work"])
        try:
            count = operations.hand_over(
                by=request.viewer,
                at=now,
                work=[one for one in own if str(one.pk) in picked],
                user=post.user,
                organisation=post.organisation,
            )
        except (operations.NothingToHandOver, operations.CannotWorkOnIt) as problem:
            form.add_error("post", str(problem))
        else:
            plural = "" if count == 1 else "s"
            messages.success(
                request, f"{post.user.full_name} works on {count} case{plural} more from now on."
            )
            return redirect("casework:hand_over")
    context = {
        "form": form,
        "find": find,
        "found": found,
        "worker": worker,
        "name": name,
        "works": bool(own),
    }
    return render(request, "casework/hand_over_from.html", context)
