"""A released finding of a review of case files as evidence, and a theme as an item of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.text import Truncator

from answerable_site.casereviews.presenters import sentence_of
from answerable_site.design.dates import date_in_words
from answerable_site.followup.operations import NewEvidence
from answerable_site.followup.rules import EvidenceKind

if TYPE_CHECKING:
    from answerable_site.casereviews.models import ReleasedReview, Theme
    from answerable_site.casereviews.rules import ToldAnswer
    from answerable_site.scrutiny.models import Meeting

_LONGEST_TITLE: Final = 200


def finding_as_evidence(release: ReleasedReview, answer: ToldAnswer, *, site: str) -> NewEvidence:
    """What a review says of one question, as evidence: what it found, and where it is read.

    Args:
        site: the address of the site, without a slash at its end.
    """
    return NewEvidence(
        kind=EvidenceKind.CASE_REVIEW,
        title=Truncator(f"{release.title}: {answer.asks}").chars(_LONGEST_TITLE),
        on=release.as_of,
        words=f"{answer.asks} {sentence_of(answer)} {_sample(release)}",
        address=f"{site}{reverse('casereviews:released', args=[release.pk])}",
    )


def theme_as_item(release: ReleasedReview, theme: Theme) -> str:
    """Why a theme is on an agenda: what was seen, in which review, and what it rests on."""
    answers = {one.key: one for one in release.told.answers}
    rests_on = answers.get(theme.question)
    rest = f"\n\n{rests_on.asks} {sentence_of(rests_on)}" if rests_on else ""
    return f"{theme.words}{rest}\n\nFrom {release.title}. {_sample(release)}"


def meeting_in_words(meeting: Meeting) -> str:
    """What a meeting is called, and its day."""
    return f"{meeting.title}, {date_in_words(meeting.on)}"


def _sample(release: ReleasedReview) -> str:
    told = release.told
    return f"{told.drawn} of {told.population} case files were drawn by chance."
