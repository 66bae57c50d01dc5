"""How work on cases is offered to be handed over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from answerable_site.casework.presenters.cases import title_of
from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import Role

if TYPE_CHECKING:
    from answerable_site.casework.models import CaseAssignment
    from answerable_site.people.models import Assignment


def choices_of_work(
    running: Iterable[CaseAssignment], references: dict[int, list[str]]
) -> list[tuple[str, str]]:
    """Running work on cases, each as its number and what the case is called.

    Args:
        references: by case, in clear.
    """
    return [(str(one.pk), _in_words(one, references[one.case_id])) for one in running]


def choices_of_posts(posts: Iterable[Assignment]) -> list[tuple[str, str]]:
    """Posts, each as its number and who holds it, as what and where."""
    return [
        (
            str(post.pk),
            f"{post.user.full_name}, {Role(post.role).label}, {post.organisation.name}",
        )
        for post in posts
    ]


def _in_words(one: CaseAssignment, references: list[str]) -> str:
    named = f" ({', '.join(references)})" if references else ""
    reported = date_in_words(one.case.reported_on)
    return f"{title_of(one.case)}{named}, reported {reported}, {one.organisation.name}"
