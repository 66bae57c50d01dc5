"""What a response still lacks before it may be prepared for signature, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from answerable.statute import SECTION_55
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules.exclusions import holds
from answerable_site.responses.rules.facts import (
    ExplanationFacts,
    ExplanationKind,
    FindingFacts,
    ReportFacts,
    ResponseFacts,
    name_of,
)
from answerable_site.responses.rules.words import ExcludedPart


class Place(StrEnum):
    """Where a gap is closed."""

    BINDING = "binding"
    REGISTER = "register"
    INVITATION = "invitation"
    CHIEF_OFFICER = "chief_officer"
    OWN_COMMENTS = "own_comments"
    REPLY = "reply"
    EXPLANATION = "explanation"
    EXCLUSIONS = "exclusions"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing."""

    sentence: str
    place: Place
    finding_id: int | None = None
    """The finding to explain, where the place is an explanation."""
    blocks: bool = False
    """Whether not even an incomplete response may go out with it."""


def is_bound(response: ResponseFacts) -> bool:
    """Whether section 55 asks the body for this response.

    While nobody has decided, the law is taken to ask: what is owed must not be missed because a
    question was left open.
    """
    if response.report.basis.code != SECTION_55.code:
        return False
    return response.binding is None or response.binding.ground.binds


def explains_each_recommendation(report: ReportFacts) -> bool:
    """Every recommendation of this report must be explained, whoever it addresses.

    Section 55(5B) of the Police Act 1996, for reports published from 2 May 2017. Areas for
    improvement are not named in it.
    """
    return report.basis.explains_each_recommendation and report.clock is not None


def explanation_rule(report: ReportFacts) -> str:
    """What the law asks about explanations for this report, in a sentence."""
    if explains_each_recommendation(report):
        return (
            f"Under {report.basis.citation} the response must explain, for every recommendation, "
            "the action taken or proposed, or why there is none. Areas for improvement may be "
            "answered as well."
        )
    if report.basis.explains_each_recommendation:
        return (
            f"This report was published on {report.published_on.day} "
            f"{report.published_on:%B %Y}, before {report.basis.citation} asked for an "
            "explanation of each recommendation. You may give explanations all the same."
        )
    return (
        f"The basis of this report ({report.basis.citation}) does not ask for an explanation of "
        "each recommendation. You may give explanations all the same."
    )


def gaps(response: ResponseFacts) -> tuple[Gap, ...]:
    """Everything that is missing, in the order of the work; empty when the response is complete.

    "None, and why" with a reason is a complete answer: recommendations are not orders. What the
    law does not ask (an area for improvement, a cause of concern that is answered through its
    recommendations) is never a gap.
    """
    return tuple(_gaps(response))


def _gaps(response: ResponseFacts) -> Iterator[Gap]:
    if response.binding is None:
        yield Gap(
            "Nobody has decided whether the law asks your body for this response.",
            Place.BINDING,
            blocks=True,
        )
    if is_bound(response):
        yield from _of_the_chief_officer(response)
        yield from _of_own_comments(response)
    if not _says_anything(response):
        yield Gap(
            "The response says nothing yet. Write your own comments.",
            Place.OWN_COMMENTS,
            blocks=True,
        )
    yield from _of_exclusions(response)
    if is_bound(response) and explains_each_recommendation(response.report):
        yield from _of_the_register(response.report)
        for finding in response.report.findings:
            if finding.kind is RecommendationKind.RECOMMENDATION:
                yield from _of_an_explanation(finding)


def _of_the_chief_officer(response: ResponseFacts) -> Iterator[Gap]:
    if response.invitation is None:
        yield Gap("The chief officer has not been invited to comment.", Place.INVITATION)
    if response.chief_officer is None:
        yield Gap(
            "The chief officer’s comments are neither received nor recorded as not received.",
            Place.CHIEF_OFFICER,
        )
    elif response.none_received_is_outdated:
        yield Gap(
            "The chief officer was given another date since you recorded that no comments were "
            "received. Record it again, or enter the comments.",
            Place.CHIEF_OFFICER,
        )


def _of_the_register(report: ReportFacts) -> Iterator[Gap]:
    if report.undecided:
        waits = (
            "1 candidate waits" if report.undecided == 1 else f"{report.undecided} candidates wait"
        )
        yield Gap(
            f"The register of this report is not finished: {waits} for a decision, and each may be "
            "a recommendation.",
            Place.REGISTER,
        )


def _of_own_comments(response: ResponseFacts) -> Iterator[Gap]:
    if not response.own_comments.strip() and _says_anything(response):
        yield Gap("Your own comments are missing.", Place.OWN_COMMENTS)


