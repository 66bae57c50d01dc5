"""What coders read, what each gave, and what they settled on."""

from __future__ import annotations

from collections import Counter

from django.db.models import Prefetch, Q, QuerySet

from answerable.surveys.coding import Agreement, Agreements, Codes, agreement_of
from answerable.surveys.themes import BOOKS
from answerable_site.people.rules import Role, Viewer
from answerable_site.support.models import Coder, Coding, Passage, Quote, Survey, WordsErased
from answerable_site.support.rules import FIRST, SECOND, Progress, SurveyState


def passages_visible_to(viewer: Viewer) -> QuerySet[Passage]:
    """Words of closed surveys that a viewer codes: nobody else reads them."""
    return (
        Passage.objects.filter(
            survey__in=_coded_by(viewer),
        )
        .select_related("survey__body")
        .order_by("question", "pk")
    )


def surveys_coded_by(viewer: Viewer) -> QuerySet[Survey]:
    """Closed surveys of which a viewer is one of the two coders."""
    return _coded_by(viewer).select_related("body")


def _coded_by(viewer: Viewer) -> QuerySet[Survey]:
    if viewer.user_id is None:
        return Survey.objects.none()
    return Survey.objects.filter(
        state=SurveyState.CLOSED,
        body__in=viewer.organisations_where(Role.FEEDBACK_CODER),
        coders__user=viewer.user_id,
    )


def passages_to_code(viewer: Viewer, survey: Survey) -> list[Passage]:
    """The words of a survey that the viewer has not coded yet."""
    done = Coding.objects.filter(coder__user=viewer.user_id, coder__survey=survey)
    return list(passages_visible_to(viewer).filter(survey=survey).exclude(codings__in=done))


def coded_passages(survey: Survey) -> list[Passage]:
    """The words of a survey with what both gave, what they settled on and what is quoted.

    For the two coders, once both have coded all.
    """
    return list(
        Passage.objects.filter(survey=survey)
        .select_related("settlement")
        .prefetch_related(
            Prefetch("codings", Coding.objects.select_related("coder").order_by("coder__place")),
            Prefetch("quotes", Quote.objects.select_related("by").order_by("pk")),
        )
        .order_by("question", "pk")
    )


def coding_progress(survey: Survey) -> Progress:
    """How far the coding of a survey has come."""
    by_place = Counter(
        Coding.objects.filter(coder__survey=survey).values_list("coder__place", flat=True)
    )
    passages = coded_passages(survey)
    return Progress(
        passages=len(passages),
        first=by_place[FIRST],
        second=by_place[SECOND],
        settled=sum(themes_of(one) is not None for one in passages),
    )


def is_settled(passage: Passage) -> bool:
    """Whether both gave a passage the same themes, or settled on some."""
    [found] = [one for one in coded_passages(passage.survey) if one.pk == passage.pk]
    return themes_of(found) is not None


def themes_of(passage: Passage) -> Codes | None:
    """The themes that count; None while the two have not both coded it, or differ.

    Args:
        passage: from `coded_passages`.
    """
    if hasattr(passage, "settlement"):
        return frozenset(passage.settlement.themes)
    given = [frozenset(one.themes) for one in passage.codings.all()]
    if len(given) == len((FIRST, SECOND)) and given[0] == given[1]:
        return given[0]
    return None


def agreement_in(survey: Survey) -> Agreements:
    """Raw agreement of the two, from what each gave before they settled anything.

    Cohen’s kappa would take the same pairs.
    """
    pairs = []
    for passage in coded_passages(survey):
        given = [frozenset(one.themes) for one in passage.codings.all()]
        if len(given) == len((FIRST, SECOND)):
            pairs.append((given[0], given[1]))
    return agreement_of(pairs, BOOKS[survey.book])


def whole_agreement(survey: Survey) -> Agreement:
    """Of how many passages both said exactly the same, also once what was written was erased."""
    erased = words_erased(survey)
    if erased is not None:
        return Agreement(erased.passages, erased.alike)
    return agreement_in(survey).whole


def words_erased(survey: Survey) -> WordsErased | None:
    """That what was written was erased; None where it was not."""
    return WordsErased.objects.filter(survey=survey).first()


def coders_of(survey: Survey) -> list[Coder]:
    """The two who code a survey; empty while nobody is named."""
    return list(survey.coders.select_related("user").order_by("place"))


def quotes_visible_to(viewer: Viewer) -> QuerySet[Quote]:
    """Quotes from surveys that a viewer codes."""
    return Quote.objects.filter(survey__in=_coded_by(viewer)).select_related("survey__body", "by")


def approved_quotes(survey: Survey) -> QuerySet[Quote]:
    """Words of a survey that may be quoted."""
    return Quote.objects.filter(survey=survey, approved_at__isnull=False).order_by("pk")


def waiting_quotes(viewer: Viewer, survey: Survey) -> QuerySet[Quote]:
    """Quotes that the other coder offered, and that wait for the viewer."""
    waiting = Q(approved_at__isnull=True, refused_at__isnull=True) & ~Q(by=viewer.user_id)
    return quotes_visible_to(viewer).filter(waiting, survey=survey).order_by("pk")
