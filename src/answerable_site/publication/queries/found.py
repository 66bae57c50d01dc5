"""The search over what is public."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable_site.fulltext import Asked, Index, Marked, mark
from answerable_site.publication.models import (
    DataSetEdition,
    PublicEdition,
    PublicInspection,
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


def entries_without_words() -> int:
    """How many released entries no word finds: all of them after an upgrade from a version that
    had no search."""
    with_words = PublicText.objects.filter(kind=Findable.INSPECTION, entry=OuterRef("pk"))
    return PublicInspection.objects.released().filter(~Exists(with_words)).count()


def public_texts_found(asked: Asked, kind: Findable | None = None) -> tuple[tuple[int, ...], bool]:
    """The keys of those of them that answer, the latest first, and whether these are all: at most
    `MOST` are.

    Args:
        kind: that alone.
    """
    some = public_texts() if kind is None else public_texts().filter(kind=kind)
    return TEXTS.first(some.order_by("-on", "pk"), asked)


def public_texts_marked(
    asked: Asked, keys: Iterable[int]
) -> list[tuple[PublicText, Marked, Marked]]:
    """Some of what was found, in the order of the keys, with title and text marked."""
    wanted = list(keys)
    rows = public_texts().select_related("entry", "data_set", "meeting").in_bulk(wanted)
    shown = [rows[key] for key in wanted if key in rows]
    titles = mark([row.title for row in shown], asked, has_welsh=True)
    texts = mark([row.text for row in shown], asked, has_welsh=True)
    return list(zip(shown, titles, texts, strict=True))
