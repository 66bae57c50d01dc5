"""Who says what: the body's comments, the chief officer's, and the reply to them."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.statute import SECTION_55
from answerable.writing.blocks import Block, Heading, Quotation
from answerable.writing.words import date_in_words
from answerable_site.responses.rules.composition.words import (
    LANGUAGE,
    in_both,
    line,
    paragraph,
    said,
)
from answerable_site.responses.rules.exclusions import without_excluded
from answerable_site.responses.rules.facts import ChiefOfficerFacts, ResponseFacts
from answerable_site.responses.rules.words import ExcludedPart


def own_comments(response: ResponseFacts) -> Iterator[Block]:
    """The body's own comments (section 55(5)(a))."""
    text, welsh = (
        without_excluded(written, response.exclusions, ExcludedPart.OWN_COMMENTS)
        for written in (response.own_comments, response.own_comments_welsh)
    )
    if words := in_both(text, response.own_comments_language, welsh):
        yield Heading(1, line(f"Comments of the {response.body.holder_title}"))
        yield from words


def chief_officer(response: ResponseFacts) -> Iterator[Block]:
    """The chief officer's comments, or that there are none (section 55(5)(b))."""
    if response.report.basis.code != SECTION_55.code and response.chief_officer is None:
        return
    title = response.body.chief_officer_title
    yield Heading(1, line(f"Comments of the {title}"))
    if invited := response.invitation:
        yield paragraph(
            line(
                f"The {title} was invited on {date_in_words(invited.invited_on, LANGUAGE)} to "
                f"comment by {date_in_words(invited.comments_wanted_by, LANGUAGE)}."
            )
        )
    if response.chief_officer:
        yield from _comments(response, response.chief_officer, title)


def _comments(response: ResponseFacts, comments: ChiefOfficerFacts, title: str) -> Iterator[Block]:
    text = without_excluded(comments.text, response.exclusions, ExcludedPart.CHIEF_OFFICER)
    words = said(text, comments.language)
    if comments.none_received_by:
        wanted = date_in_words(comments.none_received_by, LANGUAGE)
        yield paragraph(line(f"No comments of the {title} were received by {wanted}."))
    elif words and comments.received_on:
        received = date_in_words(comments.received_on, LANGUAGE)
        yield paragraph(f"The comments were received on {received}.")
        who = ", ".join(part for part in (comments.author_name, comments.author_title) if part)
        yield Quotation(line(who or title), words)


def reply(response: ResponseFacts) -> Iterator[Block]:
    """The body's reply to those comments (section 55(5)(c))."""
    text, welsh = (
        without_excluded(written, response.exclusions, ExcludedPart.REPLY)
        for written in (response.reply, response.reply_welsh)
    )
    if words := in_both(text, response.reply_language, welsh):
        yield Heading(1, line(f"Reply to the {response.body.chief_officer_title}"))
        yield from words
