"""Rounds, and what is counted of them. Nothing here tells of one answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery, Sum

from answerable.surveys.codes import UnusableCode, canonical_code
from answerable.surveys.instrument import Instrument
from answerable.surveys.instruments import instrument
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import Role, Viewer
from answerable_site.register.models import Recommendation
from answerable_site.register.queries import recommendations_visible_to
from answerable_site.support.access import kept_by
from answerable_site.support.codes import digest_of
from answerable_site.support.models import (
    Asked,
    ClosingDay,
    InvitationCode,
    Service,
    Survey,
    Tally,
)
from answerable_site.support.rules import Counted, SurveyState, takes_answers


def with_last_day(surveys: QuerySet[Survey]) -> QuerySet[Survey]:
    """Surveys, each with the last day that counts as `closes_on`."""
    latest = ClosingDay.objects.filter(survey=OuterRef("pk")).order_by("-at", "-pk")
    return surveys.annotate(closes_on=Subquery(latest.values("on")[:1])).select_related("body")


def surveys_visible_to(viewer: Viewer) -> QuerySet[Survey]:
    """Surveys that a viewer keeps or codes, and those for which their service asks."""
    services = Service.objects.filter(
        organisation__in=viewer.organisations_where(Role.SUPPORT_WORKER), ended_at__isnull=True
    )
    asked_for = with_last_day(Survey.objects.filter(body__in=services.values("body")))
    return asked_for | surveys_heard_by(viewer)


def surveys_heard_by(viewer: Viewer) -> QuerySet[Survey]:
    """Surveys of bodies that a viewer keeps, or for which they code what was written."""
    own = viewer.organisations_where(Role.RESPONSE_OFFICER, Role.FEEDBACK_CODER)
    return with_last_day(Survey.objects.filter(body__in=own))


def surveys_kept_by(viewer: Viewer) -> QuerySet[Survey]:
    """Surveys of bodies that a viewer keeps."""
    return with_last_day(Survey.objects.filter(body__in=kept_by(viewer)))


def bodies_kept_by(viewer: Viewer) -> QuerySet[Organisation]:
    """The bodies whose surveys and directory a viewer keeps."""
    found = Organisation.objects.filter(pk__in=kept_by(viewer))
    return found.defer("logo").order_by("name")


def services_asking(viewer: Viewer, survey: Survey) -> QuerySet[Organisation]:
    """The organisations for which a viewer can ask people in a survey."""
    listed = Service.objects.filter(body=survey.body_id, ended_at__isnull=True)
    return (
        Organisation.objects.filter(
            pk__in=viewer.organisations_where(Role.SUPPORT_WORKER),
        )
        .filter(pk__in=listed.values("organisation"))
        .defer("logo")
        .order_by("name")
    )


def surveys_asked_by(viewer: Viewer) -> QuerySet[Survey]:
    """Surveys for which a service of the viewer asks."""
    services = Service.objects.filter(
        organisation__in=viewer.organisations_where(Role.SUPPORT_WORKER), ended_at__isnull=True
    )
    return with_last_day(Survey.objects.filter(body__in=services.values("body")))


def asked_visible_to(viewer: Viewer) -> QuerySet[Asked]:
    """What a viewer’s services recorded of whom they asked; what was struck out, too."""
    return Asked.objects.filter(
        organisation__in=viewer.organisations_where(Role.SUPPORT_WORKER)
    ).select_related("survey", "organisation")


def asked_in(survey: Survey, viewer: Viewer) -> QuerySet[Asked]:
    """What a viewer’s services recorded in a survey, the latest first."""
    return asked_visible_to(viewer).filter(survey=survey).order_by("-at", "-pk")


def instrument_of(survey: Survey) -> Instrument:
    """What a survey asks."""
    return instrument(survey.instrument, survey.version)


def answers_in(survey: Survey) -> int:
    """How many people answered. For operations, and for protected tables alone."""
    channels = Tally.objects.filter(survey=survey, of=Counted.CHANNEL)
    return channels.aggregate(answers=Sum("count"))["answers"] or 0


def tallies_of(survey: Survey) -> dict[tuple[str, str, str], int]:
    """Every count of a survey. For protected tables alone."""
    rows = Tally.objects.filter(survey=survey).values_list("of", "key", "option", "count")
    return {(of, key, option): count for of, key, option, count in rows}


def asked_entries(survey: Survey) -> Iterable[Asked]:
    """What counts of who was asked. For protected tables alone."""
    return Asked.objects.filter(survey=survey, struck_at__isnull=True)


def recommendations_to_choose(viewer: Viewer) -> QuerySet[Recommendation]:
    """The recommendations to which a survey of the viewer’s body may speak, newest report first."""
    return (
        recommendations_visible_to(viewer)
        .select_related("inspection")
        .order_by("-inspection__published_on", "inspection_id", "position")
    )


def people_who_code(body: Organisation, *, on: date) -> QuerySet[User]:
    """The coders of a body."""
    posts = Assignment.objects.in_force(on).filter(organisation=body, role=Role.FEEDBACK_CODER)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("full_name")


def survey_of_code(code: str) -> InvitationCode | None:
    """An unused code, with its survey; None where it is none, whatever was typed."""
    try:
        digest = digest_of(canonical_code(code))
    except UnusableCode:
        return None
    return InvitationCode.objects.filter(digest=digest).select_related("survey").first()


def survey_to_answer(code: str, *, on: date) -> Survey | None:
    """The survey that a code lets somebody answer on a day; None where it lets them answer none."""
    found = survey_of_code(code)
    if found is None:
        return None
    survey = with_last_day(Survey.objects.all()).get(pk=found.survey_id)
    closes_on: date = survey.closes_on  # type: ignore[attr-defined]
    state = SurveyState(survey.state)
    return survey if takes_answers(state, survey.opens_on, closes_on, on=on) else None
