"""Three states, each said by those whose it is."""

from __future__ import annotations

from django.http import HttpResponse

from answerable_site.followup import access, forms, operations, presenters, queries, rules
from answerable_site.followup.views.asking import Question, ask, commitment_or_404, now, today
from answerable_site.people.requests import Request


def state_own_view(request: Request, commitment_id: int) -> HttpResponse:
    """Say how the organisation that has to act sees it."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_work_on(request.viewer, found)
    return ask(
        request,
        forms.StateOwnView(request.POST or None, initial={"on": today()}),
        Question(
            f"State how {found.organisation.name} sees it",
            "State it",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The own view was stated.",
        ),
        lambda said: operations.state_own_view(
            **now(request),
            today=today(),
            commitment=found,
            view=rules.OwnView(said["view"]),
            on=said["on"],
            words=said["words"],
        ),
    )


def give_assurance(request: Request, commitment_id: int) -> HttpResponse:
    """Say what the office judges on what it has seen."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_judge(request.viewer, found)
    levels = queries.assurance_levels_of(found.body_id)
    return ask(
        request,
        forms.GiveAssurance(request.POST or None, levels=levels),
        Question(
            "Give assurance",
            "Give this assurance",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The assurance was given.",
        ),
        lambda said: operations.give_assurance(
            **now(request),
            today=today(),
            commitment=found,
            level=said["level"],
            words=said["words"],
        ),
    )


def record_inspectorate(request: Request, commitment_id: int) -> HttpResponse:
    """Write down what the inspectorate says."""
    found = commitment_or_404(request, commitment_id)
    access.check_can_judge(request.viewer, found)
    levels = queries.closure_levels_of(found.body_id)
    return ask(
        request,
        forms.RecordInspectorate(request.POST or None, closure_levels=levels),
        Question(
            "Record what the inspectorate says",
            "Record it",
            presenters.caption_of(found),
            presenters.place_of_commitment(found),
            "The inspectorate’s status was recorded.",
        ),
        lambda said: operations.record_inspectorate_status(
            **now(request),
            today=today(),
            commitment=found,
            status=rules.InspectorateStatus(said["status"]),
            on=said["on"],
            words=said["words"],
            source_address=said["source_address"],
            closure_level=said["closure_level"],
        ),
    )
