"""Links of references to cases: looked for, decided on by two people, ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from answerable.documents import Unreadable
from answerable.mappings import NotThisSource
from answerable_site.intake import access, forms, operations, presenters, queries
from answerable_site.intake.rules import OPEN, LinkState
from answerable_site.people.requests import Request
from answerable_site.people.rules import OrganisationKind, Role

_PAGE = 25


@require_safe
def links(request: Request) -> HttpResponse:
    """Links on which somebody has still to decide, or those that were decided on."""
    is_decided = request.GET.get("show") == "decided"
    seen = queries.links_decided if is_decided else queries.links_that_wait
    page = Paginator(seen(request.viewer), _PAGE).get_page(request.GET.get("page"))
    context = {
        "links": [presenters.link_line(one) for one in page],
        "page": page,
        "is_decided": is_decided,
        "can_find_pairs": request.viewer.holds(Role.SUPERVISOR),
    }
    return render(request, "intake/links.html", context)


@require_POST
def find_links(request: Request, load_id: int) -> HttpResponse:
    """Look for cases that the rows of a load may mean."""
    found = get_object_or_404(queries.loads_seen_by(request.viewer), pk=load_id)
    try:
        sought = operations.Sought.of(by=request.viewer, batch=found)
    except operations.TooManyReferences as problem:
        messages.error(request, str(problem))
        return redirect("intake:load", load_id)
    proposals = operations.propose_links(by=request.viewer, at=timezone.now(), sought=sought)
    messages.success(request, presenters.words_of_proposals(proposals))
    return redirect("intake:links")


@require_POST
def find_pairs(request: Request) -> HttpResponse:
    """Look for cases that bear the same URN, in each force of the viewer’s."""
    forces = queries.organisations_loaded_by(request.viewer).filter(
        kind=OrganisationKind.POLICE_FORCE
    )
    new = sum(
        operations.propose_pairs(by=request.viewer, at=timezone.now(), force=one) for one in forces
    )
    messages.success(request, presenters.words_of_pairs(new))
    return redirect("intake:links")


@require_safe
def link(request: Request, link_id: int) -> HttpResponse:
    """What is proposed, and why; to the force of the case, which case it is."""
    found = get_object_or_404(queries.links_seen_by(request.viewer), pk=link_id)
    opened = operations.open_link(by=request.viewer, at=timezone.now(), link=found)
    shown = presenters.shown_link(found, opened, viewer=request.viewer)
    return render(request, "intake/link.html", {"link": shown})


def accept_link(request: Request, link_id: int) -> HttpResponse:
    """Accept, as the first of two people, what was proposed."""
    found = _in_state(request, link_id, LinkState.PROPOSED)
    access.check_can_accept(request.viewer, found)
    return _decide(request, found, "accept", operations.accept_link)


def confirm_link(request: Request, link_id: int) -> HttpResponse:
    """Confirm, as the second of two people, what was accepted."""
    found = _in_state(request, link_id, LinkState.ACCEPTED)
    access.check_can_confirm(request.viewer, found)
    return _decide(request, found, "confirm", operations.confirm_link)


def refuse_link(request: Request, link_id: int) -> HttpResponse:
    """Refuse what was proposed."""
    return _decide(request, _in_state(request, link_id, *OPEN), "refuse", operations.refuse_link)


def end_link(request: Request, link_id: int) -> HttpResponse:
    """End a link that stands."""
    found = _in_state(request, link_id, LinkState.CONFIRMED)
    return _decide(request, found, "end", operations.end_link, presenters.words_of_ended)


@require_POST
def offer_linked(request: Request, link_id: int) -> HttpResponse:
    """Offer the rows again that wait for a link which stands."""
    found = _in_state(request, link_id, LinkState.CONFIRMED)
    access.check_can_accept(request.viewer, found)
    if found.source is None:
        raise Http404
    try:
        rows = operations.offer_linked(by=request.viewer, at=timezone.now(), link=found)
    except (
        operations.LinkDoesNotWait,
        *(operations.StillDoubtful, Unreadable, NotThisSource),
    ) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"Rows loaded: {rows}.")
    return redirect("intake:link", link_id)


def _in_state(request: Request, link_id: int, *states: LinkState) -> Any:
    return get_object_or_404(queries.links_seen_by(request.viewer), pk=link_id, state__in=states)


def _decide(
    request: Request,
    link: Any,
    name: str,
    operation: Callable[..., Any],
    words_of: Callable[[Any], str] | None = None,
) -> HttpResponse:
    act = presenters.act_on(link, name)
    form = forms.DecideOnLink(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            done = operation(
                by=request.viewer, at=timezone.now(), link=link, why=form.cleaned_data["why"]
            )
        except (operations.WhyMissing, operations.WhyTellsReference) as problem:
            form.add_error("why", str(problem))
        except operations.LinkDoesNotWait as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, words_of(done) if words_of else act.done)
            return redirect("intake:link", link.pk)
    context = {"form": form, "act": act, "link": presenters.link_line(link)}
    return render(request, "intake/decide_link.html", context)
