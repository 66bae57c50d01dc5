"""Recommendations: listed, shown, entered by hand, corrected; what people record about them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design import filters
from answerable_site.people.access import Refused
from answerable_site.people.queries import policing_bodies_of
from answerable_site.people.requests import Request
from answerable_site.register import forms, operations, presenters, proposals, queries
from answerable_site.register.access import check_can_decide, officers
from answerable_site.register.queries import Due, Line, Order, Wanted

PAGE = 25
MOST_TO_LINK = 20


@require_safe
def recommendations(request: Request) -> HttpResponse:
    """The register: every recommendation that the viewer may see, filtered and searched."""
    form = _filter_form(request)
    today = timezone.localdate()
    found = queries.listed_recommendations(request.viewer, _wanted(form), on=today)
    pages: Paginator[Line] = Paginator(found, PAGE)  # type: ignore[arg-type]
    page = pages.get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "chips": filters.chips(form),
        "page": page,
        "recommendations": [presenters.listed_recommendation(one, on=today) for one in page],
        "can_add": officers.test(request.viewer),
    }
    return render(request, "register/recommendations.html", context)


@require_safe
def recommendation(request: Request, recommendation_id: int) -> HttpResponse:
    """One recommendation with everything recorded about it."""
    found = get_object_or_404(queries.whole_recommendations(request.viewer), pk=recommendation_id)
    own = queries.bodies_added_for(request.viewer)
    context = {
        "recommendation": presenters.shown_recommendation(
            found, viewer=request.viewer, on=timezone.localdate()
        ),
        "themes": queries.themes_of(request.viewer).filter(recommendations=found),
        "can_group": own.exists(),
    }
    return render(request, "register/recommendation.html", context)


def add_recommendation(request: Request, inspection_id: int) -> HttpResponse:
    """Enter a recommendation that was not found."""
    inspection = get_object_or_404(queries.inspections_visible_to(request.viewer), pk=inspection_id)
    check_can_decide(request.viewer, inspection)
    form = forms.AddRecommendation(
        request.POST or None,
        initial={"deadline_form": "none"},
        causes=_causes(inspection),
    )
    if request.method == "POST" and form.is_valid():
        made = operations.add_recommendation(
            by=request.viewer,
            at=timezone.now(),
            inspection=inspection,
            draft=form.draft(),
            page=form.cleaned_data["page"],
            reason=form.cleaned_data["reason"],
            parent=_parent(inspection, form),
        )
        messages.success(request, "The recommendation was entered.")
        return redirect("register:recommendation", made.pk)
    context = {"form": form, "formset": form.limbs, "inspection": inspection}
    return render(request, "register/add_recommendation.html", context)


def correct_recommendation(request: Request, recommendation_id: int) -> HttpResponse:
    """Correct the facts of a recommendation, with a reason."""
    found = _to_change(request, recommendation_id)
    form = forms.CorrectRecommendation(
        request.POST or None,
        initial=forms.CorrectRecommendation.initial_of(proposals.as_draft(found))
        | {"parent": str(found.parent_id or "")},
        causes=_causes(found.inspection, except_for=found.pk),
    )
    if request.method == "POST" and form.is_valid():
        try:
            changed = operations.correct_recommendation(
                by=request.viewer,
                at=timezone.now(),
                recommendation=found,
                draft=form.draft(),
                parent=_parent(found.inspection, form),
                reason=form.cleaned_data["reason"],
            )
        except operations.AddresseeHasStatements as problem:
            form.add_error("addressees", str(problem))
        else:
            said = f"Corrected: {', '.join(changed)}." if changed else "Nothing was changed."
            messages.success(request, said)
            return redirect("register:recommendation", recommendation_id)
    context = {"form": form, "formset": form.limbs, "recommendation_id": recommendation_id}
    return render(request, "register/correct_recommendation.html", context)


def set_deadline(request: Request, recommendation_id: int) -> HttpResponse:
    """Set the date that the office works to, with its reason."""
    found = _to_change(request, recommendation_id)
    form = forms.SetWorkingDeadline(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.set_working_deadline(
            by=request.viewer, at=timezone.now(), recommendation=found, **form.cleaned_data
        )
        messages.success(request, "The date was set.")
        return redirect("register:recommendation", recommendation_id)
    context = {"form": form, "recommendation": _shown(request, found)}
    return render(request, "register/set_deadline.html", context)


def add_statement(request: Request, addressee_id: int) -> HttpResponse:
    """Record what an addressee is known to have said or done."""
    addressee = get_object_or_404(queries.addressees_visible_to(request.viewer), pk=addressee_id)
    found = addressee.recommendation
    check_can_decide(request.viewer, found.inspection)
    form = forms.RecordStatement(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.record_statement(
            by=request.viewer, at=timezone.now(), addressee=addressee, **form.cleaned_data
        )
        messages.success(request, f"What is known of {addressee.name} was recorded.")
        return redirect("register:recommendation", found.pk)
    context = {"form": form, "name": addressee.name, "recommendation_id": found.pk}
    return render(request, "register/add_statement.html", context)


def link_recommendation(request: Request, recommendation_id: int) -> HttpResponse:
    """Record how a recommendation relates to an earlier one, found by searching."""
    found = _to_change(request, recommendation_id)
    typed = request.GET.get("q", "")
    alike = queries.similar_recommendations(request.viewer, found) if not typed else []
    offered = queries.linkable_recommendations(request.viewer, found, typed)[:MOST_TO_LINK]
    earlier = {str(one.pk): one for one in (*(one for one, _ in alike), *offered)}
    form = forms.LinkRecommendation(
        request.POST or None,
        earlier=presenters.earlier_to_link(earlier, {str(one.pk): part for one, part in alike}),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.link_recommendations(
                by=request.viewer,
                at=timezone.now(),
                recommendation=found,
                earlier=earlier[form.cleaned_data["earlier"]],
                kind=form.cleaned_data["kind"],
                reason=form.cleaned_data["reason"],
            )
        except operations.AlreadyLinked as problem:
            form.add_error("earlier", str(problem))
        else:
            messages.success(request, "The link was recorded.")
            return redirect("register:recommendation", recommendation_id)
    context = {
        "form": form,
        "recommendation": _shown(request, found),
        "q": typed,
        "offered": len(offered),
        "alike": len(alike),
        "most": MOST_TO_LINK,
    }
    return render(request, "register/link_recommendation.html", context)


def choose_themes(request: Request, recommendation_id: int) -> HttpResponse:
    """Group a recommendation under the office's own themes."""
    found = get_object_or_404(queries.whole_recommendations(request.viewer), pk=recommendation_id)
    body = queries.bodies_grouping(request.viewer, found.inspection).first()
    if body is None:
        raise Refused("Only a response officer of a body that this report concerns can do this.")
    themes = queries.themes_of(request.viewer).filter(held_by=body)
    chosen = themes.filter(recommendations=found)
    form = forms.ChooseThemes(
        request.POST or None,
        initial={"themes": [theme.name for theme in chosen]},
        themes=[(theme.name, theme.name) for theme in themes],
    )
    if request.method == "POST" and form.is_valid():
        operations.choose_themes(
            by=request.viewer,
            at=timezone.now(),
            body=body,
            recommendation=found,
            names=form.names(),
        )
        messages.success(request, "The themes were saved.")
        return redirect("register:recommendation", recommendation_id)
    context = {"form": form, "recommendation": _shown(request, found), "body": body}
    return render(request, "register/choose_themes.html", context)


