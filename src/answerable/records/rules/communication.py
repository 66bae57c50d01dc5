"""Written communications name both sides and say how to reach each directly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.communication import Communicated
from answerable.records.lists import listed
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import About, Breach, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

DETAILS = Rule(
    code="details_of_both_sides",
    asks=(
        "Letters and e-mails name investigator and prosecutor, with a direct telephone number and "
        "a direct e-mail address of each"
    ),
    citation="recommendation 5 of the joint inspection of July 2021",
    confidence=Confidence.CONFIRMED,
    recommendation=5,
)


def breaches(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Breach]:
    """What was written without the details of both sides. What was sent stays so."""
    for number, one in file.of(Communicated):
        lacked = list(one.lacked())
        if one.form.is_written and lacked:
            yield Breach(
                DETAILS,
                f"{one.form.label} of {in_words(one.on)}, {one.direction.within}, lacked "
                f"{listed(lacked)}.",
                one.on,
                About(victim=one.victim, event=number),
            )


RULES = (DETAILS,)
