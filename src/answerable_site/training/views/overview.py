"""What waits, how many there are for the open cases, and who is qualified."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable_site.casework.operations import count_open_cases, count_open_cases_by_person
from answerable_site.people.requests import Request
from answerable_site.training import access, forms, presenters, queries
from answerable_site.training.rules import per_hundred_cases, qualified_on
from answerable_site.training.views.choosing import chosen_organisation


@require_safe
def overview(request: Request) -> HttpResponse:
    """What waits for the training coordinator."""
    today = timezone.localdate()
    organisations = queries.organisations_kept_by(request.viewer)
    organisation = chosen_organisation(request, organisations)
    within = forms.days_chosen(request.GET)
    waiting = queries.worklists_of(organisation, on=today, within=within)
    names = queries.names_of(organisation)
    places = queries.places_without_result(organisation, on=today)
    context = {
        "organisation": organisation,
        "within": within,
        "filters": forms.ChooseDays(
            initial={"within": str(within), "organisation": str(organisation.pk)},
            organisations=organisations,
        ),
        "expiring": presenters.shown_waiting(waiting.expiring, names, today=today),
        "refreshers": presenters.shown_waiting(waiting.refreshers, names, today=today),
        "places": [presenters.shown_place(one) for one in places],
        "unqualified": len(waiting.unqualified),
    }
    return render(request, "training/overview.html", context)


@require_safe
def capacity(request: Request) -> HttpResponse:
    """Qualified people in post for each 100 open cases. Leaves entries that cases were counted."""
    now = timezone.now()
    today = timezone.localdate(now)
    organisations = queries.organisations_kept_by(request.viewer)
    organisation = chosen_organisation(request, organisations)
    people, every = queries.people_of(organisation.pk), queries.countings_of(organisation.pk)
    duty = queries.counted_duty(organisation)
    qualified = qualified_on(today, people, every, duty).value
    unqualified = queries.worklists_of(organisation, on=today, within=0).unqualified
    users = queries.users_of(organisation)
    cases = count_open_cases(by=request.viewer, at=now, organisation=organisation)
    by_person = count_open_cases_by_person(
        by=request.viewer,
        at=now,
        organisation=organisation,
        user_ids=[users[record] for record in unqualified],
    )
    context = {
        "organisation": organisation,
        "today": today,
        "filters": _organisations_form(organisations, organisation.pk),
        "qualified": qualified,
        "cases": cases,
        "per_hundred": presenters.capacity_in_words(per_hundred_cases(qualified, cases)),
        "in_post": qualified + len(unqualified),
        "workers": presenters.shown_workers(
            unqualified, queries.names_of(organisation), users, by_person
        ),
    }
    return render(request, "training/capacity.html", context)


@require_safe
def qualified(request: Request) -> HttpResponse:
    """Who of an organisation is qualified and in post today."""
    organisations = queries.organisations_seen_by(request.viewer)
    organisation = chosen_organisation(request, organisations)
    today = timezone.localdate()
    standings = queries.standings_of(organisation, on=today)
    names = queries.names_of(organisation)
    in_post = {record: name for record, name in names.items() if standings[record][1]}
    context = {
        "organisation": organisation,
        "today": today,
        "filters": _organisations_form(organisations, organisation.pk),
        "people": [
            one
            for one in presenters.listed_people(in_post, standings)
            if standings[one.id][0].is_qualified
        ],
        "in_post": len(in_post),
        "keeps": access.keeps.test(request.viewer),
    }
    return render(request, "training/qualified.html", context)


@require_safe
def mine(request: Request) -> HttpResponse:
    """The viewer’s own training records."""
    today = timezone.localdate()
    context = {
        "records": [
            presenters.shown_record(
                record, queries.standing_of(record, on=today), queries.places_of(record)
            )
            for record in queries.own_records(request.viewer)
        ],
        "sees_who_is_qualified": access.sees_who_is_qualified.test(request.viewer),
    }
    return render(request, "training/mine.html", context)


def _organisations_form(organisations: object, chosen: int) -> forms.ChooseOrganisation:
    return forms.ChooseOrganisation(
        initial={"organisation": str(chosen)}, organisations=organisations
    )