def _filter_form(request: Request) -> forms.FilterRecommendations:
    viewer = request.viewer
    return forms.FilterRecommendations(
        request.GET,
        dues=[(due.value, due.label) for due in Due],
        orders=[(order.value, order.label) for order in Order],
        themes=[(str(theme.pk), theme.name) for theme in queries.themes_of(viewer)],
        bodies=_bodies_to_choose(request),
        inspections=_report_named(request),
    )


def _bodies_to_choose(request: Request) -> list[tuple[str, str]]:
    if len(request.viewer.policing_body_ids) < 2:
        return []
    return [(str(body.pk), body.name) for body in policing_bodies_of(request.viewer)]


def _report_named(request: Request) -> list[tuple[str, str]]:
    named = request.GET.get("inspection", "")
    if not (named.isascii() and named.isdigit() and len(named) < 10):
        return []
    reports = queries.inspections_visible_to(request.viewer).filter(pk=named)
    return [(named, presenters.shortened(one.title)) for one in reports]


def _wanted(form: forms.FilterRecommendations) -> Wanted:
    form.is_valid()
    typed = form.cleaned_data
    return Wanted(
        words=typed.get("q", ""),
        kinds=tuple(typed.get("kind", ())),
        addressee_kind=typed.get("addressee", ""),
        inspection_kind=typed.get("inspection_kind", ""),
        inspection_id=_key(typed.get("inspection")),
        theme_id=_key(typed.get("theme")),
        body_id=_key(typed.get("body")),
        due=typed.get("due", ""),
        order=typed.get("sort", Order.NEWEST),
    )


def _key(chosen: str | None) -> int | None:
    return int(chosen) if chosen else None


def _to_change(request: Request, recommendation_id: int) -> Any:
    found = get_object_or_404(queries.whole_recommendations(request.viewer), pk=recommendation_id)
    check_can_decide(request.viewer, found.inspection)
    return found


def _shown(request: Request, found: Any) -> presenters.ShownRecommendation:
    return presenters.shown_recommendation(found, viewer=request.viewer, on=timezone.localdate())


def _causes(inspection: Any, except_for: int | None = None) -> list[tuple[str, str]]:
    return [
        (str(cause.pk), presenters.shortened(cause.text))
        for cause in queries.causes_of_concern(inspection, except_for)
    ]


def _parent(inspection: Any, form: Any) -> Any:
    if form.parent_id is None:
        return None
    return queries.causes_of_concern(inspection).filter(pk=form.parent_id).first()
