"""The notice of a decision to a victim, as a page shows it and as a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision
from answerable.records.kinds.telling import Method
from answerable.records.notices import SUBJECT, Draft
from answerable.records.rules.decision import concerned_victims
from answerable.records.rules.notice import preference_on
from answerable.writing.blocks import Paragraph, WrittenDocument, plain
from answerable_site.design.dates import date_in_words

WRITTEN = frozenset({Method.LETTER, Method.EMAIL})


def choices_of_notices(
    file: CaseFile, standing: Iterable[Recorded], victims: Collection[int] | None
) -> list[tuple[str, str]]:
    """Each decision with each victim whom it concerns, the latest first.

    Args:
        standing: the events that the viewer sees and that count.
        victims: those whom the viewer sees, by number; None for all.
    """
    decisions = [(one.number, one.event) for one in standing if isinstance(one.event, Decision)]
    return [
        (
            f"{number}-{victim}",
            f"Victim {victim}: {decision.made.label}, {date_in_words(decision.on)}",
        )
        for number, decision in reversed(decisions)
        for victim in concerned_victims(file, decision)
        if victims is None or victim in victims
    ]


def is_written(file: CaseFile, victim: int, on: date) -> bool:
    """Whether a victim wants to be told by a letter or an e-mail, which needs how to reach both
    sides directly."""
    preference = preference_on(file, victim, on)
    return preference is not None and preference.method in WRITTEN


def notice_as_document(draft: Draft, *, sender: str, on: date) -> WrittenDocument:
    """What is to be said or sent. What whoever tells the victim has to mind is never in it.

    Args:
        sender: the organisation that tells the victim.
        on: the day that it bears.
    """
    return WrittenDocument(
        title=SUBJECT,
        language="en-GB",
        author_body=sender,
        date=on,
        blocks=tuple(Paragraph(plain(words)) for words in draft.paragraphs),
    )
