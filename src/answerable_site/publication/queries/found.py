"""The search over what is public."""

from __future__ import annotations

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable_site.fulltext import Asked, Index
from answerable_site.publication.models import (
    DataSetEdition,
    PublicEdition,
    PublicProgress,
    PublicResponse,
    PublicText,
)
from answerable_site.publication.rules import Findable

TEXTS: Final = Index("publication_publictext_search", has_welsh=True)
"""Title, name of the body and text."""


def public_texts() -> QuerySet[PublicText]:
    """Words of what stands in public at this moment, as its own page asks for it.

    What was withdrawn takes its words with it; this asks once more, so that nothing is found of
    which the page is gone.
    """
    later = PublicResponse.objects.filter(
        inspection=OuterRef("inspection"), version__gt=OuterRef("version")
    )
    response = PublicResponse.objects.filter(
        ~Exists(later), inspection=OuterRef("entry"), withdrawn_at__isnull=True
    )
    later_edition = PublicEdition.objects.filter(
        meeting=OuterRef("meeting"), number__gt=OuterRef("number"), released_at__isnull=False
    )
    edition = PublicEdition.objects.filter(
        ~Exists(later_edition),
        meeting=OuterRef("meeting"),
        released_at__isnull=False,
        withdrawn_at__isnull=True,
    )
    progress = PublicProgress.objects.standing().filter(entry=OuterRef("entry"))
    figures = DataSetEdition.objects.standing().filter(data_set=OuterRef("data_set"))
    is_released = Q(entry__released_at__isnull=False)
    return PublicText.objects.filter(
        Q(kind=Findable.INSPECTION) & is_released
        | Q(Exists(response), kind=Findable.RESPONSE) & is_released
        | Q(Exists(progress), kind=Findable.RECOMMENDATION) & is_released
        | Q(Exists(figures), kind=Findable.FIGURES)
        | Q(Exists(edition), kind=Findable.MEETING)
    )


def public_texts_found(asked: Asked, kind: Findable | None = None) -> QuerySet[PublicText]:
    """Those of them that answer, the latest first, each with what it is of.

    Args:
        kind: that alone.
    """
    some = public_texts() if kind is None else public_texts().filter(kind=kind)
    return (
        TEXTS.narrowed(some, asked)
        .select_related("entry", "data_set", "meeting")
        .order_by("-on", "pk")
    )
