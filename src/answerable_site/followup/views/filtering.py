"""What a request asks a list for."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from answerable_site.followup import forms, queries
from answerable_site.people.requests import Request
from answerable_site.register.presenters import shortened


def filters_of(request: Request) -> forms.FilterCommitments:
    """The filters that the address asks for, checked against what the viewer may see."""
    offered = queries.offered(request.viewer)
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
        ],
    )
    form.is_valid()
    return form


def filters_of_actions(request: Request) -> forms.FilterActions:
    """The same for actions."""
    owners, organisations = queries.offered_of_actions(request.viewer)
    form = forms.FilterActions(
        request.GET, owners=_named(owners), organisations=_named(organisations)
    )
    form.is_valid()
    return form


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
