"""Courses, their versions, and from when to when those count."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.design.asking import ask
from answerable_site.people.requests import Request
from answerable_site.training import forms, operations, presenters, queries


@require_safe
def courses(request: Request) -> HttpResponse:
    """Every course that the viewer keeps."""
    kept = queries.courses_visible_to(request.viewer)
    shown = [presenters.shown_course(one, queries.versions_of(one)) for one in kept]
    return render(request, "training/courses.html", {"courses": shown})


def add_course(request: Request) -> HttpResponse:
    """Keep a further course."""
    organisations = queries.organisations_kept_by(request.viewer)
    form = forms.AddCourse(request.POST or None, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        try:
            added = operations.add_course(by=request.viewer, at=timezone.now(), **form.cleaned_data)
        except operations.NameTaken as problem:
            form.add_error("code", str(problem))
        else:
            messages.success(request, "The course was added. Add its versions next.")
            return redirect("training:course", added.pk)
    question = presenters.question(
        "add_course", caption="", back=reverse("training:courses"), back_text="Courses"
    )
    return ask(request, form, question)


@require_safe
def course(request: Request, course_id: int) -> HttpResponse:
    """One course."""
    found = get_object_or_404(queries.courses_visible_to(request.viewer), pk=course_id)
    shown = presenters.shown_course(found, queries.versions_of(found))
    return render(request, "training/course.html", {"course": shown})


def add_version(request: Request, course_id: int) -> HttpResponse:
    """Add a version of a course."""
    found = get_object_or_404(queries.courses_visible_to(request.viewer), pk=course_id)
    form = forms.AddVersion(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_version(
                by=request.viewer, at=timezone.now(), course=found, **form.cleaned_data
            )
        except operations.NameTaken as problem:
            form.add_error("label", str(problem))
        else:
            messages.success(request, "The version was added. Say when it counts next.")
            return redirect("training:course", found.pk)
    return _ask_about(request, form, "add_version", found, found.code)


def succeed(request: Request, course_id: int) -> HttpResponse:
    """Record which course succeeds another."""
    kept = queries.courses_visible_to(request.viewer)
    found = get_object_or_404(kept.filter(succeeded_by__isnull=True), pk=course_id)
    others = kept.filter(organisation=found.organisation).exclude(pk=found.pk)
    form = forms.SucceedCourse(request.POST or None, courses=others)
    if request.method == "POST" and form.is_valid():
        try:
            operations.succeed_course(
                by=request.viewer, at=timezone.now(), course=found, **form.cleaned_data
            )
        except operations.CannotSucceed as problem:
            form.add_error("successor", str(problem))
        else:
            messages.success(request, "The successor was recorded.")
            return redirect("training:course", found.pk)
    return _ask_about(request, form, "succeed", found, found.code)


def add_counting(request: Request, version_id: int) -> HttpResponse:
    """Record from when to when a version counts."""
    found = get_object_or_404(queries.versions_visible_to(request.viewer), pk=version_id)
    form = forms.AddCounting(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_counting(
                by=request.viewer,
                at=timezone.now(),
                version=found,
                new=form.cleaned_data["new"],
            )
        except ValueError as problem:
            form.add_error("from_on", str(problem))
        else:
            messages.success(request, f"It was recorded when {found.name} counts.")
            return redirect("training:course", found.course_id)
    return _ask_about(request, form, "add_counting", found.course, found.name)


def end_counting(request: Request, counting_id: int) -> HttpResponse:
    """Record the last day on which a version counts."""
    running = queries.countings_visible_to(request.viewer).filter(
        to_on__isnull=True, struck_at__isnull=True
    )
    found = get_object_or_404(running, pk=counting_id)
    form = forms.LastDay(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.end_counting(
                by=request.viewer,
                at=timezone.now(),
                counting=found,
                last_day=form.cleaned_data["last_day"],
            )
        except ValueError as problem:
            form.add_error("last_day", str(problem))
        else:
            messages.success(request, "The last day was recorded.")
            return redirect("training:course", found.version.course_id)
    return _ask_about(request, form, "end_counting", found.version.course, found.version.name)


def _ask_about(request: Request, form: Any, what: str, course: Any, caption: str) -> HttpResponse:
    back = reverse("training:course", args=[course.pk])
    question = presenters.question(what, caption=caption, back=back, back_text=course.code)
    return ask(request, form, question)
