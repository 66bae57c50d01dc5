"""What the navigation at the top of each page offers a viewer."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse

from answerable.languages import say
from answerable_site.config.policy import rule_for
from answerable_site.design.dates import moment_in_words
from answerable_site.home.guides import guide_for
from answerable_site.people.rules import ANONYMOUS, Viewer
from answerable_site.people.signing_in import sessions

_MAIN = (
    (say("What is due"), "home:due"),
    (say("Search"), "search:search"),
    (say("Register"), "register:recommendations"),
    (say("Responses"), "responses:responses"),
    (say("Follow-up"), "followup:commitments"),
    (say("Meetings"), "scrutiny:meetings"),
    (say("Cases"), "casework:cases"),
    (say("Loads"), "intake:loads"),
    (say("Data cuts"), "figures:cuts"),
    (say("Figures"), "figures:releases"),
    (say("Reviews of files"), "casereviews:programmes"),
    (say("Files to review"), "casereviews:mine"),
    (say("Results of reviews"), "casereviews:releases"),
    (say("Scrutiny panels"), "casereviews:panels"),
    (say("Access review"), "accessreview:overview"),
    (say("Looks to confirm"), "accessreview:to_confirm"),
    (say("Training"), "training:overview"),
    (say("My training"), "training:mine"),
    (say("Support services"), "support:services"),
    (say("Surveys"), "support:surveys"),
    (say("People"), "people:people"),
    (say("Public register"), "publication:register"),
    (say("Account"), "people:account"),
)
_ENTRIES = frozenset(route for _, route in _MAIN)
_SIGN_IN = (say("Sign in"), "account_login")
_FOOTER = (
    (say("Accessibility statement"), "home:accessibility"),
    (say("Privacy"), "home:privacy"),
    (say("Cookies"), "home:cookies"),
    (say("Guides"), "home:guides"),
)


def entries(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Text, address and whether the page belongs to it, for every page the viewer may open."""
    shown = [(text, route) for text, route in _MAIN if _may_open(request, route)]
    if not _viewer(request).is_signed_in:
        shown.append(_SIGN_IN)
    leading = {route.partition(":")[0]: route for _, route in reversed(shown)}
    return [_entry(request, text, route, leading) for text, route in shown]


def footer(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """The pages that every public site needs."""
    return [_entry(request, text, route, {}) for text, route in _FOOTER]


def warning(request: HttpRequest) -> str:
    """What somebody must know on every page: that the session ends soon. Empty otherwise."""
    ends_at = sessions.warning(request) if hasattr(request, "user") else None
    if ends_at is None:
        return ""
    return say(
        "You will be signed out on {moment}, 12 hours after you signed in. Save what you are "
        "writing, then sign out and in again.",
        moment=moment_in_words(ends_at),
    )


def help_with_page(request: HttpRequest) -> str:
    """Where the guide is that helps with the page, for whoever works here; empty where none is."""
    match = request.resolver_match
    found = guide_for(match.view_name) if match and _viewer(request).is_signed_in else None
    return reverse("home:guide", args=found) if found else ""


def sign_out(request: HttpRequest) -> str:
    """Where the form for signing out leads; nowhere for whoever is not signed in."""
    return reverse("people:sign_out") if _viewer(request).is_signed_in else ""


def _may_open(request: HttpRequest, route: str) -> bool:
    return bool(rule_for(route).test(_viewer(request)))


def _viewer(request: HttpRequest) -> Viewer:
    # A request that failed before its viewer was known sees what the public sees.
    viewer: Viewer = getattr(request, "viewer", ANONYMOUS)
    return viewer


def _entry(
    request: HttpRequest, text: str, route: str, leading: Mapping[str, str]
) -> tuple[str, str, bool]:
    """One entry.

    Args:
        leading: the first entry that is shown of each app. It stands for all pages of the app that
            are no entry themselves.
    """
    match = request.resolver_match
    app = route.partition(":")[0]
    active = match is not None and (
        match.view_name == route
        or (
            match.app_name == app
            and app not in {"home", "people"}
            and leading.get(app) == route
            and match.view_name not in _ENTRIES
        )
    )
    return text, reverse(route), active
