"""What is shown beside the form of an explanation. Nothing of it is ever filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.followup.presenters import Became, shown_became
from answerable_site.publication import presenters as press
from answerable_site.register import presenters as register
from answerable_site.register.rules import AddresseeKind
from answerable_site.responses.presenters.texts import saved_text
from answerable_site.responses.queries import EarlierAnswer
from answerable_site.responses.rules import suggestions

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment
    from answerable_site.people.models import Organisation
    from answerable_site.people.rules import Viewer
    from answerable_site.register.models import Recommendation


@dataclass(frozen=True, slots=True)
class ShownEarlier:
    """An earlier recommendation and what the body answered to it."""

    relation: str
    words: str
    """The recommendation in a line."""
    register_href: str
    status: str
    """Where and when the answer was published, or that it was not."""
    said: tuple[str, ...]
    text: str
    promise: str
    """Whether the day that was promised has passed; empty where none was."""
    promise_passed: bool
    href: str
    """To the answer in its response; empty where there is none."""
    public_href: str
    became: tuple[Became, ...]
    """What follow-up records about it."""


@dataclass(frozen=True, slots=True)
class ShownHelp:
    """Everything beside the form."""

    became: tuple[Became, ...]
    """What follow-up records about the recommendation itself."""
    earlier: tuple[ShownEarlier, ...]
    sentence: str
    """Offered where the recommendation is for others; empty elsewhere."""
    recommendation: register.ShownRecommendation
    """What the register knows: working deadline, statements of addressees."""
    statements: tuple[tuple[str, register.ShownStatement], ...]
    """The latest of each addressee that said something, with the addressee's name."""


def shown_help(
    recommendation: Recommendation,
    earlier: Iterable[EarlierAnswer],
    *,
    followed: Mapping[int, Sequence[Commitment]],
    body: Organisation,
    viewer: Viewer,
    on: date,
) -> ShownHelp:
    """What may help to answer a recommendation.

    Args:
        recommendation: from `register.queries.whole_recommendations`.
        earlier: the body's earlier answers.
        followed: what the body follows up about it and about earlier ones, by their keys.
        body: the body that answers.
        viewer: who writes.
        on: the civil date (Europe/London) on which promises are looked at.
    """
    shown = register.shown_recommendation(recommendation, viewer=viewer, on=on)
    asked = [*shown.addressees, *(one for limb in shown.limbs for one in limb.addressees)]
    return ShownHelp(
        became=shown_became(followed.get(recommendation.pk, ()), on=on),
        earlier=tuple(_earlier(one, followed, body=body, on=on) for one in earlier),
        sentence=_sentence(recommendation, body),
        recommendation=shown,
        statements=tuple((one.name, one.statements[0]) for one in asked if one.statements),
    )


def _sentence(recommendation: Recommendation, body: Organisation) -> str:
    addressees = list(recommendation.addressees.all())
    if not suggestions.is_for_others([AddresseeKind(one.kind) for one in addressees]):
        return ""
    return suggestions.sentence_for_others([one.name for one in addressees], body.name)


def _earlier(
    answer: EarlierAnswer,
    followed: Mapping[int, Sequence[Commitment]],
    *,
    body: Organisation,
    on: date,
) -> ShownEarlier:
    explanation = answer.explanation
    saved = saved_text(explanation) if explanation else None
    due_on = explanation.due_on if explanation else None
    return ShownEarlier(
        relation=answer.relation.label if answer.steps == 1 else "Earlier still",
        words=register.recommendation_words(answer.recommendation),
        register_href=reverse("register:recommendation", args=[answer.recommendation.pk]),
        status=_status(answer),
        said=saved.said if saved else (),
        text=saved.text if saved else "",
        promise=_promise(due_on, on=on),
        promise_passed=due_on is not None and due_on < on,
        href=_href(answer, body) if explanation else "",
        public_href=_public_href(answer),
        became=shown_became(followed.get(answer.recommendation.pk, ()), on=on),
    )


def _status(answer: EarlierAnswer) -> str:
    if answer.explanation is None:
        return "We gave no answer to it here."
    if answer.published is None:
        return "A draft: that response is not published."
    version, published_on = answer.published.version, answer.published.published_on
    status = f"Published on {date_in_words(published_on)}, version {version} of that response."
    if answer.published.withdrawn_at:
        status += f" Withdrawn on {date_in_words(answer.published.withdrawn_at)}."
    if answer.left_out:
        status += " Passages of this text were left out when it was published."
    return status


def _promise(due_on: date | None, *, on: date) -> str:
    if due_on is None:
        return ""
    if due_on == on:
        return "The day promised is today."
    return f"The day promised {'has passed' if due_on < on else 'is still to come'}."


def _href(answer: EarlierAnswer, body: Organisation) -> str:
    recommendation = answer.recommendation
    page = reverse("responses:explanations", args=[recommendation.inspection_id, body.slug])
    return f"{page}#finding-{recommendation.pk}"


def _public_href(answer: EarlierAnswer) -> str:
    published = answer.published
    if published is None or answer.explanation is None:
        return ""
    return press.href(published.inspection, "version", version=published.version)
