"""Results of the public search in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from answerable.languages import listed, say
from answerable_site.design.dates import date_in_words
from answerable_site.fulltext import Marked, Piece
from answerable_site.publication.rules import Findable

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicText

LENGTH = 240
"""Characters of an excerpt, about."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """One result."""

    href: str
    name: str
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class KindToChoose:
    """A kind to which results can be narrowed."""

    text: str
    href: str
    is_chosen: bool


def shown_text(row: PublicText, title: Marked, text: Marked) -> ShownText:
    """One result with what is marked in it."""
    return ShownText(
        href=row.path,
        name=say(Findable(row.kind).label),
        title=title.whole(),
        excerpt=text.excerpt(LENGTH),
        facts=listed([f"{row.body_name}.", _dated(row)], " "),
    )


def kinds_to_choose(typed: str, chosen: Findable | None) -> list[KindToChoose]:
    """Everything, and each kind."""
    return [
        KindToChoose(say("Everything"), _address(typed), chosen is None),
        *(
            KindToChoose(say(kind.plural), _address(typed, kind), kind is chosen)
            for kind in Findable
        ),
    ]


def results_in_words(count: int, *, is_all: bool) -> str:
    """How many were found, up to where they are counted."""
    if is_all:
        return say("Results: {count}", count=f"{count:,}")
    return say("Results: more than {count}", count=f"{count:,}")


def _dated(row: PublicText) -> str:
    on = date_in_words(row.on)
    match row.kind:
        case Findable.FIGURES:
            return say("As at {date}.", date=on)
        case Findable.MEETING:
            return say("Held {date}.", date=on)
        case _:
            return say("Report published {date}.", date=on)


def _address(typed: str, kind: Findable | None = None) -> str:
    asked = {"q": typed} | ({"kind": kind.value} if kind else {})
    return f"{reverse('publication:search')}?{urlencode(asked)}"
