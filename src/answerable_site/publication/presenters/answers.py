"""Which answer counts: one that was published here, or an earlier one on other pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.languages import say
from answerable_site.design.dates import date_in_words
from answerable_site.publication import rules
from answerable_site.publication.presenters.addresses import web_address
from answerable_site.publication.rules import Standing

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicInspection


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """An answer that was published before, on other pages than these."""

    sentence: str
    href: str
    """Empty if the address is not known."""


def answered_on(entry: PublicInspection) -> date | None:
    """The civil date of the answer from which timeliness is counted; None if there is none."""
    return rules.counted_answer(
        here_on=first_answered_here(entry),
        earlier_on=entry.earlier_answer_on,
        earlier_is_complete=entry.earlier_answer_is_complete,
    )


def is_elsewhere(entry: PublicInspection) -> bool:
    """Whether that answer is the earlier one, on other pages."""
    counted = answered_on(entry)
    return counted is not None and counted != first_answered_here(entry)


def is_perhaps_whole(entry: PublicInspection) -> bool:
    """Whether that answer is one of which nobody knows that it holds everything."""
    return is_elsewhere(entry) and entry.earlier_answer_is_complete is None


def first_answered_here(entry: PublicInspection) -> date | None:
    """The civil date on which everything that the law asks for was first public here."""
    return rules.answered_on(entry.responses.all())


def partly_answered_on(entry: PublicInspection) -> date | None:
    """The civil date on which anything was first public, here or on other pages; None once
    everything is."""
    if answered_on(entry):
        return None
    here = rules.partly_answered_on(entry.responses.all())
    return min((day for day in (here, entry.earlier_answer_on) if day), default=None)


def standing_of(entry: PublicInspection, *, on: date) -> Standing:
    """How the answer of an entry stands to its statutory period on a day."""
    return rules.standing(
        last_lawful_day=entry.last_lawful_day,
        answered_on=answered_on(entry),
        on=on,
        perhaps_whole=is_perhaps_whole(entry),
    )


def earlier_answer(entry: PublicInspection) -> EarlierAnswer | None:
    """The answer on other pages, if there is one."""
    if entry.earlier_answer_on is None:
        return None
    day = date_in_words(entry.earlier_answer_on)
    return EarlierAnswer(
        sentence=say(
            "Answered on {day} on other pages. {what}",
            day=day,
            what=_WHOLE[entry.earlier_answer_is_complete],
        ),
        href=web_address(entry.earlier_answer_address),
    )


_WHOLE = {
    True: say("That answer holds everything that the law asks for."),
    False: say("That answer does not hold everything that the law asks for."),
    None: say("Whether that answer holds everything that the law asks for is not known."),
}
