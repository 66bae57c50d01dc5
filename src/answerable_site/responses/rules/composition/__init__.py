"""From the facts of a response to the document that is signed and published."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.writing.blocks import Block, WrittenDocument
from answerable_site.responses.rules.composition.answers import (
    areas_for_improvement,
    recommendations,
)
from answerable_site.responses.rules.composition.endings import (
    left_out,
    signature,
    still_to_come,
)
from answerable_site.responses.rules.composition.openings import about_the_report, about_the_version
from answerable_site.responses.rules.composition.voices import (
    chief_officer,
    own_comments,
    reply,
)
from answerable_site.responses.rules.composition.words import LANGUAGE, line
from answerable_site.responses.rules.facts import ResponseFacts, SignatoryFacts

__all__ = ["NOT_SIGNED", "compose"]

NOT_SIGNED = "Draft: not signed and not published."
INCOMPLETE = "Incomplete: what is still to come stands at the end."


def compose(response: ResponseFacts, *, signatory: SignatoryFacts | None = None) -> WrittenDocument:
    """The whole response as a document.

    Without a signatory it is a draft and says so. With one it is what is published, to the last
    byte: the date that it bears is the day of signature.

    Raises:
        answerable.writing.blocks.UnwritableBlock: a title or name holds invisible characters.
    """
    return WrittenDocument(
        title=line(f"Response to “{response.report.title}”"),
        language=LANGUAGE,
        author_body=line(response.body.name),
        date=signatory.signed_on if signatory else None,
        notice=_notice(response, signatory),
        blocks=tuple(_blocks(response, signatory)),
    )


def _notice(response: ResponseFacts, signatory: SignatoryFacts | None) -> str | None:
    if signatory is None:
        return NOT_SIGNED
    return INCOMPLETE if response.incomplete_because else None


def _blocks(response: ResponseFacts, signatory: SignatoryFacts | None) -> Iterator[Block]:
    yield from about_the_version(response.revision)
    yield from about_the_report(response.report)
    yield from own_comments(response)
    yield from chief_officer(response)
    yield from reply(response)
    yield from recommendations(response)
    yield from areas_for_improvement(response)
    yield from left_out(response)
    yield from still_to_come(response)
    yield from signature(signatory)
