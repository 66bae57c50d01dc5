"""What became of a recommendation, for those who answer it or a later one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable_site.followup import rules
from answerable_site.followup.presenters.dating import in_time_or_late, original_in_words
from answerable_site.followup.presenters.states import (
    assurance_tag,
    inspectorate_tag,
    own_view_tag,
)

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment


@dataclass(frozen=True, slots=True)
class Became:
    """One commitment about it."""

    text: str
    href: str
    original: str
    standing: str
    is_late: bool
    states: tuple[tuple[str, str], ...]
    """Own view, assurance and inspectorate’s status: never one."""


def shown_became(commitments: Iterable[Commitment], *, on: date) -> tuple[Became, ...]:
    """Each commitment from `queries.commitments_about`, seen from a civil date."""
    return tuple(
        Became(
            text=f"{one.organisation.name}: {one.summary}",
            href=reverse("followup:commitment", args=[one.pk]),
            original=original_in_words(one),
            standing=in_time_or_late(one, on=on),
            is_late=rules.timeliness(one.dates, on=on).is_late,
            states=(
                ("Own view", own_view_tag(one.own_view).text),
                ("Assurance", assurance_tag(one.assurance, one.assurance_name).text),
                ("Inspectorate", inspectorate_tag(one.inspectorate).text),
            ),
        )
        for one in commitments
    )
