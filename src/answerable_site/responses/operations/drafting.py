"""What the body writes itself: its comments, its reply, its explanations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection, PlanPriority
from answerable_site.responses import access
from answerable_site.responses.models import BodyComments, Explanation, Reply, Response, WithWelsh
from answerable_site.responses.operations.chief_officer import DatesOutOfOrder
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules import versions
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.unsaved import form_of_finding
from answerable_site.responses.rules.words import Language, Position


class NotOfThisReport(ValueError):
    """The finding stands in another report."""


class NotAnotherResponse(ValueError):
    """What should answer instead is no other response of the same body."""


class WelshAlone(ValueError):
    """Welsh stands beside no English text."""


class NotOurPriority(ValueError):
    """A priority belongs to the plan of another body."""


@transaction.atomic
def write_own_comments(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    text: str,
    version: int,
    language: Language = Language.ENGLISH,
    welsh: str | None = None,
) -> BodyComments:
    """Write the next version of the body's own comments.

    Args:
        version: the latest version that the writer saw; 0 for none.
        language: of the text.
        welsh: the same in Welsh, beside a text in English; "" for none, None for what stands.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        WelshAlone: there is Welsh beside no text, or beside one that is in Welsh itself.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    latest = response.row.body_comments.last()
    written = {
        "text": text.strip(),
        "language": language,
        "welsh": _welsh(welsh, latest, text, language),
    }
    comments = BodyComments.objects.create(
        response=response.row,
        version=response.next_version(latest, seen=version, after=written),
        written_at=at,
        written_by_id=response.person_id,
        **written,
    )
    response.forget_unsaved("own_comments")
    voided = response.void_preparation("The body’s own comments were changed.")
    record(
        by=by,
        at=at,
        act="responses.write_own_comments",
        subject=response.subject,
        details={"version": comments.version, "voided": voided},
    )
    return comments


@transaction.atomic
def write_reply(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    text: str,
    version: int,
    language: Language = Language.ENGLISH,
    welsh: str | None = None,
) -> Reply:
    """Write the next version of the body's reply to the chief officer; empty text takes it back.

    Args:
        version: the latest version that the writer saw; 0 for none.
        language: of the text.
        welsh: the same in Welsh, beside a text in English; "" for none, None for what stands.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        WelshAlone: there is Welsh beside no text, or beside one that is in Welsh itself.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    latest = response.row.replies.last()
    written = {
        "text": text.strip(),
        "language": language,
        "welsh": _welsh(welsh, latest, text, language),
    }
    reply = Reply.objects.create(
        response=response.row,
        version=response.next_version(latest, seen=version, after=written),
        written_at=at,
        written_by_id=response.person_id,
        **written,
    )
    response.forget_unsaved("reply")
    voided = response.void_preparation("The reply to the chief officer was changed.")
    record(
        by=by,
        at=at,
        act="responses.write_reply",
        subject=response.subject,
        details={"version": reply.version, "voided": voided},
    )
    return reply


@transaction.atomic
def explain_finding(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    finding_id: int,
    kind: ExplanationKind,
    text: str,
    version: int,
    due_on: date | None = None,
    owner: str = "",
    answered_in: int | None = None,
    position: Position | None = None,
    priorities: Collection[int] = (),
    language: Language = Language.ENGLISH,
    welsh: str | None = None,
) -> Explanation:
    """Write the next version of the body's answer to a finding; it may be unfinished.

    Args:
        finding_id: a recommendation, area for improvement or cause of concern of the report.
        kind: the answer; the last two also say why the body takes no action here.
        version: the latest version that the writer saw; 0 for none.
        due_on: for proposed action, the day by which it is to be complete; else ignored.
        owner: for proposed action, who sees to it; else ignored.
        answered_in: for what is answered elsewhere, the key of the other response of the body;
            else ignored.
        position: whether the body accepts the recommendation; None where it does not say.
        priorities: keys of priorities of the body's Police and Crime Plan that it serves.
        language: of the text.
        welsh: the same in Welsh, beside a text in English; "" for none, None for what stands.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NotOfThisReport: the finding stands in another report.
        NotAnotherResponse: the other response is this one, or not the body's.
        NotOurPriority: a priority is not the body's.
        DatesOutOfOrder: action is proposed for a day before the report.
        ChangedMeanwhile: another version was saved since.
        NothingChanged: the latest version says the same.
        WelshAlone: there is Welsh beside no text, or beside one that is in Welsh itself.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    finding = inspection.recommendations.filter(pk=finding_id).first()
    if finding is None:
        raise NotOfThisReport("This finding stands in another report.")
    response = LockedResponse.of(inspection, body, by=by, at=at)
    elsewhere = kind is ExplanationKind.ANSWERED_ELSEWHERE
    proposed = kind is ExplanationKind.ACTION_PROPOSED
    if proposed and due_on and due_on < inspection.published_on:
        raise DatesOutOfOrder(
            "The action would be complete before the report was published. Enter a later date."
        )
    latest = response.row.explanations.filter(recommendation=finding).last()
    written = {
        "kind": kind,
        "text": text.strip(),
        "due_on": due_on if proposed else None,
        "owner": owner.strip() if proposed else "",
        "answered_in_id": _other_response(response, answered_in) if elsewhere else None,
        "position": position or "",
        "language": language,
        "welsh": _welsh(welsh, latest, text, language),
    }
    served = _priorities(body, priorities)
    explanation = Explanation.objects.create(
        response=response.row,
        recommendation=finding,
        version=_next_explanation(latest, version, written, served),
        written_at=at,
        written_by_id=response.person_id,
        **written,
    )
    explanation.priorities.set(served)
    response.forget_unsaved(form_of_finding(finding.pk))
    voided = response.void_preparation("The explanation of a finding was changed.")
    record(
        by=by,
        at=at,
        act="responses.explain_finding",
        subject=response.subject,
        details={
            "recommendation": finding.pk,
            "version": explanation.version,
            "kind": kind,
            "voided": voided,
        },
    )
    return explanation


def _welsh(told: str | None, latest: WithWelsh | None, text: str, language: Language) -> str:
    """The Welsh of the next version: what was told, else what stands."""
    welsh = told.strip() if told is not None else (latest.welsh if latest else "")
    if welsh and not text.strip():
        raise WelshAlone("Enter the English as well: the Welsh stands beside it.")
    if welsh and language is Language.WELSH:
        raise WelshAlone("This text is in Welsh already. Write the English, and Welsh beside it.")
    return welsh


def _other_response(response: LockedResponse, key: int | None) -> int | None:
    if key is None:
        return None
    others = Response.objects.filter(body=response.row.body_id).exclude(pk=response.row.pk)
    if not others.filter(pk=key).exists():
        raise NotAnotherResponse("Select another response of your own body.")
    return key


def _priorities(body: Organisation, keys: Collection[int]) -> frozenset[int]:
    ours = frozenset(
        PlanPriority.objects.filter(body=body, pk__in=keys).values_list("pk", flat=True)
    )
    if ours != frozenset(keys):
        raise NotOurPriority("Select priorities of your own Police and Crime Plan.")
    return ours


def _next_explanation(
    latest: Explanation | None,
    seen: int,
    written: Mapping[str, object],
    priorities: frozenset[int],
) -> int:
    before: dict[str, object] = {}
    if latest:
        before = {name: getattr(latest, name) for name in written}
        before["priorities"] = frozenset(latest.priorities.values_list("pk", flat=True))
    return versions.next_version(
        held=latest.version if latest else 0,
        seen=seen,
        before=before,
        after={**written, "priorities": priorities},
    )
