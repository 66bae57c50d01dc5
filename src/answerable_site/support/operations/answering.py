"""An answer comes in: taken apart, and nothing of it kept together. See docs/adr/0041.

Whatever somebody wrote or chose changes all counts and all words of the survey in one way, whoever
it was: rows that only one answer had touched would belong together again, by what a database notes
of each row.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from answerable.languages import message
from answerable.surveys.answers import Parts, taken_apart
from answerable.surveys.groups import Channel, Characteristic
from answerable.surveys.stirring import stirred
from answerable_site.audit.operations import record
from answerable_site.people.rules import Viewer
from answerable_site.support import access, queries
from answerable_site.support.models import InvitationCode, Passage, Survey, Tally
from answerable_site.support.rules import CodeNotGood, SurveyState, lines_in, takes_answers

ANSWERS = "support.answers"
"""What entries about answers are about: neither which survey, nor which channel."""


class NothingAnswered(ValueError):
    """Somebody sent the questions back without an answer."""


@transaction.atomic
def take_answer(
    *,
    by: Viewer,
    at: datetime,
    code: str,
    answers: Mapping[str, str],
    groups: Mapping[Characteristic, str],
) -> None:
    """Take the answer of somebody who has a code. The code is gone then.

    Args:
        by: the product, whoever answers: nothing of them is in the entry.
        at: for the entry alone, which says that some answer came to some survey.

    Raises:
        NothingAnswered: there is no answer; the code stays good.
        CodeNotGood: the code was never given out, was used, or its survey takes no answers now.
        answerable.surveys.answers.UnusableAnswer: it answers what is not asked.
    """
    _keep(at, code, answers, groups)
    record(by=by, at=at, act="support.take_answer", subject=ANSWERS)


@transaction.atomic
def enter_answer(
    *,
    by: Viewer,
    at: datetime,
    survey: Survey,
    code: str,
    answers: Mapping[str, str],
    groups: Mapping[Characteristic, str],
) -> None:
    """Enter what somebody answered on paper or by telephone. Who entered it is not kept with it.

    Raises:
        access.Refused: the viewer works for no service in the directory of the body.
        NothingAnswered: there is no answer; the code stays good.
        CodeNotGood: the code is no unused code of this survey.
        answerable.surveys.answers.UnusableAnswer: it answers what is not asked.
    """
    access.check_asks_for(by, survey.body_id)
    _keep(at, code, answers, groups, only=survey)
    record(by=by, at=at, act="support.enter_answer", subject=ANSWERS)


def _keep(
    at: datetime,
    code: str,
    answers: Mapping[str, str],
    groups: Mapping[Characteristic, str],
    *,
    only: Survey | None = None,
) -> None:
    found = queries.survey_of_code(code)
    if found is None or (only is not None and found.survey_id != only.pk):
        raise CodeNotGood(message("This code is not known, or was used already."))
    # The survey is held against other answers before the code is looked at once more.
    survey = Survey.objects.select_for_update().get(pk=found.survey_id)
    closes_on = survey.closing_days.latest("at", "pk").on
    on = timezone.localdate(at)
    if not takes_answers(SurveyState(survey.state), survey.opens_on, closes_on, on=on):
        raise CodeNotGood(message("The time for these questions is over, or has not begun."))
    parts = taken_apart(queries.instrument_of(survey), answers, groups)
    if parts.is_empty:
        raise NothingAnswered(message("Nothing was answered, so nothing was sent."))
    gone, _ = InvitationCode.objects.filter(digest=found.digest).delete()
    if not gone:
        raise CodeNotGood(message("This code is not known, or was used already."))
    _count(survey, parts, Channel(found.channel))
    _stir_in(survey, parts)


def _count(survey: Survey, parts: Parts, channel: Channel) -> None:
    """One more in each count that the answer belongs to, none in the others: all are written."""
    said = Q(pk__in=())
    for line in lines_in(parts, channel):
        said |= Q(of=line.of, key=line.key, option=line.option)
    more = Case(When(said, then=Value(1)), default=Value(0))
    Tally.objects.filter(survey=survey).update(count=F("count") + more)


def _stir_in(survey: Survey, parts: Parts) -> None:
    """The words among all others of the survey, all written anew in an order drawn afresh."""
    held = Passage.objects.filter(survey=survey)
    words = [*held.values_list("question", "words"), *sorted(parts.passages)]
    held.delete()
    Passage.objects.bulk_create(
        Passage(survey=survey, question=question, words=said)
        for question, said in stirred(words, secrets.randbelow)
    )
