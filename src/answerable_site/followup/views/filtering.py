"""What a request asks a list for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from answerable_site.followup import forms, queries
from answerable_site.people.requests import Request
from answerable_site.register.presenters import shortened


def filters_of(request: Request, *, whole: bool = False) -> forms.FilterCommitments:
    """The filters that the address asks for, checked against what the viewer may see.

    Args:
        whole: whether every question is asked, with all that it offers; else only what stands in
            the address is looked up.
    """
    asked = {name for name in queries.NAMES if whole or _names_one(request, name)}
    offered = queries.offered(request.viewer, asked) if asked else queries.Offered()
    report = request.GET.get("inspection", "")
    form = forms.FilterCommitments(
        request.GET,
        owners=_named(offered.owners),
        organisations=_named(offered.organisations),
        bodies=_named(offered.bodies) if len(offered.bodies) > 1 else [],
        priorities=_named(offered.priorities),
        themes=_named(offered.themes),
        inspections=[
            (str(one.pk), shortened(one.title))
            for one in queries.report_to_filter_by(request.viewer, report)
        ]
        if report
        else [],
    )
    form.is_valid()
    return form


def filters_of_actions(request: Request, *, whole: bool = False) -> forms.FilterActions:
    """The same for actions."""
    is_asked = whole or _names_one(request, "owner") or _names_one(request, "organisation")
    owners, organisations = queries.offered_of_actions(request.viewer) if is_asked else ((), ())
    form = forms.FilterActions(
        request.GET, owners=_named(owners), organisations=_named(organisations)
    )
    form.is_valid()
    return form


def carried(asked: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a search keeps of the filters in force: all but the words and the page.

    Args:
        asked: as `forms.asked_of` has them.
    """
    return [(name, value) for name, value in asked.items() if name != "q"]


def _names_one(request: Request, name: str) -> bool:
    return request.GET.get(name, "") not in {"", queries.NOBODY}


def wanted(form: forms.FilterCommitments | forms.FilterActions) -> queries.Wanted:
    """What the filters leave; one that is refused filters nothing."""
    given = form.cleaned_data

    def chosen(name: str) -> str:
        return str(given.get(name) or "")

    def key(name: str) -> int | None:
        return int(chosen(name)) if chosen(name) else None

    since = given.get("since")
    return queries.Wanted(
        words=chosen("q"),
        priority_id=key("priority"),
        inspection_id=key("inspection"),
        theme_id=key("theme"),
        owner=chosen("owner"),
        organisation_id=key("organisation"),
        body_id=key("body"),
        whose=chosen("whose"),
        timeliness=chosen("timeliness"),
        own_view=chosen("own_view"),
        assurance=chosen("assurance"),
        inspectorate=chosen("inspectorate"),
        standing=chosen("standing"),
        exception=chosen("exception"),
        changed_since=beginning(since) if since else None,
        order=chosen("sort"),
    )


def beginning(day: date) -> datetime:
    """The first moment of a civil date in the United Kingdom."""
    return timezone.make_aware(datetime.combine(day, time.min))


def _named(offered: Any) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in offered]
