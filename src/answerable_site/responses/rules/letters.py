"""The letters that go with an invitation, a copy or a notice, as documents.

Every citation comes from `answerable.statute`; a letter that no law asks for cites none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.statute import (
    COPY_TO_INSPECTORS,
    COPY_TO_SECRETARY,
    INVITE_CHIEF_OFFICER,
    Provision,
)
from answerable.writing.blocks import (
    Block,
    Paragraph,
    Run,
    SummaryList,
    WrittenDocument,
    is_writable,
    plain,
)
from answerable.writing.words import date_in_words
from answerable_site.responses.rules.words import Purpose

LANGUAGE = "en-GB"

_COPIES: dict[Purpose, Provision] = {
    Purpose.COPY_TO_INSPECTORS: COPY_TO_INSPECTORS,
    Purpose.COPY_TO_SECRETARY: COPY_TO_SECRETARY,
}


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What every letter about a report says."""

    body: str
    """The local policing body that writes."""
    recipient: str
    written_on: date
    report: str
    """Title of the inspection report."""
    report_published_on: date


@dataclass(frozen=True, slots=True)
class PublishedFacts:
    """The published version that a letter is about."""

    version: int
    published_on: date
    address: str
    """Where everybody can read it."""
    is_complete: bool = True


def invitation_letter(facts: LetterFacts, *, comments_wanted_by: date) -> WrittenDocument:
    """The chief officer is invited to comment on the report by a date that the body sets.

    Section 55(4) of the Police Act 1996. The date counts in: comments may arrive on it.
    """
    wanted = _day(comments_wanted_by)
    return _letter(
        facts,
        f"Invitation to comment on “{facts.report}”",
        _facts_of(facts, ("Comments wanted by", wanted)),
        _paragraph(
            f"{_sentence(INVITE_CHIEF_OFFICER)} {facts.body} invites you to send your comments on "
            f"this report by {wanted}."
        ),
        _paragraph(
            "Your comments are published word for word with the response of the local policing "
            "body. If none have arrived by that date, the response says so. Comments that arrive "
            "later can be published as an addition."
        ),
    )


def copy_letter(purpose: Purpose, facts: LetterFacts, published: PublishedFacts) -> WrittenDocument:
    """A copy of what was published goes to the inspectors or to the Secretary of State.

    Section 55(6)(a) and (b) of the Police Act 1996.
    """
    return _letter_after_publication(
        facts,
        published,
        title=f"Copy of the response to “{facts.report}”",
        says=(
            f"{_sentence(_COPIES[purpose])} A copy of the response of {facts.body} comes with "
            "this letter."
        ),
    )


def place_letter(facts: LetterFacts, published: PublishedFacts) -> WrittenDocument:
    """The inspectorate is told where the response is published, so that it can link to it."""
    return _letter_after_publication(
        facts,
        published,
        title=f"Where the response to “{facts.report}” is published",
        says=(
            f"{facts.body} has published its response to this report. The address below is "
            "permanent, and you are welcome to link to it from the page of the report."
        ),
    )


def panel_letter(facts: LetterFacts, published: PublishedFacts) -> WrittenDocument:
    """The police and crime panel is told of the report and of the response to it."""
    return _letter_after_publication(
        facts,
        published,
        title=f"Response to “{facts.report}”",
        says=(
            f"This inspection report was published, and {facts.body} has answered it. A copy of "
            "the response comes with this letter for the information of the panel."
        ),
    )


def letter_about(
    purpose: Purpose, facts: LetterFacts, published: PublishedFacts
) -> WrittenDocument:
    """The letter about a published version that belongs to a purpose.

    Raises:
        KeyError: the purpose is the invitation, which is about no published version.
    """
    match purpose:
        case Purpose.PLACE_TOLD:
            return place_letter(facts, published)
        case Purpose.PANEL_TOLD:
            return panel_letter(facts, published)
        case _:
            return copy_letter(purpose, facts, published)


def in_plain_text(letter: WrittenDocument) -> str:
    """The letter as the text of an e-mail, with every word of the document in its order."""
    parts = [letter.title]
    if letter.date:
        parts.append(date_in_words(letter.date, letter.language))
    parts += [_text_of(block) for block in letter.blocks]
    return "\n\n".join(parts) + "\n"


def _letter(facts: LetterFacts, title: str, *blocks: Block) -> WrittenDocument:
    return WrittenDocument(
        title=_line(title),
        language=LANGUAGE,
        author_body=_line(facts.body),
        date=facts.written_on,
        blocks=(
            _paragraph(f"To: {facts.recipient}"),
            *blocks,
            _paragraph(facts.body),
        ),
    )


def _letter_after_publication(
    facts: LetterFacts, published: PublishedFacts, *, title: str, says: str
) -> WrittenDocument:
    return _letter(
        facts,
        title,
        _facts_of(facts, *_published(published)),
        _paragraph(says),
        *_incomplete(published),
        _where(published),
    )


def _facts_of(facts: LetterFacts, *more: tuple[str, str]) -> SummaryList:
    pairs = (
        ("Inspection report", facts.report),
        ("Report published", _day(facts.report_published_on)),
        *more,
    )
    return SummaryList(tuple((term, plain(_line(value))) for term, value in pairs))


def _published(published: PublishedFacts) -> Iterator[tuple[str, str]]:
    yield "Response published", _day(published.published_on)
    if published.version > 1:
        yield "Version", f"{published.version}; it takes the place of earlier versions"


def _incomplete(published: PublishedFacts) -> Iterator[Paragraph]:
    if not published.is_complete:
        yield _paragraph(
            "The response is published incomplete. It says itself what is missing and why; a "
            "further version follows."
        )


def _where(published: PublishedFacts) -> Paragraph:
    return Paragraph(
        (*plain("Everybody can read it at "), Run(published.address, link=published.address))
    )


def _sentence(provision: Provision) -> str:
    """The law's own request: "Under section … the local policing body sends …"."""
    summary = provision.summary[0].lower() + provision.summary[1:]
    return f"Under {provision.citation}, {summary}"


def _paragraph(text: str) -> Paragraph:
    return Paragraph(plain(_line(text)))


def _line(text: str) -> str:
    """One line without characters that no document may hold."""
    return "".join(c for c in " ".join(text.split()) if is_writable(c))


def _day(day: date) -> str:
    return date_in_words(day, LANGUAGE)


def _text_of(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return _words(runs)
        case SummaryList(pairs):
            return "\n".join(f"{term}: {_words(value)}" for term, value in pairs)
        case _:
            raise TypeError(f"A letter holds no {type(block).__name__}.")


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
