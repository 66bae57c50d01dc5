"""Meetings that a viewer sees, with what their pages show."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from answerable_site.followup.access import FOLLOWS_UP
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import TAKES_PART_IN_RESPONSES, Role, Viewer
from answerable_site.scrutiny import access, rules
from answerable_site.scrutiny.models import (
    AgendaItem,
    Answer,
    Attendance,
    BodyChange,
    DayChange,
    Decision,
    HandedOver,
    Meeting,
    Minutes,
    Question,
    Series,
)
from answerable_site.scrutiny.rules import ItemState


def meetings_visible_to(viewer: Viewer) -> QuerySet[Meeting]:
    """Meetings that a viewer sees, the latest first.

    People of the body see all; those of its force what was frozen, and all that came after.
    """
    own = Q(body__in=viewer.organisations_where(*TAKES_PART_IN_RESPONSES))
    beside = Q(body__in=viewer.policing_body_ids, pack__isnull=False)
    return Meeting.objects.filter(own | beside).select_related("body").defer("body__logo")


def meetings_kept_by(viewer: Viewer) -> QuerySet[Meeting]:
    """Meetings that a viewer keeps."""
    return (
        Meeting.objects.filter(body__in=viewer.organisations_where(Role.RESPONSE_OFFICER))
        .select_related("body")
        .defer("body__logo")
    )


def whole_meetings(viewer: Viewer) -> QuerySet[Meeting]:
    """Visible meetings with all that their own page shows."""
    return (
        meetings_visible_to(viewer)
        .select_related("pack", "series", "held_by", "calling_off__by")
        .defer("body__logo", "pack__facts", "pack__document")
        .prefetch_related(
            Prefetch("items", AgendaItem.objects.filter(state=ItemState.ON_AGENDA)),
            "attendances",
            Prefetch("day_changes", DayChange.objects.select_related("by")),
            Prefetch("body_changes", BodyChange.objects.select_related("from_body")),
            Prefetch("questions", _questions()),
            Prefetch("decisions", Decision.objects.select_related("item", "action__owner")),
            Prefetch("minutes", Minutes.objects.select_related("by", "agreed_by")),
            Prefetch(
                "handed_over",
                HandedOver.objects.select_related("edition__meeting", "by").defer(
                    "edition__document", "edition__html"
                ),
            ),
        )
    )


def items_kept_by(viewer: Viewer) -> QuerySet[AgendaItem]:
    """Items, proposed, decided or left out, of meetings that a viewer keeps."""
    return AgendaItem.objects.filter(
        meeting__body__in=viewer.organisations_where(Role.RESPONSE_OFFICER)
    ).select_related("meeting__body", "commitment__organisation", "decided_by")


def attendances_kept_by(viewer: Viewer) -> QuerySet[Attendance]:
    """Rows of attendance of meetings that a viewer keeps."""
    return Attendance.objects.filter(
        meeting__body__in=viewer.organisations_where(Role.RESPONSE_OFFICER)
    ).select_related("meeting")


def questions_visible_to(viewer: Viewer) -> QuerySet[Question]:
    """Questions of visible meetings."""
    return _questions().filter(meeting__in=meetings_visible_to(viewer)).select_related("meeting")


def questions_waiting_for(viewer: Viewer) -> QuerySet[Question]:
    """Questions without an answer, of visible meetings; the ones due first."""
    return (
        questions_visible_to(viewer)
        .filter(answers__isnull=True)
        .order_by("answer_due_on", "meeting__on", "pk")
    )


def questions_due_from(viewer: Viewer) -> QuerySet[Question]:
    """Questions to which the viewer’s own organisation promised an answer in writing, without one;
    the ones due first."""
    asked = viewer.organisations_where(*access.ANSWERS_FOR_A_FORCE)
    return questions_waiting_for(viewer).filter(put_to__in=asked, answer_due_on__isnull=False)


def series_kept_by(viewer: Viewer) -> QuerySet[Series]:
    """Series of bodies whose meetings a viewer keeps, those that go on first."""
    return (
        Series.objects.filter(body__in=viewer.organisations_where(Role.RESPONSE_OFFICER))
        .select_related("body")
        .defer("body__logo")
        .annotate(count=Count("meetings"))
        .order_by("ended_at", "title", "pk")
    )


def next_of(series: Series, *, today: date) -> date:
    """The day proposed for the next meeting of a series; today where there was none yet."""
    last = series.meetings.order_by("-on").values_list("on", flat=True).first()
    if last is None:
        return today
    return rules.next_on(last_on=last, every_weeks=series.every_weeks, today=today)


def bodies_kept(viewer: Viewer) -> QuerySet[Organisation]:
    """Bodies whose meetings a viewer keeps."""
    return (
        Organisation.objects.filter(pk__in=viewer.organisations_where(Role.RESPONSE_OFFICER))
        .defer("logo")
        .order_by("name")
    )


def organisations_asked(meeting: Meeting) -> QuerySet[Organisation]:
    """Whom a question of a meeting may be put to: the force, and those whose commitments stand on
    its agenda."""
    on_agenda = Q(commitments__agenda_items__meeting=meeting)
    force = Q(pk=meeting.body.force_id)
    return Organisation.objects.filter(on_agenda | force).distinct().defer("logo").order_by("name")


def owners_of_decided(meeting: Meeting, *, on: date) -> QuerySet[User]:
    """Who could own an action that is decided on at a meeting: people of the organisations whose
    commitments stand on its agenda, with a role in follow-up on a civil date."""
    acting = items_of(meeting).values("commitment__organisation")
    posts = Assignment.objects.in_force(on).filter(organisation__in=acting, role__in=FOLLOWS_UP)
    return User.objects.filter(is_active=True, pk__in=posts.values("user")).order_by("full_name")


def items_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """What stands on the agenda, in its order."""
    return (
        AgendaItem.objects.filter(meeting=meeting, state=ItemState.ON_AGENDA)
        .select_related("commitment__organisation")
        .defer("commitment__organisation__logo")
    )


def _questions() -> QuerySet[Question]:
    return (
        Question.objects.select_related("item", "put_to")
        .defer("put_to__logo")
        .prefetch_related(Prefetch("answers", Answer.objects.select_related("by")))
    )
