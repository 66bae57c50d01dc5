"""Rounds: opened, prolonged, closed or given up; codes made; who was asked."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable.surveys.codes import canonical_code, new_code
from answerable.surveys.groups import Channel, Characteristic
from answerable.surveys.instrument import Instrument
from answerable.surveys.themes import CURRENT
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Recommendation
from answerable_site.support import access, queries
from answerable_site.support.codes import digest_of
from answerable_site.support.models import (
    Asked,
    ClosingDay,
    CodeBatch,
    InvitationCode,
    Passage,
    Survey,
    Tally,
)
from answerable_site.support.rules import (
    MOST_CODES,
    CountRefused,
    SurveyRefused,
    SurveyState,
    check_can_close,
    check_days,
    check_new_last_day,
    checked_counts,
    lines_of,
)


@dataclass(frozen=True, slots=True)
class NewSurvey:
    """A survey to open."""

    title: str
    instrument: Instrument
    opens_on: date
    closes_on: date
    recommendations: Collection[Recommendation]


@transaction.atomic
def open_survey(*, by: Viewer, at: datetime, body: Organisation, new: NewSurvey) -> Survey:
    """Open a survey. Every count that it will have is there from now on, as nought.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        SurveyRefused: it cannot begin and end on these days, or speaks to no recommendation.
    """
    access.check_can_keep(by, body.pk)
    check_days(new.opens_on, new.closes_on, today=timezone.localdate(at))
    if not new.recommendations:
        raise SurveyRefused("Choose the recommendations to which it speaks")
    opened = Survey.objects.create(
        body=body,
        title=new.title.strip(),
        instrument=new.instrument.name,
        version=new.instrument.version,
        book=CURRENT,
        opens_on=new.opens_on,
        at=at,
        by_id=signed_in(by),
    )
    opened.recommendations.set(new.recommendations)
    ClosingDay.objects.create(survey=opened, on=new.closes_on, at=at, by_id=signed_in(by))
    Tally.objects.bulk_create(
        Tally(survey=opened, of=line.of, key=line.key, option=line.option)
        for line in lines_of(new.instrument)
    )
    record(
        by=by,
        at=at,
        act="support.open_survey",
        subject=opened.subject,
        details={"instrument": new.instrument.called, "closes_on": new.closes_on.isoformat()},
    )
    return opened


@transaction.atomic
def move_closing_day(
    *, by: Viewer, at: datetime, survey: Survey, closes_on: date, reason: str
) -> ClosingDay:
    """Let a survey take answers for longer or shorter. The days before stay to be read.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        SurveyRefused: it has ended, or cannot end on this day.
    """
    held = _locked(survey, by)
    if held.state != SurveyState.OPEN:
        raise SurveyRefused("This survey has ended already.")
    last = held.closing_days.latest("at", "pk")
    check_new_last_day(held.opens_on, last.on, closes_on, today=timezone.localdate(at))
    moved = ClosingDay.objects.create(
        survey=held, on=closes_on, reason=reason.strip(), at=at, by_id=signed_in(by)
    )
    record(
        by=by,
        at=at,
        act="support.move_closing_day",
        subject=held.subject,
        reason=moved.reason,
        details={"before": last.on.isoformat(), "closes_on": closes_on.isoformat()},
    )
    return moved


@transaction.atomic
def close_survey(*, by: Viewer, at: datetime, survey: Survey) -> Survey:
    """Close a survey, and open what was answered: codes that were not used are good no longer.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        SurveyRefused: it has ended, or too few people have answered.
    """
    held = _locked(survey, by)
    check_can_close(SurveyState(held.state), queries.answers_in(held))
    unused, _ = InvitationCode.objects.filter(survey=held).delete()
    _end(held, SurveyState.CLOSED, by, at)
    record(
        by=by,
        at=at,
        act="support.close_survey",
        subject=held.subject,
        details={"unused_codes": unused},
    )
    return held


@transaction.atomic
def give_up_survey(*, by: Viewer, at: datetime, survey: Survey, reason: str) -> Survey:
    """Give a survey up that too few have answered: all that was answered is erased, unread.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        SurveyRefused: it has ended, or there is no reason.
    """
    held = _locked(survey, by)
    if held.state != SurveyState.OPEN:
        raise SurveyRefused("This survey has ended already.")
    held.given_up_because = reason.strip()
    if not held.given_up_because:
        raise SurveyRefused("Say why it is given up")
    for table in (InvitationCode, Passage, Tally):
        table.objects.filter(survey=held).delete()
    _end(held, SurveyState.GIVEN_UP, by, at)
    record(
        by=by,
        at=at,
        act="support.give_up_survey",
        subject=held.subject,
        reason=held.given_up_because,
    )
    return held


@transaction.atomic
def make_codes(
    *,
    by: Viewer,
    at: datetime,
    survey: Survey,
    organisation: Organisation,
    channel: Channel,
    number: int,
) -> list[str]:
    """Make codes to hand out. They are given once, and only their digests are kept.

    Raises:
        access.Refused: the viewer works for no service in the directory of the body.
        SurveyRefused: the survey has ended, or there would be too many.
    """
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    access.check_can_ask(by, held.body_id, organisation.pk)
    if held.state != SurveyState.OPEN:
        raise SurveyRefused("This survey has ended already.")
    if not 1 <= number <= MOST_CODES:
        raise SurveyRefused(f"Enter a number from 1 to {MOST_CODES}")
    made = [new_code(secrets.randbelow) for _ in range(number)]
    # Sorted by digest: in which order they are handed out is not in which they are kept.
    digests = sorted(digest_of(canonical_code(code)) for code in made)
    InvitationCode.objects.bulk_create(
        InvitationCode(digest=digest, survey=held, channel=channel) for digest in digests
    )
    CodeBatch.objects.create(
        survey=held,
        organisation=organisation,
        channel=channel,
        number=number,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="support.make_codes",
        subject=held.subject,
        details={"number": number, "channel": channel, "organisation": organisation.pk},
    )
    return made


@transaction.atomic
def record_asked(
    *,
    by: Viewer,
    at: datetime,
    survey: Survey,
    organisation: Organisation,
    channel: Channel,
    number: int,
    groups: Mapping[Characteristic, Mapping[str, int]],
) -> Asked:
    """Record how many people were asked, those who did not want to among them.

    Args:
        groups: how many were in which group, each characteristic for itself.

    Raises:
        access.Refused: the viewer works for no service in the directory of the body.
        SurveyRefused: the survey was given up, or was told already.
        CountRefused: the numbers cannot be those of people.
    """
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    access.check_can_ask(by, held.body_id, organisation.pk)
    if held.state == SurveyState.GIVEN_UP:
        raise SurveyRefused("This survey was given up.")
    _check_not_told(held)
    counts = checked_counts(number, groups)
    asked = Asked.objects.create(
        survey=held,
        organisation=organisation,
        channel=channel,
        number=number,
        groups=counts,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="support.record_asked",
        subject=held.subject,
        details={"asked": asked.pk, "channel": channel, "organisation": organisation.pk},
    )
    return asked


@transaction.atomic
def strike_asked(*, by: Viewer, at: datetime, asked: Asked) -> Asked:
    """Strike out what was recorded wrongly of who was asked. It stays to be read.

    Raises:
        access.Refused: the viewer works for no service in the directory of the body.
        CountRefused: it is struck out already.
        SurveyRefused: the survey was told already.
    """
    held = Asked.objects.select_for_update(of=("self",)).select_related("survey").get(pk=asked.pk)
    access.check_can_ask(by, held.survey.body_id, held.organisation_id)
    _check_not_told(held.survey)
    if held.struck_at is not None:
        raise CountRefused("It is struck out already.")
    held.struck_at, held.struck_by_id = at, signed_in(by)
    held.save(update_fields=["struck_at", "struck_by"])
    record(
        by=by,
        at=at,
        act="support.strike_asked",
        subject=held.survey.subject,
        details={"asked": held.pk},
    )
    return held


def _locked(survey: Survey, by: Viewer) -> Survey:
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    access.check_can_keep(by, held.body_id)
    return held


def _check_not_told(survey: Survey) -> None:
    """Raises SurveyRefused once figures went out: others beside them would tell the difference."""
    if survey.handed_over.exists():
        raise SurveyRefused("What was told rests on these numbers, so they stand.")


def _end(survey: Survey, state: SurveyState, by: Viewer, at: datetime) -> None:
    survey.state, survey.ended_at, survey.ended_by_id = state, at, signed_in(by)
    survey.save(update_fields=["state", "ended_at", "ended_by", "given_up_because"])
