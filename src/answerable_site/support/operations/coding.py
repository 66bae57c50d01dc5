"""Two people give themes to words, settle what they saw differently, and agree on quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from answerable.surveys.coding import checked_codes
from answerable.surveys.themes import BOOKS
from answerable_site.audit.operations import record
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.models import User
from answerable_site.people.rules import Viewer
from answerable_site.support import access, queries
from answerable_site.support.models import (
    Coder,
    Coding,
    Passage,
    Quote,
    Settlement,
    Survey,
    Tally,
    WordsErased,
)
from answerable_site.support.rules import (
    FIRST,
    SECOND,
    CodingRefused,
    Counted,
    SurveyState,
    check_two_coders,
    checked_quote,
)


@transaction.atomic
def name_coders(
    *, by: Viewer, at: datetime, survey: Survey, first: User, second: User
) -> tuple[Coder, Coder]:
    """Name the two who code a closed survey.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        CodingRefused: the survey is not closed, has its coders, or one of the two is no coder.
    """
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    access.check_can_keep(by, held.body_id)
    if held.state != SurveyState.CLOSED:
        raise CodingRefused("Close the survey first: only then is anything read.")
    if held.coders.exists():
        raise CodingRefused("The coders of this survey are named already.")
    check_two_coders(first.pk, second.pk)
    known = queries.people_who_code(held.body, on=timezone.localdate(at))
    if known.filter(pk__in=(first.pk, second.pk)).count() != len((first, second)):
        raise CodingRefused("Choose people who have the role of a coder in this policing body.")
    named = tuple(
        Coder.objects.create(survey=held, user=user, place=place, at=at, by_id=signed_in(by))
        for place, user in ((FIRST, first), (SECOND, second))
    )
    record(
        by=by,
        at=at,
        act="support.name_coders",
        subject=held.subject,
        details={"coders": [first.pk, second.pk]},
    )
    return named[0], named[1]


@transaction.atomic
def code_passage(*, by: Viewer, at: datetime, passage: Passage, themes: Collection[str]) -> Coding:
    """Give a passage its themes. What the other coder gave is seen once both have coded all.

    Args:
        themes: keys of the book of the survey; none where the passage says nothing of them.

    Raises:
        access.Refused: the viewer does not code the survey.
        CodingRefused: they have coded it already.
        answerable.surveys.coding.UnknownTheme: the book has no such theme.
    """
    held = _locked(passage)
    coder = access.check_codes(by, held.survey_id)
    if held.codings.filter(coder=coder).exists():
        raise CodingRefused("You have coded this already.")
    coding = Coding.objects.create(
        passage=held,
        coder=coder,
        themes=sorted(checked_codes(themes, BOOKS[held.survey.book])),
        at=at,
    )
    record(by=by, at=at, act="support.code_passage", subject=held.survey.subject)
    return coding


@transaction.atomic
def settle_passage(
    *, by: Viewer, at: datetime, passage: Passage, themes: Collection[str]
) -> Settlement:
    """Write down on which themes the two settled, where they had given different ones.

    Agreement is counted from what each gave before.

    Raises:
        access.Refused: the viewer does not code the survey.
        CodingRefused: not all is coded yet, they gave the same, or it is settled already.
        answerable.surveys.coding.UnknownTheme: the book has no such theme.
    """
    held = _locked(passage)
    access.check_codes(by, held.survey_id)
    if not queries.coding_progress(held.survey).both_done:
        raise CodingRefused("Settle once both have coded everything.")
    if queries.is_settled(held):
        raise CodingRefused("This is settled already.")
    settled = Settlement.objects.create(
        passage=held,
        themes=sorted(checked_codes(themes, BOOKS[held.survey.book])),
        at=at,
        by_id=signed_in(by),
    )
    record(by=by, at=at, act="support.settle_passage", subject=held.survey.subject)
    return settled


@transaction.atomic
def offer_quote(*, by: Viewer, at: datetime, passage: Passage, words: str) -> Quote:
    """Offer words of a passage to be quoted; the other coder looks at them.

    Raises:
        access.Refused: the viewer does not code the survey.
        CodingRefused: not all is coded yet, or the words do not stand in the passage.
    """
    held = _locked(passage)
    access.check_codes(by, held.survey_id)
    if not queries.coding_progress(held.survey).both_done:
        raise CodingRefused("Quotes are chosen once both have coded everything.")
    quote = Quote.objects.create(
        survey=held.survey,
        passage=held,
        words=checked_quote(words, held.words),
        at=at,
        by_id=signed_in(by),
    )
    record(by=by, at=at, act="support.offer_quote", subject=held.survey.subject)
    return quote


@transaction.atomic
def judge_quote(*, by: Viewer, at: datetime, quote: Quote, is_safe: bool) -> Quote:
    """Say whether words may be quoted: whether nothing in them leads to who wrote them.

    Raises:
        access.Refused: the viewer is not the other coder, or does not count as a second person.
        CodingRefused: it was judged already.
    """
    held = Quote.objects.select_for_update(of=("self",)).select_related("survey").get(pk=quote.pk)
    access.check_can_judge_quote(by, held)
    if held.approved_at is not None or held.refused_at is not None:
        raise CodingRefused("This was judged already.")
    if is_safe:
        held.approved_at, held.approved_by_id = at, signed_in(by)
    else:
        held.refused_at, held.refused_by_id = at, signed_in(by)
    held.save()
    record(
        by=by,
        at=at,
        act="support.judge_quote",
        subject=held.survey.subject,
        details={"quote": held.pk, "is_safe": is_safe},
    )
    return held


@transaction.atomic
def erase_words(*, by: Viewer, at: datetime, survey: Survey) -> WordsErased:
    """Erase what was written, once it is coded: themes stay as counts, agreement as two numbers,
    and what both coders found safe to quote as it is.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        CodingRefused: the coding is not settled, or nothing is left to erase.
    """
    held = Survey.objects.select_for_update().get(pk=survey.pk)
    access.check_can_keep(by, held.body_id)
    if not queries.coding_progress(held).is_settled:
        raise CodingRefused("Two people have to code what was written first, and to settle it.")
    coded = queries.coded_passages(held)
    if not coded:
        raise CodingRefused("Nothing is left to erase.")
    agreement = queries.agreement_in(held).whole
    given = Counter(theme for one in coded for theme in queries.themes_of(one) or ())
    Tally.objects.bulk_create(
        Tally(survey=held, of=Counted.THEME, option=theme.key, count=given[theme.key])
        for theme in BOOKS[held.book].themes
    )
    Quote.objects.filter(survey=held, approved_at__isnull=True).delete()
    Passage.objects.filter(survey=held).delete()
    erased = WordsErased.objects.create(
        survey=held,
        passages=agreement.passages,
        alike=agreement.alike,
        at=at,
        by_id=signed_in(by),
    )
    record(by=by, at=at, act="support.erase_words", subject=held.subject)
    return erased


def _locked(passage: Passage) -> Passage:
    held = Passage.objects.filter(pk=passage.pk).values_list("survey_id", flat=True)
    found = Survey.objects.select_for_update().get(pk__in=held)
    if found.state != SurveyState.CLOSED:
        raise Refused("Nothing is read before the survey is closed.")
    return Passage.objects.select_related("survey").get(pk=passage.pk)
