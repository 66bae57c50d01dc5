"""How a response ends: what is left out and why, what is still to come, who signed."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.writing.blocks import Block, BulletList, Heading, plain
from answerable.writing.words import date_in_words
from answerable_site.responses.rules.completeness import gaps
from answerable_site.responses.rules.composition.words import LANGUAGE, line, paragraph
from answerable_site.responses.rules.facts import (
    ExclusionFacts,
    ResponseFacts,
    SignatoryFacts,
    name_of,
)
from answerable_site.responses.rules.words import ExcludedPart


def left_out(response: ResponseFacts) -> Iterator[Block]:
    """Passages that a named person decided not to publish."""
    if not response.exclusions:
        return
    yield Heading(1, "What is left out")
    yield BulletList(tuple(plain(_decision(each, response)) for each in response.exclusions))


def _decision(excluded: ExclusionFacts, response: ResponseFacts) -> str:
    return (
        f"A passage of {_part(excluded, response)} was left out by decision of the "
        f"{line(excluded.decided_as)} on {date_in_words(excluded.decided_on, LANGUAGE)}. "
        f"Reason: {line(excluded.public_reason)}"
    )


def _part(excluded: ExclusionFacts, response: ResponseFacts) -> str:
    match excluded.part:
        case ExcludedPart.CHIEF_OFFICER:
            return line(f"the comments of the {response.body.chief_officer_title}")
        case ExcludedPart.OWN_COMMENTS:
            return line(f"the comments of the {response.body.holder_title}")
        case ExcludedPart.REPLY:
            return "the reply"
        case ExcludedPart.EXPLANATION:
            named = [f for f in response.report.findings if f.id == excluded.finding_id]
            return line(f"the answer to {name_of(named[0])}") if named else "an answer"


def still_to_come(response: ResponseFacts) -> Iterator[Block]:
    """For a response that is published incomplete: why, and what is missing."""
    if not response.incomplete_because:
        return
    yield Heading(1, "Still to come")
    yield paragraph(
        "This response is incomplete. It is published now because: "
        f"{line(response.incomplete_because)}"
    )
    if missing := gaps(response):
        yield BulletList(tuple(plain(line(gap.sentence)) for gap in missing))


def signature(signatory: SignatoryFacts | None) -> Iterator[Block]:
    """Who signed, in which office, on which day."""
    if signatory:
        yield Heading(1, "Signature")
        yield paragraph(
            f"Signed by {line(signatory.name)}, {line(signatory.title)}, on "
            f"{date_in_words(signatory.signed_on, LANGUAGE)}."
        )
