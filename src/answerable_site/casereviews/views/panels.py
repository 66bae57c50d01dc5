"""Scrutiny panels: convened, given anonymised bundles, scored by each member, concluded."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casereviews import access, forms, operations, presenters, queries
from answerable_site.casereviews.rules import OutOfOrder, drafted_bundle
from answerable_site.casework import operations as casework
from answerable_site.casework import queries as case_queries
from answerable_site.design.asking import Question, ask
from answerable_site.people.requests import Request


@require_safe
def panels(request: Request) -> HttpResponse:
    """Panels that the viewer keeps, sits on or writes for."""
    context = {
        "panels": queries.panels_seen_by(request.viewer),
        "can_convene": access.convenes.test(request.viewer),
    }
    return render(request, "casereviews/panels.html", context)


def convene(request: Request) -> HttpResponse:
    """Begin a panel."""
    form = forms.Convene(request.POST or None, bodies=queries.bodies_convened_for(request.viewer))
    if request.method == "POST" and form.is_valid():
        begun = operations.convene_panel(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "The panel was begun. Plan its sittings next.")
        return redirect("casereviews:panel", begun.pk)
    question = presenters.question(
        "convene", caption="", back=reverse("casereviews:panels"), back_text="Scrutiny panels"
    )
    return ask(request, form, question)


@require_safe
def panel(request: Request, panel_id: int) -> HttpResponse:
    """One panel with its sittings and the bundles that the viewer sees."""
    found = get_object_or_404(queries.panels_seen_by(request.viewer), pk=panel_id)
    sittings = queries.sittings_of(request.viewer, found)
    context = {
        "panel": found,
        "sittings": [presenters.shown_sitting(one) for one in sittings],
        "keeps": access.can_convene(request.viewer, found.body_id),
    }
    return render(request, "casereviews/panel.html", context)


def add_sitting(request: Request, panel_id: int) -> HttpResponse:
    """Plan a sitting."""
    found = get_object_or_404(queries.panels_kept_by(request.viewer), pk=panel_id)
    form = forms.AddSitting(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            operations.plan_sitting(
                by=request.viewer, at=timezone.now(), panel=found, **form.cleaned_data
            )
        except OutOfOrder as problem:
            form.add_error("on", str(problem))
        else:
            messages.success(request, "The sitting was planned.")
            return redirect("casereviews:panel", found.pk)
    return ask(request, form, _question("add_sitting", found.title, found.pk))


def open_discussion(request: Request, sitting_id: int) -> HttpResponse:
    """Begin the discussion of a sitting."""
    found = get_object_or_404(queries.sittings_kept_by(request.viewer), pk=sitting_id)
    form = forms.Nothing(request.POST or None)
    if request.method == "POST":
        try:
            operations.open_discussion(by=request.viewer, at=timezone.now(), sitting=found)
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The discussion has begun.")
        return redirect("casereviews:panel", found.panel_id)
    return ask(request, form, _question("open_discussion", found.panel.title, found.panel_id))


def write_bundle(request: Request, entry_id: int) -> HttpResponse:
    """Write what a panel is to read of a drawn file; who has not opened the case is asked for a
    reason first. Reading it for the draft leaves an entry."""
    now = timezone.now()
    entry = get_object_or_404(queries.drawn_seen_by(request.viewer), pk=entry_id)
    case = case_queries.cases_to_read(request.viewer, at=now).filter(pk=entry.case_id).first()
    if case is None:
        messages.info(request, "Open the case with a reason first.")
        return redirect("casework:open", entry.case_id)
    casework.note_read(
        by=request.viewer, at=now, case=case, purpose="To write a bundle for a scrutiny panel."
    )
    desk = case_queries.desk_of(request.viewer, case)
    form = forms.WriteBundle(
        request.POST or None,
        initial={"text": drafted_bundle(desk.file)},
        sittings=queries.sittings_to_write_for(
            entry.programme.force_id, on=timezone.localdate(now)
        ),
    )
    if request.method == "POST" and form.is_valid():
        written = operations.write_bundle(
            by=request.viewer, at=now, entry=entry, **form.cleaned_data
        )
        messages.success(request, "Another supervisor looks at it before the panel does.")
        return redirect("casereviews:bundle", written.pk)
    question = presenters.question(
        "write_bundle",
        caption=presenters.title_of(entry),
        back=reverse("casereviews:file", args=[entry.pk]),
        back_text=presenters.title_of(entry),
    )
    return ask(request, form, question)


@require_safe
def bundle(request: Request, bundle_id: int) -> HttpResponse:
    """One bundle, and what was said of it as far as the viewer sees that."""
    found = get_object_or_404(queries.bundles_seen_by(request.viewer), pk=bundle_id)
    waits = found.released_at is None and found.withdrawn_at is None
    sits = queries.bundles_scored_by(request.viewer).filter(pk=found.pk).exists()
    keeps = queries.bundles_concluded_by(request.viewer).filter(pk=found.pk).exists()
    begun = found.sitting.opened_at is not None
    of_force = queries.bundles_of_force(request.viewer).filter(pk=found.pk).exists()
    context = {
        "bundle": presenters.shown_bundle(found),
        "scores": presenters.opinions(queries.scores_shown(request.viewer, found)),
        "conclusions": presenters.conclusions(queries.conclusions_of(found)),
        "can_release": waits and access.can_release_bundle(request.viewer, found),
        "can_withdraw": of_force and found.withdrawn_at is None,
        "can_score": sits and not begun,
        "can_conclude": keeps and begun,
    }
    return render(request, "casereviews/bundle.html", context)


def release_bundle(request: Request, bundle_id: int) -> HttpResponse:
    """Give a bundle to the panel, after every clue in it was looked at."""
    found = get_object_or_404(queries.bundles_of_force(request.viewer), pk=bundle_id)
    form = forms.Nothing(request.POST or None)
    if request.method == "POST":
        try:
            operations.release_bundle(by=request.viewer, at=timezone.now(), bundle=found)
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The panel reads the bundle now.")
        return redirect("casereviews:bundle", found.pk)
    access.check_can_release_bundle(request.viewer, found)
    context = {
        "form": form,
        "bundle": presenters.shown_bundle(found),
        "clues": presenters.clues_in_words(found),
    }
    return render(request, "casereviews/release_bundle.html", context)


def withdraw_bundle(request: Request, bundle_id: int) -> HttpResponse:
    """Take a bundle back."""
    found = get_object_or_404(queries.bundles_of_force(request.viewer), pk=bundle_id)
    form = forms.Words(
        request.POST or None,
        label="Why is it withdrawn?",
        required="Say why it is withdrawn",
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_bundle(
                by=request.viewer, at=timezone.now(), bundle=found, **form.cleaned_data
            )
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The panel reads the bundle no longer.")
        return redirect("casereviews:bundle", found.pk)
    return ask(request, form, _about(found.pk, found.title, "withdraw_bundle"))


def score_bundle(request: Request, bundle_id: int) -> HttpResponse:
    """Say what a member thinks of a bundle, before the discussion."""
    found = get_object_or_404(queries.bundles_scored_by(request.viewer), pk=bundle_id)
    form = forms.PanelSays(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.score_bundle(by=request.viewer, at=timezone.now(), bundle=found, **form.said)
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "Your score was kept. You can change it until you talk.")
        return redirect("casereviews:bundle", found.pk)
    return ask(request, form, _about(found.pk, found.title, "score_bundle"))


def conclude(request: Request, bundle_id: int) -> HttpResponse:
    """Record what the panel came to."""
    found = get_object_or_404(queries.bundles_concluded_by(request.viewer), pk=bundle_id)
    form = forms.PanelSays(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.conclude(by=request.viewer, at=timezone.now(), bundle=found, **form.said)
        except OutOfOrder as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The conclusion was recorded.")
        return redirect("casereviews:bundle", found.pk)
    return ask(request, form, _about(found.pk, found.title, "conclude"))


def _question(what: str, title: str, panel_id: int) -> Question:
    back = reverse("casereviews:panel", args=[panel_id])
    return presenters.question(what, caption=title, back=back, back_text=title)


def _about(bundle_id: int, title: str, what: str) -> Question:
    back = reverse("casereviews:bundle", args=[bundle_id])
    return presenters.question(what, caption=title, back=back, back_text=title)
