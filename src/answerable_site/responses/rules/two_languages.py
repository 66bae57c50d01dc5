"""What of a response has no Welsh although it is given in both languages.

The law of responses asks for no language, so this is never a gap: it is said before publication,
and the office decides. What the chief officer says is the chief officer’s, in whatever language.
"""

from __future__ import annotations

from collections.abc import Iterator

from answerable_site.responses.rules.completeness import Gap, Place
from answerable_site.responses.rules.facts import FindingFacts, ResponseFacts, name_of
from answerable_site.responses.rules.words import Language


def is_in_both(response: ResponseFacts) -> bool:
    """Whether any text of the response has its Welsh beside it."""
    return any(
        welsh.strip()
        for welsh in (
            response.own_comments_welsh,
            response.reply_welsh,
            *(one.explanation.welsh for one in response.report.findings if one.explanation),
        )
    )


def without_welsh(response: ResponseFacts) -> tuple[Gap, ...]:
    """The texts that are in English alone although others are in both; in the order of the work.
    Empty where nothing is in both, or everything is."""
    return tuple(_without_welsh(response)) if is_in_both(response) else ()


def _without_welsh(response: ResponseFacts) -> Iterator[Gap]:
    if _is_in_english_alone(
        response.own_comments, response.own_comments_language, response.own_comments_welsh
    ):
        yield Gap("Your own comments are in English alone.", Place.OWN_COMMENTS)
    if _is_in_english_alone(response.reply, response.reply_language, response.reply_welsh):
        yield Gap("Your reply to the chief officer is in English alone.", Place.REPLY)
    for finding in response.report.findings:
        yield from _of_a_finding(finding)


def _of_a_finding(finding: FindingFacts) -> Iterator[Gap]:
    answer = finding.explanation
    if answer and _is_in_english_alone(answer.text, answer.language, answer.welsh):
        yield Gap(
            f"The explanation for {name_of(finding)} is in English alone.",
            Place.EXPLANATION,
            finding.id,
        )


def _is_in_english_alone(text: str, language: Language, welsh: str) -> bool:
    return bool(text.strip()) and language is Language.ENGLISH and not welsh.strip()
