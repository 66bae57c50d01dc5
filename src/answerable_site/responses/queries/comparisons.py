"""Two versions of one text of a response, or two of its documents, for comparing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import from_json
from answerable_site.publication.models import PublicResponse
from answerable_site.responses.models import (
    BodyComments,
    ChiefOfficerComments,
    Explanation,
    Preparation,
    Reply,
    Response,
)

Text = BodyComments | ChiefOfficerComments | Explanation | Reply
Both = TypeVar("Both")


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """An earlier and a later version of one text."""

    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class TwoDocuments:
    """Two documents of one response, with the row that holds each."""

    before: Preparation | PublicResponse
    after: Preparation | PublicResponse

    @property
    def documents(self) -> tuple[WrittenDocument, WrittenDocument]:
        """As they were prepared or published."""
        return from_json(self.before.document), from_json(self.after.document)


def pair_of(
    response: Response | None, kind: str, before: int, after: int
) -> TwoTexts | TwoDocuments | None:
    """What is to be compared; None unless both belong to this response.

    Args:
        response: one that its reader may see.
        kind: "own_comments", "reply", "chief_officer", "explanation-12", "prepared", "published".
        before: number of the version that counts as earlier; of a preparation, its key.
        after: the same of the later one.
    """
    if response is None:
        return None
    if kind == "prepared":
        documents = response.preparations.select_related("prepared_by").in_bulk([before, after])
        return _both(TwoDocuments, documents, before, after)
    if kind == "published":
        published = PublicResponse.objects.filter(
            responses_version__signature__preparation__response=response
        ).select_related("published_by")
        return _both(TwoDocuments, _by_version(published, before, after), before, after)
    texts = _texts(response, kind)
    if texts is None:
        return None
    rows = _by_version(texts.select_related("written_by"), before, after)
    return _both(TwoTexts, rows, before, after)


def version_of(response: Response | None, kind: str, version: int) -> Text | None:
    """One version of a text of a response; None where there is none."""
    texts = _texts(response, kind) if response else None
    if texts is None:
        return None
    return texts.select_related("written_by").filter(version=version).first()


def _texts(response: Response, kind: str) -> QuerySet[Any] | None:
    match kind.partition("-"):
        case "own_comments", "", "":
            return response.body_comments.all()
        case "reply", "", "":
            return response.replies.all()
        case "chief_officer", "", "":
            return response.chief_officer_comments.all()
        case "explanation", "-", finding if finding.isdecimal() and len(finding) < 10:
            return (
                response.explanations.filter(recommendation=int(finding))
                .select_related("answered_in__inspection")
                .prefetch_related("priorities")
            )
        case _:
            return None


def _by_version(rows: QuerySet[Any], *versions: int) -> dict[int, Any]:
    return {row.version: row for row in rows.filter(version__in=versions)}


def _both(make: type[Both], rows: dict[int, Any], before: int, after: int) -> Both | None:
    if before not in rows or after not in rows:
        return None
    return make(rows[before], rows[after])  # type: ignore[call-arg]
