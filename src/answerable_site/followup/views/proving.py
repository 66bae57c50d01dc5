"""Evidence, criteria, and closing on them."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from answerable_site.design.downloads import as_received
from answerable_site.followup import access, forms, operations, presenters, queries, rules
from answerable_site.followup.operations import NewEvidence
from answerable_site.followup.views.asking import Question, ask, commitment_or_404, now, today
from answerable_site.people.requests import Request

YES = "yes"


@require_safe
def evidence_file(request: Request, evidence_id: int) -> HttpResponseBase:
    """A file as it was received: saved by the browser, never shown by it."""
    found = get_object_or_404(queries.evidence_visible_to(request.viewer), pk=evidence_id)
    if not found.stored_as:
        raise Http404
    return as_received(found.stored_as, name=found.file_name)


def add_evidence(request: Request, commitment_id: int) -> HttpResponse:
    """Add a file or a link."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_work_on(request.viewer, found)
    return ask(
        request,
        forms.AddEvidence(request.POST or None, request.FILES or None),
        Question(
            "Add evidence",
            "Add it",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The evidence was added. Somebody independent judges it.",
        ),
        lambda said: operations.add_evidence(
            **now(request),
            today=today(),
            commitment=found,
            evidence=NewEvidence(
                rules.EvidenceKind(said["kind"]),
                said["title"],
                on=said["on"],
                words=said["words"],
                address=said["address"],
                file=said["file"],
                file_name=said["file"].name if said["file"] else "",
            ),
        ),
    )


def judge_evidence(request: Request, evidence_id: int) -> HttpResponse:
    """Say whether a piece of evidence is sufficient."""
    found = get_object_or_404(queries.evidence_visible_to(request.viewer), pk=evidence_id)
    access.check_can_judge(request.viewer, found.commitment)
    back = presenters.place_of_commitment(found.commitment)
    return ask(
        request,
        forms.JudgeEvidence(request.POST or None),
        Question(
            "Is this evidence sufficient?",
            "Record it",
            back.text,
            back,
            "The judgement was recorded.",
            (("Evidence", found.title), ("What it shows", found.words)),
        ),
        lambda said: operations.judge_evidence(
            **now(request),
            evidence=found,
            is_sufficient=said["is_sufficient"] == YES,
            words=said["words"],
        ),
    )


def write_criterion(request: Request, commitment_id: int) -> HttpResponse:
    """Write what has to be true before it may be closed."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_judge(request.viewer, found)
    return ask(
        request,
        forms.WriteCriterion(request.POST or None),
        Question(
            "Write a criterion for closing",
            "Add the criterion",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The criterion was added.",
        ),
        lambda said: operations.write_criterion(
            **now(request), commitment=found, words=said["words"]
        ),
    )


def drop_criterion(request: Request, criterion_id: int) -> HttpResponse:
    """Ask for a criterion no longer."""
    found = get_object_or_404(queries.criteria_visible_to(request.viewer), pk=criterion_id)
    access.check_can_judge(request.viewer, found.commitment)
    back = presenters.place_of_commitment(found.commitment)
    return ask(
        request,
        forms.Reason(request.POST or None),
        Question(
            "Ask for this criterion no longer",
            "Drop the criterion",
            back.text,
            back,
            "The criterion is asked for no longer.",
            (("Criterion", found.words),),
        ),
        lambda said: operations.drop_criterion(
            **now(request), criterion=found, reason=said["reason"]
        ),
    )


def judge_criterion(request: Request, criterion_id: int) -> HttpResponse:
    """Say whether a criterion is met, and on what evidence."""
    found = get_object_or_404(queries.criteria_visible_to(request.viewer), pk=criterion_id)
    access.check_can_judge(request.viewer, found.commitment)
    back = presenters.place_of_commitment(found.commitment)
    evidence = queries.evidence_visible_to(request.viewer).filter(commitment=found.commitment)
    return ask(
        request,
        forms.JudgeCriterion(
            request.POST or None, evidence=evidence.exclude(by=request.viewer.user_id)
        ),
        Question(
            "Test this criterion",
            "Record the test",
            back.text,
            back,
            "The test was recorded.",
            (("Criterion", found.words),),
        ),
        lambda said: operations.judge_criterion(
            **now(request),
            criterion=found,
            is_met=said["is_met"] == YES,
            words=said["words"],
            evidence=said["evidence"],
        ),
    )


def close(request: Request, commitment_id: int) -> HttpResponse:
    """Close a commitment on criteria that were met."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_judge(request.viewer, found)
    return ask(
        request,
        forms.Close(request.POST or None),
        Question(
            "Close this commitment",
            "Close it",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "It is closed. Some months from now somebody checks that it lasts.",
        ),
        lambda said: operations.close_commitment(
            **now(request), today=today(), commitment=found, words=said["words"]
        ),
    )


def check_closure(request: Request, closure_id: int) -> HttpResponse:
    """Say whether a closure lasted."""
    found = get_object_or_404(queries.closures_visible_to(request.viewer), pk=closure_id)
    access.check_can_judge(request.viewer, found.commitment)
    back = presenters.place_of_commitment(found.commitment)
    return ask(
        request,
        forms.CheckClosure(request.POST or None),
        Question(
            "Did this closure last?",
            "Record the check",
            back.text,
            back,
            "The check was recorded.",
            (("It was closed because", found.words),),
        ),
        lambda said: operations.check_closure(
            **now(request),
            today=today(),
            closure=found,
            lasted=said["lasted"] == YES,
            words=said["words"],
        ),
    )


def reopen(request: Request, commitment_id: int) -> HttpResponse:
    """Open a closed commitment again."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_judge(request.viewer, found)
    return ask(
        request,
        forms.Reason(request.POST or None),
        Question(
            "Open this commitment again",
            "Open it again",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "It is open again. Its original date stays.",
        ),
        lambda said: operations.reopen_commitment(
            **now(request), commitment=found, reason=said["reason"]
        ),
    )
