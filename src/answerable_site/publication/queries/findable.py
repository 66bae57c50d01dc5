"""What words stand in public now, thing by thing: what the search is told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.writing.canonical import from_json
from answerable.writing.outline import lines_of
from answerable_site.publication.models import (
    DataSetEdition,
    PublicDataSet,
    PublicEdition,
    PublicInspection,
    PublicMeeting,
    PublicText,
)
from answerable_site.publication.rules import (
    Findable,
    PublicCommitment,
    PublicRecommendation,
    holds_welsh,
)


def texts_of_entry(entry: PublicInspection) -> Iterator[PublicText]:
    """The words of an inspection, of the response that stands, and of what became of each
    recommendation; none unless it was released. They are not saved."""
    if entry.released_at is None:
        return
    common = {"entry": entry, "body_name": entry.body_name, "on": entry.published_on}
    yield PublicText(
        kind=Findable.INSPECTION,
        title=entry.title,
        text=" ".join(entry.inspectorates),
        **common,
    )
    response = entry.responses.order_by("-version").first()
    if response is not None and response.withdrawn_at is None:
        yield PublicText(
            kind=Findable.RESPONSE,
            title=entry.title,
            text=_words(response.document),
            has_welsh=holds_welsh(response.document),
            **common,
        )
    snapshot = entry.progress.standing().order_by("-number").first()
    if snapshot is not None:
        for recommendation in snapshot.told.recommendations:
            yield PublicText(
                kind=Findable.RECOMMENDATION,
                title=_named(recommendation, entry),
                text="\n\n".join(filter(None, _told(recommendation))),
                **common,
            )


def texts_of_data_set(data_set: PublicDataSet) -> Iterator[PublicText]:
    """The title and the sentence of the edition that stands. They are not saved."""
    edition = DataSetEdition.objects.standing().filter(data_set=data_set).first()
    if edition is not None:
        yield PublicText(
            kind=Findable.FIGURES,
            data_set=data_set,
            title=edition.title,
            body_name=edition.release.body_name,
            on=edition.as_of,
            text=edition.sentence,
        )


def texts_of_meeting(meeting: PublicMeeting) -> Iterator[PublicText]:
    """The words of the edition that stands. They are not saved."""
    released = PublicEdition.objects.filter(meeting=meeting, released_at__isnull=False)
    edition = released.order_by("-number").first()
    if edition is not None and edition.withdrawn_at is None:
        yield PublicText(
            kind=Findable.MEETING,
            meeting=meeting,
            title=edition.title,
            body_name=edition.body_name,
            on=edition.on,
            text=_words(edition.document),
            has_welsh=holds_welsh(edition.document),
        )


def _words(document: dict[str, object]) -> str:
    return "\n".join(line.text for line in lines_of(from_json(document)) if line.text)


def _named(recommendation: PublicRecommendation, entry: PublicInspection) -> str:
    number = f" {recommendation.number}" if recommendation.number else ""
    return f"{recommendation.kind}{number}, {entry.title}"


def _told(recommendation: PublicRecommendation) -> Iterator[str]:
    yield recommendation.text
    for commitment in recommendation.commitments:
        yield from _said(commitment)


def _said(commitment: PublicCommitment) -> Iterator[str]:
    yield commitment.organisation
    yield commitment.limb
    yield commitment.summary
    yield commitment.words
    yield from (move.reason for move in commitment.moves)
