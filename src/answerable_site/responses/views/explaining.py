"""The page on which one finding is answered, with what may help beside it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from answerable_site.followup import queries as followup_queries
from answerable_site.people.requests import Request
from answerable_site.register import presenters as register_presenters
from answerable_site.register import queries as register_queries
from answerable_site.responses import access, forms, operations, presenters, queries
from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.unsaved import form_of_finding
from answerable_site.responses.views.gathering import dossier_or_404
from answerable_site.responses.views.saving import Page, gives_both, text_initial, write


def explain(request: Request, inspection_id: int, body: str, finding_id: int) -> HttpResponse:
    """Answer one finding."""
    held = dossier_or_404(request, inspection_id, body)
    access.check_can_draft(request.viewer, held.body.pk)
    finding = next((f for f in held.facts.report.findings if f.id == finding_id), None)
    if finding is None:
        raise Http404
    saved = held.explanations.get(finding_id)
    chosen = [priority.pk for priority in saved.priorities.all()] if saved else []
    inserts = request.method == "POST" and "insert_sentence" in request.POST
    form = forms.Explanation(
        None if inserts else request.POST or None,
        initial=_initial(saved, chosen),
        choices=_choices(request, held, chosen),
        in_both=gives_both(request, held, form_of_finding(finding_id)),
    )
    shown_help = _help(request, held, finding_id)
    if inserts:
        _insert(form, request, shown_help.sentence)
    return write(
        request,
        held,
        form,
        Page(
            name=form_of_finding(finding_id),
            kind=f"explanation-{finding_id}",
            template="responses/explain.html",
            success="The explanation was saved.",
            operation=operations.explain_finding,
            latest=lambda fresh: fresh.explanations.get(finding_id),
            then="explanations",
        ),
        more={"finding_id": finding_id},
        context={
            "finding": presenters.shown_finding(finding, held),
            "help": shown_help,
        },
    )


def _insert(form: forms.Explanation, request: Request, sentence: str) -> None:
    """Put the sentence that the writer asked for behind what they typed; nothing is saved."""
    typed = request.POST
    forms.put_back(form, dict(typed.lists()), version=typed.get("version", ""))
    text = typed.get("text", "").strip()
    if sentence and sentence not in text:
        form.initial["kind"] = ExplanationKind.FOR_OTHERS
        form.initial["text"] = f"{text}\n\n{sentence}".strip()


def _initial(saved: Any, chosen: list[int]) -> dict[str, Any]:
    initial = text_initial(saved)
    if saved:
        initial |= {
            "kind": saved.kind,
            "due_on": saved.due_on,
            "owner": saved.owner,
            "answered_in": saved.answered_in_id,
            "priorities": chosen,
        }
        if saved.position:
            initial["position"] = saved.position
    return initial


def _choices(request: Request, held: Dossier, chosen: list[int]) -> forms.Choices:
    today = timezone.localdate()
    priorities = register_queries.priorities_to_choose(
        request.viewer, held.body.pk, on=today, chosen=chosen
    )
    others = queries.other_responses(request.viewer, held.body, held.inspection)
    return forms.Choices(
        responses=tuple((str(one.pk), presenters.response_words(one)) for one in others),
        priorities=tuple(
            (str(one.pk), register_presenters.priority_words(one, on=today)) for one in priorities
        ),
    )


def _help(request: Request, held: Dossier, finding_id: int) -> presenters.ShownHelp:
    recommendation = get_object_or_404(
        register_queries.whole_recommendations(request.viewer), pk=finding_id
    )
    earlier = queries.earlier_answers(request.viewer, held.body, finding_id)
    about = [finding_id, *(one.recommendation.pk for one in earlier)]
    return presenters.shown_help(
        recommendation,
        earlier,
        followed=followup_queries.commitments_about(request.viewer, about, body_id=held.body.pk),
        body=held.body,
        viewer=request.viewer,
        on=timezone.localdate(),
    )