def _of_exclusions(response: ResponseFacts) -> Iterator[Gap]:
    """A passage whose words changed may stand in the text again: nothing goes out before that is
    looked at."""
    for excluded in response.exclusions:
        both = texts_of(response, excluded.part, excluded.finding_id)
        if not any(holds(text, excluded.passage) for text in both):
            yield Gap(
                "A passage that is not for publication no longer stands in the text word for "
                "word. Look at the text, and decide again.",
                Place.EXCLUSIONS,
                blocks=True,
            )
    for part, finding_id in dict.fromkeys((e.part, e.finding_id) for e in response.exclusions):
        if _is_left_out_of_one_language(response, part, finding_id):
            yield Gap(
                "A passage is not for publication in one language, and nothing is left out of the "
                "other. Leave it out there as well.",
                Place.EXCLUSIONS,
                blocks=True,
            )


def _is_left_out_of_one_language(
    response: ResponseFacts, part: ExcludedPart, finding_id: int | None
) -> bool:
    english, welsh = texts_of(response, part, finding_id)
    if not welsh.strip():
        return False
    passages = [
        one.passage
        for one in response.exclusions
        if (one.part, one.finding_id) == (part, finding_id)
    ]
    left_out = [any(holds(text, one) for one in passages) for text in (english, welsh)]
    return left_out[0] is not left_out[1]


def texts_of(
    response: ResponseFacts, part: ExcludedPart, finding_id: int | None = None
) -> tuple[str, str]:
    """The text of a part as it was written, and the same in Welsh beside it, "" where there is
    none."""
    return text_of(response, part, finding_id), _welsh_of(response, part, finding_id)


def _welsh_of(response: ResponseFacts, part: ExcludedPart, finding_id: int | None) -> str:
    match part:
        case ExcludedPart.CHIEF_OFFICER:
            return ""
        case ExcludedPart.OWN_COMMENTS:
            return response.own_comments_welsh
        case ExcludedPart.REPLY:
            return response.reply_welsh
        case ExcludedPart.EXPLANATION:
            return "".join(
                finding.explanation.welsh
                for finding in response.report.findings
                if finding.id == finding_id and finding.explanation
            )


def text_of(response: ResponseFacts, part: ExcludedPart, finding_id: int | None = None) -> str:
    """The text of a part of the response as it was written, nothing left out."""
    match part:
        case ExcludedPart.CHIEF_OFFICER:
            return response.chief_officer.text if response.chief_officer else ""
        case ExcludedPart.OWN_COMMENTS:
            return response.own_comments
        case ExcludedPart.REPLY:
            return response.reply
        case ExcludedPart.EXPLANATION:
            return "".join(
                finding.explanation.text
                for finding in response.report.findings
                if finding.id == finding_id and finding.explanation
            )


def _says_anything(response: ResponseFacts) -> bool:
    return bool(response.own_comments.strip()) or any(
        finding.explanation and finding.explanation.text.strip()
        for finding in response.report.findings
    )


def _of_an_explanation(finding: FindingFacts) -> Iterator[Gap]:
    if finding.explanation is None:
        yield _gap(f"There is no explanation for {name_of(finding)}.", finding)
        return
    for sentence in _unfinished(finding.explanation, name_of(finding)):
        yield _gap(sentence, finding)


def _unfinished(explanation: ExplanationFacts, name: str) -> Iterator[str]:
    written = bool(explanation.text.strip())
    match explanation.kind:
        case ExplanationKind.ACTION_TAKEN:
            if not written:
                yield f"The explanation for {name} does not say what action was taken."
        case ExplanationKind.ACTION_PROPOSED:
            if not written:
                yield f"The explanation for {name} does not say what action is proposed."
            if explanation.due_on is None:
                yield f"The action proposed for {name} has no date."
            if not explanation.owner.strip():
                yield f"The action proposed for {name} has no owner."
        case ExplanationKind.NONE_AND_WHY | ExplanationKind.FOR_OTHERS:
            if not written:
                yield f"The explanation for {name} gives no reason why there is no action."
        case ExplanationKind.ANSWERED_ELSEWHERE:
            if explanation.answered_in is None:
                yield f"The explanation for {name} does not say which other response answers it."
            elif not written and not explanation.answered_in.is_public:
                yield (
                    f"The other response that is to answer {name} is not public yet: the response "
                    f"to “{explanation.answered_in.title}”."
                )


def _gap(sentence: str, finding: FindingFacts) -> Gap:
    return Gap(sentence, Place.EXPLANATION, finding.id)
