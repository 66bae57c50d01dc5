"""Handing the cases of one person to another, many at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from answerable_site.casework import forms, operations, presenters, queries
from answerable_site.people.requests import Request


def hand_over(request: Request) -> HttpResponse:
    """Choose whose cases, which of them and who takes them over. What is shown is noted as read."""
    now = timezone.now()
    workers = [(str(number), name) for number, name in queries.workers_on_cases(request.viewer)]
    chosen = request.GET.get("worker", "")
    is_one = chosen in dict(workers)
    own = list(queries.running_work_of(request.viewer, int(chosen))) if is_one else []
    cases = [one.case for one in own]
    operations.note_listed(by=request.viewer, at=now, cases=cases)
    references = queries.references_readable_by(request.viewer, cases)
    posts = queries.posts_to_hand_to(request.viewer, on=timezone.localdate(now)) if own else []
    form = forms.HandOver(
        request.POST or None,
        work=presenters.choices_of_work(own, references),
        posts=[(str(one.pk), presenters.post_in_words(one)) for one in posts],
    )
    if request.method == "POST" and form.is_valid():
        post = next(one for one in posts if str(one.pk) == form.cleaned_data["post"])
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
        "choose": forms.ChooseWorker(request.GET or None, workers=workers),
        "chosen": bool(own),
    }
    return render(request, "casework/hand_over.html", context)
