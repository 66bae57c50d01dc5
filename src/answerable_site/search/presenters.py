"""Results in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from answerable.languages import listed, say
from answerable_site.design.dates import date_in_words
from answerable_site.fulltext import Piece, Term
from answerable_site.search.access import LEADS_TO
from answerable_site.search.rules import Kind

if TYPE_CHECKING:
    from answerable_site.search.queries import Found, Hit

LENGTH = 240
"""Characters of an excerpt, about."""


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One result."""

    href: str
    name: str
    """What it is, before its title: "Recommendation 12"."""
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class ShownKind:
    """The results of one kind, or the first of them."""

    heading: str
    count: str
    hits: tuple[ShownHit, ...]
    rest_href: str = ""
    """Where all of them are; empty where all are shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind to which results can be narrowed."""

    text: str
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class WordAlone:
    """A word of a question that found nothing, and what it finds by itself."""

    text: str
    href: str


def shown_kind(found: Found, hits: Iterable[Hit], typed: str) -> ShownKind:
    """Results of one kind.

    Args:
        hits: those that are shown.
        typed: what was searched for.
    """
    shown = tuple(shown_hit(hit) for hit in hits)
    return ShownKind(
        heading=say(found.kind.plural),
        count=in_words(found.count, is_all=found.is_all),
        hits=shown,
        rest_href=address(typed, found.kind) if len(shown) < found.count else "",
    )


def shown_hit(hit: Hit) -> ShownHit:
    """One result with what is marked in it."""
    row = hit.row
    match hit.kind:
        case Kind.RESPONSE:
            where: tuple[object, ...] = (row.inspection_id, row.body.slug)
        case _:
            where = (row.pk,)
    return ShownHit(
        href=reverse(LEADS_TO[hit.kind], args=where),
        name=_name(hit),
        title=hit.title.whole(),
        excerpt=hit.text.excerpt(LENGTH),
        facts=_facts(hit),
    )


def choices(found: Sequence[Found], typed: str, chosen: Kind | None) -> list[Choice]:
    """All results, and those of each kind that has some."""
    total = sum(one.count for one in found)
    is_all = all(one.is_all for one in found)
    return [
        Choice(
            say("Everything: {count}", count=in_words(total, is_all=is_all)),
            address(typed),
            chosen is None,
        ),
        *(
            Choice(
                say(
                    "{kind}: {count}",
                    kind=say(one.kind.plural),
                    count=in_words(one.count, is_all=one.is_all),
                ),
                address(typed, one.kind),
                one.kind is chosen,
            )
            for one in found
            if one.count or one.kind is chosen
        ),
    ]


def words_alone(terms: Iterable[tuple[Term, int]]) -> list[WordAlone]:
    """What each word of a question finds by itself."""
    return [
        WordAlone(
            say("“{word}” alone: {count}", word=" ".join(term.words), count=count),
            address(as_typed(term)),
        )
        for term, count in terms
    ]


def as_typed(term: Term) -> str:
    """A term as somebody would type it."""
    return f'"{" ".join(term.words)}"' if term.is_phrase else term.words[0]


def in_words(count: int, *, is_all: bool) -> str:
    """How many: up to where they are counted."""
    return f"{count:,}" if is_all else say("more than {count}", count=f"{count:,}")


def address(typed: str, kind: Kind | None = None) -> str:
    """Where the results are."""
    asked = {"q": typed} | ({"kind": kind.value} if kind else {})
    return f"{reverse('search:search')}?{urlencode(asked)}"


def _name(hit: Hit) -> str:
    if hit.kind is Kind.RECOMMENDATION and hit.row.number:
        return say("Recommendation {number}", number=hit.row.number)
    return say(hit.kind.label)


def _facts(hit: Hit) -> str:
    row = hit.row
    match hit.kind:
        case Kind.INSPECTION:
            return say("Published {date}.", date=date_in_words(row.published_on))
        case Kind.RECOMMENDATION:
            return say("Report published {date}.", date=date_in_words(row.published_on))
        case Kind.RESPONSE:
            published = say(
                "Report published {date}.", date=date_in_words(row.inspection.published_on)
            )
            return listed([say("By {body}.", body=row.body.name), published], " ")
        case Kind.COMMITMENT:
            about = say("About {title}.", title=row.recommendation.inspection.title)
            return listed([say("By {body}.", body=row.organisation.name), about], " ")
        case _:
            return say("By {body}.", body=row.organisation.name)
