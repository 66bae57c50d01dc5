"""What the public register said before, and what it says instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.languages import listed, say
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication import rules

if TYPE_CHECKING:
    from answerable_site.publication.models import EntryCorrection


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """What an entry said before, what it says instead, and why."""

    correction_id: int
    title: str
    body: str
    changes: tuple[str, ...]
    """A sentence each."""
    reason: str
    prepared: str
    released: str
    """When; empty while it waits."""


def shown_correction(correction: EntryCorrection) -> ShownCorrection:
    """A correction, released or waiting."""
    before = rules.PublicFacts.from_json(correction.before)
    after = rules.PublicFacts.from_json(correction.after)
    released_at = correction.released_at
    return ShownCorrection(
        correction_id=correction.pk,
        title=correction.entry.title,
        body=correction.entry.body_name,
        changes=changes_in_words(before, after),
        reason=correction.reason,
        prepared=f"{correction.prepared_by.full_name}, {moment_in_words(correction.prepared_at)}",
        released=date_in_words(released_at) if released_at else "",
    )


def changes_in_words(before: rules.PublicFacts, after: rules.PublicFacts) -> tuple[str, ...]:
    """What differs between two states of the facts, a sentence each."""
    said, instead = _worded(before), _worded(after)
    return tuple(
        say("{name}: {what}; before: {what2}.", name=name, what=instead[name], what2=said[name])
        for name in said
        if said[name] != instead[name]
    )


def _worded(facts: rules.PublicFacts) -> dict[str, str]:
    last = facts.last_lawful_day
    return {
        say("Title"): facts.title,
        say("Report published"): date_in_words(facts.published_on),
        say("Last lawful day"): date_in_words(last) if last else say("none"),
        say("Legal basis"): facts.basis_citation,
        say("Inspectorates"): ", ".join(facts.inspectorates) or say("not recorded"),
        say("Address of the report"): facts.source_address or say("not recorded"),
        say("Answer on other pages"): _earlier_answer(facts),
    }


def _earlier_answer(facts: rules.PublicFacts) -> str:
    if facts.earlier_answer_on is None:
        return say("none")
    whole = {True: say("whole"), False: say("not whole"), None: say("not known whether whole")}
    address = facts.earlier_answer_address or say("address not recorded")
    day = date_in_words(facts.earlier_answer_on)
    return listed((day, whole[facts.earlier_answer_is_complete], address))
