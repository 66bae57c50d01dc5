"""What the plain-English check remarks on each text of a response."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import facts, plain_english
from answerable_site.responses.rules.plain_english import Remark, RemarkKind
from answerable_site.responses.rules.unsaved import form_of_finding
from answerable_site.responses.rules.words import Language

_HEADINGS = {
    RemarkKind.LONG_SENTENCE: "Long sentences",
    RemarkKind.LONG_PARAGRAPH: "Long paragraphs",
    RemarkKind.ABBREVIATION: "Abbreviations",
    RemarkKind.PLAINER_WORD: "Plainer words",
}


@dataclass(frozen=True, slots=True)
class RemarksOfAKind:
    """Remarks under one heading."""

    heading: str
    remarks: tuple[Remark, ...]
    with_passage: bool
    """Whether the advice alone would not say which passage is meant."""


@dataclass(frozen=True, slots=True)
class CheckedText:
    """One text of the body with what is remarked on it."""

    form: str
    """The page that writes it, as unsaved texts name it."""
    title: str
    href: str
    is_checked: bool
    """No where it is not English."""
    groups: tuple[RemarksOfAKind, ...]

    @property
    def count(self) -> int:
        """How many remarks there are."""
        return sum(len(group.remarks) for group in self.groups)


def checked_texts(held: Dossier) -> tuple[CheckedText, ...]:
    """The body's own saved texts in the order of the document.

    The chief officer's comments are published word for word and are not ours to improve. An
    abbreviation that an earlier text explains counts as explained in those that follow.
    """
    checked: list[CheckedText] = []
    explained: frozenset[str] = frozenset()
    for form, title, href, text, language in _texts(held):
        if plain_english.is_checked(language):
            remarks = plain_english.remarks(text, explained=explained)
            explained |= plain_english.abbreviations_explained(text)
            checked.append(CheckedText(form, title, href, True, _groups(remarks)))  # noqa: FBT003
        else:
            checked.append(CheckedText(form, title, href, False, ()))  # noqa: FBT003
    return tuple(checked)


def checked_text(held: Dossier, form: str) -> CheckedText | None:
    """What is remarked on the text of one page; None where nothing is saved."""
    return next((checked for checked in checked_texts(held) if checked.form == form), None)


def _texts(held: Dossier) -> Iterator[tuple[str, str, str, str, Language]]:
    where = [held.inspection.pk, held.body.slug]
    for form, title, saved in (
        ("own_comments", "Your own comments", held.own_comments),
        ("reply", "Reply to the chief officer", held.reply),
    ):
        if saved and saved.text:
            href = reverse(f"responses:{form}", args=where)
            yield form, title, href, saved.text, Language(saved.language)
    for finding in held.facts.report.findings:
        explained = held.explanations.get(finding.id)
        if explained and explained.text:
            href = reverse("responses:explain", args=[*where, finding.id])
            yield (
                form_of_finding(finding.id),
                facts.heading_of(finding),
                href,
                explained.text,
                Language(explained.language),
            )


def _groups(remarks: tuple[Remark, ...]) -> tuple[RemarksOfAKind, ...]:
    return tuple(
        RemarksOfAKind(
            heading,
            of_the_kind,
            with_passage=kind in {RemarkKind.LONG_SENTENCE, RemarkKind.LONG_PARAGRAPH},
        )
        for kind, heading in _HEADINGS.items()
        if (of_the_kind := tuple(remark for remark in remarks if remark.kind is kind))
    )
